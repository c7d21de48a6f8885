using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Loesningsbrikker.Interviews;

/// <summary>The Danish words of this room.</summary>
public static class InterviewWords
{
    /// <summary>Interview, Børnemiljøundersøgelse, Dialogmøde, Skriftligt input.</summary>
    public static string ToDanish(this InterviewMethod method) => method switch
    {
        InterviewMethod.Interview => "Interview",
        InterviewMethod.ChildEnvironmentSurvey => "Børnemiljøundersøgelse",
        InterviewMethod.DialogueMeeting => "Dialogmøde",
        InterviewMethod.WrittenInput => "Skriftligt input",
        _ => throw new ArgumentOutOfRangeException(nameof(method)),
    };

    /// <summary>Ordret, Gengivet.</summary>
    public static string ToDanish(this TranscriptKind kind) => kind switch
    {
        TranscriptKind.Verbatim => "Ordret",
        TranscriptKind.Rendered => "Gengivet",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>"1.037 ord".</summary>
    public static string Words(int count) => DanishText.Count(count, "ord", "ord");

    /// <summary>The methods as choices.</summary>
    public static IReadOnlyList<SelectListItem> Methods { get; } =
        [.. Enum.GetValues<InterviewMethod>().Select(m => new SelectListItem(m.ToDanish(), m.ToString()))];
}
