using Loesningsbrikker.Budget;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Dashboards;

/// <summary>Money of one year, net in whole kroner: expenditure less income.</summary>
/// <param name="Proposed">What the proposed political pieces cost; null when none of them is calculated for the year.</param>
/// <param name="ProposedMissing">How many of them are not calculated for the year.</param>
/// <param name="Granted">What those that the politicians said yes to cost; null when none of them is calculated for the year.</param>
/// <param name="GrantedMissing">How many of them are not calculated for the year.</param>
public sealed record MoneyYear(int Year, long? Proposed, int ProposedMissing, long? Granted, int GrantedMissing);

/// <summary>What was proposed to the politicians against what they said yes to, in number and in kroner. What is not calculated is counted, never 0.</summary>
/// <param name="Proposed">How many political pieces were proposed.</param>
/// <param name="Granted">How many of them were adopted, in whole or in part.</param>
/// <param name="NotCalculated">How many of the proposed have no estimate at all.</param>
/// <param name="GrantedNotCalculated">How many of the adopted have no estimate at all.</param>
/// <param name="Years">The budget year and the three after it.</param>
public sealed record MoneyFigures(int Proposed, int Granted, int NotCalculated, int GrantedNotCalculated, IReadOnlyList<MoneyYear> Years)
{
    /// <summary>Whether there is any amount to draw.</summary>
    public bool HasAmounts => Years.Any(y => y.Proposed is not null);

    /// <summary>Reads with three queries.</summary>
    /// <param name="visible">The pieces of one process that the reader sees.</param>
    /// <param name="firstYear">The budget year.</param>
    public static async Task<MoneyFigures> ReadAsync(LoesningsbrikkerContext db, IQueryable<SolutionPiece> visible, int firstYear)
    {
        var proposedPieces = visible.WithStatus(PieceStatus.Proposed, db.UtcNow);
        var proposed = (await proposedPieces.Select(p => p.Id).ToListAsync()).ToHashSet();
        var granted = (await visible.WithStatus(PieceStatus.Granted, db.UtcNow).Select(p => p.Id).ToListAsync()).ToHashSet();
        var amounts = await (
            from piece in proposedPieces
            join estimate in db.CostEstimates on piece.Id equals estimate.SolutionPieceId
            join line in db.CostLines on estimate.Id equals line.EstimateId
            group line by new { PieceId = piece.Id, line.Year } into g
            select new Amount(g.Key.PieceId, g.Key.Year, g.Sum(l => l.Direction == CostDirection.Income ? -l.Amount : l.Amount))).ToListAsync();
        var calculated = amounts.Select(a => a.PieceId).ToHashSet();
        return new MoneyFigures(
            proposed.Count, granted.Count, proposed.Count(id => !calculated.Contains(id)), granted.Count(id => !calculated.Contains(id)),
            [.. Enumerable.Range(firstYear, EstimateColumns.Years).Select(year => YearOf(year, [.. amounts.Where(a => a.Year == year)], proposed, granted))]);
    }

    private static MoneyYear YearOf(int year, List<Amount> amounts, HashSet<long> proposed, HashSet<long> granted)
    {
        var ofGranted = amounts.Where(a => granted.Contains(a.PieceId)).ToList();
        return new MoneyYear(
            year, Sum(amounts), proposed.Count - amounts.Count, Sum(ofGranted), granted.Count - ofGranted.Count);
    }

    private static long? Sum(List<Amount> amounts) => amounts.Count == 0 ? null : amounts.Sum(a => a.Net);

    private sealed record Amount(long PieceId, int Year, long Net);
}
