namespace Loesningsbrikker.Interviews.Import;

/// <summary>The paragraphs of a document in order; a table row of single lines becomes one line.</summary>
internal sealed class DocumentRows
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
