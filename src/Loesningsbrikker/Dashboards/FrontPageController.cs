using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Dashboards;

/// <summary>Mit overblik: the processes the user is a member of.</summary>
[Permit(Permission.SignedIn)]
public sealed class FrontPageController(LoesningsbrikkerContext db, CurrentProcess current) : HouseController(db, current)
{
    /// <summary>Shows the overview.</summary>
    [HttpGet("/")]
    public async Task<IActionResult> Show()
    {
        var userId = Db.Actor.RequiredUserId;
        var processes = await Db.DialogueProcesses
            .Where(p => p.Members.Any(m => m.UserId == userId))
            .OrderBy(p => p.Id)
            .Select(p => new FrontPageProcess(p.Id, p.Name, p.Purpose))
            .ToListAsync();
        return View("Show", processes);
    }
}

/// <summary>One process on the front page.</summary>
public sealed record FrontPageProcess(long Id, string Name, string Purpose);
