using Loesningsbrikker.Exchange.Refi;
using Loesningsbrikker.Interviews;

namespace Loesningsbrikker.Exchange;

/// <summary>
/// From UTF-16 offsets in a canonical text to Unicode code points in the file that it is written to, where each paragraph is a line and
/// the speaker's name stands before the words. Keeps two numbers per paragraph and one per character outside the first plane.
/// </summary>
internal sealed class SourcePositions
{
    private readonly List<int> _starts = [];
    private readonly List<int> _inFile = [];
    private readonly List<int> _pairs = [];
    private readonly SortedSet<string> _speakers = new(StringComparer.Ordinal);
    private readonly List<(int Line, string Speaker, string Beginning)> _beginnings = [];

    /// <summary>Length of the canonical text, in UTF-16 code units.</summary>
    public int LengthUtf16 { get; private set; }

    /// <summary>The names that stand before the words.</summary>
    public IReadOnlyCollection<string> Speakers => _speakers;

    /// <summary>The lines whose speaker cannot be told from those names, because the words begin like a turn; empty for nobody.</summary>
    public IEnumerable<(int Line, string Speaker)> Exceptions
    {
        get
        {
            var told = new ToldSpeakers(_speakers, new Dictionary<int, string>());
            return _beginnings.Where(b => (told.Of(b.Line, b.Beginning) ?? "") != b.Speaker).Select(b => (b.Line, b.Speaker));
        }
    }

    /// <summary>Writes the paragraphs as lines and remembers where each one begins.</summary>
    public static SourcePositions Write(TextWriter to, IEnumerable<(int StartUtf16, string Speaker, string Text)> paragraphs)
    {
        var positions = new SourcePositions();
        var written = 0;
        foreach (var (start, speaker, text) in paragraphs)
        {
            if (written > 0)
            {
                to.Write('\n');
                written++;
            }
            if (speaker.Length > 0)
            {
                to.Write(speaker);
                to.Write(": ");
                written += CodePoints(speaker) + 2;
                positions._speakers.Add(speaker);
            }
            to.Write(text);
            positions.KeepBeginning(speaker, text);
            written += positions.Add(start, written, text);
        }
        return positions;
    }

    /// <summary>The position at which a passage that begins there begins.</summary>
    public int Start(int utf16) => Position(utf16, Last(utf16));

    /// <summary>The position at which a passage that ends there ends.</summary>
    public int End(int utf16) => Position(utf16, Last(utf16 - 1));

    /// <summary>Keeps how a line begins that has a colon where a name could end; called before the line is counted.</summary>
    private void KeepBeginning(string speaker, string text)
    {
        var beginning = text[..Math.Min(text.Length, ParagraphText.LongestSpeaker + 3)];
        if (beginning.Contains(": ", StringComparison.Ordinal))
            _beginnings.Add((_starts.Count + 1, speaker, speaker.Length > 0 ? $"{speaker}: {beginning}" : beginning));
    }

    private int Add(int start, int inFile, string text)
    {
        _starts.Add(start);
        _inFile.Add(inFile);
        var pairs = _pairs.Count;
        for (var i = 0; i + 1 < text.Length; i++)
            if (char.IsHighSurrogate(text[i]) && char.IsLowSurrogate(text[i + 1]))
                _pairs.Add(start + i++);
        LengthUtf16 = start + text.Length;
        return text.Length - (_pairs.Count - pairs);
    }

    private int Position(int utf16, int paragraph) =>
        _inFile[paragraph] + (utf16 - _starts[paragraph]) - (PairsBefore(utf16) - PairsBefore(_starts[paragraph]));

    /// <summary>The last paragraph that begins at or before the place.</summary>
    private int Last(int utf16)
    {
        var found = _starts.BinarySearch(utf16);
        return found >= 0 ? found : Math.Max(0, ~found - 1);
    }

    private int PairsBefore(int utf16)
    {
        var found = _pairs.BinarySearch(utf16);
        return found >= 0 ? found : ~found;
    }

    private static int CodePoints(string text)
    {
        var count = text.Length;
        for (var i = 0; i + 1 < text.Length; i++)
            if (char.IsHighSurrogate(text[i]) && char.IsLowSurrogate(text[i + 1]))
                (count, i) = (count - 1, i + 1);
        return count;
    }
}
