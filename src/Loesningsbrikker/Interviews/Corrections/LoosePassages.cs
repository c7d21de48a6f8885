using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Interviews.Corrections;

/// <summary>The loose passages (løsrevne uddrag) of an interview: what was marked in an earlier text and has no place in the newest.</summary>
/// <param name="Newest">Key of the newest text.</param>
public sealed record LoosePassageList(int Number, string Title, long Newest, PageOf<LoosePassageRow> Passages)
{
    /// <summary>The loose passages of an interview.</summary>
    internal static IQueryable<Passage> Of(LoesningsbrikkerContext db, long interviewId) =>
        db.Passages.Where(p => p.LooseSinceUtc != null && db.Transcripts.Any(t => t.Id == p.TranscriptId && t.InterviewId == interviewId));

    /// <summary>Reads a page of them, longest loose first; the number of queries does not depend on how many there are.</summary>
    internal static async Task<LoosePassageList?> ReadAsync(LoesningsbrikkerContext db, long processId, int number, int page)
    {
        var interview = await db.Interviews.Where(i => i.ProcessId == processId && i.Number == number)
            .Select(i => new { i.Id, i.Title, Newest = i.Transcripts.OrderByDescending(t => t.VersionNumber).Select(t => t.Id).FirstOrDefault() })
            .FirstOrDefaultAsync();
        if (interview is null)
            return null;
        var rows = await Of(db, interview.Id).OrderBy(p => p.LooseSinceUtc).ThenBy(p => p.Id)
            .Select(p => new LoosePassageRow(
                p.Id, p.Version, p.Quote, p.Note, p.LooseSinceUtc!.Value,
                db.Transcripts.Where(t => t.Id == p.TranscriptId).Select(t => t.VersionNumber).First(),
                db.TranscriptParagraphs.Where(x => x.TranscriptId == p.TranscriptId && x.StartUtf16 <= p.StartUtf16).OrderByDescending(x => x.StartUtf16).Select(x => x.Number).FirstOrDefault()))
            .ToPageAsync(page);
        var ids = rows.Rows.Select(r => r.Id).ToList();
        var ties = await db.Codings.Where(c => ids.Contains(c.PassageId)).OrderBy(c => c.Id)
            .Select(c => new
            {
                c.PassageId,
                Piece = db.SolutionPieces.Where(p => p.Id == c.SolutionPieceId).Select(p => new { p.Number, p.Title }).FirstOrDefault(),
                Challenge = db.Challenges.Where(x => x.Id == c.ChallengeId).Select(x => x.Title).FirstOrDefault(),
            })
            .ToListAsync();
        var perPassage = ties.ToLookup(t => t.PassageId, t => new LooseTie(t.Piece?.Number, t.Piece?.Title ?? t.Challenge ?? ""));
        return new LoosePassageList(number, interview.Title, interview.Newest, rows with { Rows = [.. rows.Rows.Select(r => r with { Ties = [.. perPassage[r.Id]] })] });
    }
}

/// <summary>A loose passage.</summary>
/// <param name="SinceUtc">When it came loose, in UTC.</param>
/// <param name="OldVersion">Number of the text where its words stood.</param>
/// <param name="OldParagraph">Number of the paragraph where they stood.</param>
public sealed record LoosePassageRow(long Id, Guid Version, string Quote, string Note, DateTime SinceUtc, int OldVersion, int OldParagraph)
{
    /// <summary>What it is tied to.</summary>
    public IReadOnlyList<LooseTie> Ties { get; init; } = [];
}

/// <summary>A piece or a challenge that a passage is tied to.</summary>
/// <param name="Piece">Number of the piece; null for a challenge.</param>
public sealed record LooseTie(int? Piece, string Title);
