using System.Net;
using System.Text.RegularExpressions;

namespace Loesningsbrikker.Interviews.Import;

/// <summary>Markdown: the marks are taken away, the words stay; then it is plain text.</summary>
public static class MarkdownImport
{
    // Non-backtracking: linear in the length of the line, whatever somebody writes.
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    // Each with signs that it needs: most lines have none, and then no pattern is tried.
    private static readonly (string Sign, Regex Pattern, string Replacement)[] Marks =
    [
        ("<!--", new(@"<!--.*?-->", Linear), ""),
        (">", new(@"^(?:>[ ]?)+", Linear), ""),
        ("#", new(@"^#{1,6}[ ]+(?<a>.*?)(?:[ ]#+)?$", Linear), "${a}"),
        ("[", new(@"^\[[^\]]+\]:[ ]\S+.*$", Linear), ""),
        ("](", new(@"!?\[(?<a>[^\[\]]*)\]\([^()]*\)", Linear), "${a}"),
        ("][", new(@"!?\[(?<a>[^\[\]]+)\]\[[^\[\]]*\]", Linear), "${a}"),
        ("<", new(@"<(?<a>(?:https?://|mailto:)[^<>\s]+)>", Linear), "${a}"),
        ("<", new(@"</?(?:b|i|em|strong|u|sup|sub|span|div|p|br|a|mark|small)(?:[ ][^<>]*)?/?>", Linear | RegexOptions.IgnoreCase), ""),
        ("`", new(@"`+(?<a>[^`]+)`+", Linear), "${a}"),
        ("***", new(@"\*\*\*(?<a>[^*]+)\*\*\*", Linear), "${a}"),
        ("**", new(@"\*\*(?<a>[^*]+)\*\*", Linear), "${a}"),
        ("*", new(@"\*(?<a>[^*\s](?:[^*]*[^*\s])?)\*", Linear), "${a}"),
        ("__", new(@"(?<a>^|[^\p{L}\p{N}_])__(?<b>[^_]+)__(?<c>$|[^\p{L}\p{N}_])", Linear), "${a}${b}${c}"),
        ("_", new(@"(?<a>^|[^\p{L}\p{N}_])_(?<b>[^_\s](?:[^_]*[^_\s])?)_(?<c>$|[^\p{L}\p{N}_])", Linear), "${a}${b}${c}"),
        ("~~", new(@"~~(?<a>[^~]+)~~", Linear), "${a}"),
        ("\\", new(@"\\(?<a>[\\`*_{}\[\]()#+.!>~|-])", Linear), "${a}"),
    ];

    private static readonly Regex Nothing = new(@"^(?:(?:[-*_=][ ]?){3,}|[|: -]*-{3,}[|: -]*|```.*|~~~.*)$", Linear);

    private static readonly Regex Picture = new(@"!\[[^\[\]]*\][\[(]", Linear);

    /// <summary>The paragraphs of a text; empty when it is blank.</summary>
    /// <param name="leftOut">Told how many pictures there are; null when nobody asks.</param>
    public static IReadOnlyList<ParagraphText> Read(string text, LeftOut? leftOut = null)
    {
        leftOut?.Add(LeftOutKind.Pictures, Picture.Count(text));
        return PlainTextImport.Read([.. CanonicalText.Lines(text).Select(WithoutMarks)]);
    }

    private static string WithoutMarks(string line)
    {
        if (line.Length == 0 || (MayBeNothing(line) && Nothing.IsMatch(line)))
            return "";
        // The bullet must not be taken for emphasis.
        line = Bullets.Unify(line.StartsWith("+ ", StringComparison.Ordinal) ? "-" + line[1..] : line);
        foreach (var (sign, pattern, replacement) in Marks)
            if (line.Contains(sign, StringComparison.Ordinal))
                line = pattern.Replace(line, replacement);
        return CanonicalText.OneLine(WebUtility.HtmlDecode(line.Trim('|')), int.MaxValue);
    }

    /// <summary>Whether the line has no sign but those of rules and tables, or begins a block of code; cheap, for long texts have many lines.</summary>
    private static bool MayBeNothing(string line) =>
        !line.AsSpan().ContainsAnyExcept("-*_=|: ") || line.StartsWith("```", StringComparison.Ordinal) || line.StartsWith("~~~", StringComparison.Ordinal);
}
