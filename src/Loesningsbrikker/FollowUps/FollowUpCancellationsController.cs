using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.AspNetCore.Mvc;

namespace Loesningsbrikker.FollowUps;

/// <summary>Calling a follow-up off (Aflys).</summary>
[Permit(Permission.WriteFollowUps), Route("dialogue-processes/{processId}/follow-ups/{id}/cancel")]
public sealed class FollowUpCancellationsController(LoesningsbrikkerContext db, CurrentProcess current) : FollowUpController(db, current)
{
    /// <summary>Shows the form.</summary>
    [HttpGet]
    public async Task<IActionResult> New(long id)
    {
        var (followUp, piece) = await FindWithPieceAsync(id);
        return followUp.ClosedAtUtc is null ? Show(followUp, piece, new CancelForm { Version = followUp.Version }) : Redirect(FollowUpsPath);
    }

    /// <summary>Ends it.</summary>
    [HttpPost]
    public async Task<IActionResult> Create(long id, CancelForm form)
    {
        var (followUp, piece) = await FindWithPieceAsync(id, form.Version);
        followUp.Cancel(piece, form.Reason, Db.Actor.RequiredUserId, Db.UtcNow);
        await Db.SaveChangesAsync();
        Confirm($"Opfølgningen på {NameOf(piece)} er aflyst.");
        return Redirect(FollowUpsPath);
    }

    /// <inheritdoc />
    public override async Task<IActionResult> ShowAgainAsync(object form)
    {
        Db.ChangeTracker.Clear();
        var (followUp, piece) = await FindWithPieceAsync(IdInAddress);
        return Show(followUp, piece, (CancelForm)form);
    }

    private ViewResult Show(FollowUp followUp, SolutionPiece piece, CancelForm form)
    {
        (ViewData["FollowUp"], ViewData["Piece"]) = (followUp, piece);
        return View("New", form);
    }
}
