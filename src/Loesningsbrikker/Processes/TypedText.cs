namespace Loesningsbrikker.Processes;

/// <summary>What people type or paste, without control characters (PostgreSQL stores no U+0000) and stray white space.</summary>
internal static class TypedText
{
    /// <summary>The text on one line; empty for null.</summary>
    public static string OneLine(string? text) =>
        string.Join(' ', Clean(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The text with its line breaks, trimmed; empty for null.</summary>
    public static string Lines(string? text) => Clean(text).Trim();

    private static string Clean(string? text) =>
        string.Concat((text ?? "").ReplaceLineEndings("\n").Where(c => c is '\n' or '\t' || !char.IsControl(c)));
}
