namespace Loesningsbrikker.Interviews.Import;

/// <summary>
/// Plain text: a line is a paragraph, unless the lines were broken by width; then they are joined again.
/// Speakers are recognised where the text names them in a regular way.
/// </summary>
public static class PlainTextImport
{
    /// <summary>How much of the text the named speakers must cover before the names are taken for speakers.</summary>
    internal const double LeastShareOfTurns = 0.4;

    /// <summary>The paragraphs of a text; empty when it is blank.</summary>
    public static IReadOnlyList<ParagraphText> Read(string text) => Read(CanonicalText.Lines(text));

    /// <summary>The paragraphs of cleaned lines; blank lines separate.</summary>
    internal static IReadOnlyList<ParagraphText> Read(IReadOnlyList<string> cleanLines)
    {
        var lines = cleanLines.Where(line => !Residue.IsLoneSymbol(line)).Select(Bullets.Unify).ToList();
        if (MeetingTranscript.TryRead(lines) is { } turns)
            return Residue.FoldRepeats(turns);
        return Residue.FoldRepeats((IEnumerable<ParagraphText>?)Turns(lines) ?? HardWrap.Join(lines, SpeakerLabels.None).Select(p => new ParagraphText("", p)));
    }

    /// <summary>The paragraphs with their speakers; null when the text names none in a regular way.</summary>
    private static List<ParagraphText>? Turns(List<string> lines)
    {
        var labels = SpeakerLabels.Find(lines);
        if (!labels.Any)
            return null;
        var paragraphs = labels.Split(HardWrap.Join(lines, labels)).ToList();
        return paragraphs.Count(p => p.Speaker.Length > 0) >= paragraphs.Count * LeastShareOfTurns ? paragraphs : null;
    }
}

/// <summary>One sign for every bullet at the beginning of a line. A long dash stays: in Danish it may open a reply.</summary>
internal static class Bullets
{
    /// <summary>The sign with its space.</summary>
    public const string Mark = "• ";

    /// <summary>The line with its bullet unified; other lines unchanged.</summary>
    public static string Unify(string line)
    {
        if (line.Length < 2)
            return line;
        var always = line[0] is '•' or '▪' or '◦' or '●' or '‣' or '■' or '○' or '∙';
        var withSpace = line[0] is '-' or '*' or '·' && line[1] == ' ';
        return always || withSpace ? Mark + line[1..].TrimStart() : line;
    }
}

/// <summary>What web pages and lists leave behind in copied text. What people said is left alone.</summary>
internal static class Residue
{
    /// <summary>Shorter repeats are how people talk ("Ja." "Ja."); longer ones are how web pages are built.</summary>
    private const int ShortestRepeat = 20;

    private const string Symbols = "×✕✖✗╳•▪◦●‣■○∙·*|¦_-–—+=~#^<>«»‹›→←↑↓▼▲►◄";

    /// <summary>A line of one symbol that says nothing; a lone "?" or an emoji may be an answer.</summary>
    public static bool IsLoneSymbol(string line) => line.Length == 1 && Symbols.Contains(line[0], StringComparison.Ordinal);

    /// <summary>Leaves out a paragraph that repeats the one before it word for word.</summary>
    public static IReadOnlyList<ParagraphText> FoldRepeats(IEnumerable<ParagraphText> paragraphs)
    {
        var folded = new List<ParagraphText>();
        foreach (var paragraph in paragraphs)
            if (folded.Count == 0 || paragraph.Text.Length < ShortestRepeat || folded[^1] != paragraph)
                folded.Add(paragraph);
        return folded;
    }
}
