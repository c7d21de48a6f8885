using Loesningsbrikker.Exchange.Import;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Loesningsbrikker.Exchange;

/// <summary>The Danish words of projects that come in.</summary>
public static class ImportWords
{
    /// <summary>What a code becomes.</summary>
    public static string ToDanish(this CodeFate fate) => fate switch
    {
        CodeFate.AsAll => "Som valgt for alle",
        CodeFate.Political => "Ny politisk brik",
        CodeFate.Administrative => "Ny administrativ brik",
        CodeFate.Local => "Ny lokal brik",
        CodeFate.Challenge => "Ny udfordring",
        CodeFate.Theme => "Tema for koderne under den",
        CodeFate.Existing => "En, der er her →",
        CodeFate.LeaveOut => "Tag den ikke med",
        _ => throw new ArgumentOutOfRangeException(nameof(fate)),
    };

    /// <summary>What a code can become.</summary>
    public static IReadOnlyList<SelectListItem> Fates { get; } = [.. Enum.GetValues<CodeFate>().Select(f => new SelectListItem(f.ToDanish(), f.ToString()))];

    /// <summary>What all codes can become.</summary>
    public static IReadOnlyList<SelectListItem> DefaultFates { get; } =
        [.. Enum.GetValues<CodeFate>().Where(f => f is not (CodeFate.AsAll or CodeFate.Existing or CodeFate.Theme)).Select(f => new SelectListItem(f.ToDanish(), f.ToString()))];

    /// <summary>"3 interviews, 40 uddrag, 55 knytninger, 12 brikker og 0 udfordringer".</summary>
    public static string Counts(ExchangeImport import) => DanishText.List(
    [
        DanishText.Count(import.Interviews, "interview", "interviews"), DanishText.Count(import.Passages, "uddrag", "uddrag"),
        DanishText.Count(import.Codings, "knytning", "knytninger"), DanishText.Count(import.Pieces, "brik", "brikker"),
        DanishText.Count(import.Challenges, "udfordring", "udfordringer"),
    ]);
}
