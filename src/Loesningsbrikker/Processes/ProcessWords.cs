using Microsoft.AspNetCore.Mvc.Rendering;

namespace Loesningsbrikker.Processes;

/// <summary>The Danish words for areas and kinds of institutions.</summary>
public static class ProcessWords
{
    /// <summary>Skoler, Dagtilbud, Andet.</summary>
    public static string ToDanish(this ProcessArea area) => area switch
    {
        ProcessArea.School => "Skoler",
        ProcessArea.Daycare => "Dagtilbud",
        ProcessArea.Other => "Andet",
        _ => throw new ArgumentOutOfRangeException(nameof(area)),
    };

    /// <summary>Skole, Dagtilbud, Anden institution.</summary>
    public static string ToDanish(this InstitutionKind kind) => kind switch
    {
        InstitutionKind.School => "Skole",
        InstitutionKind.Daycare => "Dagtilbud",
        InstitutionKind.Other => "Anden institution",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The areas as choices.</summary>
    public static IReadOnlyList<SelectListItem> Areas { get; } =
        [.. Enum.GetValues<ProcessArea>().Select(a => new SelectListItem(a.ToDanish(), a.ToString()))];

    /// <summary>The kinds of institutions as choices.</summary>
    public static IReadOnlyList<SelectListItem> Kinds { get; } =
        [.. Enum.GetValues<InstitutionKind>().Select(k => new SelectListItem(k.ToDanish(), k.ToString()))];
}
