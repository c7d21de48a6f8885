using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Implementations;

/// <summary>Which implementations a list shows.</summary>
public enum ImplementationView
{
    /// <summary>All, those that ended last.</summary>
    All,
    /// <summary>Late (forsinkede).</summary>
    Late,
    /// <summary>Silent (tavse).</summary>
    Silent,
    /// <summary>Handed over and waiting (ikke begyndt).</summary>
    NotBegun,
    /// <summary>Ended (afsluttede).</summary>
    Closed,
}

/// <summary>What the address of the list asks for; every part may be missing.</summary>
public sealed class ImplementationFilter
{
    /// <summary>How they stand.</summary>
    [FromQuery(Name = "show")]
    public ImplementationView Show { get; set; }

    /// <summary>Only those the visitor is responsible for or whose institution she answers for.</summary>
    [FromQuery(Name = "mine")]
    public bool Mine { get; set; }

    /// <summary>Key of an institution.</summary>
    [FromQuery(Name = "institution")]
    public long? InstitutionId { get; set; }

    /// <summary>Whether anything narrows the list.</summary>
    public bool IsSet => Show != ImplementationView.All || Mine || InstitutionId is not null;

    /// <summary>Narrows by how they stand.</summary>
    public static IQueryable<Implementation> Apply(IQueryable<Implementation> implementations, ImplementationView view, DateTime utcNow) => view switch
    {
        ImplementationView.Late => implementations.Where(Standing.Late(utcNow)),
        ImplementationView.Silent => implementations.Where(Standing.Silent(utcNow)),
        ImplementationView.NotBegun => implementations.Where(Standing.NotBegun()),
        ImplementationView.Closed => implementations.Where(Standing.Closed()),
        _ => implementations,
    };

    /// <summary>Narrows by everything but how they stand, which is counted for all.</summary>
    public IQueryable<Implementation> ApplyButView(IQueryable<Implementation> implementations, LoesningsbrikkerContext db, IReadOnlySet<Role> roles)
    {
        if (InstitutionId is { } institutionId)
            implementations = implementations.Where(i => i.InstitutionId == institutionId);
        return Mine ? implementations.Mine(db, roles) : implementations;
    }
}

/// <summary>What the list shows.</summary>
/// <param name="Counts">How many there are of each with the other filters.</param>
/// <param name="HasAny">False when there is not one to see, whatever the filters.</param>
/// <param name="AsCards">Whether the visitor only has her own, each with the button to tell news.</param>
public sealed record ImplementationListPage(
    ImplementationFilter Filter, PageOf<ImplementationRow> Page, IReadOnlyDictionary<ImplementationView, int> Counts,
    IReadOnlyList<SelectListItem> Institutions, bool HasAny, bool AsCards)
{
    /// <summary>Reads the page with a number of queries that does not grow with the list.</summary>
    public static async Task<ImplementationListPage> ReadAsync(LoesningsbrikkerContext db, CurrentProcess current, ImplementationFilter filter, int number)
    {
        var now = db.UtcNow;
        var visible = db.Implementations.VisibleTo(current, db);
        var found = filter.ApplyButView(visible, db, current.Roles);
        var counts = await CountAsync(found, now);
        var shown = ImplementationFilter.Apply(found, filter.Show, now);
        var total = counts.GetValueOrDefault(filter.Show);
        number = Math.Clamp(number, 1, Math.Max(1, (total + Paging.Size - 1) / Paging.Size));
        var rows = await shown.MostPressingFirst(now).Skip((number - 1) * Paging.Size).Take(Paging.Size).ToRowsAsync(db, current.Roles);
        var institutions = await visible.Where(i => i.InstitutionId != null).Select(i => new { i.Institution!.Id, i.Institution.Name }).Distinct().ToListAsync();
        var hasAny = counts[ImplementationView.All] > 0 || await visible.AnyAsync();
        var ownOnly = current.Roles.Contains(Role.LocalLeader) && !ImplementationAccess.WritesEverywhere(current.Roles) && !current.Roles.Contains(Role.BudgetOfficer);
        return new ImplementationListPage(
            filter, new PageOf<ImplementationRow>(rows, number, total), counts,
            [.. institutions.OrderBy(i => i.Name, DanishText.Comparer).Select(i => new SelectListItem(i.Name, i.Id.ToString()))], hasAny, ownOnly);
    }

    /// <summary>The query of an address with the same filters but that view.</summary>
    public string QueryFor(ImplementationView view)
    {
        var query = new QueryBuilder();
        if (view != ImplementationView.All)
            query.Add("show", view.ToString());
        if (Filter.Mine)
            query.Add("mine", "true");
        if (Filter.InstitutionId is { } institutionId)
            query.Add("institution", institutionId.ToString());
        return query.ToString();
    }

    /// <summary>All the counts in one query.</summary>
    private static async Task<Dictionary<ImplementationView, int>> CountAsync(IQueryable<Implementation> found, DateTime utcNow)
    {
        var views = Enum.GetValues<ImplementationView>();
        var marks = views.Select(v => ImplementationFilter.Apply(found, v, utcNow).GroupBy(_ => 1).Select(g => new { View = (int)v, Count = g.Count() }))
            .Aggregate((all, next) => all.Concat(next));
        var counts = await marks.ToDictionaryAsync(c => (ImplementationView)c.View, c => c.Count);
        return views.ToDictionary(v => v, v => counts.GetValueOrDefault(v));
    }
}
