using System.Text;

namespace Loesningsbrikker.Decisions;

/// <summary>Makes any text fit for a cell: what XML or Excel cannot hold would make Excel offer a repair.</summary>
internal static class CellText
{
    /// <summary>The most UTF-16 code units that Excel keeps in a cell.</summary>
    public const int MaxLength = 32_767;

    /// <summary>Stands at the end of a text that was cut.</summary>
    public const string CutMark = "… [forkortet: teksten er længere, end en celle i Excel kan rumme]";

    /// <summary>Height of one line, in points.</summary>
    public const int LineHeight = 15;

    /// <summary>The most lines a row can show: Excel allows 409 points.</summary>
    public const int MaxLines = 27;

    /// <summary>About how many lines a wrapped text takes; rather one too many than one too few.</summary>
    /// <param name="width">Width of the cell in characters.</param>
    public static int Lines(string text, double width)
    {
        var (lines, column) = (1, 0);
        foreach (var c in text)
            if (c == '\n' || ++column > width)
                (lines, column) = (lines + 1, c == '\n' ? 0 : 1);
        return lines;
    }

    /// <summary>The text without characters that XML refuses, with line feeds only, cut where a cell ends.</summary>
    public static string Clean(string text)
    {
        var clean = IsClean(text) ? text : Rebuild(text);
        if (clean.Length <= MaxLength)
            return clean;
        var end = MaxLength - CutMark.Length;
        return clean[..(char.IsHighSurrogate(clean[end - 1]) ? end - 1 : end)] + CutMark;
    }

    /// <summary>Whether a spreadsheet, or the next program that reads the file, might take the text for a formula.</summary>
    public static bool LooksLikeFormula(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\n' or '\'';

    private static bool IsClean(string text)
    {
        foreach (var c in text)
            if (c is (< ' ' and not '\n' and not '\t') or '\u007f' or '\ufffe' or '\uffff' || char.IsSurrogate(c))
                return false;
        return true;
    }

    private static string Rebuild(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                clean.Append(c).Append(text[++i]);
            else if (c == '\r')
                clean.Append(i + 1 < text.Length && text[i + 1] == '\n' ? "" : "\n");
            else if ((c is >= ' ' or '\n' or '\t') && c is not ('\u007f' or '\ufffe' or '\uffff') && !char.IsSurrogate(c))
                clean.Append(c);
        }
        return clean.ToString();
    }
}
