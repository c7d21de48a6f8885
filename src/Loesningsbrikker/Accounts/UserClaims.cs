using System.Globalization;
using System.Security.Claims;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Loesningsbrikker.Accounts;

/// <summary>Puts municipality, name and roles into the sign-in cookie.</summary>
public sealed class UserClaims(UserManager<User> users, IOptions<IdentityOptions> options, LoesningsbrikkerContext db)
    : UserClaimsPrincipalFactory<User>(users, options)
{
    /// <summary>Claim with the name shown to colleagues.</summary>
    public const string DisplayName = "display_name";

    /// <inheritdoc />
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(User user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(ActorMiddleware.MunicipalityClaim, user.MunicipalityId.ToString(CultureInfo.InvariantCulture)));
        identity.AddClaim(new Claim(DisplayName, user.DisplayName));
        // Nobody is signed in yet, so the municipality filter would hide the rows.
        var roles = await db.RoleAssignments.IgnoreQueryFilters().Where(r => r.UserId == user.Id).Select(r => r.Role).ToListAsync();
        identity.AddClaims(roles.Select(r => new Claim(ClaimTypes.Role, r.ToString())));
        return identity;
    }
}
