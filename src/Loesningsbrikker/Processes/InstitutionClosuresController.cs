using System.Globalization;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Processes;

/// <summary>Closing an institution, with or without a successor.</summary>
[Route("institutions/{id}/closure"), Permit(Permission.ManageInstitutions)]
public sealed class InstitutionClosuresController(LoesningsbrikkerContext db, CurrentProcess current) : HouseController(db, current)
{
    /// <summary>Asks for the successor.</summary>
    [HttpGet]
    public async Task<IActionResult> New(long id)
    {
        var institution = await FindAsync(id);
        return await ShowAgainAsync(new InstitutionClosureForm { Version = institution.Version });
    }

    /// <summary>Closes it.</summary>
    [HttpPost]
    public async Task<IActionResult> Create(long id, InstitutionClosureForm form)
    {
        var institution = await FindAsync(id);
        var successor = form.SuccessorId is { } successorId
            ? await Db.Institutions.FirstOrDefaultAsync(i => i.Id == successorId)
              ?? throw new RuleException("Vælg en institution fra listen.", nameof(form.SuccessorId))
            : null;
        Db.Entry(institution).Property(i => i.Version).OriginalValue = form.Version;
        institution.Close(successor, Db.UtcNow);
        await Db.SaveChangesAsync();
        Confirm(successor is null ? $"{institution.Name} er lukket." : $"{institution.Name} er lagt sammen med {successor.Name}.");
        return Redirect("/institutions");
    }

    /// <inheritdoc />
    public override async Task<IActionResult> ShowAgainAsync(object form)
    {
        var page = (InstitutionClosureForm)form;
        var id = long.TryParse(RouteData.Values["id"] as string, NumberStyles.None, CultureInfo.InvariantCulture, out var key) ? key : 0;
        var open = await Db.Institutions.Where(i => i.ClosedAtUtc == null || i.Id == id).Select(i => new { i.Id, i.Name }).ToListAsync();
        page.Name = open.FirstOrDefault(i => i.Id == id)?.Name ?? "";
        page.Successors =
        [
            .. open.Where(i => i.Id != id).OrderBy(i => i.Name, DanishText.Comparer).Select(i => new SelectListItem(i.Name, i.Id.ToString())),
        ];
        return View("New", page);
    }

    private async Task<Institution> FindAsync(long id) =>
        await Db.Institutions.FirstOrDefaultAsync(i => i.Id == id && i.ClosedAtUtc == null) ?? throw new NotFoundException();
}
