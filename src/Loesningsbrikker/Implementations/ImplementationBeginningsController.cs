using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Loesningsbrikker.Implementations;

/// <summary>An institution begins with a local piece that was handed over to it.</summary>
[Route("dialogue-processes/{processId}/implementations/{id}/begin"), Permit(Permission.WriteImplementations), WritesImplementation]
public sealed class ImplementationBeginningsController(LoesningsbrikkerContext db, CurrentProcess current) : ImplementationController(db, current)
{
    /// <summary>Asks who is responsible and until when.</summary>
    [HttpGet]
    public async Task<IActionResult> New(long id)
    {
        var implementation = await FindAsync(id);
        return implementation.BegunAtUtc is not null || implementation.ClosedAtUtc is not null
            ? Redirect(PathOf(id))
            : await ShowAsync(implementation, new PlanForm { ResponsibleRole = "Institutionsleder", ResponsibleUserId = implementation.ResponsibleUserId });
    }

    /// <summary>Begins.</summary>
    [HttpPost]
    public async Task<IActionResult> Create(long id, PlanForm form)
    {
        var shown = await FindAsync(id);
        await PlanQuery.EnsureOfferedAsync(Db, Current.Id, shown.InstitutionId, shown.ResponsibleUserId, form);
        await WriteAsync(id, (piece, implementation) =>
            piece.Begin(implementation, form.ResponsibleRole, form.ResponsibleUserId, form.DueOn, Db.Actor.RequiredUserId, Db.UtcNow));
        Confirm("I er i gang. Skriv gerne de første milepæle, og fortæl her, når der er nyt.");
        return Redirect(PathOf(id));
    }

    /// <inheritdoc />
    public override async Task<IActionResult> ShowAgainAsync(object form) => await ShowAsync(await FindAsync(IdInAddress), (PlanForm)form);

    private async Task<IActionResult> ShowAsync(Implementation implementation, PlanForm form)
    {
        form.Choices = await PlanQuery.ReadAsync(Db, Current.Id, implementation.InstitutionId, implementation.ResponsibleUserId);
        (ViewData["Implementation"], ViewData["Breadcrumbs"]) = (implementation, CrumbsTo(implementation, "Begynd"));
        return View("New", form);
    }
}
