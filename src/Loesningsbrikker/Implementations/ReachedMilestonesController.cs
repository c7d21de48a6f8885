using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Loesningsbrikker.Implementations;

/// <summary>What the two buttons beside a milestone send: nothing but the address.</summary>
public sealed class ReachedForm;

/// <summary>A milestone is reached (Nået), or was called so by mistake.</summary>
[Route("dialogue-processes/{processId}/implementations/{id}/milestones/{milestoneId}/reached"), Permit(Permission.WriteImplementations), WritesImplementation]
public sealed class ReachedMilestonesController(LoesningsbrikkerContext db, CurrentProcess current) : ImplementationController(db, current)
{
    /// <summary>Reaches it today.</summary>
    [HttpPost]
    public async Task<IActionResult> Create(long id, long milestoneId, ReachedForm form)
    {
        var title = "";
        await WriteAsync(id, (piece, implementation) =>
        {
            var milestone = MilestoneOf(implementation, milestoneId);
            piece.Reach(implementation, milestone, DanishText.Day(Db.UtcNow), Db.Actor.RequiredUserId, Db.UtcNow);
            title = milestone.Title;
        });
        Confirm($"Milepælen er nået: {title}.");
        return Redirect(PathOf(id));
    }

    /// <summary>Takes it back.</summary>
    [HttpPost("undo")]
    public async Task<IActionResult> Delete(long id, long milestoneId, ReachedForm form)
    {
        await WriteAsync(id, (piece, implementation) =>
            piece.TakeBackReached(implementation, MilestoneOf(implementation, milestoneId), Db.Actor.RequiredUserId, Db.UtcNow));
        Confirm("Milepælen står igen som ikke nået.");
        return Redirect(PathOf(id));
    }

    /// <inheritdoc />
    public override async Task<IActionResult> ShowAgainAsync(object form) =>
        View("Page", await ImplementationPage.ReadAsync(Db, Current, await FindAsync(IdInAddress), 1));
}
