using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Loesningsbrikker.Shared;

/// <summary>Shows the page, or the problem details, for a status that no action answered itself.</summary>
[AllowAnonymous]
public sealed class ErrorController : Controller
{
    /// <summary>The page for the status in the address; also reached when a request breaks down (500).</summary>
    [Route("/error/{status:int}"), IgnoreAntiforgeryToken]
    public IActionResult Show()
    {
        // Not an argument: where the form cannot be read, nothing is bound, not even what stands in the address.
        var asked = int.TryParse(RouteData.Values["status"] as string, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var status = asked is >= 400 and < 600 ? asked : StatusCodes.Status404NotFound;
        var unreadable = status == StatusCodes.Status400BadRequest && Request.HasUnreadableForm();
        var page = ErrorPage.Of(status, unreadable ? Requests.UnreadableSentence : null);
        if (Request.WantsJson())
            return new ObjectResult(new ProblemDetails { Status = status, Title = page.Sentence }) { StatusCode = status };
        Response.StatusCode = status;
        return View("Error", page);
    }
}
