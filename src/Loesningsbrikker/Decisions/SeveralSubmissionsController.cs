using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.AspNetCore.Mvc;

namespace Loesningsbrikker.Decisions;

/// <summary>Sending several designated pieces to the politicians as one case.</summary>
[Permit(Permission.ConcludePieces)]
public sealed class SeveralSubmissionsController(LoesningsbrikkerContext db, CurrentProcess current) : HouseController(db, current)
{
    /// <summary>Shows what may be sent; the designated ones are ticked, those that were postponed are not.</summary>
    [HttpGet("dialogue-processes/{processId}/submissions/new")]
    public async Task<IActionResult> New()
    {
        var rows = await SeveralPieces.OpenAsync(Db, Current, PieceStep.Submit);
        return Show(rows, new SeveralSubmissionsForm
        {
            CaseNumber = Current.Process.CaseNumber, Items = [.. rows.Select(r => new SeveralItem { Number = r.Number, Chosen = r.Stage == PieceStage.Designated })],
        });
    }

    /// <summary>Sends the ticked ones: all of them, or none.</summary>
    [HttpPost("dialogue-processes/{processId}/submissions")]
    public async Task<IActionResult> Create(SeveralSubmissionsForm form)
    {
        var chosen = await SeveralPieces.ChosenAsync(Db, Current, form.Items);
        foreach (var (piece, _) in chosen)
            piece.Submit(form.CaseNumber, Db.Actor.RequiredUserId, Db.UtcNow);
        await Db.SaveChangesAsync();
        Confirm($"{DanishText.Count(chosen.Count, "brik er sendt", "brikker er sendt")} til politisk behandling.");
        return Redirect($"/dialogue-processes/{Current.Id}/designations");
    }

    /// <inheritdoc />
    public override async Task<IActionResult> ShowAgainAsync(object form)
    {
        Db.ChangeTracker.Clear();
        return Show(await SeveralPieces.OpenAsync(Db, Current, PieceStep.Submit), (SeveralSubmissionsForm)form);
    }

    private ViewResult Show(IReadOnlyList<TickRow> rows, SeveralSubmissionsForm form)
    {
        ViewData["Rows"] = rows;
        return View("New", form);
    }
}
