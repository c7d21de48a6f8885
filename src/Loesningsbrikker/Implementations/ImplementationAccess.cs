using System.Globalization;
using System.Linq.Expressions;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Implementations;

/// <summary>
/// The one place that says who reads and who writes an implementation. It is read by those who see its piece, but by a local
/// leader only where no institution or one she answers for carries it out. Consultants and leaders write each of them, a local
/// leader those of the institutions she answers for.
/// </summary>
public static class ImplementationAccess
{
    private static readonly Role[] WriteEverywhere = [Role.Consultant, Role.Leader];
    private static readonly Role[] ReadEveryInstitution = [Role.Consultant, Role.Leader, Role.BudgetOfficer, Role.Committee];

    /// <summary>Whether the roles write implementations whatever institution carries them out.</summary>
    public static bool WritesEverywhere(IReadOnlySet<Role> roles) => roles.Overlaps(WriteEverywhere);

    /// <summary>Those of the process in the address that its visitor reads.</summary>
    public static IQueryable<Implementation> VisibleTo(this IQueryable<Implementation> implementations, CurrentProcess current, LoesningsbrikkerContext db)
    {
        var pieces = db.SolutionPieces.VisibleTo(current, db);
        return implementations.Where(i => pieces.Any(p => p.Id == i.SolutionPieceId)).OfInstitutionsReadBy(current.Roles, db);
    }

    /// <summary>Those of <paramref name="implementations"/>, all of processes the actor is a member of, that somebody with these roles writes.</summary>
    public static IQueryable<Implementation> WrittenBy(this IQueryable<Implementation> implementations, IReadOnlySet<Role> roles, LoesningsbrikkerContext db)
    {
        if (WritesEverywhere(roles))
            return implementations;
        return roles.Contains(Role.LocalLeader) ? implementations.Where(AnsweredFor(db)) : implementations.Where(_ => false);
    }

    /// <summary>The members of the process who may write the implementation and whose account is open: one of them can be responsible.</summary>
    /// <param name="institutionId">Key of the institution that carries it out; null when none does.</param>
    public static IQueryable<User> WhoMayAnswer(LoesningsbrikkerContext db, long processId, long? institutionId)
    {
        var members = db.ProcessMembers.Where(m => m.ProcessId == processId && m.User.DeactivatedAtUtc == null).Select(m => m.User);
        // Who leads the institution, or the one that took over, itself or through one in between (LedInstitutions).
        var own = db.Institutions.Where(i => i.Id == institutionId);
        var next = db.Institutions.Where(i => own.Any(o => o.SuccessorId == i.Id));
        var last = db.Institutions.Where(i => next.Any(n => n.SuccessorId == i.Id));
        return members.Where(u => u.Roles.Any(r => WriteEverywhere.Contains(r.Role))
            || (u.Roles.Any(r => r.Role == Role.LocalLeader)
                && (own.Any(i => i.SuccessorId == null && i.LeaderUserId == u.Id) || next.Any(i => i.SuccessorId == null && i.LeaderUserId == u.Id)
                    || last.Any(i => i.SuccessorId == null && i.LeaderUserId == u.Id))));
    }

    /// <summary>Those that an institution carries out for which the actor answers.</summary>
    public static Expression<Func<Implementation, bool>> AnsweredFor(LoesningsbrikkerContext db)
    {
        var answeredFor = db.Institutions.AnsweredForBy(db.Actor.RequiredUserId);
        return i => i.InstitutionId != null && answeredFor.Contains(i.InstitutionId.Value);
    }

    private static IQueryable<Implementation> OfInstitutionsReadBy(
        this IQueryable<Implementation> implementations, IReadOnlySet<Role> roles, LoesningsbrikkerContext db)
    {
        if (roles.Overlaps(ReadEveryInstitution))
            return implementations;
        var answeredFor = db.Institutions.AnsweredForBy(db.Actor.RequiredUserId);
        return implementations.Where(i => i.InstitutionId == null || answeredFor.Contains(i.InstitutionId.Value));
    }
}

/// <summary>
/// The controller writes the implementation that {id} in the address names, or sets up one for the whole process where it names
/// none. Who may not read it gets 404, who may not write it 403, before anything in the form is looked at.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class WritesImplementationAttribute : TypeFilterAttribute
{
    /// <summary>Right after the permission, which has found the process, and before the antiforgery check.</summary>
    public WritesImplementationAttribute()
        : base(typeof(ImplementationGuard)) => Order = 1;
}

internal sealed class ImplementationGuard(LoesningsbrikkerContext db, CurrentProcess current) : IAsyncAuthorizationFilter
{
    public async Task OnAuthorizationAsync(AuthorizationFilterContext context) =>
        context.Result = context.RouteData.Values.TryGetValue("id", out var value)
            ? await RefuseAsync(value as string)
            : ImplementationAccess.WritesEverywhere(current.Roles) ? null : new StatusCodeResult(StatusCodes.Status403Forbidden);

    private async Task<IActionResult?> RefuseAsync(string? id)
    {
        if (!long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var key))
            return new NotFoundResult();
        var visible = db.Implementations.VisibleTo(current, db).Where(i => i.Id == key);
        if (!await visible.AnyAsync())
            return new NotFoundResult();
        return await visible.WrittenBy(current.Roles, db).AnyAsync() ? null : new StatusCodeResult(StatusCodes.Status403Forbidden);
    }
}
