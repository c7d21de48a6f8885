using Loesningsbrikker.Interviews;
using Loesningsbrikker.Interviews.Pseudonymisation;

namespace Loesningsbrikker.Exchange.Import;

/// <summary>The paragraphs of a source with names replaced, and where the places of the unreplaced text went.</summary>
internal sealed class ReplacedText
{
    private readonly Replacement _replacement;
    private readonly int _first;
    private readonly List<int> _before = [];
    private readonly List<int> _after = [];

    /// <param name="first">Place of the first paragraph in the list that the replacement counts in.</param>
    /// <param name="speakers">How each speaker is stored, by the file's name for them.</param>
    public ReplacedText(IReadOnlyList<ParagraphText> paragraphs, Replacement replacement, int first, IReadOnlyDictionary<string, string> speakers)
    {
        (_replacement, _first) = (replacement, first);
        Paragraphs = [.. paragraphs.Select((p, i) => new ParagraphText(speakers.GetValueOrDefault(p.Speaker, p.Speaker), replacement.Apply(first + i, p.Text)))];
        Canonical = TranscriptText.Join(Paragraphs.Select(p => p.Text));
        var (before, after) = (0, 0);
        for (var i = 0; i < paragraphs.Count; i++)
        {
            _before.Add(before);
            _after.Add(after);
            before += paragraphs[i].Text.Length + 1;
            after += Paragraphs[i].Text.Length + 1;
        }
    }

    /// <summary>The paragraphs as they will be stored.</summary>
    public IReadOnlyList<ParagraphText> Paragraphs { get; }

    /// <summary>The paragraphs joined by one line feed.</summary>
    public string Canonical { get; }

    /// <summary>Where a stretch lies now; an end inside a replacement takes in all of it.</summary>
    public (int Start, int End) Map(int start, int end) => (Map(start, atEnd: false), Map(end, atEnd: true));

    private int Map(int offset, bool atEnd)
    {
        var found = _before.BinarySearch(offset);
        var paragraph = found >= 0 ? found : ~found - 1;
        return _after[paragraph] + _replacement.Map(_first + paragraph, offset - _before[paragraph], atEnd);
    }
}
