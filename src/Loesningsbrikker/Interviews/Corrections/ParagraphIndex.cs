namespace Loesningsbrikker.Interviews.Corrections;

/// <summary>The paragraphs of a text by offset and by number; indexes from 0, offsets in UTF-16 code units.</summary>
internal sealed class ParagraphIndex
{
    private readonly int[] _starts;

    public ParagraphIndex(IReadOnlyList<ParagraphText> paragraphs)
    {
        Paragraphs = paragraphs;
        Text = TranscriptText.Join(paragraphs.Select(p => p.Text));
        _starts = new int[paragraphs.Count];
        for (var (i, start) = (0, 0); i < _starts.Length; start += paragraphs[i++].Text.Length + 1)
            _starts[i] = start;
    }

    /// <summary>The paragraphs in order.</summary>
    public IReadOnlyList<ParagraphText> Paragraphs { get; }

    /// <summary>The canonical text.</summary>
    public string Text { get; }

    /// <summary>The paragraph that holds the offset; at a line feed the one before it.</summary>
    public int At(int offset)
    {
        var found = Array.BinarySearch(_starts, offset);
        return found >= 0 ? found : Math.Max(0, ~found - 1);
    }

    /// <summary>Where a paragraph begins.</summary>
    public int StartOf(int index) => _starts[index];

    /// <summary>Where a paragraph ends, exclusive.</summary>
    public int EndOf(int index) => _starts[index] + Paragraphs[index].Text.Length;

    /// <summary>Who speaks the stretch: each name once, in the order of the text; empty when nobody is named.</summary>
    public string SpeakerOf(int start, int end)
    {
        var (first, last) = (At(start), At(Math.Max(start, end - 1)));
        return first == last
            ? Paragraphs[first].Speaker
            : string.Join(", ", Enumerable.Range(first, last - first + 1).Select(i => Paragraphs[i].Speaker).Where(s => s.Length > 0).Distinct());
    }
}
