using Loesningsbrikker.Decisions;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Exchange;

/// <summary>One passage with where it stands and who said it, before what it is tied to is added.</summary>
/// <param name="ParagraphNumber">The paragraph in which it begins; null when the text is gone.</param>
/// <param name="Speaker">Who speaks there; null or empty when unknown.</param>
public sealed record PassageRow(
    long Id, long InterviewId, int InterviewNumber, string InterviewTitle, DateOnly HeldOn, InterviewMethod Method, TranscriptKind Kind,
    int? ParagraphNumber, string? Speaker, string Quote, string Note, DateTime? ReleasedAtUtc, DateTime CreatedAtUtc, long? CreatedByUserId)
{
    /// <summary>The pieces it is tied to, by number.</summary>
    public IReadOnlyList<PieceTie> Pieces { get; init; } = [];
    /// <summary>The challenges it is tied to.</summary>
    public IReadOnlyList<string> Challenges { get; init; } = [];
}

/// <summary>A piece that a passage is tied to.</summary>
public sealed record PieceTie(long PassageId, int Number, string Title);

/// <summary>A challenge that a passage is tied to.</summary>
internal sealed record ChallengeTie(long PassageId, string Title);

/// <summary>Reads passages in the order of the interviews and of the text.</summary>
internal static class PassageRows
{
    /// <summary>The rows, not tied to anything yet; lazy.</summary>
    public static IQueryable<PassageRow> Query(LoesningsbrikkerContext db, IQueryable<Passage> passages) =>
        from p in passages.AsNoTracking()
        join t in db.Transcripts on p.TranscriptId equals t.Id
        join i in db.Interviews on t.InterviewId equals i.Id
        orderby i.Number, t.VersionNumber, p.StartUtf16, p.Id
        select new PassageRow(
            p.Id, i.Id, i.Number, i.Title, i.HeldOn, i.Method, t.Kind,
            db.TranscriptParagraphs.Where(x => x.TranscriptId == p.TranscriptId && x.StartUtf16 <= p.StartUtf16)
                .OrderByDescending(x => x.StartUtf16).Select(x => (int?)x.Number).FirstOrDefault(),
            db.TranscriptParagraphs.Where(x => x.TranscriptId == p.TranscriptId && x.StartUtf16 <= p.StartUtf16)
                .OrderByDescending(x => x.StartUtf16).Select(x => x.Speaker).FirstOrDefault(),
            p.Quote, p.Note, p.ReleasedAtUtc, p.CreatedAtUtc, p.CreatedByUserId);

    /// <summary>The pieces that codings tie to.</summary>
    public static IQueryable<PieceTie> PieceTies(LoesningsbrikkerContext db, IQueryable<Coding> codings) =>
        from c in codings.AsNoTracking()
        join x in db.SolutionPieces on c.SolutionPieceId equals x.Id
        select new PieceTie(c.PassageId, x.Number, x.Title);

    /// <summary>The challenges that codings tie to.</summary>
    public static IQueryable<ChallengeTie> ChallengeTies(LoesningsbrikkerContext db, IQueryable<Coding> codings) =>
        from c in codings.AsNoTracking()
        join x in db.Challenges on c.ChallengeId equals x.Id
        select new ChallengeTie(c.PassageId, x.Title);

    /// <summary>Puts on a row what it is tied to.</summary>
    public static Func<PassageRow, PassageRow> Tie(IEnumerable<PieceTie> pieces, IEnumerable<ChallengeTie> challenges)
    {
        var (piecesOf, challengesOf) = (pieces.ToLookup(p => p.PassageId), challenges.ToLookup(c => c.PassageId));
        return row => row with
        {
            Pieces = [.. piecesOf[row.Id].OrderBy(p => p.Number)], Challenges = [.. challengesOf[row.Id].Select(c => c.Title).Order(DanishText.Comparer)],
        };
    }

    /// <summary>The sheet Uddrag: one passage per row, also those that are tied to nothing.</summary>
    public static SheetPlan Sheet(LoesningsbrikkerContext db, CurrentProcess current, PassageFilter filter)
    {
        var passages = filter.Apply(db, current.Id);
        var voices = new WorkbookSource(db, current, WorkbookScope.Of(WorkbookEdition.Staff, current)).Voices();
        var people = db.Users.Select(u => new { u.Id, u.DisplayName }).ToDictionary(u => u.Id, u => u.DisplayName);
        var codings = db.Codings.Where(c => passages.Any(p => p.Id == c.PassageId));
        var tie = Tie(PieceTies(db, codings), ChallengeTies(db, codings));
        return SheetPlan.Of("Uddrag", "Ét uddrag på hver række.", frozenColumns: 1, Columns(current.Process.Prefix, voices, people),
            passages.Count(), Query(db, passages).AsEnumerable().Select(tie));
    }

    private static List<ColumnOf<PassageRow>> Columns(
        string prefix, Dictionary<long, InterviewVoices> voices, Dictionary<long, string> people)
    {
        InterviewVoices Of(PassageRow row) => voices.GetValueOrDefault(row.InterviewId, InterviewVoices.Nobody);
        return
        [
            new("Interview", 11, ColumnKind.Number, "Interviewets nummer.", r => r.InterviewNumber),
            new("Titel", 22, ColumnKind.Text, "Interviewets titel.", r => r.InterviewTitle),
            new("Dato", 12, ColumnKind.Date, "Den dag, interviewet fandt sted.", r => r.HeldOn),
            new("Metode", 14, ColumnKind.Text, "Hvordan input blev givet.", r => r.Method.ToDanish()),
            new("Informantgruppe", 19, ColumnKind.Text, "Den eller de grupper, der gav input.", r => Of(r).Groups),
            new("Informanter", 13, ColumnKind.Text, "Informanternes koder, aldrig navne.", r => Of(r).Codes),
            new("Teksttype", 12, ColumnKind.Text, "Ordret eller gengivet.", r => r.Kind.ToDanish()),
            new("Afsnit", 9, ColumnKind.Number, "Afsnittet, hvor uddraget begynder.", r => r.ParagraphNumber),
            new("Taler", 14, ColumnKind.Text, "Den, der taler dér, som teksten siger det.", r => r.Speaker),
            new("Uddrag", 60, ColumnKind.Text, "Det, der blev sagt eller skrevet.", r => r.Quote),
            new("Note", 24, ColumnKind.Text, "Konsulentens egen note.", r => r.Note),
            new("Brikker", 28, ColumnKind.Text, "Brikkerne, uddraget er knyttet til.", r => string.Join("; ", r.Pieces.Select(p => $"{prefix}-{p.Number} {p.Title}"))),
            new("Udfordringer", 24, ColumnKind.Text, "Udfordringerne, uddraget er knyttet til.", r => string.Join("; ", r.Challenges)),
            new("Frigivet", 12, ColumnKind.Date, "Den dag, uddraget blev frigivet som citat.", r => r.ReleasedAtUtc is { } at ? DanishText.Day(at) : null),
            new("Markeret", 12, ColumnKind.Date, "Den dag, uddraget blev markeret.", r => DanishText.Day(r.CreatedAtUtc)),
            new("Markeret af", 18, ColumnKind.Text, "Den, der markerede det.", r => r.CreatedByUserId is { } id ? people.GetValueOrDefault(id) : null),
        ];
    }
}
