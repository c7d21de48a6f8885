using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;

namespace Loesningsbrikker.Meetings.Live;

/// <summary>What is asked, as it stands on the form.</summary>
/// <param name="Title">Heading; empty for the title of the only piece, or the kind's own words.</param>
/// <param name="MaxChoices">How many pieces each may choose; read for <see cref="RoundKind.Choice"/> only.</param>
/// <param name="IsRehearsal">Whether it is a rehearsal.</param>
public sealed record RoundPlan(RoundKind Kind, string? Title, int? MaxChoices, bool IsRehearsal);

/// <summary>A piece as a question needs it.</summary>
/// <param name="Price">Its price tag; null when it is not calculated.</param>
public sealed record AskedPiece(long Id, int Number, PieceStage Stage, string Title, string Description, string? Price);

/// <summary>The verbs of a question's life.</summary>
public sealed partial class MeetingRound
{
    /// <summary>How long an answer may be on its way when the time is up.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    /// <summary>Longest countdown.</summary>
    public static readonly TimeSpan LongestCountdown = TimeSpan.FromHours(2);

    /// <summary>Puts a question on the agenda.</summary>
    /// <param name="number">Its place on the agenda.</param>
    /// <param name="pieces">The pieces in their order; they must be of the meeting's process.</param>
    /// <param name="by">Key of the user.</param>
    /// <exception cref="RuleException">
    /// There is no such kind, no piece or too many, a piece is a draft or merged, coins would lie on a piece without a price, or the number
    /// of choices is impossible.
    /// </exception>
    public static MeetingRound Plan(ValidationMeeting meeting, int number, RoundPlan plan, IReadOnlyList<AskedPiece> pieces, long? by, DateTime utcNow)
    {
        if (!Enum.IsDefined(plan.Kind))
            throw new RuleException("Vælg, hvad der spørges om.", nameof(Kind));
        var round = new MeetingRound
        {
            ProcessId = meeting.ProcessId, MeetingId = meeting.Id, Number = number, Kind = plan.Kind, IsRehearsal = plan.IsRehearsal,
            MaxChoices = plan.Kind == RoundKind.Choice ? plan.MaxChoices : null, CreatedAtUtc = utcNow, CreatedByUserId = by,
        };
        round.EnsureCanAskAbout(pieces);
        round.Pieces.AddRange(pieces.Select((p, i) => new RoundPiece { ProcessId = meeting.ProcessId, SolutionPieceId = p.Id, Place = i + 1 }));
        var title = PieceText.Line(plan.Title);
        round.Title = title.Length > 0 ? title : pieces.Count == 1 ? DanishText.Cut(pieces[0].Title, MaxTitleLength) : plan.Kind.ToDanish();
        return round;
    }

    /// <summary>Opens it: from now on people answer. What is asked and how many can answer is frozen.</summary>
    /// <param name="pieces">The pieces as they are now, by key.</param>
    /// <param name="turnouts">How many of each group could answer.</param>
    /// <param name="countdown">How long it takes answers; null without a countdown.</param>
    /// <param name="by">Key of the user.</param>
    /// <exception cref="RuleException">
    /// The meeting is not live or it has not been decided whether answers are secret, the question has been opened before, the countdown is
    /// impossible, or a piece can no longer be asked about.
    /// </exception>
    public void Open(
        ValidationMeeting meeting, IReadOnlyDictionary<long, AskedPiece> pieces, IEnumerable<RoundTurnout> turnouts, TimeSpan? countdown, long by, DateTime utcNow)
    {
        meeting.EnsureLive();
        if (meeting.SecrecyDecidedAtUtc is null)
            throw new RuleException("Bestem først, om svarene er hemmelige eller åbne.");
        if (State != RoundState.Planned)
            throw new ConflictException("Spørgsmålet er allerede stillet. Gentag det, hvis der skal svares igen.");
        EnsureCountdown(countdown);
        EnsureCanAskAbout([.. Pieces.Select(p => pieces.GetValueOrDefault(p.SolutionPieceId) ?? throw new RuleException("En af brikkerne findes ikke længere."))]);
        foreach (var piece in Pieces)
        {
            var now = pieces[piece.SolutionPieceId];
            (piece.Title, piece.Description, piece.Price) = (now.Title, now.Description, Kind is RoundKind.Coins or RoundKind.Economic ? now.Price ?? "" : "");
        }
        Turnouts.AddRange(turnouts);
        (OpenedAtUtc, OpenedByUserId, IsSecret) = (utcNow, by, meeting.BallotsAreSecret);
        ClosesAtUtc = utcNow + countdown;
    }

