using System.ComponentModel.DataAnnotations;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Privacy;

/// <summary>The change log with its filters.</summary>
public sealed class ChangeLogPage : LogPage
{
    /// <summary>Only this kind of row; null for all.</summary>
    [Display(Name = "Hvad"), MaxLength(64)]
    public string? EntityName { get; set; }

    /// <summary>The lines shown.</summary>
    [BindNever]
    public IReadOnlyList<ChangeLogRow> Rows { get; private set; } = [];

    /// <summary>Reads the lines.</summary>
    public async Task LoadAsync(LoesningsbrikkerContext db)
    {
        var (from, until) = (FromUtc(), UntilUtc());
        var rows = await db.AuditEntries
            .Where(e => (EntityName == null || e.EntityName == EntityName) && (UserId == null || e.UserId == UserId)
                        && e.AtUtc >= from && e.AtUtc < until && (Before == null || e.Sequence < Before))
            .OrderByDescending(e => e.Sequence)
            .Select(e => new ChangeLogRow(
                e.Sequence, e.AtUtc, db.Users.Where(u => u.Id == e.UserId).Select(u => u.DisplayName).FirstOrDefault(),
                e.Operation, e.EntityName, e.EntityKey, e.Fields))
            .Take(Size + 1).ToListAsync();
        Rows = Cut(rows, r => r.Sequence);
    }
}

/// <summary>One line of the change log as shown.</summary>
/// <param name="Person">Null when the system did it, or the user is gone.</param>
public sealed record ChangeLogRow(long Sequence, DateTime AtUtc, string? Person, string Operation, string EntityName, string EntityKey, string Fields);

/// <summary>Shows the change log.</summary>
[Route("logs"), Permit(Permission.ReadLogs)]
public sealed class ChangeLogController(LoesningsbrikkerContext db, CurrentProcess current) : HouseController(db, current)
{
    /// <summary>One page, newest first.</summary>
    [HttpGet]
    public async Task<IActionResult> Show(ChangeLogPage page)
    {
        await page.LoadAsync(Db);
        await page.LoadPeopleAsync(Db);
        return View("Show", page);
    }
}
