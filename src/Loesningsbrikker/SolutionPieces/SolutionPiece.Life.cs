using Loesningsbrikker.Shared;

namespace Loesningsbrikker.SolutionPieces;

/// <summary>The verbs of a piece's life; each leaves a <see cref="PieceEvent"/>.</summary>
public sealed partial class SolutionPiece
{
    /// <summary>Longest title, in characters.</summary>
    public const int MaxTitleLength = 300;

    /// <summary>Longest description, in characters.</summary>
    public const int MaxDescriptionLength = 10_000;

    /// <summary>Longest reason, in characters.</summary>
    public const int MaxReasonLength = 2_000;

    /// <summary>Writes a new draft.</summary>
    /// <param name="number">The next number of the process.</param>
    /// <param name="title">The proposal in one line.</param>
    /// <param name="by">Key of the user; null for demo data.</param>
    /// <param name="facts">Theme, institutions, strategies and challenges; null for none.</param>
    /// <exception cref="RuleException">The title is empty or too long, or there is no such class.</exception>
    public static SolutionPiece Draft(
        long processId, int number, PieceClass pieceClass, string title, long? by, DateTime utcNow, string description = "", PieceFacts? facts = null)
    {
        EnsureClass(pieceClass);
        var piece = new SolutionPiece
        {
            ProcessId = processId, Number = number, Class = pieceClass, Stage = PieceStage.Draft,
            CreatedAtUtc = utcNow, CreatedByUserId = by,
        };
        piece.SetTexts(title, description);
        if (facts is not null)
            piece.SetFacts(facts);
        piece.Record(PieceEventKind.Drafted, by, utcNow);
        return piece;
    }

    /// <summary>Changes title and description.</summary>
    /// <param name="reason">Why; required once the piece is formulated, because others have read it.</param>
    /// <returns>False when nothing was different, and then there is no line in the history.</returns>
    /// <exception cref="RuleException">
    /// The title is empty or too long, a formulated piece would lose its description, the piece is merged, or the reason is missing.
    /// </exception>
    public bool Reword(string title, string description, string? reason, long? by, DateTime utcNow)
    {
        EnsureMay(PieceStep.Reword);
        var (oldTitle, oldDescription) = (Title, Description);
        if (PieceText.Line(title) == oldTitle && PieceText.Lines(description) == oldDescription)
            return false;
        if (Stage != PieceStage.Draft)
            EnsureReason(reason);
        SetTexts(title, description);
        Record(PieceEventKind.Reworded, by, utcNow, reason, e =>
        {
            e.OldTitle = oldTitle == Title ? null : oldTitle;
            e.OldDescription = oldDescription == Description ? null : oldDescription;
        });
        return true;
    }

    /// <summary>Draft → Formulated: ready to be read by others.</summary>
    /// <exception cref="RuleException">It is no draft, or has no description.</exception>
    public void Formulate(long? by, DateTime utcNow)
    {
        EnsureMay(PieceStep.Formulate);
        if (Description.Length == 0)
            throw new RuleException("Skriv en beskrivelse, før brikken kan blive formuleret.", nameof(Description));
        MoveTo(PieceStage.Formulated, PieceEventKind.Formulated, by, utcNow);
    }

    /// <summary>Changes who must act.</summary>
    /// <param name="reason">Why, in plain Danish; required from Formulated on.</param>
    /// <exception cref="RuleException">
    /// There is no such class, the class is the same, the piece has come too far, or the reason is missing.
    /// </exception>
    public void Reclassify(PieceClass pieceClass, string? reason, long? by, DateTime utcNow)
    {
        EnsureMay(PieceStep.Reclassify);
        EnsureClass(pieceClass);
        if (pieceClass == Class)
            throw new RuleException($"Brikken er allerede {Class.ToDanish().ToLower(DanishText.Culture)}.", nameof(Class));
        if (Stage != PieceStage.Draft)
            EnsureReason(reason);
        var (from, stage) = (Class, BeforeTheClassDecides());
        if (stage == Stage)
            Record(PieceEventKind.Reclassified, by, utcNow, reason, e => (e.FromClass, e.ToClass) = (from, pieceClass));
        else
            MoveTo(stage, PieceEventKind.Reclassified, by, utcNow, reason, e => (e.FromClass, e.ToClass) = (from, pieceClass));
        Class = pieceClass;
    }

    /// <summary>A choice that was made about a political piece says nothing about an administrative one: it waits for its own.</summary>
    private PieceStage BeforeTheClassDecides() => Stage switch
    {
        PieceStage.Designated or PieceStage.NotDesignated or PieceStage.Accepted or PieceStage.Declined => Conclusion switch
        {
            Meetings.Conclusion.Recognised => PieceStage.Validated,
            Meetings.Conclusion.NotRecognised => PieceStage.NotValidated,
            _ => PieceStage.Formulated,
        },
        _ => Stage,
    };

    /// <summary>Adds a line to the history.</summary>
    public PieceEvent Record(PieceEventKind kind, long? by, DateTime utcNow, string? reason = null, Action<PieceEvent>? details = null)
    {
        var line = new PieceEvent { ProcessId = ProcessId, Kind = kind, AtUtc = utcNow, ByUserId = by, Reason = PieceText.Lines(reason) };
        details?.Invoke(line);
        Events.Add(line);
        return line;
    }

    private void MoveTo(
        PieceStage stage, PieceEventKind kind, long? by, DateTime utcNow, string? reason = null, Action<PieceEvent>? details = null)
    {
        var line = Record(kind, by, utcNow, reason, details);
        (line.FromStage, line.ToStage) = (Stage, stage);
        Stage = stage;
    }

    private void SetTexts(string title, string description)
    {
        (title, description) = (PieceText.Line(title), PieceText.Lines(description));
        if (title.Length == 0)
            throw new RuleException("Giv brikken en titel.", nameof(Title));
        if (title.Length > MaxTitleLength)
            throw new RuleException($"Titlen må højst fylde {MaxTitleLength} tegn.", nameof(Title));
        if (description.Length > MaxDescriptionLength)
            throw new RuleException($"Beskrivelsen må højst fylde {MaxDescriptionLength} tegn.", nameof(Description));
        if (description.Length == 0 && Stage != PieceStage.Draft)
            throw new RuleException("En formuleret brik skal have en beskrivelse.", nameof(Description));
        (Title, Description) = (title, description);
        TitleSortKey = DanishText.SortKey(Title);
        SearchText = DanishText.SearchForm(string.Join('\n', Title, Description, FormerNumber));
    }

    /// <exception cref="RuleException">The step is not open to the piece; the sentence says why.</exception>
    private void EnsureMay(PieceStep step)
    {
        if (PieceLife.Refusal(step, Class, Stage) is { } refusal)
            throw new RuleException(refusal);
    }

    /// <summary>A number from outside can be no class at all, and a page that met it would break.</summary>
    private static void EnsureClass(PieceClass pieceClass)
    {
        if (!Enum.IsDefined(pieceClass))
            throw new RuleException("Vælg, hvem der skal handle.", nameof(Class));
    }

    private static void EnsureReason(string? reason)
    {
        if (PieceText.Lines(reason).Length == 0)
            throw new RuleException("Skriv en begrundelse. Deltagerne kan læse den.", "Reason");
    }
}
