using System.ComponentModel.DataAnnotations;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Processes;

/// <summary>A theme in the list.</summary>
public sealed record ThemeRow(long Id, string Name, int Challenges, int Pieces);

/// <summary>What the theme form sends.</summary>
public sealed class ThemeForm : SetupForm
{
    /// <summary>Name.</summary>
    [Display(Name = "Navn"), Required, MaxLength(200)]
    public string Name { get; set; } = "";
}

/// <summary>The themes of a process.</summary>
[Route("dialogue-processes/{processId}/themes"), Permit(Permission.SetUpProcess)]
public sealed class ThemesController(LoesningsbrikkerContext db, CurrentProcess current) : SetupListController(db, current)
{
    private IQueryable<Theme> Themes => Db.Themes.Where(t => t.ProcessId == Current.Id);

    /// <summary>Shows the list.</summary>
    [HttpGet]
    public async Task<IActionResult> Index(int page = 1) => View("Index", await Themes
        .Select(t => new ThemeRow(t.Id, t.Name, Db.Challenges.Count(c => c.ThemeId == t.Id), Db.SolutionPieces.Count(p => p.ThemeId == t.Id)))
        .ToDanishPageAsync(page, t => t.Name));

    /// <summary>Shows an empty form.</summary>
    [HttpGet("new")]
    public Task<IActionResult> New() => ShowFormAsync(new ThemeForm());

    /// <summary>Stores a new theme.</summary>
    [HttpPost("new")]
    public async Task<IActionResult> Create(ThemeForm form)
    {
        var theme = new Theme { ProcessId = Current.Id };
        await WriteAsync(theme, form);
        Db.Add(theme);
        await Db.SaveChangesAsync();
        return ToList("themes", $"Temaet {theme.Name} er oprettet.");
    }

    /// <summary>Shows a theme.</summary>
    [HttpGet("{id}")]
    public async Task<IActionResult> Edit(long id)
    {
        var theme = await FindAsync(id);
        return await ShowFormAsync(new ThemeForm { Name = theme.Name, Version = theme.Version });
    }

    /// <summary>Stores a changed theme.</summary>
    [HttpPost("{id}")]
    public async Task<IActionResult> Update(long id, ThemeForm form)
    {
        var theme = await FindAsync(id);
        Db.Entry(theme).Property(t => t.Version).OriginalValue = form.Version;
        await WriteAsync(theme, form);
        await Db.SaveChangesAsync();
        return ToList("themes", $"Temaet {theme.Name} er gemt.");
    }

    /// <summary>Deletes a theme that nothing uses.</summary>
    [HttpPost("{id}/delete")]
    public async Task<IActionResult> Delete(long id)
    {
        var theme = await FindAsync(id);
        await Db.DeleteUnusedAsync(theme, () => InUseAsync(id));
        return ToList("themes", $"Temaet {theme.Name} er slettet.");
    }

    /// <inheritdoc />
    protected override async Task<string?> InUseAsync(long id) => SetupRows.InUse(
        "Temaet kan ikke slettes, fordi det bruges af",
        (await Db.Challenges.CountAsync(c => c.ThemeId == id && c.ProcessId == Current.Id), "udfordring", "udfordringer"),
        (await Db.SolutionPieces.CountAsync(p => p.ThemeId == id && p.ProcessId == Current.Id), "løsningsbrik", "løsningsbrikker"));

    private async Task<Theme> FindAsync(long id) => await Themes.FirstOrDefaultAsync(t => t.Id == id) ?? throw new NotFoundException();

    private async Task WriteAsync(Theme theme, ThemeForm form)
    {
        var name = TypedText.OneLine(form.Name);
        await Themes.Where(t => t.Id != theme.Id).Select(t => t.Name)
            .EnsureFreeAsync(name, $"Der findes allerede et tema, der hedder {name}.", nameof(form.Name));
        theme.Name = name;
    }
}
