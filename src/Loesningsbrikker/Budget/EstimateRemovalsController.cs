using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.AspNetCore.Mvc;

namespace Loesningsbrikker.Budget;

/// <summary>Taking an estimate away, so that the piece is not calculated again (Fjern prisskønnet).</summary>
[Permit(Permission.WriteEstimates)]
public sealed class EstimateRemovalsController(LoesningsbrikkerContext db, CurrentProcess current) : PieceEstimateController(db, current)
{
    /// <summary>Asks why.</summary>
    [HttpGet("dialogue-processes/{processId}/solution-pieces/{number}/estimate/removal")]
    public async Task<IActionResult> New(int number)
    {
        var piece = await FindWithEstimateAsync(number);
        return piece.Estimate is { } estimate
            ? Show(piece, new EstimateRemovalForm { Version = estimate.Version })
            : Redirect(EstimatePathOf(number));
    }

    /// <summary>Takes it away.</summary>
    [HttpPost("dialogue-processes/{processId}/solution-pieces/{number}/estimate/removal")]
    public async Task<IActionResult> Create(int number, EstimateRemovalForm form)
    {
        var piece = await FindWithEstimateAsync(number, form.Version);
        piece.RemoveEstimate(form.Reason, Db.Actor.RequiredUserId, Db.UtcNow);
        await SaveAsync(piece);
        Confirm($"Prisskønnet på {NameOf(piece)} er fjernet. Brikken er nu ikke beregnet.");
        return Redirect(EstimatePathOf(number));
    }

    /// <inheritdoc />
    public override async Task<IActionResult> ShowAgainAsync(object form)
    {
        Db.ChangeTracker.Clear();
        return Show(await FindWithEstimateAsync(NumberInAddress), (EstimateRemovalForm)form);
    }

    private ViewResult Show(SolutionPiece piece, EstimateRemovalForm form)
    {
        ViewData["Piece"] = piece;
        return View("New", form);
    }
}
