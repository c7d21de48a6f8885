using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Interviews.Guide;

/// <summary>The page with all answers to one question.</summary>
/// <param name="GroupId">The group it is narrowed to; null for all.</param>
/// <param name="Others">All questions in order, to go on to.</param>
public sealed record GuideAnswers(
    long QuestionId, string Question, string? OnlyGroup, long? GroupId, IReadOnlyList<SelectListItem> Groups, IReadOnlyList<QuestionLink> Others, PageOf<GuideAnswer> Answers)
{
    /// <summary>Most paragraphs of one section that are shown here; the rest is read where it stands.</summary>
    internal const int MostParagraphs = 40;

    /// <summary>Reads it; the number of queries does not depend on how many answers there are. Null when the process has no such question.</summary>
    internal static async Task<GuideAnswers?> ReadAsync(LoesningsbrikkerContext db, long processId, long questionId, long? groupId, int page)
    {
        var question = await db.GuideQuestions.Where(q => q.Id == questionId && q.ProcessId == processId)
            .Select(q => new { q.Text, Group = q.Group!.Name }).FirstOrDefaultAsync();
        if (question is null)
            return null;
        var answers = await Sections(db, processId, questionId, groupId).ToPageAsync(page);
        var ids = answers.Rows.Select(a => a.SectionId).ToList();
        var words = (await Words(db, ids).ToListAsync()).OrderBy(w => w.Number).ToLookup(w => w.SectionId, w => new AnswerParagraph(w.Number, w.Speaker, w.Text));
        var interviews = answers.Rows.Select(a => a.InterviewId).Distinct().ToList();
        var informants = (await db.Interviews.Where(i => interviews.Contains(i.Id))
            .SelectMany(i => i.Informants, (i, n) => new { i.Id, n.Code, Group = n.Group.Name }).OrderBy(n => n.Code).ToListAsync())
            .ToLookup(n => n.Id, n => new InformantCode(n.Code, n.Group));
        var others = await db.GuideQuestions.Asked(processId, null).Select(q => new QuestionLink(q.Id, q.Text)).ToListAsync();
        return new GuideAnswers(questionId, question.Text, question.Group, groupId, await GuideReading.GroupsAsync(db, processId, groupId), others, answers with
        {
            Rows = [.. answers.Rows.Select(a => a with { Paragraphs = [.. words[a.SectionId]], Informants = [.. informants[a.InterviewId]] })],
        });
    }

    private static IQueryable<GuideAnswer> Sections(LoesningsbrikkerContext db, long processId, long questionId, long? groupId) =>
        from section in GuideRows.Current(db, processId)
        join transcript in db.Transcripts on section.TranscriptId equals transcript.Id
        join interview in db.Interviews on transcript.InterviewId equals interview.Id
        where section.QuestionId == questionId && (groupId == null || interview.Informants.Any(n => n.GroupId == groupId))
        orderby interview.Number, section.StartUtf16, section.Id
        select new GuideAnswer(
            section.Id, section.TranscriptId, interview.Id, interview.Number, interview.Title, interview.HeldOn, transcript.Kind,
            db.TranscriptParagraphs.Where(p => p.TranscriptId == section.TranscriptId && p.StartUtf16 == section.StartUtf16).Select(p => p.Number).FirstOrDefault(),
            db.TranscriptParagraphs.Count(p => p.TranscriptId == section.TranscriptId && p.StartUtf16 >= section.StartUtf16 && p.StartUtf16 < section.EndUtf16),
            db.Passages.Count(p => p.TranscriptId == section.TranscriptId && p.LooseSinceUtc == null && p.StartUtf16 < section.EndUtf16 && p.EndUtf16 > section.StartUtf16));

    private static IQueryable<SectionWords> Words(LoesningsbrikkerContext db, List<long> sectionIds) =>
        from s in db.GuideSections
        join p in db.TranscriptParagraphs on s.TranscriptId equals p.TranscriptId
        where sectionIds.Contains(s.Id) && p.StartUtf16 >= s.StartUtf16 && p.StartUtf16 < s.EndUtf16
            && p.Number < MostParagraphs + db.TranscriptParagraphs.Where(f => f.TranscriptId == s.TranscriptId && f.StartUtf16 == s.StartUtf16).Select(f => f.Number).First()
        select new SectionWords(s.Id, p.Number, p.Speaker, p.Text);

    private sealed record SectionWords(long SectionId, int Number, string Speaker, string Text);
}

/// <summary>A question to go on to.</summary>
public sealed record QuestionLink(long Id, string Text);

/// <summary>One section in which the question is answered.</summary>
/// <param name="FirstParagraph">Number of its first paragraph.</param>
/// <param name="Length">How many paragraphs it has.</param>
/// <param name="Marks">How many passages are marked in it.</param>
public sealed record GuideAnswer(
    long SectionId, long TranscriptId, long InterviewId, int InterviewNumber, string InterviewTitle, DateOnly HeldOn, TranscriptKind Kind,
    int FirstParagraph, int Length, int Marks)
{
    /// <summary>Who gave input in the interview.</summary>
    public IReadOnlyList<InformantCode> Informants { get; init; } = [];

    /// <summary>The words, at most the first forty paragraphs.</summary>
    public IReadOnlyList<AnswerParagraph> Paragraphs { get; init; } = [];
}

/// <summary>A paragraph of an answer.</summary>
public sealed record AnswerParagraph(int Number, string Speaker, string Text);
