using Loesningsbrikker.Budget;
using Loesningsbrikker.Meetings;
using Loesningsbrikker.SolutionPieces;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Decisions;

/// <summary>What the pieces cost, what the joint meeting said, and what was decided: for the pieces of the edition, drafts and merged ones left out.</summary>
internal sealed partial class WorkbookSource
{
    private IQueryable<SolutionPiece> PiecesInPlay => EstimateFilter.WithPrice(Pieces);

    /// <summary>The sheet Økonomi: by number, year, operating before capital, expenditure before income; with a row for each year that an estimate is without.</summary>
    public List<EconomyRow> Economy()
    {
        var lines = (
            from line in db.CostLines
            join estimate in db.CostEstimates on line.EstimateId equals estimate.Id
            join piece in PiecesInPlay on estimate.SolutionPieceId equals piece.Id
            select new { estimate.SolutionPieceId, estimate.Status, estimate.PriceLevel, line.Year, line.Kind, line.Direction, line.Amount })
            .AsEnumerable()
            .OrderBy(l => (l.Year, l.Kind, l.Direction))
            .ToLookup(l => l.SolutionPieceId);
        return [.. PiecesInPlay.OrderBy(p => p.Number)
            .Select(p => new { p.Id, p.Number, p.Title, p.Class, Theme = p.Theme == null ? "" : p.Theme.Name, p.Stage })
            .AsEnumerable()
            .SelectMany(p =>
            {
                var missing = new EconomyRow(current.Process.NumberOf(p.Number), p.Title, p.Class, p.Theme, p.Stage, null, null, null, null, null, null);
                var known = lines[p.Id]
                    .Select(l => missing with { Status = l.Status, PriceLevel = l.PriceLevel, Year = l.Year, Kind = l.Kind, Direction = l.Direction, Amount = l.Amount })
                    .ToList();
                return known.Count == 0 ? known.Append(missing) : known.Concat(MissingYears(known)).OrderBy(r => r.Year);
            })];
    }

    /// <summary>A row to fill in for each year of the budget that the estimate is without, of the same kind and direction as its first amount.</summary>
    private IEnumerable<EconomyRow> MissingYears(IReadOnlyList<EconomyRow> known) =>
        current.Process.BudgetYears().Except(known.Select(r => r.Year!.Value)).Select(year => known[0] with { Status = null, Year = year, Amount = null });

    /// <summary>The sheet Prioritering, by number.</summary>
    public List<PriorityRow> Priorities()
    {
        // The export has a thread of its own, and nobody else waits on it.
        var figures = MeetingFigures.ReadAsync(db, current.Id).GetAwaiter().GetResult();
        return [.. PiecesInPlay.OrderBy(p => p.Number)
            .Select(p => new
            {
                p.Id, p.Number, p.Title, p.Class, p.Stage, p.Conclusion,
                Reason = p.Designations.OrderByDescending(d => d.Id).Select(d => d.Reason).FirstOrDefault(),
            })
            .AsEnumerable()
            .Select(p => new PriorityRow(current.Process.NumberOf(p.Number), p.Title, p.Class, p.Stage, p.Conclusion, figures.GetValueOrDefault(p.Id), p.Reason ?? ""))
            .Select(r => r.Designation is null ? r with { DesignationReason = "" } : r)];
    }

    /// <summary>The newest decision on each piece of the edition that has one, by the piece's key.</summary>
    private Dictionary<long, Decision> NewestDecisions() =>
        (from decision in db.Decisions.AsNoTracking()
         join piece in Pieces on decision.SolutionPieceId equals piece.Id
         select decision)
        .AsEnumerable()
        .GroupBy(d => d.SolutionPieceId)
        .ToDictionary(g => g.Key, g => g.MaxBy(d => d.Id)!);

    /// <summary>How good each estimate is, and what it rests on, by the piece's key.</summary>
    private Dictionary<long, (EstimateStatus Status, string Note)> Estimates() =>
        (from estimate in db.CostEstimates
         join piece in PiecesInPlay on estimate.SolutionPieceId equals piece.Id
         select new { estimate.SolutionPieceId, estimate.Status, estimate.Note })
        .AsEnumerable()
        .ToDictionary(e => e.SolutionPieceId, e => (e.Status, e.Note));
}
