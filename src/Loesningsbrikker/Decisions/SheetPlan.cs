namespace Loesningsbrikker.Decisions;

/// <summary>How a column's cells look.</summary>
internal enum ColumnKind
{
    /// <summary>Text that wraps.</summary>
    Text,
    /// <summary>A whole number.</summary>
    Number,
    /// <summary>A date, d.m.yyyy.</summary>
    Date,
}

/// <summary>One column of a table, and the line that explains it in Læs mig.</summary>
/// <param name="Header">Unique in its sheet.</param>
/// <param name="Width">In characters of the standard font.</param>
/// <param name="Legend">What stands in it, in plain Danish.</param>
internal record ColumnPlan(string Header, double Width, ColumnKind Kind, string Legend);

/// <summary>A column that knows its value: a string, an int, a DateOnly, or null for an empty cell.</summary>
internal sealed record ColumnOf<T>(string Header, double Width, ColumnKind Kind, string Legend, Func<T, object?> Value)
    : ColumnPlan(Header, Width, Kind, Legend);

/// <summary>A sheet with one table.</summary>
/// <param name="Name">Of the sheet and of the table.</param>
/// <param name="Purpose">What it holds, in plain Danish.</param>
/// <param name="FrozenColumns">How many columns stay in view.</param>
/// <param name="RowCount">How many rows the table gets.</param>
/// <param name="Rows">The values, one per column; read once.</param>
internal sealed record SheetPlan(
    string Name, string Purpose, int FrozenColumns, IReadOnlyList<ColumnPlan> Columns, int RowCount, IEnumerable<object?[]> Rows)
{
    /// <summary>A sheet whose rows come from <paramref name="items"/>.</summary>
    public static SheetPlan Of<T>(
        string name, string purpose, int frozenColumns, IReadOnlyList<ColumnOf<T>> columns, int rowCount, IEnumerable<T> items) =>
        new(name, purpose, frozenColumns, columns, rowCount, items.Select(item =>
        {
            var values = new object?[columns.Count];
            for (var i = 0; i < values.Length; i++)
                values[i] = columns[i].Value(item);
            return values;
        }));
}
