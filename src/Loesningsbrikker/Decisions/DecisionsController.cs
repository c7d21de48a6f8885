using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Loesningsbrikker.Decisions;

/// <summary>What was recommended and decided (Beslutninger), and what was said no to.</summary>
[Permit(Permission.ReadDecisions)]
public sealed class DecisionsController(LoesningsbrikkerContext db, CurrentProcess current) : HouseController(db, current)
{
    /// <summary>Shows the decisions, the newest first.</summary>
    [HttpGet("dialogue-processes/{processId}/decisions")]
    public async Task<IActionResult> Index([FromQuery] DecisionFilter filter, int page = 1) =>
        View("Index", await DecisionListPage.ReadAsync(Db, Current, filter, page));

    /// <summary>Shows what was said no to and why.</summary>
    [HttpGet("dialogue-processes/{processId}/refusals")]
    public async Task<IActionResult> Refusals(int page = 1) => View("Refusals", await RefusalListPage.ReadAsync(Db, Current, page));
}
