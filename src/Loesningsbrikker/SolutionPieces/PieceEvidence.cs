using Loesningsbrikker.Interviews;
using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.SolutionPieces;

/// <summary>How much evidence a piece has.</summary>
/// <param name="Passages">How many passages.</param>
/// <param name="Groups">From how many informant groups.</param>
public sealed record EvidenceCount(int Passages, int Groups)
{
    /// <summary>12 uddrag fra 3 informantgrupper.</summary>
    public string ToDanish() => Passages == 0
        ? "Ingen uddrag endnu"
        : DanishText.Count(Passages, "uddrag", "uddrag")
          + (Groups == 0 ? "" : " fra " + DanishText.Count(Groups, "informantgruppe", "informantgrupper"));
}

/// <summary>One passage of a piece, with the place it comes from.</summary>
/// <param name="LooseSinceUtc">When it lost its place in the interview's text, in UTC; null while it has one.</param>
public sealed record EvidenceRow(
    long PassageId, Guid Version, string Prefix, string Quote, string Suffix, string Note, DateTime? ReleasedAtUtc,
    TranscriptKind Kind, long InterviewId, int InterviewNumber, string InterviewTitle, DateOnly HeldOn, DateTime? LooseSinceUtc)
{
    /// <summary>The informant groups of the interview in Danish order; may be empty.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Word for word, or a minute of it: a reader must not take the one for the other.</summary>
    public string KindWord => Kind == TranscriptKind.Verbatim ? "ordret" : "gengivet";
}

/// <summary>One page of a piece's passages, found by key so that the last page costs what the first does.</summary>
/// <param name="First">Place of the first row among all, from 1; 0 when there are none.</param>
/// <param name="Total">How many there are.</param>
public sealed record EvidencePage(IReadOnlyList<EvidenceRow> Rows, int First, int Total)
{
    /// <summary>Place of the last row among all.</summary>
    public int Last => First + Rows.Count - 1;
}

/// <summary>Reads and counts evidence.</summary>
public static class PieceEvidence
{
    /// <summary>Counts for many pieces with two queries; a piece without passages is missing.</summary>
    public static async Task<IReadOnlyDictionary<long, EvidenceCount>> CountAsync(LoesningsbrikkerContext db, IReadOnlyCollection<long> pieceIds)
    {
        var passages = await db.Codings.Where(c => pieceIds.Contains(c.SolutionPieceId!.Value))
            .GroupBy(c => c.SolutionPieceId!.Value)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count);
        var interviews = db.Codings.Where(c => pieceIds.Contains(c.SolutionPieceId!.Value))
            .Join(db.Transcripts, c => c.Passage.TranscriptId, t => t.Id, (c, t) => new { PieceId = c.SolutionPieceId!.Value, t.InterviewId })
            .Distinct();
        var groups = await interviews
            .SelectMany(x => db.Interviews.Where(i => i.Id == x.InterviewId).SelectMany(i => i.Informants), (x, n) => new { x.PieceId, n.GroupId })
            .Distinct().ToListAsync();
        var perPiece = groups.ToLookup(g => g.PieceId);
        return passages.ToDictionary(p => p.Key, p => new EvidenceCount(p.Value, perPiece[p.Key].Count()));
    }

    /// <summary>25 passages after or before one of them, in the order of their keys.</summary>
    /// <param name="releasedOnly">True where only released quotations may be shown.</param>
    public static async Task<EvidencePage> ReadAsync(LoesningsbrikkerContext db, long pieceId, bool releasedOnly, long? after, long? before)
    {
        var all = db.Codings.Where(c => c.SolutionPieceId == pieceId);
        if (releasedOnly)
            all = all.Where(c => c.Passage.ReleasedAtUtc != null);
        var total = await all.CountAsync();
        if (total == 0)
            return new EvidencePage([], 0, 0);
        var page = before is { } end
            ? all.Where(c => c.PassageId < end).OrderByDescending(c => c.PassageId)
            : all.Where(c => c.PassageId > (after ?? 0)).OrderBy(c => c.PassageId);
        var rows = await Project(db, page.Take(Paging.Size)).ToListAsync();
        if (rows.Count == 0)
            return new EvidencePage([], 0, total);
        rows.Sort((a, b) => a.PassageId.CompareTo(b.PassageId));
        var firstId = rows[0].PassageId;
        var first = 1 + await all.CountAsync(c => c.PassageId < firstId);
        return new EvidencePage(await WithGroupsAsync(db, rows), first, total);
    }

    private static IQueryable<EvidenceRow> Project(LoesningsbrikkerContext db, IQueryable<Coding> codings) =>
        from c in codings
        join t in db.Transcripts on c.Passage.TranscriptId equals t.Id
        join i in db.Interviews on t.InterviewId equals i.Id
        select new EvidenceRow(
            c.PassageId, c.Passage.Version, c.Passage.Prefix, c.Passage.Quote, c.Passage.Suffix, c.Passage.Note,
            c.Passage.ReleasedAtUtc, t.Kind, i.Id, i.Number, i.Title, i.HeldOn, c.Passage.LooseSinceUtc);

    private static async Task<IReadOnlyList<EvidenceRow>> WithGroupsAsync(LoesningsbrikkerContext db, List<EvidenceRow> rows)
    {
        var interviewIds = rows.Select(r => r.InterviewId).Distinct().ToList();
        var groups = await db.Interviews.Where(i => interviewIds.Contains(i.Id))
            .SelectMany(i => i.Informants, (i, n) => new { i.Id, n.Group.Name })
            .Distinct().ToListAsync();
        var perInterview = groups.ToLookup(g => g.Id, g => g.Name);
        return [.. rows.Select(r => r with { Groups = [.. perInterview[r.InterviewId].Order(DanishText.Comparer)] })];
    }
}
