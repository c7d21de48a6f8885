using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Loesningsbrikker.Implementations;

/// <summary>Changing a milestone that is not reached.</summary>
[Route("dialogue-processes/{processId}/implementations/{id}/milestones/{milestoneId}/edit"), Permit(Permission.WriteImplementations), WritesImplementation]
public sealed class MilestoneEditsController(LoesningsbrikkerContext db, CurrentProcess current) : ImplementationController(db, current)
{
    /// <summary>Shows the milestone to change.</summary>
    [HttpGet]
    public async Task<IActionResult> Edit(long id, long milestoneId)
    {
        var implementation = await FindAsync(id);
        var milestone = MilestoneOf(implementation, milestoneId);
        return implementation.ClosedAtUtc is not null || milestone.ReachedOn is not null
            ? Redirect(PathOf(id))
            : Show(implementation, milestone, new MilestoneForm { Title = milestone.Title, DueOn = milestone.DueOn, Version = milestone.Version });
    }

    /// <summary>Changes it.</summary>
    [HttpPost]
    public async Task<IActionResult> Update(long id, long milestoneId, MilestoneForm form)
    {
        var changed = false;
        await WriteAsync(id, (piece, implementation) =>
        {
            var milestone = MilestoneOf(implementation, milestoneId);
            EnsureUnchanged(milestone, form.Version);
            changed = piece.ChangeMilestone(
                implementation, milestone, form.Title, form.DueOn!.Value, form.Reason, Db.Actor.RequiredUserId, Db.UtcNow);
        });
        Confirm(changed ? "Milepælen er ændret." : "Der var ingen ændringer at gemme.");
        return Redirect(PathOf(id));
    }

    /// <inheritdoc />
    public override async Task<IActionResult> ShowAgainAsync(object form)
    {
        var implementation = await FindAsync(IdInAddress);
        return Show(implementation, MilestoneOf(implementation, KeyInAddress("milestoneId")), (MilestoneForm)form);
    }

    private ViewResult Show(Implementation implementation, Milestone milestone, MilestoneForm form)
    {
        (ViewData["Implementation"], ViewData["Milestone"], ViewData["Breadcrumbs"]) = (implementation, milestone, CrumbsTo(implementation, "Ret milepæl"));
        return View("Edit", form);
    }
}
