using Loesningsbrikker.Budget;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Decisions;

/// <summary>What one piece is reckoned to cost over the four years.</summary>
/// <param name="Net">Net kroner of the years that are calculated.</param>
/// <param name="MissingYears">The years that are not calculated, and therefore not in the sum.</param>
/// <param name="PriceLevel">The year whose prices the amounts are in.</param>
public sealed record PieceCost(long Net, IReadOnlyList<int> MissingYears, int PriceLevel);

/// <summary>What pieces are reckoned to cost over the budget year and the three forecast years.</summary>
public static class PieceCosts
{
    /// <summary>The cost by key of the piece; a piece that is not calculated is missing, which is never 0. One query.</summary>
    public static Task<IReadOnlyDictionary<long, PieceCost>> ReadAsync(LoesningsbrikkerContext db, DialogueProcess process) =>
        ReadAsync(db.CostEstimates.Where(e => e.ProcessId == process.Id), process);

    /// <summary>The cost of one piece; null when it is not calculated. One query.</summary>
    public static async Task<PieceCost?> ReadOfPieceAsync(LoesningsbrikkerContext db, DialogueProcess process, long pieceId) =>
        (await ReadAsync(db.CostEstimates.Where(e => e.SolutionPieceId == pieceId), process)).GetValueOrDefault(pieceId);

    private static async Task<IReadOnlyDictionary<long, PieceCost>> ReadAsync(IQueryable<CostEstimate> estimates, DialogueProcess process)
    {
        var (first, end) = (process.FirstYear, process.FirstYear + EstimateColumns.Years);
        var sums = await (
            from estimate in estimates
            from line in estimate.Lines.Where(l => l.Year >= first && l.Year < end)
            group line by new { estimate.SolutionPieceId, estimate.PriceLevel, line.Year } into ofYear
            select new { ofYear.Key, Sum = ofYear.Sum(l => l.Direction == CostDirection.Income ? -l.Amount : l.Amount) }).ToListAsync();
        return sums.GroupBy(s => s.Key.SolutionPieceId).ToDictionary(
            g => g.Key,
            g => new PieceCost(g.Sum(s => s.Sum), [.. process.BudgetYears().Except(g.Select(s => s.Key.Year))], g.First().Key.PriceLevel));
    }

    /// <summary>"i alt i 2027–2030", or which years the sum is without: "i alt, 2028 er ikke beregnet".</summary>
    public static string InTotal(DialogueProcess process, PieceCost cost) =>
        cost.MissingYears.Count == 0 ? "i alt i " + Span(process) : "i alt, " + BudgetWords.NotCalculatedYears(cost.MissingYears);

    /// <summary>2027–2030.</summary>
    public static string Span(DialogueProcess process) => $"{process.FirstYear}–{process.FirstYear + EstimateColumns.Years - 1}";

    /// <summary>1.250 in thousands, or "Ikke beregnet".</summary>
    public static string Thousands(long? kroner) => kroner is { } known ? DanishText.Thousands(known) : BudgetWords.NotCalculated;
}
