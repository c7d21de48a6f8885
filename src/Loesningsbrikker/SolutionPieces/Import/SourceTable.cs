using System.Text.Json.Serialization;

namespace Loesningsbrikker.SolutionPieces.Import;

/// <summary>Why a cell holds what it holds.</summary>
public enum CellFill
{
    /// <summary>It stands there, or nothing does.</summary>
    None,
    /// <summary>It belongs to a merged cell that begins further left; headings read it, rows don't.</summary>
    Across,
    /// <summary>It belongs to a merged cell that begins further up, and counts for this row as well.</summary>
    Down,
}

/// <summary>A cell as one sees it.</summary>
/// <param name="Text">Cleaned text; empty for none. Never a formula.</param>
public readonly record struct SourceCell(string Text, CellFill Fill = CellFill.None)
{
    /// <summary>What the cell says about its own row and column; empty when it is the rest of a wide merged cell.</summary>
    [JsonIgnore]
    public string Own => Fill == CellFill.Across ? "" : Text;
}

/// <summary>A row that holds something.</summary>
/// <param name="Number">Which row it is in the sheet or table, from 1, empty ones counted.</param>
/// <param name="Cells">One per column of the table.</param>
/// <param name="IsMarkedHeader">Whether the file itself says that it is a header.</param>
/// <param name="IsHidden">Whether the sheet hides it, e.g. behind a filter.</param>
/// <param name="Table">The sheet or table it comes from, where several are read as one; null otherwise.</param>
public sealed record SourceRow(int Number, IReadOnlyList<SourceCell> Cells, bool IsMarkedHeader = false, bool IsHidden = false, string? Table = null)
{
    /// <summary>Where it stands, e.g. "række 12" or "Ark2, række 12".</summary>
    [JsonIgnore]
    public string Place => Table is null ? $"række {Number}" : Number == 0 ? Table : $"{Table}, række {Number}";
}

/// <summary>One sheet or table of a file: only the rows and columns that hold something.</summary>
/// <param name="Name">What it is called, e.g. "Ark1" or "Tabel 2: Skoler".</param>
/// <param name="Caption">What stands over it, for reading its rows as one theme; empty for none.</param>
/// <param name="Columns">The kept columns as one sees them, e.g. "B"; the number where the file has no letters.</param>
/// <param name="EmptyColumns">How many empty columns were left out between the others.</param>
/// <param name="TooLarge">Why it cannot be chosen, as a Danish sentence; null when it can.</param>
public sealed record SourceTable(
    string Name, string Caption, IReadOnlyList<string> Columns, IReadOnlyList<SourceRow> Rows, int EmptyColumns = 0, string? TooLarge = null);
