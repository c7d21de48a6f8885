using Loesningsbrikker.Budget;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Decisions;

/// <summary>What pieces are reckoned to cost over the budget year and the three forecast years.</summary>
public static class PieceCosts
{
    /// <summary>How many years an estimate covers.</summary>
    public const int Years = 4;

    /// <summary>Net kroner by key of the piece; a piece that is not calculated is missing, which is never 0. One query.</summary>
    public static async Task<IReadOnlyDictionary<long, long>> ReadAsync(LoesningsbrikkerContext db, DialogueProcess process)
    {
        var (first, end) = (process.FirstYear, process.FirstYear + Years);
        var sums = await (
            from estimate in db.CostEstimates.Where(e => e.ProcessId == process.Id)
            from line in estimate.Lines.Where(l => l.Year >= first && l.Year < end)
            group line by estimate.SolutionPieceId into ofPiece
            select new { ofPiece.Key, Sum = ofPiece.Sum(l => l.Direction == CostDirection.Income ? -l.Amount : l.Amount) }).ToListAsync();
        return sums.ToDictionary(s => s.Key, s => s.Sum);
    }

    /// <summary>Net kroner of one piece; null when it is not calculated.</summary>
    public static async Task<long?> ReadOfPieceAsync(LoesningsbrikkerContext db, DialogueProcess process, long pieceId)
    {
        var (first, end) = (process.FirstYear, process.FirstYear + Years);
        return await db.CostLines
            .Where(l => l.Year >= first && l.Year < end && db.CostEstimates.Any(e => e.Id == l.EstimateId && e.SolutionPieceId == pieceId))
            .GroupBy(_ => 1)
            // A sum over no rows is 0, and 0 is what somebody reckoned: without rows there is no group.
            .Select(g => (long?)g.Sum(l => l.Direction == CostDirection.Income ? -l.Amount : l.Amount))
            .FirstOrDefaultAsync();
    }

    /// <summary>2027–2030.</summary>
    public static string Span(DialogueProcess process) => $"{process.FirstYear}–{process.FirstYear + Years - 1}";

    /// <summary>1.250 in thousands, or "Ikke beregnet".</summary>
    public static string Thousands(long? kroner) => kroner is { } known ? DanishText.Thousands(known) : BudgetWords.NotCalculated;
}
