using Loesningsbrikker.Interviews.Import;

namespace Loesningsbrikker.SolutionPieces.Import;

/// <summary>Collects the cells of one table as they are read, and gives the table with merged cells filled and empty lines left out.</summary>
/// <param name="limits">Counts over the whole file.</param>
internal sealed class TableGrid(TableLimits limits)
{
    private const int MostMerges = 20_000;

    private readonly SortedDictionary<int, SortedDictionary<int, string>> _rows = [];
    private readonly HashSet<int> _columns = [];
    private readonly HashSet<int> _headers = [];
    private readonly HashSet<int> _hidden = [];
    private readonly List<(int Top, int Left, int Bottom, int Right)> _merges = [];

    /// <summary>Writes a cell; blank text leaves nothing.</summary>
    /// <param name="row">From 0.</param>
    /// <param name="column">From 0.</param>
    /// <exception cref="TableTooLargeException">The table has more rows or columns with content than can be read.</exception>
    public void Set(int row, int column, string text)
    {
        var clean = PieceText.Lines(text);
        if (clean.Length == 0)
            return;
        limits.Count(clean.Length);
        if (!_rows.TryGetValue(row, out var cells))
            _rows[row] = cells = [];
        cells[column] = clean;
        _columns.Add(column);
        if (_rows.Count > TableLimits.MostRows)
            throw new TableTooLargeException($"Den har mere end {TableLimits.MostRows} rækker med indhold. Kopiér de rækker, der er brikker, over i en ny fil.");
        if (_columns.Count > TableLimits.MostColumns)
            throw new TableTooLargeException($"Den har mere end {TableLimits.MostColumns} kolonner med indhold. Slet dem, der ikke hører til brikkerne.");
    }

    /// <summary>What stands in a cell so far; empty for nothing.</summary>
    public string TextAt(int row, int column) => _rows.TryGetValue(row, out var cells) ? cells.GetValueOrDefault(column, "") : "";

    /// <summary>Says that a range of cells is one; all bounds included.</summary>
    /// <exception cref="TooMuchException">There are more than is reasonable.</exception>
    public void Merge(int top, int left, int bottom, int right)
    {
        if (bottom <= top && right <= left)
            return;
        _merges.Add((top, left, bottom, right));
        if (_merges.Count > MostMerges)
            throw new TooMuchException();
    }

    /// <summary>Says that the file itself calls a row a header.</summary>
    public void MarkHeader(int row) => _headers.Add(row);

    /// <summary>Says that the sheet hides a row.</summary>
    public void MarkHidden(int row) => _hidden.Add(row);

    /// <summary>The table; without rows when it is empty.</summary>
    /// <param name="columnName">What a column is called, from its place, 0 first.</param>
    /// <exception cref="TooMuchException">Filling the merged cells takes more than is reasonable.</exception>
    public SourceTable ToTable(string name, string caption, Func<int, string> columnName)
    {
        List<int> rows = [.. _rows.Keys], columns = [.. _columns.Order()];
        var cells = rows.Select(r => columns.Select(c => new SourceCell(_rows[r].GetValueOrDefault(c, ""))).ToArray()).ToList();
        foreach (var merge in _merges)
            Fill(merge, rows, columns, cells);
        var span = columns.Count == 0 ? 0 : columns[^1] - columns[0] + 1;
        return new SourceTable(
            name, caption, [.. columns.Select(columnName)],
            [.. rows.Select((r, i) => new SourceRow(r + 1, cells[i], _headers.Contains(r), _hidden.Contains(r)))], span - columns.Count);
    }

    /// <summary>Only into rows and columns that hold something of their own, whatever the range says.</summary>
    private void Fill((int Top, int Left, int Bottom, int Right) merge, List<int> rows, List<int> columns, List<SourceCell[]> cells)
    {
        var text = TextAt(merge.Top, merge.Left);
        if (text.Length == 0)
            return;
        var (firstRow, firstColumn) = (IndexFrom(rows, merge.Top), IndexFrom(columns, merge.Left));
        for (var r = firstRow; r < rows.Count && rows[r] <= merge.Bottom; r++)
            for (var c = firstColumn; c < columns.Count && columns[c] <= merge.Right; c++)
            {
                if (rows[r] == merge.Top && columns[c] == merge.Left)
                    continue;
                // What a program keeps under a merged cell is not seen, and does not count.
                limits.CountFilled();
                cells[r][c] = new SourceCell(text, columns[c] > merge.Left ? CellFill.Across : CellFill.Down);
            }
    }

    private static int IndexFrom(List<int> sorted, int value)
    {
        var found = sorted.BinarySearch(value);
        return found >= 0 ? found : ~found;
    }
}

/// <summary>One table of the file is too large to be pieces; the others may be fine.</summary>
internal sealed class TableTooLargeException(string sentence) : Exception(sentence);
