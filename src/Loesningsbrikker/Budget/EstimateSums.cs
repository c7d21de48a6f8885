using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Budget;

/// <summary>Net amounts per year and kind, in whole kroner: expenditure less income. What is not calculated is missing, never 0.</summary>
public sealed class EstimateSums(IReadOnlyDictionary<(int Year, CostKind Kind), long> amounts)
{
    /// <summary>Nothing is calculated.</summary>
    public static EstimateSums None { get; } = new(new Dictionary<(int, CostKind), long>());

    /// <summary>Whole kroner; null when nothing is calculated for the year and kind.</summary>
    public long? Net(int year, CostKind kind) => amounts.TryGetValue((year, kind), out var net) ? net : null;

    /// <summary>The years with amounts that are not among these.</summary>
    public IEnumerable<int> YearsOutside(IReadOnlyList<int> years) => amounts.Keys.Select(k => k.Year).Distinct().Except(years).Order();

    /// <summary>Those of the years that no line of an estimate speaks of, in order: they are not calculated.</summary>
    public static IReadOnlyList<int> MissingYears(IEnumerable<CostLine> lines, IReadOnlyList<int> years) => [.. years.Except(lines.Select(l => l.Year)).Order()];

    /// <summary>How many of the pieces have an amount in each year, in one query; a year that none has is missing.</summary>
    public static async Task<IReadOnlyDictionary<int, int>> CountPerYearAsync(LoesningsbrikkerContext db, IQueryable<SolutionPiece> pieces)
    {
        var counts = await (
            from piece in pieces
            join estimate in db.CostEstimates on piece.Id equals estimate.SolutionPieceId
            join line in db.CostLines on estimate.Id equals line.EstimateId
            select new { line.EstimateId, line.Year }).Distinct().GroupBy(l => l.Year).Select(g => new { g.Key, Count = g.Count() }).ToListAsync();
        return counts.ToDictionary(c => c.Key, c => c.Count);
    }

    /// <summary>Adds up lines that are loaded.</summary>
    public static EstimateSums Of(IEnumerable<CostLine> lines) =>
        new(lines.GroupBy(l => (l.Year, l.Kind)).ToDictionary(g => g.Key, g => g.Sum(l => l.Net)));

    /// <summary>Adds up the estimates of all the pieces in one query.</summary>
    public static async Task<EstimateSums> ReadAsync(LoesningsbrikkerContext db, IQueryable<SolutionPiece> pieces)
    {
        var sums = await (
            from piece in pieces
            join estimate in db.CostEstimates on piece.Id equals estimate.SolutionPieceId
            join line in db.CostLines on estimate.Id equals line.EstimateId
            group line by new { line.Year, line.Kind } into g
            select new { g.Key, Net = g.Sum(l => l.Direction == CostDirection.Income ? -l.Amount : l.Amount) }).ToListAsync();
        return new EstimateSums(sums.ToDictionary(s => (s.Key.Year, s.Key.Kind), s => s.Net));
    }

    /// <summary>The sums of each of the pieces, in one query.</summary>
    public static async Task<IReadOnlyDictionary<long, EstimateSums>> ReadEachAsync(LoesningsbrikkerContext db, IReadOnlyList<long> pieceIds)
    {
        var lines = await (
            from estimate in db.CostEstimates
            join line in db.CostLines on estimate.Id equals line.EstimateId
            where pieceIds.Contains(estimate.SolutionPieceId)
            select new { estimate.SolutionPieceId, line.Year, line.Kind, line.Direction, line.Amount }).ToListAsync();
        return lines.GroupBy(l => l.SolutionPieceId).ToDictionary(
            g => g.Key,
            g => new EstimateSums(g.GroupBy(l => (l.Year, l.Kind)).ToDictionary(
                k => k.Key, k => k.Sum(l => l.Direction == CostDirection.Income ? -l.Amount : l.Amount))));
    }
}
