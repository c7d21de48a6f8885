using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;

namespace Loesningsbrikker.Interviews;

/// <summary>
/// Lets a coding page that stayed open go on in a new session: who is signed in now, and a token that fits. Without it the changes
/// that wait in the page would be refused after a new sign-in.
/// </summary>
[Route("coding-token"), Permit(Permission.SignedIn)]
public sealed class CodingTokenController(LoesningsbrikkerContext db, CurrentProcess current, IAntiforgery antiforgery) : HouseController(db, current)
{
    /// <summary>The signed-in user's key, and the token of the session.</summary>
    [HttpGet]
    public IActionResult Show() =>
        Json(new CodingToken(Db.Actor.RequiredUserId, antiforgery.GetAndStoreTokens(HttpContext).RequestToken!));
}

/// <summary>Whose session it is, and its antiforgery token.</summary>
public sealed record CodingToken(long UserId, string Token);
