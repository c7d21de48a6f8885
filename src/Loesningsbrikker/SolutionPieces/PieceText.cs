using System.Text;

namespace Loesningsbrikker.SolutionPieces;

/// <summary>Cleans what people type or paste before it is compared or stored.</summary>
internal static class PieceText
{
    /// <summary>Composed (NFC), line feeds only, without control characters (PostgreSQL refuses NUL), trimmed.</summary>
    public static string Lines(string? text) =>
        string.Concat((text ?? "").ReplaceLineEndings("\n").Replace('\t', ' ').Where(c => c == '\n' || !char.IsControl(c)))
            .Normalize(NormalizationForm.FormC).Trim();

    /// <summary>The same on one line.</summary>
    public static string Line(string? text) => Lines(text).Replace('\n', ' ');
}
