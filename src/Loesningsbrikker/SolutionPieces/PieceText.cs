using Loesningsbrikker.Interviews.Import;

namespace Loesningsbrikker.SolutionPieces;

/// <summary>Cleans what people type or paste before it is compared or stored, by the same rules as transcripts.</summary>
internal static class PieceText
{
    /// <summary>
    /// Composed (NFC), line feeds only, single spaces, trimmed; no control characters (PostgreSQL refuses NUL), nothing invisible
    /// (a title must be seen), no half character.
    /// </summary>
    public static string Lines(string? text) => CanonicalText.Clean(text ?? "").Trim();

    /// <summary>The same on one line.</summary>
    public static string Line(string? text) => CanonicalText.OneLine(text ?? "", int.MaxValue);
}
