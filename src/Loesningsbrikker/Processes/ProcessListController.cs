using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Loesningsbrikker.Processes;

/// <summary>One process in the list.</summary>
/// <param name="IsMember">Whether the user is a member.</param>
public sealed record ProcessListRow(long Id, string Name, string Prefix, ProcessArea Area, DateOnly StartsOn, int MemberCount, bool IsMember);

/// <summary>The list of processes and what the user may open in it.</summary>
/// <param name="SeesProcesses">Whether the user may open the page of a process as its member.</param>
public sealed record ProcessList(PageOf<ProcessListRow> Page, bool SeesProcesses);

/// <summary>The processes the user is a member of; all of them for administrators, who reach members and settings.</summary>
[Route("dialogue-processes"), Permit(Permission.CreateProcess)]
public sealed class ProcessListController(LoesningsbrikkerContext db, CurrentProcess current) : HouseController(db, current)
{
    /// <summary>Shows the list, newest first.</summary>
    [HttpGet]
    public async Task<IActionResult> Index(int page = 1)
    {
        var userId = Db.Actor.RequiredUserId;
        var seesAll = Current.Roles.Contains(Role.Administrator);
        var rows = await Db.DialogueProcesses
            .Where(p => seesAll || p.Members.Any(m => m.UserId == userId))
            .OrderByDescending(p => p.StartsOn).ThenByDescending(p => p.Id)
            .Select(p => new ProcessListRow(
                p.Id, p.Name, p.Prefix, p.Area, p.StartsOn, p.Members.Count, p.Members.Any(m => m.UserId == userId)))
            .ToPageAsync(page);
        return View("Index", new ProcessList(rows, Current.Roles.Any(r => PermissionTable.Allows(r, Permission.SeeProcess))));
    }
}
