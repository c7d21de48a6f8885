using System.Globalization;

namespace Loesningsbrikker.SolutionPieces.Import;

/// <summary>A Word table that is being read: cells that span columns, and cells that go on from the row above.</summary>
/// <param name="caption">What stands over it; empty for nothing.</param>
internal sealed class OpenTable(TableLimits limits, string caption)
{
    private readonly TableGrid _grid = new(limits);
    private readonly List<string> _texts = [];
    private readonly List<string> _cell = [];

    /// <summary>Where a cell that spans rows began, by its first column.</summary>
    private readonly Dictionary<int, int> _began = [];
    private int _row = -1;
    private int _column;
    private string? _tooLarge;

    /// <summary>How many columns the cell spans.</summary>
    public int Span { get; set; }

    /// <summary>Whether the cell goes on from the row above.</summary>
    public bool Continues { get; set; }

    /// <summary>What was read, for a table around this one.</summary>
    public IEnumerable<string> Texts => _texts;

    public void BeginRow() => (_row, _column) = (_row + 1, 0);

    /// <summary>Leaves columns out before the first cell of the row.</summary>
    public void Skip(int columns) => _column += columns;

    public void MarkHeader(bool on)
    {
        if (on)
            _grid.MarkHeader(_row);
    }

    public void BeginCell()
    {
        _cell.Clear();
        (Span, Continues) = (1, false);
    }

    public void Add(string text) => _cell.Add(text);

    public void EndCell()
    {
        var text = string.Join('\n', _cell);
        _cell.Clear();
        if (_row < 0)
            return;
        if (text.Length > 0)
            _texts.Add(text);
        try
        {
            if (!Continues || !_began.TryGetValue(_column, out var top))
            {
                _began[_column] = top = _row;
                _grid.Set(_row, _column, text);
            }
            _grid.Merge(top, _column, _row, _column + Span - 1);
        }
        catch (TableTooLargeException tooLarge)
        {
            _tooLarge ??= tooLarge.Message;
        }
        _column += Span;
    }

    /// <summary>The table; its name is given by its place in the document.</summary>
    public SourceTable ToTable() => _tooLarge is null
        ? _grid.ToTable("", caption, column => (column + 1).ToString(CultureInfo.InvariantCulture))
        : new SourceTable("", caption, [], [], TooLarge: _tooLarge);
}
