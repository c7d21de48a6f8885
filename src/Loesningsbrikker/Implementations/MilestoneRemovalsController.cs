using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Loesningsbrikker.Implementations;

/// <summary>Giving a milestone up; the history keeps it and why.</summary>
[Route("dialogue-processes/{processId}/implementations/{id}/milestones/{milestoneId}/removal"), Permit(Permission.WriteImplementations), WritesImplementation]
public sealed class MilestoneRemovalsController(LoesningsbrikkerContext db, CurrentProcess current) : ImplementationController(db, current)
{
    /// <summary>Asks why.</summary>
    [HttpGet]
    public async Task<IActionResult> New(long id, long milestoneId)
    {
        var implementation = await FindAsync(id);
        var milestone = MilestoneOf(implementation, milestoneId);
        return implementation.ClosedAtUtc is not null || milestone.ReachedOn is not null
            ? Redirect(PathOf(id))
            : Show(implementation, milestone, new MilestoneRemovalForm { Version = milestone.Version });
    }

    /// <summary>Removes it.</summary>
    [HttpPost]
    public async Task<IActionResult> Create(long id, long milestoneId, MilestoneRemovalForm form)
    {
        await WriteAsync(id, (piece, implementation) =>
        {
            var milestone = MilestoneOf(implementation, milestoneId);
            EnsureUnchanged(milestone, form.Version);
            piece.RemoveMilestone(implementation, milestone, form.Reason, Db.Actor.RequiredUserId, Db.UtcNow);
        });
        Confirm("Milepælen er fjernet. Brikkens historik husker den.");
        return Redirect(PathOf(id));
    }

    /// <inheritdoc />
    public override async Task<IActionResult> ShowAgainAsync(object form)
    {
        var implementation = await FindAsync(IdInAddress);
        return Show(implementation, MilestoneOf(implementation, KeyInAddress("milestoneId")), (MilestoneRemovalForm)form);
    }

    private ViewResult Show(Implementation implementation, Milestone milestone, MilestoneRemovalForm form)
    {
        (ViewData["Implementation"], ViewData["Milestone"], ViewData["Breadcrumbs"]) = (implementation, milestone, CrumbsTo(implementation, "Fjern milepæl"));
        return View("New", form);
    }
}
