using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Loesningsbrikker.Implementations;

/// <summary>Changing who is responsible and until when.</summary>
[Route("dialogue-processes/{processId}/implementations/{id}/plan"), Permit(Permission.WriteImplementations), WritesImplementation]
public sealed class ImplementationPlansController(LoesningsbrikkerContext db, CurrentProcess current) : ImplementationController(db, current)
{
    /// <summary>Shows the plan to change.</summary>
    [HttpGet]
    public async Task<IActionResult> Edit(long id)
    {
        var implementation = await FindAsync(id);
        // While it waits the plan is made by beginning.
        return implementation.BegunAtUtc is null || implementation.ClosedAtUtc is not null
            ? Redirect(PathOf(id))
            : await ShowAsync(implementation, new PlanForm
            {
                ResponsibleRole = implementation.ResponsibleRole, ResponsibleUserId = implementation.ResponsibleUserId, DueOn = implementation.DueOn,
                Version = implementation.Version,
            });
    }

    /// <summary>Changes the plan.</summary>
    [HttpPost]
    public async Task<IActionResult> Update(long id, PlanForm form)
    {
        var shown = await FindAsync(id);
        await PlanQuery.EnsureOfferedAsync(Db, Current.Id, shown.InstitutionId, shown.ResponsibleUserId, form);
        var changed = false;
        await WriteAsync(id, (piece, implementation) =>
        {
            EnsureUnchanged(implementation, form.Version);
            changed = piece.Replan(
                implementation, form.ResponsibleRole, form.ResponsibleUserId, form.DueOn, form.Reason, Db.Actor.RequiredUserId, Db.UtcNow);
        });
        Confirm(changed ? "Planen er ændret." : "Der var ingen ændringer at gemme.");
        return Redirect(PathOf(id));
    }

    /// <inheritdoc />
    public override async Task<IActionResult> ShowAgainAsync(object form) => await ShowAsync(await FindAsync(IdInAddress), (PlanForm)form);

    private async Task<IActionResult> ShowAsync(Implementation implementation, PlanForm form)
    {
        form.Choices = await PlanQuery.ReadAsync(Db, Current.Id, implementation.InstitutionId, implementation.ResponsibleUserId);
        (ViewData["Implementation"], ViewData["Breadcrumbs"]) = (implementation, CrumbsTo(implementation, "Ret planen"));
        return View("Edit", form);
    }
}
