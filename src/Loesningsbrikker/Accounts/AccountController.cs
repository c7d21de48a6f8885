using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Accounts;

/// <summary>What "Min konto" shows.</summary>
public sealed record AccountPage(string DisplayName, string Email, string Municipality, IReadOnlyList<Role> Roles, bool UsesAuthenticator);

/// <summary>Min konto.</summary>
[Permit(Permission.SignedIn), Route("account")]
public sealed class AccountController(LoesningsbrikkerContext db, CurrentProcess current) : HouseController(db, current)
{
    /// <summary>Shows name, e-mail and roles, and what can be changed.</summary>
    [HttpGet]
    public async Task<IActionResult> Show() => View("Show", await Db.Users
        .Where(u => u.Id == Db.Actor.RequiredUserId)
        .Select(u => new AccountPage(
            u.DisplayName, u.Email!, Db.Municipalities.Single(m => m.Id == u.MunicipalityId).Name,
            u.Roles.OrderBy(r => r.Id).Select(r => r.Role).ToList(), u.TwoFactorEnabled))
        .SingleAsync());
}
