using System.ComponentModel.DataAnnotations;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Processes;

/// <summary>An informant group in the list.</summary>
public sealed record InformantGroupRow(long Id, string Name, bool AreChildren, int Informants);

/// <summary>What the group form sends.</summary>
public sealed class InformantGroupForm : SetupForm
{
    /// <summary>Name.</summary>
    [Display(Name = "Navn"), Required, MaxLength(200)]
    public string Name { get; set; } = "";

    /// <summary>Whether they are children; read at creation only.</summary>
    [Display(Name = "Gruppen er børn")]
    public bool AreChildren { get; set; }
}

/// <summary>The informant groups of a process.</summary>
[Route("dialogue-processes/{processId}/informant-groups"), Permit(Permission.SetUpProcess)]
public sealed class InformantGroupsController(LoesningsbrikkerContext db, CurrentProcess current) : SetupListController(db, current)
{
    private IQueryable<InformantGroup> Groups => Db.InformantGroups.Where(g => g.ProcessId == Current.Id);

    /// <summary>Shows the list.</summary>
    [HttpGet]
    public async Task<IActionResult> Index(int page = 1) => View("Index", await Groups
        .Select(g => new InformantGroupRow(g.Id, g.Name, g.AreChildren, Db.Informants.Count(i => i.GroupId == g.Id)))
        .ToDanishPageAsync(page, g => g.Name));

    /// <summary>Shows an empty form.</summary>
    [HttpGet("new")]
    public Task<IActionResult> New() => ShowFormAsync(new InformantGroupForm());

    /// <summary>Stores a new group.</summary>
    [HttpPost("new")]
    public async Task<IActionResult> Create(InformantGroupForm form)
    {
        var group = new InformantGroup { ProcessId = Current.Id, AreChildren = form.AreChildren };
        await WriteAsync(group, form);
        Db.Add(group);
        await Db.SaveChangesAsync();
        return ToList("informant-groups", $"Informantgruppen {group.Name} er oprettet.");
    }

    /// <summary>Shows a group.</summary>
    [HttpGet("{id}")]
    public async Task<IActionResult> Edit(long id)
    {
        var group = await FindAsync(id);
        return await ShowFormAsync(new InformantGroupForm { Name = group.Name, AreChildren = group.AreChildren, Version = group.Version });
    }

    /// <summary>Stores a changed name; whether they are children is fixed.</summary>
    [HttpPost("{id}")]
    public async Task<IActionResult> Update(long id, InformantGroupForm form)
    {
        var group = await FindAsync(id);
        Db.Entry(group).Property(g => g.Version).OriginalValue = form.Version;
        await WriteAsync(group, form);
        await Db.SaveChangesAsync();
        return ToList("informant-groups", $"Informantgruppen {group.Name} er gemt.");
    }

    /// <summary>Deletes a group without informants.</summary>
    [HttpPost("{id}/delete")]
    public async Task<IActionResult> Delete(long id)
    {
        var group = await FindAsync(id);
        await Db.DeleteUnusedAsync(group, () => InUseAsync(id));
        return ToList("informant-groups", $"Informantgruppen {group.Name} er slettet.");
    }

    /// <inheritdoc />
    protected override async Task<string?> InUseAsync(long id) => SetupRows.InUse(
        "Gruppen kan ikke slettes, fordi den har",
        (await Db.Informants.CountAsync(i => i.GroupId == id && i.ProcessId == Current.Id), "informant", "informanter"),
        (await Db.GuideQuestions.CountAsync(q => q.GroupId == id && q.ProcessId == Current.Id), "spørgsmål i spørgeguiden", "spørgsmål i spørgeguiden"));

    private async Task<InformantGroup> FindAsync(long id) =>
        await Groups.FirstOrDefaultAsync(g => g.Id == id) ?? throw new NotFoundException();

    private async Task WriteAsync(InformantGroup group, InformantGroupForm form)
    {
        var name = TypedText.OneLine(form.Name);
        await Groups.Where(g => g.Id != group.Id).Select(g => g.Name)
            .EnsureFreeAsync(name, $"Der findes allerede en informantgruppe, der hedder {name}.", nameof(form.Name));
        group.Name = name;
    }
}
