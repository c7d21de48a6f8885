using System.Text;

namespace Loesningsbrikker.Interviews.Import;

/// <summary>A paragraph that is being read.</summary>
/// <param name="place">Its place among the paragraphs of the document.</param>
/// <param name="text">What a former paragraph runs on with; empty otherwise.</param>
internal sealed class DocxParagraph(int place, StringBuilder text)
{
    public int Place { get; } = place;

    public StringBuilder Text { get; } = text;

    /// <summary>True between the tags of its properties.</summary>
    public bool InProperties { get; set; }

    public bool IsListItem { get; set; }

    public string Style { get; set; } = "";

    /// <summary>True when its end was deleted, so that the next paragraph continues it.</summary>
    public bool RunsOn { get; set; }

    /// <summary>The text, with a bullet when it stands in a list. A numbered heading is no list.</summary>
    public override string ToString()
    {
        var words = Text.ToString();
        var isHeading = Style.StartsWith("Heading", StringComparison.OrdinalIgnoreCase) || Style.StartsWith("Overskrift", StringComparison.OrdinalIgnoreCase);
        var isList = IsListItem || Style.StartsWith("ListBullet", StringComparison.Ordinal) || Style.StartsWith("Opstilling", StringComparison.Ordinal);
        return isList && !isHeading && !string.IsNullOrWhiteSpace(words) ? Bullets.Mark + words.TrimStart() : words;
    }
}

/// <summary>The paragraphs of a document in order; a table row of single lines becomes one line.</summary>
internal sealed class DocxRows
{
    private const int LongestLabel = 40;

    private readonly List<string> _texts = [];
    private readonly Stack<(int Start, List<int> Cells)> _rows = new();

    /// <summary>What has been read.</summary>
    public IEnumerable<string> Texts => _texts;

    /// <summary>Takes the next place, to be filled when the paragraph ends.</summary>
    public int AddPlace()
    {
        _texts.Add("");
        return _texts.Count - 1;
    }

    public void Fill(int place, string text) => _texts[place] = text;

    public void Begin(bool isRow)
    {
        if (isRow)
            _rows.Push((_texts.Count, []));
        else if (_rows.TryPeek(out var row))
            row.Cells.Add(_texts.Count);
    }

    public void End(bool isRow)
    {
        if (!isRow || !_rows.TryPop(out var row))
            return;
        var cells = row.Cells.Zip(row.Cells.Skip(1).Append(_texts.Count))
            .Select(c => _texts[c.First..c.Second].Where(t => !string.IsNullOrWhiteSpace(t)).Select(t => t.Trim()).ToList())
            .Where(c => c.Count > 0)
            .ToList();
        if (cells.Count < 2 || cells.Exists(c => c.Count > 1))
            return;
        _texts.RemoveRange(row.Start, _texts.Count - row.Start);
        _texts.Add(Join([.. cells.Select(c => c[0])]));
    }

    /// <summary>Two cells with a short first one are a label and its text, e.g. speaker and words.</summary>
    private static string Join(List<string> cells) =>
        cells.Count == 2 && cells[0].Length <= LongestLabel && !cells[0].Contains('\n', StringComparison.Ordinal)
            ? cells[0].TrimEnd(':') + ": " + cells[1]
            : string.Join(" | ", cells);
}
