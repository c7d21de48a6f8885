using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Interviews.Corrections;

/// <summary>A text as a correction begins from it. Frozen, so it may be read before anybody's turn to write.</summary>
/// <param name="LastVersion">Number of the newest text of the interview.</param>
internal sealed record CorrectionBase(
    long TranscriptId, int Number, string Title, int VersionNumber, int LastVersion, TranscriptKind Kind, DateOnly? ApprovedOn,
    IReadOnlyList<ParagraphText> Paragraphs)
{
    /// <summary>The canonical text.</summary>
    public string Text { get; } = TranscriptText.Join(Paragraphs.Select(p => p.Text));

    /// <summary>Reads a version of an interview's text, the newest when none is named.</summary>
    /// <exception cref="NotFoundException">There is none.</exception>
    public static async Task<CorrectionBase> ReadAsync(LoesningsbrikkerContext db, long processId, int number, int? version = null)
    {
        var found = await db.Interviews.Where(i => i.ProcessId == processId && i.Number == number)
            .SelectMany(i => i.Transcripts.Where(t => version == null || t.VersionNumber == version).OrderByDescending(t => t.VersionNumber).Take(1),
                (i, t) => new { t.Id, i.Number, i.Title, t.VersionNumber, Last = i.Transcripts.Max(x => x.VersionNumber), t.Kind, t.ApprovedOn })
            .FirstOrDefaultAsync() ?? throw new NotFoundException();
        var paragraphs = await db.TranscriptParagraphs.Where(p => p.TranscriptId == found.Id).OrderBy(p => p.StartUtf16)
            .Select(p => new ParagraphText(p.Speaker, p.Text)).ToListAsync();
        return new CorrectionBase(found.Id, found.Number, found.Title, found.VersionNumber, found.Last, found.Kind, found.ApprovedOn, paragraphs);
    }
}
