namespace Loesningsbrikker.SolutionPieces.Import;

/// <summary>An OpenDocument table that is being read: rows and cells that stand for many of the same.</summary>
/// <param name="name">Its own name.</param>
/// <param name="caption">What stands over it in a text; empty for nothing.</param>
internal sealed class OpenSheet(TableLimits limits, string name, string caption)
{
    private readonly TableGrid _grid = new(limits);
    private readonly List<(int Column, string Text)> _cells = [];
    private int _row;
    private int _column;
    private int _repeatedRows;
    private (int Columns, int Right, int Down, string? Typed) _cell;
    private bool _inHeader;
    private bool _isHidden;
    private string? _tooLarge;

    /// <summary>How many tables inside cells are open.</summary>
    public int Depth { get; set; }

    public void BeginHeader() => _inHeader = true;

    public void EndHeader() => _inHeader = false;

    public void BeginRow(int repeated, bool hidden)
    {
        (_repeatedRows, _column, _isHidden) = (repeated, 0, hidden);
        _cells.Clear();
    }

    public void BeginCell(int columns, int right, int down, string? typed) => _cell = (columns, right, down, typed);

    /// <param name="text">What stands in the cell; a typed value goes before it.</param>
    public void EndCell(string text)
    {
        var shown = _cell.Typed ?? text;
        // The rest of the row is one empty cell that stands for thousands; a full one never stands for many.
        if (shown.Length > 0)
            for (var i = 0; i < Math.Min(_cell.Columns, TableLimits.MostColumns + 1); i++)
                _cells.Add((_column + i, shown));
        if (_cell.Right > 1 || _cell.Down > 1)
            _grid.Merge(_row, _column, _row + _cell.Down - 1, _column + _cell.Right - 1);
        _column += _cell.Columns;
    }

    public void EndRow()
    {
        try
        {
            if (_cells.Count > 0 && _tooLarge is null)
                for (var i = 0; i < Math.Min(_repeatedRows, TableLimits.MostRows + 1); i++)
                    foreach (var (column, text) in _cells)
                        _grid.Set(_row + i, column, text);
        }
        catch (TableTooLargeException tooLarge)
        {
            _tooLarge = tooLarge.Message;
        }
        if (_inHeader)
            _grid.MarkHeader(_row);
        if (_isHidden)
            _grid.MarkHidden(_row);
        _row += _repeatedRows;
    }

    /// <summary>The table.</summary>
    public SourceTable ToTable()
    {
        var shown = caption.Length > 0 && !caption.Equals(name, StringComparison.Ordinal) ? $"{name}: {caption}" : name;
        return _tooLarge is null
            ? _grid.ToTable(shown, caption.Length > 0 ? caption : name, XlsxTables.ColumnName)
            : new SourceTable(shown, caption, [], [], TooLarge: _tooLarge);
    }
}
