using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Loesningsbrikker.Budget;

/// <summary>The list of what the pieces cost.</summary>
[Permit(Permission.ReadEstimates)]
public sealed class EstimatesController(LoesningsbrikkerContext db, CurrentProcess current) : HouseController(db, current)
{
    /// <summary>Shows the list as the address asks for.</summary>
    [HttpGet("dialogue-processes/{processId}/estimates")]
    public async Task<IActionResult> Index([FromQuery] EstimateFilter filter, int page = 1) =>
        View("Index", await EstimateListPage.ReadAsync(Db, Current, filter, page));
}
