using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Loesningsbrikker.Implementations;

/// <summary>The list, and the page of one implementation.</summary>
[Permit(Permission.ReadImplementations)]
public sealed class ImplementationsController(LoesningsbrikkerContext db, CurrentProcess current) : ImplementationController(db, current)
{
    /// <summary>Shows the list as the address asks for.</summary>
    [HttpGet("dialogue-processes/{processId}/implementations")]
    public async Task<IActionResult> Index([FromQuery] ImplementationFilter filter, int page = 1) =>
        View("Index", await ImplementationListPage.ReadAsync(Db, Current, filter, page));

    /// <summary>Shows one with its plan, milestones and news.</summary>
    [HttpGet("dialogue-processes/{processId}/implementations/{id}")]
    public async Task<IActionResult> Show(long id, int page = 1) =>
        View("Page", await ImplementationPage.ReadAsync(Db, Current, await FindAsync(id), page));
}
