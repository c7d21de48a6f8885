using System.ComponentModel.DataAnnotations;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Privacy;

/// <summary>The access log with its filters.</summary>
public sealed class AccessLogPage : LogPage
{
    /// <summary>Only this kind of access; null for all.</summary>
    [Display(Name = "Hvad")]
    public AccessKind? Kind { get; set; }

    /// <summary>The lines shown.</summary>
    [BindNever]
    public IReadOnlyList<AccessLogRow> Rows { get; private set; } = [];

    /// <summary>Reads the lines.</summary>
    public async Task LoadAsync(LoesningsbrikkerContext db)
    {
        var (from, until) = (FromUtc(), UntilUtc());
        var rows = await db.AccessLogEntries
            .Where(e => (Kind == null || e.Kind == Kind) && (UserId == null || e.UserId == UserId)
                        && e.AtUtc >= from && e.AtUtc < until && (Before == null || e.Id < Before))
            .OrderByDescending(e => e.Id)
            .Select(e => new AccessLogRow(
                e.Id, e.AtUtc, db.Users.Where(u => u.Id == e.UserId).Select(u => u.DisplayName).FirstOrDefault(), e.Kind,
                db.DialogueProcesses.Where(p => p.Id == e.ProcessId).Select(p => p.Name).FirstOrDefault(), e.SubjectId))
            .Take(Size + 1).ToListAsync();
        Rows = Cut(rows, r => r.Id);
    }
}

/// <summary>One line of the access log as shown.</summary>
/// <param name="Person">Null when the user is gone.</param>
/// <param name="Process">Name of the process; null for sign-in.</param>
/// <param name="SubjectId">Key of what was read; null when it concerns the whole process.</param>
public sealed record AccessLogRow(long Id, DateTime AtUtc, string? Person, AccessKind Kind, string? Process, long? SubjectId);

/// <summary>Shows the access log.</summary>
[Route("logs/access"), Permit(Permission.ReadLogs)]
public sealed class AccessLogController(LoesningsbrikkerContext db, CurrentProcess current) : HouseController(db, current)
{
    /// <summary>One page, newest first.</summary>
    [HttpGet]
    public async Task<IActionResult> Show(AccessLogPage page)
    {
        await page.LoadAsync(Db);
        await page.LoadPeopleAsync(Db);
        return View("Show", page);
    }
}
