using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Loesningsbrikker.Dashboards;

/// <summary>Status for udvalget: three minutes to the truth about a process, on one printed page.</summary>
[Permit(Permission.SeeDashboard)]
public sealed class DashboardController(LoesningsbrikkerContext db, CurrentProcess current) : HouseController(db, current)
{
    /// <summary>Shows the status as far as the reader sees the pieces.</summary>
    [HttpGet("dialogue-processes/{processId}/dashboard")]
    public async Task<IActionResult> Show() => View("Show", await DashboardPage.ReadAsync(Db, Current));
}
