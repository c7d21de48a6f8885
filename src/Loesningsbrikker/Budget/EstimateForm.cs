using System.ComponentModel.DataAnnotations;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Budget;

/// <summary>One year of the grid as typed.</summary>
public sealed class EstimateYearForm
{
    /// <summary>The calendar year.</summary>
    public int Year { get; set; }

    /// <summary>What stands in the four columns (<see cref="EstimateColumns.All"/>), in 1,000 kroner; empty is not calculated.</summary>
    public List<string?> Cells { get; set; } = [];

    /// <summary>What stands in a column.</summary>
    public string? Cell(int column) => column < Cells.Count ? Cells[column] : null;
}

/// <summary>An estimate as typed.</summary>
public sealed class EstimateForm : IValidatableObject
{
    /// <summary>The version of the estimate that was shown; empty when there was none.</summary>
    public Guid Version { get; set; }

    /// <summary>How good it is.</summary>
    [Display(Name = "Hvor sikkert er skønnet?"), Required(ErrorMessage = "Vælg, hvor sikkert skønnet er.")]
    public EstimateStatus? Status { get; set; }

    /// <summary>The year of the prices.</summary>
    [Display(Name = "Prisniveau"), Required(ErrorMessage = "Skriv det år, priserne er i, fx 2026.")]
    public int? PriceLevel { get; set; }

    /// <summary>What it rests on.</summary>
    [Display(Name = "Hvad bygger skønnet på?"), DataType(DataType.MultilineText), MaxLength(CostEstimate.MaxNoteLength)]
    public string? Note { get; set; }

    /// <summary>The grid, a row per year.</summary>
    public List<EstimateYearForm> Years { get; set; } = [];

    /// <summary>The grid as stored: the budget's four years, and every other year that has an amount.</summary>
    public static EstimateForm Of(CostEstimate? estimate, IReadOnlyList<int> budgetYears, int priceLevel) => new()
    {
        Version = estimate?.Version ?? Guid.Empty, Status = estimate?.Status, PriceLevel = estimate?.PriceLevel ?? priceLevel, Note = estimate?.Note,
        Years = [.. YearsOf(estimate, budgetYears).Select(year => new EstimateYearForm
        {
            Year = year, Cells = [.. EstimateColumns.All.Select(c => Find(estimate, year, c) is { } line ? AmountText.Format(line.Amount) : null)],
        })],
    };

    /// <summary>The years that a grid of the estimate has.</summary>
    public static IEnumerable<int> YearsOf(CostEstimate? estimate, IReadOnlyList<int> budgetYears) =>
        budgetYears.Union(estimate?.Lines.Select(l => l.Year) ?? []).Order();

    /// <summary>Says of every cell what is wrong with it, so that nobody mends them one by one.</summary>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        for (var row = 0; row < Years.Count; row++)
            for (var column = 0; column < EstimateColumns.All.Count; column++)
                if (RefusalOf(Years[row].Cell(column)) is { } refusal)
                    yield return new ValidationResult(
                        $"{EstimateColumns.All[column].Name} {Years[row].Year}: {refusal}", [$"{nameof(Years)}[{row}].{nameof(EstimateYearForm.Cells)}[{column}]"]);
    }

    /// <summary>The amounts that were typed.</summary>
    /// <exception cref="RuleException">The years are not those of the estimate's grid, so that amounts would get lost.</exception>
    public IReadOnlyList<CostLine> Lines(CostEstimate? estimate, IReadOnlyList<int> budgetYears)
    {
        var years = Years.Select(y => y.Year).ToList();
        if (years.Except(YearsOf(estimate, budgetYears)).Any() || estimate?.Lines.Select(l => l.Year).Except(years).Any() == true)
            throw new RuleException("Skemaets år passer ikke længere til processens budgetår. Hent siden igen.", nameof(CostEstimate.Lines));
        return [.. Years.SelectMany(y => EstimateColumns.All.Select((c, i) => (y.Year, Column: c, Amount: AmountText.Parse(y.Cell(i)))))
            .Where(x => x.Amount is not null)
            .Select(x => new CostLine { Year = x.Year, Kind = x.Column.Kind, Direction = x.Column.Direction, Amount = x.Amount!.Value })];
    }

    private static CostLine? Find(CostEstimate? estimate, int year, EstimateColumn column) =>
        estimate?.Lines.Find(l => l.Year == year && l.Kind == column.Kind && l.Direction == column.Direction);

    private static string? RefusalOf(string? text)
    {
        try
        {
            _ = AmountText.Parse(text);
            return null;
        }
        catch (RuleException exception)
        {
            return exception.Message;
        }
    }
}

/// <summary>Taking an estimate away.</summary>
public sealed class EstimateRemovalForm
{
    /// <summary>The version of the estimate that was shown.</summary>
    public Guid Version { get; set; }

    /// <summary>Why, in plain Danish.</summary>
    [Display(Name = "Begrundelse"), DataType(DataType.MultilineText), MaxLength(SolutionPieces.SolutionPiece.MaxReasonLength)]
    public string? Reason { get; set; }
}
