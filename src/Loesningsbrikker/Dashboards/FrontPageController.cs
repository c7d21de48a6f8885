using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Loesningsbrikker.Dashboards;

/// <summary>Mit overblik: what waits for the signed-in user.</summary>
[Permit(Permission.SignedIn)]
public sealed class FrontPageController(LoesningsbrikkerContext db, CurrentProcess current) : HouseController(db, current)
{
    /// <summary>Shows the overview; the number of queries does not depend on how much there is.</summary>
    [HttpGet("/")]
    public async Task<IActionResult> Show() => View("Show", await FrontPage.ReadAsync(Db, Current.Roles));
}
