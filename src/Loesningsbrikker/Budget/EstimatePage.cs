using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Budget;

/// <summary>What stands around the grid of one piece.</summary>
/// <param name="WrittenBy">Name of who wrote the estimate last; null for demo data, or when there is none.</param>
/// <param name="NextNumber">The next open piece that is not calculated, those chosen first, after this one and then from the beginning; null when there is none.</param>
/// <param name="Missing">How many open pieces are not calculated, this one counted.</param>
public sealed record EstimatePage(SolutionPiece Piece, string? WrittenBy, int? NextNumber, int Missing)
{
    /// <summary>Nobody waits for the price of these: the answer was no, or the work is over.</summary>
    private static readonly PieceStage[] Settled =
    [
        PieceStage.NotValidated, PieceStage.NotDesignated, PieceStage.Rejected, PieceStage.Declined, PieceStage.RolledBack, PieceStage.Closed,
    ];

    /// <summary>Reads it for a piece whose estimate is loaded.</summary>
    public static async Task<EstimatePage> ReadAsync(LoesningsbrikkerContext db, CurrentProcess current, SolutionPiece piece)
    {
        var missing = EstimateFilter.WithPrice(db.SolutionPieces.VisibleTo(current, db))
            .Where(p => p.Estimate == null && p.Id != piece.Id && !Settled.Contains(p.Stage));
        var next = await missing
            .OrderBy(p => p.Stage == PieceStage.Designated || p.Stage == PieceStage.Submitted ? 0 : 1)
            .ThenBy(p => p.Number > piece.Number ? 0 : 1).ThenBy(p => p.Number)
            .Select(p => (int?)p.Number).FirstOrDefaultAsync();
        var writer = piece.Estimate?.WrittenByUserId;
        return new EstimatePage(
            piece, await db.Users.Where(u => u.Id == writer).Select(u => u.DisplayName).FirstOrDefaultAsync(), next,
            await missing.CountAsync() + (piece.Estimate is null ? 1 : 0));
    }

    /// <summary>The prices that estimates of the process were written in last; the current year when there are none.</summary>
    public static async Task<int> UsualPriceLevelAsync(LoesningsbrikkerContext db, long processId) =>
        await db.CostEstimates.Where(e => e.ProcessId == processId).OrderByDescending(e => e.WrittenAtUtc).Select(e => (int?)e.PriceLevel).FirstOrDefaultAsync()
        ?? DanishText.Day(db.UtcNow).Year;
}
