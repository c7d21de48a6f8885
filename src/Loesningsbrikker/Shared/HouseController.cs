using Microsoft.AspNetCore.Mvc;

namespace Loesningsbrikker.Shared;

/// <summary>What every controller of the house has: the context and the process in the address.</summary>
public abstract class HouseController(LoesningsbrikkerContext db, CurrentProcess current) : Controller
{
    /// <summary>The database context of this request.</summary>
    protected LoesningsbrikkerContext Db { get; } = db;

    /// <summary>The process in the address and what the user may do.</summary>
    protected CurrentProcess Current { get; } = current;

    /// <summary>
    /// Shows the page with the form again, filled with what was typed; <see cref="RuleFilter"/> calls it
    /// when the form is invalid or a rule is broken. The error summary is read from ModelState.
    /// </summary>
    /// <param name="form">The action's argument named "form".</param>
    [NonAction]
    public virtual Task<IActionResult> ShowAgainAsync(object form) =>
        throw new NotSupportedException($"{GetType().Name} takes a form but cannot show it again.");

    /// <summary>A green line on the next page that says what was done.</summary>
    protected void Confirm(string sentence) => TempData["Confirmation"] = sentence;
}
