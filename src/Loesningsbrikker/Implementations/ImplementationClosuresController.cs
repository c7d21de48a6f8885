using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.AspNetCore.Mvc;

namespace Loesningsbrikker.Implementations;

/// <summary>Ending an implementation with what came of it.</summary>
[Route("dialogue-processes/{processId}/implementations/{id}/closure"), Permit(Permission.WriteImplementations), WritesImplementation]
public sealed class ImplementationClosuresController(LoesningsbrikkerContext db, CurrentProcess current) : ImplementationController(db, current)
{
    /// <summary>Asks what came of it.</summary>
    [HttpGet]
    public async Task<IActionResult> New(long id)
    {
        var implementation = await FindAsync(id);
        return implementation.BegunAtUtc is null || implementation.ClosedAtUtc is not null ? Redirect(PathOf(id)) : Show(implementation, new ClosureForm());
    }

    /// <summary>Ends it; who comes second reads that it has ended.</summary>
    [HttpPost]
    public async Task<IActionResult> Create(long id, ClosureForm form)
    {
        var (last, code) = (false, "");
        await WriteAsync(id, (piece, implementation) =>
        {
            piece.Close(implementation, form.Outcome!.Value, form.Reason, Db.Actor.RequiredUserId, Db.UtcNow);
            (last, code) = (piece.Stage == PieceStage.Closed, Current.Process.NumberOf(piece));
        });
        Confirm(last ? $"Udmøntningen er afsluttet, og {code} er dermed afsluttet." : $"Udmøntningen er afsluttet her. Andre institutioner arbejder videre med {code}.");
        return Redirect(PathOf(id));
    }

    /// <inheritdoc />
    public override async Task<IActionResult> ShowAgainAsync(object form) => Show(await FindAsync(IdInAddress), (ClosureForm)form);

    private ViewResult Show(Implementation implementation, ClosureForm form)
    {
        (ViewData["Implementation"], ViewData["Breadcrumbs"]) = (implementation, CrumbsTo(implementation, "Afslut"));
        return View("New", form);
    }
}
