using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Loesningsbrikker.Implementations;

/// <summary>Adding something to be reached on the way.</summary>
[Route("dialogue-processes/{processId}/implementations/{id}/milestones"), Permit(Permission.WriteImplementations), WritesImplementation]
public sealed class MilestonesController(LoesningsbrikkerContext db, CurrentProcess current) : ImplementationController(db, current)
{
    /// <summary>Shows an empty form.</summary>
    [HttpGet("new")]
    public async Task<IActionResult> New(long id)
    {
        var implementation = await FindAsync(id);
        return implementation.ClosedAtUtc is not null ? Redirect(PathOf(id)) : Show(implementation, new MilestoneForm());
    }

    /// <summary>Adds it.</summary>
    [HttpPost]
    public async Task<IActionResult> Create(long id, MilestoneForm form)
    {
        await WriteAsync(id, (piece, implementation) =>
            piece.AddMilestone(implementation, form.Title, form.DueOn!.Value, Db.Actor.RequiredUserId, Db.UtcNow));
        Confirm("Milepælen er gemt.");
        return Redirect(PathOf(id));
    }

    /// <inheritdoc />
    public override async Task<IActionResult> ShowAgainAsync(object form) => Show(await FindAsync(IdInAddress), (MilestoneForm)form);

    private ViewResult Show(Implementation implementation, MilestoneForm form)
    {
        (ViewData["Implementation"], ViewData["Breadcrumbs"]) = (implementation, CrumbsTo(implementation, "Ny milepæl"));
        return View("New", form);
    }
}
