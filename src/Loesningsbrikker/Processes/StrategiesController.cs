using System.ComponentModel.DataAnnotations;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Processes;

/// <summary>A strategy in the list.</summary>
public sealed record StrategyRow(long Id, string Name, string Link, int Pieces);

/// <summary>What the strategy form sends.</summary>
public sealed class StrategyForm : SetupForm
{
    /// <summary>Name.</summary>
    [Display(Name = "Navn"), Required, MaxLength(300)]
    public string Name { get; set; } = "";

    /// <summary>Where it can be read; may be empty.</summary>
    [Display(Name = "Link"), MaxLength(1000)]
    public string? Link { get; set; }
}

/// <summary>The policies and strategies that a process's pieces serve.</summary>
[Route("dialogue-processes/{processId}/strategies"), Permit(Permission.SetUpProcess)]
public sealed class StrategiesController(LoesningsbrikkerContext db, CurrentProcess current) : SetupListController(db, current)
{
    private IQueryable<Strategy> Strategies => Db.Strategies.Where(s => s.ProcessId == Current.Id);

    /// <summary>Shows the list.</summary>
    [HttpGet]
    public async Task<IActionResult> Index(int page = 1) => View("Index", await Strategies
        .Select(s => new StrategyRow(s.Id, s.Name, s.Link, Db.SolutionPieces.Count(p => p.Strategies.Any(x => x.Id == s.Id))))
        .ToDanishPageAsync(page, s => s.Name));

    /// <summary>Shows an empty form.</summary>
    [HttpGet("new")]
    public Task<IActionResult> New() => ShowFormAsync(new StrategyForm());

    /// <summary>Stores a new strategy.</summary>
    [HttpPost("new")]
    public async Task<IActionResult> Create(StrategyForm form)
    {
        var strategy = new Strategy { ProcessId = Current.Id };
        await WriteAsync(strategy, form);
        Db.Add(strategy);
        await Db.SaveChangesAsync();
        return ToList("strategies", $"Strategien {strategy.Name} er oprettet.");
    }

    /// <summary>Shows a strategy.</summary>
    [HttpGet("{id}")]
    public async Task<IActionResult> Edit(long id)
    {
        var strategy = await FindAsync(id);
        return await ShowFormAsync(new StrategyForm { Name = strategy.Name, Link = strategy.Link, Version = strategy.Version });
    }

    /// <summary>Stores a changed strategy.</summary>
    [HttpPost("{id}")]
    public async Task<IActionResult> Update(long id, StrategyForm form)
    {
        var strategy = await FindAsync(id);
        Db.Entry(strategy).Property(s => s.Version).OriginalValue = form.Version;
        await WriteAsync(strategy, form);
        await Db.SaveChangesAsync();
        return ToList("strategies", $"Strategien {strategy.Name} er gemt.");
    }

    /// <summary>Deletes a strategy that no piece serves.</summary>
    [HttpPost("{id}/delete")]
    public async Task<IActionResult> Delete(long id)
    {
        var strategy = await FindAsync(id);
        await Db.DeleteUnusedAsync(strategy, () => InUseAsync(id));
        return ToList("strategies", $"Strategien {strategy.Name} er slettet.");
    }

    /// <inheritdoc />
    protected override async Task<string?> InUseAsync(long id) => SetupRows.InUse(
        "Strategien kan ikke slettes, fordi den bruges af",
        (await Db.SolutionPieces.CountAsync(p => p.ProcessId == Current.Id && p.Strategies.Any(s => s.Id == id)), "løsningsbrik", "løsningsbrikker"));

    private async Task<Strategy> FindAsync(long id) =>
        await Strategies.FirstOrDefaultAsync(s => s.Id == id) ?? throw new NotFoundException();

    private async Task WriteAsync(Strategy strategy, StrategyForm form)
    {
        var (name, link) = (TypedText.OneLine(form.Name), TypedText.OneLine(form.Link));
        await Strategies.Where(s => s.Id != strategy.Id).Select(s => s.Name)
            .EnsureFreeAsync(name, $"Der findes allerede en strategi, der hedder {name}.", nameof(form.Name));
        if (link.Length > 0 && (!Uri.TryCreate(link, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps))
            throw new RuleException("Skriv hele adressen, så den begynder med https://.", nameof(form.Link));
        (strategy.Name, strategy.Link) = (name, link);
    }
}
