using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Loesningsbrikker.Decisions;

/// <summary>All political pieces with what the meeting said, and which of them are chosen (Udpegning).</summary>
[Permit(Permission.ReadDecisions)]
public sealed class DesignationsController(LoesningsbrikkerContext db, CurrentProcess current) : HouseController(db, current)
{
    /// <summary>Shows the table and the matrix.</summary>
    [HttpGet("dialogue-processes/{processId}/designations")]
    public async Task<IActionResult> Index([FromQuery] DesignationFilter filter) => View("Index", await DesignationPage.ReadAsync(Db, Current, filter));
}
