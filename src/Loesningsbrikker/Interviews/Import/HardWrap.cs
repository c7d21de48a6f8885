using System.Text;

namespace Loesningsbrikker.Interviews.Import;

/// <summary>Joins lines that a program broke by width, e.g. in an e-mail, so that a paragraph is one line again.</summary>
internal static class HardWrap
{
    private const int WidestLine = 100;
    private const int NarrowestLine = 50;
    private const int FewestLines = 4;

    /// <summary>The paragraphs; blank lines separate and vanish. A turn of a known speaker always begins a paragraph.</summary>
    public static IEnumerable<string> Join(IReadOnlyList<string> lines, SpeakerLabels labels)
    {
        var width = WidthOrZero(lines, labels);
        var paragraph = new StringBuilder();
        var previous = "";
        foreach (var line in lines)
        {
            if (paragraph.Length > 0 && !Continues(previous, line, width, labels))
            {
                yield return paragraph.ToString();
                paragraph.Clear();
            }
            if (line.Length > 0)
                Append(paragraph, line);
            previous = line;
        }
        if (paragraph.Length > 0)
            yield return paragraph.ToString();
    }

    /// <summary>The width the text was broken at; 0 when it was not broken by width.</summary>
    private static int WidthOrZero(IReadOnlyList<string> lines, SpeakerLabels labels)
    {
        var width = lines.Count == 0 ? 0 : lines.Max(l => l.Length);
        if (width is < NarrowestLine or >= WidestLine)
            return 0;
        var inner = Enumerable.Range(0, Math.Max(0, lines.Count - 1))
            .Where(i => lines[i].Length > 0 && lines[i + 1].Length > 0 && !BeginsAnew(lines[i + 1], labels))
            .Select(i => lines[i])
            .ToList();
        var filled = inner.Count(l => l.Length >= width * 0.7);
        var unfinished = inner.Count(l => !EndsSentence(l));
        return inner.Count >= FewestLines && filled >= inner.Count * 0.6 && unfinished >= inner.Count * 0.6 ? width : 0;
    }

    /// <summary>The break was forced when the next word would not have fitted into the line before.</summary>
    private static bool Continues(string previous, string line, int width, SpeakerLabels labels)
    {
        if (width == 0 || previous.Length == 0 || line.Length == 0 || BeginsAnew(line, labels))
            return false;
        var firstWord = line.IndexOf(' ', StringComparison.Ordinal) is var space and > 0 ? space : line.Length;
        return previous.Length + 1 + firstWord >= width * 0.9;
    }

    private static bool BeginsAnew(string line, SpeakerLabels labels) =>
        line.StartsWith(Bullets.Mark, StringComparison.Ordinal) || labels.IsTurn(line) || IsNumbered(line);

    /// <summary>"1. …", "12) …"</summary>
    private static bool IsNumbered(string line)
    {
        var digits = line.TakeWhile(char.IsAsciiDigit).Count();
        return digits is 1 or 2 && line.Length > digits + 1 && line[digits] is '.' or ')' && line[digits + 1] == ' ';
    }

    private static bool EndsSentence(string line) => line[^1] is '.' or '!' or '?' or ':';

    private static void Append(StringBuilder paragraph, string line)
    {
        if (paragraph.Length > 1 && paragraph[^1] == '-' && char.IsLetter(paragraph[^2]) && char.IsLower(line[0]) && !EndsHalfAPair(line))
            paragraph.Length--;
        else if (paragraph.Length > 0)
            paragraph.Append(' ');
        paragraph.Append(line);
    }

    /// <summary>"dag- og døgntilbud": the hyphen belongs to the word and stays.</summary>
    private static bool EndsHalfAPair(string next) =>
        next.Split(' ', 2)[0] is "og" or "eller" or "samt" or "til" or "som";
}
