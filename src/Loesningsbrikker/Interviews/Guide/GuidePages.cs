using System.ComponentModel.DataAnnotations;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Interviews.Guide;

/// <summary>What the guide's page sends and shows.</summary>
public sealed class GuideForm
{
    /// <summary>What the interviewer says first.</summary>
    [Display(Name = "Indledning"), DataType(DataType.MultilineText), MaxLength(InterviewGuide.MaxTextLength)]
    public string? Introduction { get; set; }

    /// <summary>What the interviewer says last.</summary>
    [Display(Name = "Afslutning"), DataType(DataType.MultilineText), MaxLength(InterviewGuide.MaxTextLength)]
    public string? Closing { get; set; }

    /// <summary>The version that was shown; empty while there is no guide.</summary>
    public Guid Version { get; set; }

    /// <summary>The questions in order; never sent.</summary>
    [BindNever, ValidateNever]
    public IReadOnlyList<QuestionRow> Questions { get; set; } = [];
}

/// <summary>A question in the list.</summary>
/// <param name="Group">The only group that is asked; null when everybody is.</param>
/// <param name="Answers">Sections of the newest texts that are tied to it.</param>
public sealed record QuestionRow(long Id, string Text, string Probes, string? Group, int Answers);

/// <summary>What the form of a question sends.</summary>
public sealed class QuestionForm : SetupForm
{
    /// <summary>The question.</summary>
    [Display(Name = "Spørgsmål"), Required, DataType(DataType.MultilineText), MaxLength(GuideQuestion.MaxTextLength)]
    public string Text { get; set; } = "";

    /// <summary>What one may ask more about.</summary>
    [Display(Name = "Uddybende spørgsmål (kan udelades)"), DataType(DataType.MultilineText), MaxLength(GuideQuestion.MaxProbesLength)]
    public string? Probes { get; set; }

    /// <summary>Key of the only group that is asked; null for everybody.</summary>
    [Display(Name = "Hvem stilles spørgsmålet til?")]
    public long? GroupId { get; set; }

    /// <summary>The groups of the process; never sent.</summary>
    [BindNever, ValidateNever]
    public IReadOnlyList<SelectListItem> Groups { get; set; } = [];
}

/// <summary>The guide as it is taken to an interview.</summary>
/// <param name="Group">The group it is for; null for everybody.</param>
public sealed record PrintedGuide(
    string Introduction, string Closing, IReadOnlyList<QuestionRow> Questions, string? Group, IReadOnlyList<SelectListItem> Groups);

/// <summary>Reads what the pages of the guide show.</summary>
internal static class GuideReading
{
    public static Task<List<QuestionRow>> QuestionsAsync(LoesningsbrikkerContext db, long processId, long? groupId = null)
    {
        var current = GuideRows.Current(db, processId);
        return db.GuideQuestions.Asked(processId, groupId)
            .Select(q => new QuestionRow(q.Id, q.Text, q.Probes, q.Group!.Name, current.Count(s => s.QuestionId == q.Id))).ToListAsync();
    }

    public static async Task<IReadOnlyList<SelectListItem>> GroupsAsync(LoesningsbrikkerContext db, long processId, long? chosen = null)
    {
        var groups = await db.InformantGroups.Where(g => g.ProcessId == processId).Select(g => new { g.Id, g.Name }).ToListAsync();
        return [.. groups.OrderBy(g => g.Name, DanishText.Comparer).Select(g => new SelectListItem(g.Name, g.Id.ToString(), g.Id == chosen))];
    }
}
