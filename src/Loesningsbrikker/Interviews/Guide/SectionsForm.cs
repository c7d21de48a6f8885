using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Loesningsbrikker.Interviews.Guide;

/// <summary>One line of the page: a question and the paragraphs in which it is answered.</summary>
public sealed class SectionRow
{
    /// <summary>Key of the question.</summary>
    public long QuestionId { get; set; }

    /// <summary>Number of the first paragraph; null for an empty line.</summary>
    [Display(Name = "Fra afsnit")]
    public int? From { get; set; }

    /// <summary>Number of the last paragraph; null for the same as the first.</summary>
    [Display(Name = "Til afsnit")]
    public int? To { get; set; }
}

/// <summary>What the page "Knyt afsnit til spørgsmål" sends and shows.</summary>
public sealed class SectionsForm
{
    /// <summary>Most lines that one page sends.</summary>
    public const int Most = 600;

    /// <summary>The lines; those without a number are left out.</summary>
    [MaxLength(Most, ErrorMessage = "Så mange afsnit kan ikke knyttes på én gang.")]
    public List<SectionRow> Rows { get; set; } = [];

    /// <summary>Proposals that the user ticked, each as question:from-to.</summary>
    [MaxLength(Most, ErrorMessage = "Så mange forslag kan ikke vælges på én gang.")]
    public List<string> Accepted { get; set; } = [];

    /// <summary>Number of the text that the paragraphs are counted in.</summary>
    public int BasedOnVersion { get; set; }

    /// <summary>What was tied when the page was shown, so that two who tie at once notice each other.</summary>
    public string? Seen { get; set; }

    /// <summary>What the page shows; never sent.</summary>
    [BindNever, ValidateNever]
    internal SectionsPage? Page { get; set; }
}

/// <summary>What the page shows beside the lines.</summary>
/// <param name="Questions">All questions in order, those that are asked of the interview's groups marked.</param>
/// <param name="FormerSections">Sections of an older text, when the newest has none: it was replaced without a correction.</param>
internal sealed record SectionsPage(
    int Number, string Title, long TranscriptId, int VersionNumber, IReadOnlyList<AskedQuestion> Questions, IReadOnlyList<ParagraphText> Paragraphs,
    IReadOnlyList<SectionProposal> Proposals, int FormerSections);

/// <summary>A question on the page.</summary>
/// <param name="Group">The only group that is asked; null when everybody is.</param>
/// <param name="IsAsked">Whether it is asked of a group that this interview has.</param>
internal sealed record AskedQuestion(long Id, string Text, string? Group, bool IsAsked);
