using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.AspNetCore.Mvc;

namespace Loesningsbrikker.Budget;

/// <summary>Reading and writing what one piece costs.</summary>
public sealed class PieceEstimatesController(LoesningsbrikkerContext db, CurrentProcess current) : PieceEstimateController(db, current)
{
    /// <summary>Shows the grid, as a form to those who write estimates.</summary>
    [HttpGet("dialogue-processes/{processId}/solution-pieces/{number}/estimate"), Permit(Permission.ReadEstimates)]
    public async Task<IActionResult> Edit(int number)
    {
        var piece = await FindWithEstimateAsync(number);
        if (piece.Stage is PieceStage.Draft or PieceStage.Merged)
            return Redirect(PathOf(number));
        var priceLevel = piece.Estimate?.PriceLevel ?? await EstimatePage.UsualPriceLevelAsync(Db, Current.Id);
        return await ShowAsync(piece, EstimateForm.Of(piece.Estimate, Current.Process.BudgetYears(), priceLevel));
    }

    /// <summary>Stores the estimate.</summary>
    [HttpPost("dialogue-processes/{processId}/solution-pieces/{number}/estimate"), Permit(Permission.WriteEstimates)]
    public async Task<IActionResult> Update(int number, EstimateForm form)
    {
        var piece = await FindWithEstimateAsync(number, form.Version);
        var lines = form.Lines(piece.Estimate, Current.Process.BudgetYears());
        if (!piece.WriteEstimate(form.Status!.Value, form.PriceLevel!.Value, form.Note, lines, Db.Actor.RequiredUserId, Db.UtcNow))
        {
            Confirm($"Prisskønnet på {NameOf(piece)} var uændret.");
            return Redirect(EstimatePathOf(number));
        }
        // The lines are rows of their own; the estimate's version must change with them whatever the clock says.
        if (piece.Estimate!.Id != 0)
            Db.Entry(piece.Estimate).Property(e => e.WrittenAtUtc).IsModified = true;
        await SaveAsync(piece);
        Confirm($"Prisskønnet på {NameOf(piece)} er gemt.");
        return Redirect(EstimatePathOf(number));
    }

    /// <inheritdoc />
    public override async Task<IActionResult> ShowAgainAsync(object form)
    {
        Db.ChangeTracker.Clear();
        return await ShowAsync(await FindWithEstimateAsync(NumberInAddress), (EstimateForm)form);
    }

    private async Task<IActionResult> ShowAsync(SolutionPiece piece, EstimateForm form)
    {
        if (form.Years.Count == 0)
            form.Years = EstimateForm.Of(piece.Estimate, Current.Process.BudgetYears(), 0).Years;
        ViewData["Page"] = await EstimatePage.ReadAsync(Db, Current, piece);
        return View(Current.Can(Permission.WriteEstimates) ? "Edit" : "Show", form);
    }
}
