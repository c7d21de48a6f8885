using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Loesningsbrikker.Shared;

/// <summary>Shows the page, or the problem details, for a status that no action answered itself.</summary>
[AllowAnonymous]
public sealed class ErrorController : Controller
{
    /// <summary>Tells a script that no rule of the product answered, but the framework in front of it, e.g. because the form's token is old.</summary>
    private const string Unanswered = "urn:loesningsbrikker:unanswered";

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
            return new ObjectResult(new ProblemDetails { Type = Unanswered, Status = status, Title = page.Sentence }) { StatusCode = status };
        Response.StatusCode = status;
        return View("Error", page);
    }
}
