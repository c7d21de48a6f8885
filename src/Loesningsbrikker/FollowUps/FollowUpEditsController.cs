using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.AspNetCore.Mvc;

namespace Loesningsbrikker.FollowUps;

/// <summary>Changing when, how often, who and what about.</summary>
[Permit(Permission.WriteFollowUps), Route("dialogue-processes/{processId}/follow-ups/{id}/edit")]
public sealed class FollowUpEditsController(LoesningsbrikkerContext db, CurrentProcess current) : FollowUpController(db, current)
{
    /// <summary>Shows the form.</summary>
    [HttpGet]
    public async Task<IActionResult> Edit(long id)
    {
        var (followUp, piece) = await FindWithPieceAsync(id);
        return followUp.ClosedAtUtc is null ? await ShowAsync(followUp, piece, FollowUpForm.Of(followUp)) : Redirect(FollowUpsPath);
    }

    /// <summary>Stores the changes.</summary>
    [HttpPost]
    public async Task<IActionResult> Update(long id, FollowUpForm form)
    {
        var (followUp, piece) = await FindWithPieceAsync(id, form.Version);
        var plan = await form.PlanAsync(Db, Current.Id, piece.Id);
        if (followUp.Change(piece, plan, Db.Actor.RequiredUserId, Db.UtcNow))
        {
            await Db.SaveChangesAsync();
            Confirm($"Opfølgningen på {NameOf(piece)} er ændret.");
        }
        return Redirect(FollowUpsPath);
    }

    /// <inheritdoc />
    public override async Task<IActionResult> ShowAgainAsync(object form)
    {
        Db.ChangeTracker.Clear();
        var (followUp, piece) = await FindWithPieceAsync(IdInAddress);
        return await ShowAsync(followUp, piece, (FollowUpForm)form);
    }

    private async Task<ViewResult> ShowAsync(FollowUp followUp, SolutionPiece piece, FollowUpForm form)
    {
        (ViewData["FollowUp"], ViewData["Piece"]) = (followUp, piece);
        ViewData["Assignees"] = await Assignees.ChoicesAsync(Db, Current.Id, piece.Id);
        return View("Edit", form);
    }
}
