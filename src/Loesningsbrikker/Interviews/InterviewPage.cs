using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Interviews;

/// <summary>The page of one interview; it counts texts and passages but reads none.</summary>
/// <param name="Passages">Passages of all its texts.</param>
/// <param name="Loose">How many of them came loose when the text was corrected.</param>
/// <param name="Sections">Sections of the newest text that are tied to a question of the interview guide.</param>
/// <param name="CodingFinishedBy">Name of who called the coding finished; null while it goes on.</param>
public sealed record InterviewPage(
    int Number, string Title, DateOnly HeldOn, string Place, InterviewMethod Method, string? Institution, Guid Version,
    IReadOnlyList<string> Interviewers, IReadOnlyList<InformantCode> Informants, IReadOnlyList<TranscriptRow> Transcripts,
    int Passages, int Loose, int Sections, DateTime? CodingFinishedAtUtc, string? CodingFinishedBy)
{
    /// <summary>True when there is a text to read and code.</summary>
    public bool HasText => Transcripts.Count > 0;

    /// <summary>Reads it; null when the process has no interview of that number.</summary>
    internal static Task<InterviewPage?> ReadAsync(LoesningsbrikkerContext db, long processId, int number) =>
        db.Interviews.Where(i => i.ProcessId == processId && i.Number == number)
            .Select(i => new InterviewPage(
                i.Number, i.Title, i.HeldOn, i.Place, i.Method, i.Institution!.Name, i.Version,
                i.Interviewers.OrderBy(u => u.DisplayName).Select(u => u.DisplayName).ToList(),
                i.Informants.OrderBy(x => x.Code).Select(x => new InformantCode(x.Code, x.Group.Name)).ToList(),
                i.Transcripts.OrderByDescending(t => t.VersionNumber).Select(t => new TranscriptRow(
                    t.VersionNumber, t.Kind, t.SourceFileName, t.ImportedAtUtc,
                    db.Users.Where(u => u.Id == t.ImportedByUserId).Select(u => u.DisplayName).FirstOrDefault(),
                    t.ApprovedOn, t.Words, t.Paragraphs.Count)).ToList(),
                db.Passages.Count(p => i.Transcripts.Any(t => t.Id == p.TranscriptId)),
                db.Passages.Count(p => p.LooseSinceUtc != null && i.Transcripts.Any(t => t.Id == p.TranscriptId)),
                db.GuideSections.Count(s => s.TranscriptId == i.Transcripts.OrderByDescending(t => t.VersionNumber).Select(t => t.Id).FirstOrDefault()),
                i.CodingFinishedAtUtc,
                db.Users.Where(u => u.Id == i.CodingFinishedByUserId).Select(u => u.DisplayName).FirstOrDefault()))
            .AsSplitQuery()
            .FirstOrDefaultAsync();
}

/// <summary>One text of an interview.</summary>
public sealed record TranscriptRow(
    int VersionNumber, TranscriptKind Kind, string SourceFileName, DateTime ImportedAtUtc, string? ImportedBy,
    DateOnly? ApprovedOn, int Words, int Paragraphs);
