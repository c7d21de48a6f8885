using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Processes;

/// <summary>The informants of a process, known by codes.</summary>
[Route("dialogue-processes/{processId}/informants"), Permit(Permission.SetUpProcess)]
public sealed class InformantsController(LoesningsbrikkerContext db, CurrentProcess current) : SetupListController(db, current)
{
    private IQueryable<Informant> Informants => Db.Informants.Where(i => i.ProcessId == Current.Id);

    /// <summary>Shows the list.</summary>
    [HttpGet]
    public async Task<IActionResult> Index(int page = 1) => View("Index", await Informants
        .Select(i => new InformantRow(i.Id, i.Code, i.Group.Name, i.Group.AreChildren, i.Institution!.Name, i.Headcount, i.AgeFrom, i.AgeTo,
            Db.Interviews.Count(x => x.Informants.Any(y => y.Id == i.Id))))
        .ToDanishPageAsync(page, i => i.Code));

    /// <summary>Asks for the group, then shows the form that suits it with a suggested code.</summary>
    [HttpGet("new")]
    public async Task<IActionResult> New(long? groupId)
    {
        if (groupId is null)
            return View("ChooseGroup", (await GroupsAsync()).OrderBy(g => g.Name, DanishText.Comparer).ToList());
        var group = await FindGroupAsync(groupId.Value) ?? throw new NotFoundException();
        var code = await InformantCodes.SuggestAsync(Db, Current.Process, group);
        return await ShowAgainAsync(new InformantForm { GroupId = group.Id, Code = code, Headcount = group.AreChildren ? null : 1 });
    }

    /// <summary>Stores a new informant.</summary>
    [HttpPost("new")]
    public async Task<IActionResult> Create(InformantForm form)
    {
        var informant = new Informant { ProcessId = Current.Id };
        await WriteAsync(informant, form);
        Db.Add(informant);
        await Db.SaveChangesAsync();
        return ToList("informants", $"Informanten {informant.Code} er oprettet.");
    }

    /// <summary>Shows an informant.</summary>
    [HttpGet("{id}")]
    public async Task<IActionResult> Edit(long id)
    {
        var i = await FindAsync(id);
        return await ShowAgainAsync(new InformantForm
        {
            GroupId = i.GroupId, Code = i.Code, InstitutionId = i.InstitutionId, Headcount = i.Headcount,
            AgeFrom = i.AgeFrom, AgeTo = i.AgeTo, Version = i.Version,
        });
    }

    /// <summary>Stores a changed informant.</summary>
    [HttpPost("{id}")]
    public async Task<IActionResult> Update(long id, InformantForm form)
    {
        var informant = await FindAsync(id);
        Db.Entry(informant).Property(i => i.Version).OriginalValue = form.Version;
        await WriteAsync(informant, form);
        await Db.SaveChangesAsync();
        return ToList("informants", $"Informanten {informant.Code} er gemt.");
    }

    /// <summary>Deletes an informant who took part in nothing.</summary>
    [HttpPost("{id}/delete")]
    public async Task<IActionResult> Delete(long id)
    {
        var informant = await FindAsync(id);
        await Db.DeleteUnusedAsync(informant, () => InUseAsync(id));
        return ToList("informants", $"Informanten {informant.Code} er slettet.");
    }

    /// <inheritdoc />
    public override async Task<IActionResult> ShowAgainAsync(object form)
    {
        var page = (InformantForm)form;
        var groups = await GroupsAsync();
        page.AreChildren = groups.Any(g => g.Id == page.GroupId && g.AreChildren);
        page.Groups = Choices(groups.Where(g => g.AreChildren == page.AreChildren).Select(g => (g.Id, g.Name)));
        var institutions = await Db.Institutions.Where(i => i.ClosedAtUtc == null || i.Id == page.InstitutionId)
            .Select(i => new { i.Id, i.Name }).ToListAsync();
        page.Institutions = Choices(institutions.Select(i => (i.Id, i.Name)));
        return await base.ShowAgainAsync(form);
    }

    /// <inheritdoc />
    protected override async Task<string?> InUseAsync(long id)
    {
        if (await Db.InformantIdentities.AnyAsync(i => i.InformantId == id && i.ProcessId == Current.Id))
            return "Informanten kan ikke slettes, fordi der er gemt en kodenøgle. Slet først kodenøglen.";
        var interviews = await Db.Interviews.CountAsync(i => i.ProcessId == Current.Id && i.Informants.Any(x => x.Id == id));
        var slips = await Db.MeetingParticipants.CountAsync(p => p.ProcessId == Current.Id && p.InformantId == id);
        return SetupRows.InUse("Informanten kan ikke slettes, fordi koden bruges i", (interviews, "interview", "interviews"), (slips, "seddel til et fællesmøde", "sedler til fællesmøder"));
    }

    private static IReadOnlyList<SelectListItem> Choices(IEnumerable<(long Id, string Name)> rows) =>
        [.. rows.OrderBy(r => r.Name, DanishText.Comparer).Select(r => new SelectListItem(r.Name, r.Id.ToString()))];

    private Task<List<InformantGroup>> GroupsAsync() =>
        Db.InformantGroups.AsNoTracking().Where(g => g.ProcessId == Current.Id).ToListAsync();

    private Task<InformantGroup?> FindGroupAsync(long id) =>
        Db.InformantGroups.FirstOrDefaultAsync(g => g.Id == id && g.ProcessId == Current.Id);

    private async Task<Informant> FindAsync(long id) =>
        await Informants.Include(i => i.Group).FirstOrDefaultAsync(i => i.Id == id) ?? throw new NotFoundException();

    private async Task WriteAsync(Informant informant, InformantForm form)
    {
        var group = await FindGroupAsync(form.GroupId) ?? throw new RuleException("Vælg en informantgruppe.", nameof(form.GroupId));
        if (form.InstitutionId is { } institution && !await Db.Institutions.AnyAsync(i => i.Id == institution))
            throw new RuleException("Vælg en institution fra listen.", nameof(form.InstitutionId));
        var code = form.Code.ToUpper(DanishText.Culture);
        if (await Informants.AnyAsync(i => i.Code == code && i.Id != informant.Id))
            throw new RuleException($"Koden {code} er i brug. Vælg en anden.", nameof(form.Code));
        informant.Describe(group, form.InstitutionId, form.Headcount, form.AgeFrom, form.AgeTo);
        informant.Code = code;
    }
}
