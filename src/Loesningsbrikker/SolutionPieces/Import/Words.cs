using System.Text;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.SolutionPieces.Import;

/// <summary>Words as they are compared: lower case, letters and digits only, one space between them.</summary>
internal static class Words
{
    /// <summary>E.g. "Ansvarlig(e):" → "ansvarlig e".</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        var gap = false;
        foreach (var sign in DanishText.SearchForm(text))
        {
            if (!char.IsLetterOrDigit(sign) && sign != '#')
            {
                gap = plain.Length > 0;
                continue;
            }
            if (gap)
                plain.Append(' ');
            gap = false;
            plain.Append(sign);
        }
        return plain.ToString();
    }

    /// <summary>Whether the whole words stand in the text, one after the other; both plain.</summary>
    public static bool Has(string text, string words) =>
        text.Length == words.Length ? text == words : $" {text} ".Contains($" {words} ", StringComparison.Ordinal);
}
