using System.Globalization;
using Loesningsbrikker.Budget;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.SolutionPieces.Import;

/// <summary>What a column is taken for, as typed.</summary>
public sealed class ColumnForm
{
    /// <summary>The field.</summary>
    public PieceField Field { get; set; }

    /// <summary>The year of an amount; null where the column held none when the page was shown.</summary>
    public int? Year { get; set; }

    /// <summary>Place in <see cref="EstimateColumns.All"/>, likewise.</summary>
    public int? Kind { get; set; }
}

/// <summary>Which rows are headings, and what the columns hold.</summary>
public sealed class ImportColumnsForm : ImportStepForm
{
    /// <summary>Place of the first heading row among the table's rows, from 0; -1 for none.</summary>
    public int HeaderFirst { get; set; }

    /// <summary>1 or 2 rows of headings.</summary>
    public int HeaderCount { get; set; } = 1;

    /// <summary>One per column.</summary>
    public List<ColumnForm> Columns { get; set; } = [];

    /// <summary>Unit of amounts that name none.</summary>
    public AmountUnit Unit { get; set; }

    /// <summary>Whether other rows are taken for headings, so that the columns are guessed anew.</summary>
    public bool Guess { get; set; }

    /// <summary>Filled with what was guessed or chosen.</summary>
    public static ImportColumnsForm Of(ImportState state) => new()
    {
        HeaderFirst = state.Header.Count == 0 ? -1 : state.Header.First, HeaderCount = Math.Max(1, state.Header.Count), Unit = state.Unit,
        Columns = [.. state.Columns.Select(c => new ColumnForm { Field = c.Field, Year = c.Amount?.Year, Kind = KindOf(c.Amount) })],
    };

    /// <summary>The headings as chosen.</summary>
    /// <exception cref="RuleException">There are no such rows.</exception>
    public TableHeader Header(SourceTable table)
    {
        if (HeaderFirst < 0)
            return TableHeader.None;
        return HeaderCount is 1 or 2 && HeaderFirst + HeaderCount < table.Rows.Count
            ? new TableHeader(HeaderFirst, HeaderCount)
            : throw new RuleException("Vælg den række, hvor overskrifterne står. Der skal være mindst én række under dem.", nameof(HeaderFirst));
    }

    /// <summary>The columns as chosen.</summary>
    /// <param name="headings">What stands over them.</param>
    /// <param name="firstYear">The year where nothing names one.</param>
    /// <exception cref="RuleException">A field that belongs to one column is chosen for two, none is the title, or a year is none.</exception>
    public IReadOnlyList<ColumnChoice> Choices(IReadOnlyList<string> headings, int firstYear)
    {
        if (Columns.Count != headings.Count || Columns.Exists(c => !Enum.IsDefined(c.Field)) || !Enum.IsDefined(Unit))
            throw new RuleException("Kolonnerne passer ikke længere til tabellen. Hent siden igen.");
        if (Columns.Where(c => !PieceFieldWords.Several.Contains(c.Field)).GroupBy(c => c.Field).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new RuleException($"To kolonner er valgt som {twice.Key.ToDanish().ToLower(DanishText.Culture)}. Vælg kun den ene.", FieldName(Columns.IndexOf(twice.Last())));
        if (!Columns.Exists(c => c.Field is PieceField.Title or PieceField.Description))
            throw new RuleException("Vælg den kolonne, hvor brikkens titel står.", FieldName(0));
        return [.. Columns.Select((c, i) => new ColumnChoice(c.Field, c.Field == PieceField.Amount ? Amount(c, i, headings[i], firstYear) : null))];
    }

    private static AmountColumn Amount(ColumnForm column, int index, string heading, int firstYear)
    {
        var guess = HeaderWords.AmountOf(heading, firstYear);
        if (column.Year is < 2000 or > 2100)
            throw new RuleException("Skriv det år, beløbet gælder, fx 2027.", $"{nameof(Columns)}[{index.ToString(CultureInfo.InvariantCulture)}].{nameof(ColumnForm.Year)}");
        var kind = column.Kind is >= 0 and < 4 ? EstimateColumns.All[column.Kind.Value] : new EstimateColumn(guess.Kind, guess.Direction);
        return new AmountColumn(column.Year ?? guess.Year, kind.Kind, kind.Direction);
    }

    private static int? KindOf(AmountColumn? amount) =>
        amount is null ? null : EstimateColumns.All.ToList().FindIndex(c => c.Kind == amount.Kind && c.Direction == amount.Direction);

    private static string FieldName(int index) => $"{nameof(Columns)}[{index.ToString(CultureInfo.InvariantCulture)}].{nameof(ColumnForm.Field)}";
}
