using System.Globalization;
using Loesningsbrikker.Interviews.Corrections;
using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Interviews.Guide;

/// <summary>Reads what the page "Knyt afsnit til spørgsmål" shows.</summary>
internal static class SectionsReading
{
    /// <summary>Fills the form with what is tied, one empty line per question, and the proposals.</summary>
    /// <param name="typed">Lines that were typed and are to be kept; null to read those that are stored.</param>
    /// <exception cref="NotFoundException">There is no such interview, or it has no text.</exception>
    public static async Task<SectionsForm> ReadAsync(LoesningsbrikkerContext db, long processId, int number, SectionsForm? typed = null)
    {
        var text = await CorrectionBase.ReadAsync(db, processId, number);
        var index = new ParagraphIndex(text.Paragraphs);
        var groups = db.Interviews.Where(i => i.ProcessId == processId && i.Number == number).SelectMany(i => i.Informants).Select(n => n.GroupId);
        var questions = await db.GuideQuestions.Asked(processId, null)
            .Select(q => new AskedQuestion(q.Id, q.Text, q.Group!.Name, q.GroupId == null || groups.Contains(q.GroupId.Value))).ToListAsync();
        var stored = await StoredAsync(db, text.TranscriptId);
        var former = stored.Count > 0 ? 0 : await db.GuideSections.CountAsync(s =>
            db.Transcripts.Any(t => t.Id == s.TranscriptId && t.InterviewId == db.Transcripts.First(n => n.Id == text.TranscriptId).InterviewId));
        var form = typed ?? new SectionsForm
        {
            Rows = [.. stored.Select(s => new SectionRow { QuestionId = s.QuestionId, From = index.At(s.StartUtf16) + 1, To = index.At(s.EndUtf16 - 1) + 1 })],
        };
        Complete(form, questions, typed is null ? Fingerprint(stored) : null, text.VersionNumber);
        var unanswered = questions.Where(q => q.IsAsked && !form.Rows.Exists(r => r.QuestionId == q.Id && r.From is not null)).Select(q => (q.Id, q.Text));
        form.Page = new SectionsPage(number, text.Title, text.TranscriptId, text.VersionNumber, questions, text.Paragraphs,
            SectionProposals.Find(text.Paragraphs, unanswered, [.. form.Rows.Select(r => r.From).OfType<int>()]), former);
        return form;
    }

    /// <summary>What is tied to a text.</summary>
    public static Task<List<GuideSection>> StoredAsync(LoesningsbrikkerContext db, long transcriptId) =>
        db.GuideSections.Where(s => s.TranscriptId == transcriptId).OrderBy(s => s.StartUtf16).ThenBy(s => s.Id).ToListAsync();

    /// <summary>Says which sections there are.</summary>
    public static string Fingerprint(IEnumerable<GuideSection> sections) =>
        string.Join(' ', sections.Select(s => s.Id.ToString(CultureInfo.InvariantCulture)));

    private static void Complete(SectionsForm form, IReadOnlyList<AskedQuestion> questions, string? seen, int version)
    {
        form.Rows = [.. questions.SelectMany(q => form.Rows.Where(r => r.QuestionId == q.Id && (r.From is not null || r.To is not null))
            .Append(new SectionRow { QuestionId = q.Id }))];
        form.Seen = seen ?? form.Seen;
        form.BasedOnVersion = form.BasedOnVersion > 0 ? form.BasedOnVersion : version;
    }
}
