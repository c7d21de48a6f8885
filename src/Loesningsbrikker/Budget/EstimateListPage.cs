using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Budget;

/// <summary>One row of the list.</summary>
/// <param name="Status">How good the estimate is; null when the piece is not calculated.</param>
public sealed record EstimateRow(long Id, int Number, string Title, PieceClass Class, EstimateStatus? Status)
{
    /// <summary>Net amounts per year.</summary>
    public EstimateSums Sums { get; init; } = EstimateSums.None;
}

/// <summary>What the list shows.</summary>
/// <param name="Years">The four years of the budget.</param>
/// <param name="PerState">How many pieces each state has with the other filters; a state without any is missing.</param>
/// <param name="Sums">Net amounts of all the pieces found, on all pages.</param>
/// <param name="Missing">How many of the pieces found are not calculated, and therefore not in the sums.</param>
/// <param name="PriceLevels">The years whose prices the estimates found are in.</param>
/// <param name="HasAny">False when there is no piece that could have a price, whatever the filters.</param>
public sealed record EstimateListPage(
    EstimateFilter Filter, IReadOnlyList<int> Years, PageOf<EstimateRow> Page, IReadOnlyDictionary<EstimateState, int> PerState,
    EstimateSums Sums, int Missing, IReadOnlyList<int> PriceLevels, bool HasAny)
{
    /// <summary>How many of the pieces found have an amount in each year; a year that none has is missing.</summary>
    public IReadOnlyDictionary<int, int> PerYear { get; init; } = new Dictionary<int, int>();

    /// <summary>How many of the pieces found are calculated, wholly or for some years.</summary>
    public int Calculated => Page.Total - Missing;

    /// <summary>How many of the calculated pieces are not calculated for that year, and therefore not in its sum.</summary>
    public int MissingIn(int year) => Calculated - PerYear.GetValueOrDefault(year);

    /// <summary>How many pieces there are with the filters other than state.</summary>
    public int All => PerState.Values.Sum();

    /// <summary>Reads the page with a number of queries that does not grow with the list.</summary>
    public static async Task<EstimateListPage> ReadAsync(LoesningsbrikkerContext db, CurrentProcess current, EstimateFilter filter, int number)
    {
        var visible = EstimateFilter.WithPrice(db.SolutionPieces.VisibleTo(current, db));
        var withoutState = filter.ApplyButState(visible);
        var found = filter.ApplyState(withoutState);
        var perState = await CountAsync(withoutState);
        var page = await filter.Sort(found)
            .Select(p => new EstimateRow(p.Id, p.Number, p.Title, p.Class, (EstimateStatus?)p.Estimate!.Status))
            .ToPageAsync(number);
        var each = await EstimateSums.ReadEachAsync(db, [.. page.Rows.Select(r => r.Id)]);
        var rows = page.Rows.Select(r => r with { Sums = each.GetValueOrDefault(r.Id, r.Sums) }).ToList();
        var levels = await found.Where(p => p.Estimate != null).Select(p => p.Estimate!.PriceLevel).Distinct().ToListAsync();
        return new EstimateListPage(
            filter, current.Process.BudgetYears(), page with { Rows = rows }, perState, await EstimateSums.ReadAsync(db, found),
            filter.State is null or EstimateState.Missing ? perState.GetValueOrDefault(EstimateState.Missing) : 0, [.. levels.Order()],
            perState.Count > 0 || await visible.AnyAsync())
        {
            PerYear = await EstimateSums.CountPerYearAsync(db, found),
        };
    }

    /// <summary>The query of an address with the same filters but that state.</summary>
    public string QueryFor(EstimateState? state)
    {
        var query = new QueryBuilder();
        if (state is not null)
            query.Add("state", state.Value.ToString());
        if (Filter.Class is { } pieceClass)
            query.Add("class", pieceClass.ToString());
        if (Filter.DesignatedOnly)
            query.Add("designated", "true");
        if (Filter.Order != EstimateOrder.Number)
            query.Add("sort", Filter.Order.ToString());
        return query.ToString();
    }

    private static async Task<Dictionary<EstimateState, int>> CountAsync(IQueryable<SolutionPiece> pieces)
    {
        var counts = await pieces.GroupBy(p => (EstimateStatus?)p.Estimate!.Status).Select(g => new { g.Key, Count = g.Count() }).ToListAsync();
        return counts.ToDictionary(c => StateOf(c.Key), c => c.Count);
    }

    private static EstimateState StateOf(EstimateStatus? status) => status switch
    {
        null => EstimateState.Missing,
        EstimateStatus.Rough => EstimateState.Rough,
        EstimateStatus.Calculated => EstimateState.Calculated,
        _ => EstimateState.QualityAssured,
    };
}
