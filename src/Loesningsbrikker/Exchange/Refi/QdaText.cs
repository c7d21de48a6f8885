using Loesningsbrikker.Interviews;
using Loesningsbrikker.Interviews.Import;

namespace Loesningsbrikker.Exchange.Refi;

/// <summary>
/// A foreign text made into paragraphs in canonical form, and where its places went. A line is a paragraph; lines are neither joined nor
/// left out because they look odd, since selections point at them. Names of speakers move out of the text.
/// </summary>
internal sealed class QdaText
{
    private readonly List<Line> _lines;

    private QdaText(List<Line> lines)
    {
        _lines = lines;
        Paragraphs = [.. lines.Where(l => l.Text.Length > 0).Select(l => new ParagraphText(l.Speaker, l.Text))];
        Canonical = TranscriptText.Join(Paragraphs.Select(p => p.Text));
    }

    /// <summary>The paragraphs; empty when there is no text.</summary>
    public IReadOnlyList<ParagraphText> Paragraphs { get; }

    /// <summary>The paragraphs joined by one line feed.</summary>
    public string Canonical { get; }

    /// <summary>Makes the paragraphs.</summary>
    /// <param name="raw">The text as it stands in the file.</param>
    /// <param name="bounds">Where selections begin and end, in UTF-16 code units of <paramref name="raw"/>.</param>
    /// <param name="speakers">
    /// What a file of this product's own tells; null for a file of another, where names are recognised as in any text.
    /// </param>
    public static QdaText Of(string raw, IEnumerable<int> bounds, ToldSpeakers? speakers)
    {
        var lines = Split(raw);
        if (speakers is null)
            TakeOutRecognised(lines);
        else
            TakeOutTold(lines, [.. bounds.Distinct().Order()], speakers);
        var next = 0;
        foreach (var line in lines)
        {
            line.CanonicalStart = next;
            next += line.Text.Length > 0 ? line.Text.Length + 1 : 0;
        }
        return new QdaText(lines);
    }

    /// <summary>Where a place of the foreign text lies in <see cref="Canonical"/>; one that is gone lies where the next words begin.</summary>
    public int Map(int rawUtf16)
    {
        var (low, high) = (0, _lines.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = _lines[middle].RawStart <= rawUtf16 ? (middle, high) : (low, middle - 1);
        }
        var line = _lines[low];
        return Math.Min(Canonical.Length, line.CanonicalStart + Math.Max(0, line.Cleaned.Map(rawUtf16 - line.RawStart) - line.Prefix));
    }

    /// <summary>The same line breaks as <see cref="CanonicalText"/> sees.</summary>
    private static List<Line> Split(string raw)
    {
        List<Line> lines = [];
        var start = 0;
        for (var i = 0; i < raw.Length; i++)
            if (raw[i] is '\n' or '\v' or '\f' or '\r' or '\u0085' or '\u2028' or '\u2029')
            {
                lines.Add(new Line(start, raw[start..i]));
                if (raw[i] == '\r' && i + 1 < raw.Length && raw[i + 1] == '\n')
                    i++;
                start = i + 1;
            }
        lines.Add(new Line(start, raw[start..]));
        return lines;
    }

    private static void TakeOutRecognised(List<Line> lines)
    {
        List<Line> filled = [.. lines.Where(l => l.Cleaned.Text.Length > 0)];
        var labels = SpeakerLabels.Find(filled.Select(l => l.Cleaned.Text));
        List<Line> turns = labels.Any ? [.. filled.Where(l => labels.IsTurn(l.Cleaned.Text))] : [];
        if (turns.Count == 0 || turns.Count < filled.Count * PlainTextImport.LeastShareOfTurns)
            return;
        var announced = "";
        foreach (var line in filled)
        {
            if (labels.IsTurn(line.Cleaned.Text) && SpeakerLabels.Parse(line.Cleaned.Text) is { } turn)
                line.TakeOut(CanonicalText.OneLine(turn.Name, ParagraphText.LongestSpeaker), line.Cleaned.Text.Length - turn.Text.Length);
            else
                line.Speaker = announced;
            // A name that stands alone belongs to the paragraph after it.
            announced = line.Text.Length == 0 ? line.Speaker : "";
        }
    }

    /// <summary>A line whose name is part of a selection keeps it: somebody wrote it there since the file was made.</summary>
    private static void TakeOutTold(List<Line> lines, int[] bounds, ToldSpeakers speakers)
    {
        var next = 0;
        foreach (var (i, line) in lines.Index())
        {
            while (next < bounds.Length && bounds[next] < line.RawStart)
                next++;
            if (speakers.Of(i + 1, line.Cleaned.Text) is { } speaker && !(next < bounds.Length && bounds[next] < line.RawStart + speaker.Length + 2))
                line.TakeOut(speaker, speaker.Length + 2);
        }
    }

    private sealed class Line(int rawStart, string raw)
    {
        public int RawStart { get; } = rawStart;
        public CleanedLine Cleaned { get; } = new(raw);
        public int Prefix { get; private set; }
        public string Speaker { get; set; } = "";
        public int CanonicalStart { get; set; }
        public string Text => Prefix == 0 ? Cleaned.Text : Cleaned.Text[Prefix..];

        public void TakeOut(string speaker, int prefix) => (Speaker, Prefix) = (speaker, prefix);
    }
}

/// <summary>
/// Who speaks in the lines of a file that this product made: the longest name of a list that stands before the words, but for the lines
/// that are told apart because their words begin like a turn themselves.
/// </summary>
internal sealed class ToldSpeakers
{
    private readonly List<string> _names;
    private readonly IReadOnlyDictionary<int, string> _exceptions;

    /// <param name="names">Every speaker of the text.</param>
    /// <param name="exceptions">Speakers by the line's number, from 1, where the list would give another; empty for nobody.</param>
    public ToldSpeakers(IEnumerable<string> names, IReadOnlyDictionary<int, string> exceptions)
    {
        _names = [.. names.OrderByDescending(n => n.Length).ThenBy(n => n, StringComparer.Ordinal)];
        _exceptions = exceptions;
    }

    /// <summary>The name that stands before the words; null when none does.</summary>
    public string? Of(int number, string line)
    {
        if (!_exceptions.TryGetValue(number, out var told))
            return _names.Find(name => StandsBefore(name, line));
        return told.Length > 0 && StandsBefore(told, line) ? told : null;
    }

    private static bool StandsBefore(string name, string line) =>
        line.Length > name.Length + 2 && line.StartsWith(name, StringComparison.Ordinal) && line.AsSpan(name.Length).StartsWith(": ");
}
