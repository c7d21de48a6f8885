using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Loesningsbrikker.Shared;

/// <summary>Shows the page for a status that no action answered itself.</summary>
[AllowAnonymous]
public sealed class ErrorController : Controller
{
    /// <summary>The page for <paramref name="status"/>; also reached when a request breaks down (500).</summary>
    [Route("/error/{status:int}"), IgnoreAntiforgeryToken]
    [ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
    public IActionResult Show(int status)
    {
        Response.StatusCode = status is >= 400 and < 600 ? status : StatusCodes.Status404NotFound;
        return View("Error", ErrorPage.Of(Response.StatusCode));
    }
}
