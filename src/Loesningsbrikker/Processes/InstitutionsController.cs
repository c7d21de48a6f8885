using System.Globalization;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Processes;

/// <summary>Schools and daycare institutions of the municipality.</summary>
[Route("institutions"), Permit(Permission.ManageInstitutions)]
public sealed class InstitutionsController(LoesningsbrikkerContext db, CurrentProcess current) : HouseController(db, current)
{
    private long? RowId =>
        long.TryParse(RouteData.Values["id"] as string, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>Shows the list, the closed ones last.</summary>
    [HttpGet]
    public async Task<IActionResult> Index(int page = 1) => View("Index", await Db.Institutions
        .Select(i => new InstitutionRow(i.Id, i.Name, i.Kind,
            Db.Users.Where(u => u.Id == i.LeaderUserId).Select(u => u.DisplayName).FirstOrDefault(), i.ClosedAtUtc,
            Db.Institutions.Where(s => s.Id == i.SuccessorId).Select(s => s.Name).FirstOrDefault()))
        .ToDanishPageAsync(page, i => (i.ClosedAtUtc is null ? "0" : "1") + i.Name));

    /// <summary>Shows an empty form.</summary>
    [HttpGet("new")]
    public Task<IActionResult> New() => ShowAgainAsync(new InstitutionForm());

    /// <summary>Stores a new institution.</summary>
    [HttpPost("new")]
    public async Task<IActionResult> Create(InstitutionForm form)
    {
        var institution = new Institution();
        await WriteAsync(institution, form);
        Db.Add(institution);
        await Db.SaveChangesAsync();
        return ToList($"{institution.Name} er oprettet.");
    }

    /// <summary>Shows an institution.</summary>
    [HttpGet("{id}")]
    public async Task<IActionResult> Edit(long id)
    {
        var institution = await FindAsync(id);
        return await ShowAgainAsync(new InstitutionForm
        {
            Name = institution.Name, Kind = institution.Kind, LeaderUserId = institution.LeaderUserId, Version = institution.Version,
        });
    }

    /// <summary>Stores a changed institution.</summary>
    [HttpPost("{id}")]
    public async Task<IActionResult> Update(long id, InstitutionForm form)
    {
        var institution = await FindAsync(id);
        Db.Entry(institution).Property(i => i.Version).OriginalValue = form.Version;
        await WriteAsync(institution, form);
        await Db.SaveChangesAsync();
        return ToList($"{institution.Name} er gemt.");
    }

    /// <inheritdoc />
    public override async Task<IActionResult> ShowAgainAsync(object form)
    {
        var page = (InstitutionForm)form;
        var leaders = await Leaders(page.LeaderUserId).Select(u => new { u.Id, u.DisplayName }).ToListAsync();
        page.Leaders =
        [
            .. leaders.OrderBy(u => u.DisplayName, DanishText.Comparer).Select(u => new SelectListItem(u.DisplayName, u.Id.ToString())),
        ];
        page.CanBeClosed = RowId is { } id && await Db.Institutions.AnyAsync(i => i.Id == id && i.ClosedAtUtc == null);
        return View("Form", page);
    }

    /// <summary>Local leaders with an open account; <paramref name="present"/> stays even if that has changed since.</summary>
    private IQueryable<User> Leaders(long? present) => Db.Users.Where(u =>
        u.Id == present || (u.DeactivatedAtUtc == null && u.Roles.Any(r => r.Role == Role.LocalLeader)));

    private async Task<Institution> FindAsync(long id) =>
        await Db.Institutions.FirstOrDefaultAsync(i => i.Id == id) ?? throw new NotFoundException();

    private async Task WriteAsync(Institution institution, InstitutionForm form)
    {
        var name = TypedText.OneLine(form.Name);
        await Db.Institutions.Where(i => i.Id != institution.Id).Select(i => i.Name)
            .EnsureFreeAsync(name, $"Der findes allerede en institution, der hedder {name}.", nameof(form.Name));
        if (form.LeaderUserId is { } leader && !await Leaders(institution.LeaderUserId).AnyAsync(u => u.Id == leader))
            throw new RuleException("Vælg en leder fra listen.", nameof(form.LeaderUserId));
        (institution.Name, institution.Kind, institution.LeaderUserId) = (name, form.Kind!.Value, form.LeaderUserId);
    }

    private RedirectResult ToList(string confirmation)
    {
        Confirm(confirmation);
        return Redirect("/institutions");
    }
}
