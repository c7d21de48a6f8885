namespace Loesningsbrikker.Shared;

/// <summary>What a file is called when somebody downloads it.</summary>
internal static class DownloadName
{
    /// <summary>E.g. Dialog-om-dagtilbud-løsningsbrikker-2026-11-21-udvalg.xlsx, dated in Danish time; nothing but letters, digits and dashes.</summary>
    /// <param name="process">Name of the process.</param>
    /// <param name="what">What the file holds, in a word.</param>
    /// <param name="utcNow">Time of the extract, in UTC.</param>
    /// <param name="ending">What follows the date, with the extension.</param>
    public static string Of(string process, string what, DateTime utcNow, string ending)
    {
        var letters = process.Select(c => char.IsLetterOrDigit(c) ? c : '-').Take(100);
        var name = string.Join('-', new string([.. letters]).Split('-', StringSplitOptions.RemoveEmptyEntries));
        return $"{name}-{what}-{DanishText.Day(utcNow):yyyy-MM-dd}{ending}".TrimStart('-');
    }
}
