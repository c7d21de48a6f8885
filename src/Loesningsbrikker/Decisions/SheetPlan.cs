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
    /// <summary>A calendar year.</summary>
    Year,
    /// <summary>Whole kroner.</summary>
    Money,
    /// <summary>A share, shown as per cent.</summary>
    Share,
    /// <summary>A number with two decimals.</summary>
    Decimal,
    /// <summary>The middle of whole numbers, with as many decimals as its neighbours.</summary>
    Median,
}

/// <summary>One column of a table, and the line that explains it in Læs mig.</summary>
/// <param name="Header">Unique in its sheet.</param>
/// <param name="Width">In characters of the standard font.</param>
/// <param name="Legend">What stands in it, in plain Danish.</param>
internal record ColumnPlan(string Header, double Width, ColumnKind Kind, string Legend)
{
    /// <summary>The words that a cell may hold; empty where everything goes. Excel offers them as a list.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>A formula that stands in every row, the value being what it gives now; null for plain values.</summary>
    public string? Formula { get; init; }
}

/// <summary>A column that knows its value: a string, an int, a long, a double, a DateOnly, or null for an empty cell.</summary>
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
    /// <summary>How many pages the columns are printed over; the frozen ones stand on each.</summary>
    public int PagesWide { get; init; } = 1;

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
