using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.AspNetCore.Mvc;

namespace Loesningsbrikker.FollowUps;

/// <summary>Somebody has looked (Set på).</summary>
[Permit(Permission.WriteFollowUps), Route("dialogue-processes/{processId}/follow-ups/{id}/check")]
public sealed class FollowUpChecksController(LoesningsbrikkerContext db, CurrentProcess current) : FollowUpController(db, current)
{
    /// <summary>Shows the form.</summary>
    [HttpGet]
    public async Task<IActionResult> New(long id)
    {
        var (followUp, piece) = await FindWithPieceAsync(id);
        return followUp.ClosedAtUtc is null ? Show(followUp, piece, new CheckForm { Version = followUp.Version }) : Redirect(FollowUpsPath);
    }

    /// <summary>Stores what was seen; the follow-up is due again later, or closed.</summary>
    [HttpPost]
    public async Task<IActionResult> Create(long id, CheckForm form)
    {
        var (followUp, piece) = await FindWithPieceAsync(id, form.Version);
        followUp.Check(piece, form.Note, Db.Actor.RequiredUserId, Db.UtcNow);
        await Db.SaveChangesAsync();
        Confirm(followUp.ClosedAtUtc is null
            ? $"{NameOf(piece)} er set på. Næste gang er {DanishText.Date(followUp.DueOn)}."
            : $"{NameOf(piece)} er set på, og opfølgningen er afsluttet.");
        // Back to what else waits for the same person.
        return Redirect(followUp.AssignedToUserId == Db.Actor.RequiredUserId ? FollowUpsPath + FollowUpFilter.QueryFor(mine: true, FollowUpShown.Open) : FollowUpsPath);
    }

    /// <inheritdoc />
    public override async Task<IActionResult> ShowAgainAsync(object form)
    {
        Db.ChangeTracker.Clear();
        var (followUp, piece) = await FindWithPieceAsync(IdInAddress);
        return Show(followUp, piece, (CheckForm)form);
    }

    private ViewResult Show(FollowUp followUp, SolutionPiece piece, CheckForm form)
    {
        (ViewData["FollowUp"], ViewData["Piece"]) = (followUp, piece);
        return View("New", form);
    }
}
