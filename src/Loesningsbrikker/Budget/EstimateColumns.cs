using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Budget;

/// <summary>One column of the grid that estimates are written in.</summary>
/// <param name="Kind">Operating or capital.</param>
/// <param name="Direction">Expenditure or income.</param>
public sealed record EstimateColumn(CostKind Kind, CostDirection Direction)
{
    /// <summary>E.g. "Drift, udgift".</summary>
    public string Name => $"{Kind.ToDanish()}, {Direction.ToDanish().ToLower(DanishText.Culture)}";
}

/// <summary>The grid's columns and years.</summary>
public static class EstimateColumns
{
    /// <summary>How many years a budget has: the budget year and three forecast years (overslagsår).</summary>
    public const int Years = 4;

    /// <summary>The columns from left to right.</summary>
    public static IReadOnlyList<EstimateColumn> All { get; } =
    [
        new(CostKind.Operating, CostDirection.Expenditure), new(CostKind.Operating, CostDirection.Income),
        new(CostKind.Capital, CostDirection.Expenditure), new(CostKind.Capital, CostDirection.Income),
    ];

    /// <summary>The four years of the process's budget.</summary>
    public static IReadOnlyList<int> BudgetYears(this DialogueProcess process) => [.. Enumerable.Range(process.FirstYear, Years)];

    /// <summary>Budgetår, Overslagsår, or a hint that the year is in neither.</summary>
    public static string WordOfYear(this DialogueProcess process, int year) => (year - process.FirstYear) switch
    {
        0 => "budgetår",
        > 0 and < Years => "overslagsår",
        _ => "uden for budgettet",
    };
}
