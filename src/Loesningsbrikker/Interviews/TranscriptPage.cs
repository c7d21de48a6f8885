using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Interviews;

/// <summary>What an import read: counts, speakers and the beginning.</summary>
/// <param name="LastVersion">Number of the interview's newest text.</param>
/// <param name="Speakers">Who speaks, in order of how much; empty when the text names nobody.</param>
public sealed record TranscriptPage(
    int InterviewNumber, string InterviewTitle, int VersionNumber, int LastVersion, TranscriptKind Kind, string SourceFileName,
    DateOnly? ApprovedOn, int Words, int Characters, int Paragraphs, IReadOnlyList<SpeakerCount> Speakers, IReadOnlyList<ParagraphRow> Beginning)
{
    private const int ShownParagraphs = 12;
    private const int ShownSpeakers = 50;

    /// <summary>Reads it with its key; null when there is none.</summary>
    internal static async Task<(long Id, TranscriptPage Page)?> ReadAsync(LoesningsbrikkerContext db, long processId, int number, int version)
    {
        var found = await db.Interviews.Where(i => i.ProcessId == processId && i.Number == number)
            .SelectMany(i => i.Transcripts.Where(t => t.VersionNumber == version),
                (i, t) => new { i.Title, Last = i.Transcripts.Max(x => x.VersionNumber), Transcript = t, Paragraphs = t.Paragraphs.Count })
            .AsNoTracking().FirstOrDefaultAsync();
        if (found is null)
            return null;
        var t = found.Transcript;
        var paragraphs = db.TranscriptParagraphs.Where(p => p.TranscriptId == t.Id);
        var speakers = await paragraphs.Where(p => p.Speaker != "").GroupBy(p => p.Speaker)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key)
            .Select(g => new SpeakerCount(g.Key, g.Count())).Take(ShownSpeakers).ToListAsync();
        var beginning = await paragraphs.OrderBy(p => p.StartUtf16).Take(ShownParagraphs)
            .Select(p => new ParagraphRow(p.Number, p.Speaker, p.Text)).ToListAsync();
        return (t.Id, new TranscriptPage(number, found.Title, version, found.Last, t.Kind, t.SourceFileName,
            t.ApprovedOn, t.Words, t.LengthUtf16, found.Paragraphs, speakers, beginning));
    }
}

/// <summary>A speaker and the number of their paragraphs.</summary>
public sealed record SpeakerCount(string Name, int Paragraphs);

/// <summary>One paragraph as shown.</summary>
public sealed record ParagraphRow(int Number, string Speaker, string Text);
