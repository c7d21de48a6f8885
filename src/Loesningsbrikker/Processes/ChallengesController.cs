using System.ComponentModel.DataAnnotations;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Processes;

/// <summary>A challenge in the list.</summary>
/// <param name="ThemeName">Name of its theme; null when it has none.</param>
public sealed record ChallengeRow(long Id, string Title, string? ThemeName, int Passages, int Pieces);

/// <summary>What the challenge form sends.</summary>
public sealed class ChallengeForm : SetupForm
{
    /// <summary>The challenge in one line.</summary>
    [Display(Name = "Udfordring"), Required, MaxLength(300)]
    public string Title { get; set; } = "";

    /// <summary>More about it; may be empty.</summary>
    [Display(Name = "Beskrivelse"), MaxLength(4000)]
    public string? Description { get; set; }

    /// <summary>Key of the theme; null for none.</summary>
    [Display(Name = "Tema")]
    public long? ThemeId { get; set; }

    /// <summary>The themes to choose from; never sent.</summary>
    [BindNever, ValidateNever]
    public IReadOnlyList<SelectListItem> Themes { get; set; } = [];
}

/// <summary>What the informants of a process describe as difficult.</summary>
[Route("dialogue-processes/{processId}/challenges"), Permit(Permission.SetUpProcess)]
public sealed class ChallengesController(LoesningsbrikkerContext db, CurrentProcess current) : SetupListController(db, current)
{
    private IQueryable<Challenge> Challenges => Db.Challenges.Where(c => c.ProcessId == Current.Id);

    /// <summary>Shows the list.</summary>
    [HttpGet]
    public async Task<IActionResult> Index(int page = 1) => View("Index", await Challenges
        .Select(c => new ChallengeRow(c.Id, c.Title, c.Theme!.Name,
            Db.Codings.Count(x => x.ChallengeId == c.Id), Db.SolutionPieces.Count(p => p.Challenges.Any(x => x.Id == c.Id))))
        .ToDanishPageAsync(page, c => c.Title));

    /// <summary>Shows an empty form.</summary>
    [HttpGet("new")]
    public Task<IActionResult> New() => ShowAgainAsync(new ChallengeForm());

    /// <summary>Stores a new challenge.</summary>
    [HttpPost("new")]
    public async Task<IActionResult> Create(ChallengeForm form)
    {
        var challenge = new Challenge { ProcessId = Current.Id };
        await WriteAsync(challenge, form);
        Db.Add(challenge);
        await Db.SaveChangesAsync();
        return ToList("challenges", "Udfordringen er oprettet.");
    }

    /// <summary>Shows a challenge.</summary>
    [HttpGet("{id}")]
    public async Task<IActionResult> Edit(long id)
    {
        var challenge = await FindAsync(id);
        return await ShowAgainAsync(new ChallengeForm
        {
            Title = challenge.Title, Description = challenge.Description, ThemeId = challenge.ThemeId, Version = challenge.Version,
        });
    }

    /// <summary>Stores a changed challenge.</summary>
    [HttpPost("{id}")]
    public async Task<IActionResult> Update(long id, ChallengeForm form)
    {
        var challenge = await FindAsync(id);
        Db.Entry(challenge).Property(c => c.Version).OriginalValue = form.Version;
        await WriteAsync(challenge, form);
        await Db.SaveChangesAsync();
        return ToList("challenges", "Udfordringen er gemt.");
    }

    /// <summary>Deletes a challenge that nothing is tied to.</summary>
    [HttpPost("{id}/delete")]
    public async Task<IActionResult> Delete(long id)
    {
        await Db.DeleteUnusedAsync(await FindAsync(id), () => InUseAsync(id));
        return ToList("challenges", "Udfordringen er slettet.");
    }

    /// <inheritdoc />
    public override async Task<IActionResult> ShowAgainAsync(object form)
    {
        var themes = await Db.Themes.Where(t => t.ProcessId == Current.Id).Select(t => new { t.Id, t.Name }).ToListAsync();
        ((ChallengeForm)form).Themes =
            [.. themes.OrderBy(t => t.Name, DanishText.Comparer).Select(t => new SelectListItem(t.Name, t.Id.ToString()))];
        return await base.ShowAgainAsync(form);
    }

    /// <inheritdoc />
    protected override async Task<string?> InUseAsync(long id) => SetupRows.InUse(
        "Udfordringen kan ikke slettes, fordi den bruges af",
        (await Db.Codings.CountAsync(c => c.ChallengeId == id && c.ProcessId == Current.Id), "uddrag", "uddrag"),
        (await Db.SolutionPieces.CountAsync(p => p.ProcessId == Current.Id && p.Challenges.Any(c => c.Id == id)), "løsningsbrik", "løsningsbrikker"));

    private async Task<Challenge> FindAsync(long id) =>
        await Challenges.FirstOrDefaultAsync(c => c.Id == id) ?? throw new NotFoundException();

    private async Task WriteAsync(Challenge challenge, ChallengeForm form)
    {
        var title = TypedText.OneLine(form.Title);
        await Challenges.Where(c => c.Id != challenge.Id).Select(c => c.Title)
            .EnsureFreeAsync(title, "Udfordringen er skrevet ind i forvejen.", nameof(form.Title));
        if (form.ThemeId is { } themeId && !await Db.Themes.AnyAsync(t => t.Id == themeId && t.ProcessId == Current.Id))
            throw new RuleException("Vælg et tema fra listen.", nameof(form.ThemeId));
        (challenge.Title, challenge.Description, challenge.ThemeId) = (title, TypedText.Lines(form.Description), form.ThemeId);
    }
}