    /// <summary>Gives more time, counted from now; the first countdown of a question that had none.</summary>
    /// <exception cref="RuleException">It is not open, or the time is impossible.</exception>
    public void Extend(TimeSpan countdown, DateTime utcNow)
    {
        EnsureOpen();
        EnsureCountdown(countdown);
        ClosesAtUtc = utcNow + countdown;
    }

    /// <summary>Closes it for phones.</summary>
    /// <param name="by">Key of the user.</param>
    /// <exception cref="RuleException">It is not open.</exception>
    public void Close(long by, DateTime utcNow)
    {
        EnsureOpen();
        (ClosedAtUtc, ClosedByUserId) = (utcNow, by);
    }

    /// <summary>Ends the count: no answer comes after this, and the result may be shown.</summary>
    /// <param name="by">Key of the user.</param>
    /// <exception cref="RuleException">It is not closed, or counted already.</exception>
    public void ConcludeCount(long by, DateTime utcNow)
    {
        EnsureCounting();
        (CountedAtUtc, CountedByUserId) = (utcNow, by);
    }

    /// <summary>The same question once more; this one and its result stay as they are.</summary>
    /// <param name="number">The new one's place on the agenda.</param>
    /// <param name="by">Key of the user.</param>
    /// <exception cref="RuleException">It has not been closed.</exception>
    public MeetingRound Repeat(int number, long by, DateTime utcNow)
    {
        if (State is RoundState.Planned or RoundState.Open)
            throw new RuleException("Et spørgsmål kan gentages, når det er lukket.");
        var again = new MeetingRound
        {
            ProcessId = ProcessId, MeetingId = MeetingId, Number = number, Kind = Kind, Title = Title, MaxChoices = MaxChoices, IsRehearsal = IsRehearsal,
            RepeatsRoundId = Id, CreatedAtUtc = utcNow, CreatedByUserId = by,
        };
        foreach (var piece in Pieces.OrderBy(p => p.Place))
            again.Pieces.Add(piece.Again());
        return again;
    }

    /// <summary>Whether answers from phones are taken now.</summary>
    public bool TakesBallots(DateTime utcNow) => State == RoundState.Open && Kind != RoundKind.Qualification && (ClosesAtUtc is null || utcNow <= ClosesAtUtc + Grace);

    /// <summary>Whether answers on paper are taken now: they may be entered until the count is concluded.</summary>
    public bool TakesPaper => State is RoundState.Open or RoundState.Counting && Kind != RoundKind.Qualification;

    /// <exception cref="RuleException">It is not on the agenda any more: it has been asked.</exception>
    internal void EnsurePlanned()
    {
        if (State != RoundState.Planned)
            throw new RuleException("Spørgsmålet er stillet og kan ikke længere flyttes eller slettes.");
    }

    /// <exception cref="ConflictException">It is not closed, or its count is concluded.</exception>
    internal void EnsureCounting()
    {
        if (State != RoundState.Counting)
            throw new ConflictException(State == RoundState.Counted ? "Optællingen er allerede afsluttet." : "Luk spørgsmålet, før det tælles.");
    }

    private void EnsureOpen()
    {
        if (State != RoundState.Open)
            throw new ConflictException(State == RoundState.Planned ? "Spørgsmålet er ikke åbnet endnu." : "Spørgsmålet er allerede lukket.");
    }

    private static void EnsureCountdown(TimeSpan? countdown)
    {
        if (countdown < TimeSpan.FromSeconds(5) || countdown > LongestCountdown)
            throw new RuleException("Nedtællingen skal være mellem 5 sekunder og 2 timer.", "Seconds");
    }

    private void EnsureCanAskAbout(IReadOnlyList<AskedPiece> pieces)
    {
        if (pieces.Count is 0 or > MaxPieces)
            throw new RuleException(pieces.Count == 0 ? "Vælg mindst én brik." : $"Et spørgsmål kan højst handle om {MaxPieces} brikker.", "Pieces");
        if (pieces.FirstOrDefault(p => p.Stage is PieceStage.Draft or PieceStage.Merged) is { } unfit)
            throw new RuleException(
                $"Brik {unfit.Number} er {(unfit.Stage == PieceStage.Draft ? "en kladde" : "lagt sammen med en anden")} og kan ikke være med på mødet.", "Pieces");
        if (Kind == RoundKind.Coins && pieces.FirstOrDefault(p => p.Price is null) is { } unpriced)
            throw new RuleException($"Brik {unpriced.Number} har ingen pris. Mønter kan kun lægges på brikker med et prisskøn.", "Pieces");
        if (Kind == RoundKind.Choice && (MaxChoices is not { } most || most < 1 || most >= pieces.Count))
            throw new RuleException("Skriv, hvor mange brikker hver højst kan vælge: mindst 1 og færre, end der er at vælge imellem.", nameof(MaxChoices));
    }
}
