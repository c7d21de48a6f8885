using System.Globalization;
using System.Security.Claims;
using Loesningsbrikker.Accounts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Loesningsbrikker.Shared;

/// <summary>
/// Decides every request: not signed in → sign-in; not a member of the process in the address → 404;
/// role not in the table → 403. A route that states nothing is refused.
/// </summary>
public sealed class PermissionFilter(LoesningsbrikkerContext db, CurrentProcess current) : IAsyncAuthorizationFilter, IOrderedFilter
{
    /// <summary>Before the antiforgery check, so that a stranger learns nothing from its answer.</summary>
    public int Order => -1000;

    /// <inheritdoc />
    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        var metadata = context.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<IAllowAnonymous>().Any())
            return;
        if (context.HttpContext.User.Identity?.IsAuthenticated != true)
        {
            context.Result = context.HttpContext.Request.WantsJson() ? new StatusCodeResult(StatusCodes.Status401Unauthorized) : new ChallengeResult();
            return;
        }
        if (metadata.OfType<PermitAttribute>().LastOrDefault() is not { } permit)
        {
            context.Result = new StatusCodeResult(StatusCodes.Status403Forbidden);
            return;
        }
        context.Result = await RefuseAsync(context, permit.Permission);
    }

    private async Task<IActionResult?> RefuseAsync(AuthorizationFilterContext context, Permission permission)
    {
        if (context.RouteData.Values.TryGetValue("processId", out var value))
        {
            if (!long.TryParse(value as string, NumberStyles.None, CultureInfo.InvariantCulture, out var processId))
                return new NotFoundResult();
            try
            {
                await current.EnterAsync(db, processId);
            }
            catch (NotFoundException)
            {
                return new NotFoundResult();
            }
            // An administrator who is no member learns of the process only where setup is done.
            if (!current.IsMember && !PermissionTable.WithoutMembership.Contains(permission))
                return new NotFoundResult();
        }
        return current.Can(permission) ? null : new StatusCodeResult(StatusCodes.Status403Forbidden);
    }
}

/// <summary>Fills <see cref="Actor"/> and <see cref="CurrentProcess"/> from the sign-in cookie.</summary>
public sealed class ActorMiddleware(RequestDelegate next)
{
    /// <summary>Claim that carries the municipality's key.</summary>
    public const string MunicipalityClaim = "municipality";

    /// <summary>Runs after authentication.</summary>
    public Task InvokeAsync(HttpContext http, Actor actor, CurrentProcess current)
    {
        if (http.User.Identity?.IsAuthenticated == true)
        {
            actor.UserId = long.Parse(http.User.FindFirstValue(ClaimTypes.NameIdentifier)!, CultureInfo.InvariantCulture);
            actor.MunicipalityId = long.Parse(http.User.FindFirstValue(MunicipalityClaim)!, CultureInfo.InvariantCulture);
            current.SignIn(http.User.FindAll(ClaimTypes.Role).Select(c => Enum.Parse<Role>(c.Value)));
        }
        return next(http);
    }
}
