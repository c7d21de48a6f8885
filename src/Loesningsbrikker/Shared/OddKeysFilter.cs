using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Loesningsbrikker.Shared;

/// <summary>
/// Refuses a form whose keys make the framework bind lists with holes: no page sends "Rows.index" or "Rows[0]" without a field, and
/// nothing behind it expects a line that is not there. Runs before the form is bound.
/// </summary>
public sealed class OddKeysFilter : IResourceFilter
{
    /// <inheritdoc />
    public void OnResourceExecuting(ResourceExecutingContext context)
    {
        // The error page answers for the same request once more.
        if (context.ActionDescriptor is not ControllerActionDescriptor action || !action.ControllerTypeInfo.IsAssignableTo(typeof(HouseController)))
            return;
        var request = context.HttpContext.Request;
        // A file is read by its own action, under its own limit.
        if (!request.HasFormContentType || request.ContentType!.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) || request.HasUnreadableForm())
            return;
        if (request.Form.Keys.Any(k => k.EndsWith(".index", StringComparison.OrdinalIgnoreCase) || (k.EndsWith(']') && !k.Contains('.'))))
            context.Result = new StatusCodeResult(StatusCodes.Status400BadRequest);
    }

    /// <inheritdoc />
    public void OnResourceExecuted(ResourceExecutedContext context)
    {
    }
}
