using Loesningsbrikker.Accounts;
using Loesningsbrikker.Privacy;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Loesningsbrikker.Interviews.Journal;

/// <summary>"Hvad er der gjort": the journal of a process in sentences.</summary>
[Route("dialogue-processes/{processId:long}/coding-log"), Permit(Permission.ReadTestimony)]
public sealed class CodingLogController(LoesningsbrikkerContext db, CurrentProcess current) : HouseController(db, current)
{
    /// <summary>One page, newest first. It tells what was done in interviews, and so the reading is logged.</summary>
    [HttpGet]
    public async Task<IActionResult> Index(CodingLogFilter filter, int page = 1)
    {
        Db.Add(AccessLogEntry.Of(Db, AccessKind.PassagesRead, Current.Id, subjectId: null));
        await Db.SaveChangesAsync();
        ViewData["UserId"] = Db.Actor.RequiredUserId;
        return View("Index", await CodingLogPage.ReadAsync(Db, Current, filter, page));
    }
}
