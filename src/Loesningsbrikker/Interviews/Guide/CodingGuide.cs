using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Interviews.Guide;

/// <summary>What the coding page shows of the guide and of corrections beside the text.</summary>
/// <param name="Loose">How many passages of the interview have come loose.</param>
public sealed record CodingGuide(ILookup<int, QuestionLink> Questions, int Loose)
{
    /// <summary>The questions that are answered from each paragraph on, by its offset; read with two queries.</summary>
    internal static async Task<CodingGuide> ReadAsync(LoesningsbrikkerContext db, long transcriptId)
    {
        var sections = await db.GuideSections.Where(s => s.TranscriptId == transcriptId)
            .OrderBy(s => s.StartUtf16).ThenBy(s => s.Question.Position)
            .Select(s => new { s.StartUtf16, s.QuestionId, s.Question.Text }).ToListAsync();
        var loose = await db.Passages.CountAsync(p => p.LooseSinceUtc != null
            && db.Transcripts.Any(t => t.Id == p.TranscriptId && db.Transcripts.Any(n => n.Id == transcriptId && n.InterviewId == t.InterviewId)));
        return new CodingGuide(sections.ToLookup(s => s.StartUtf16, s => new QuestionLink(s.QuestionId, s.Text)), loose);
    }
}
