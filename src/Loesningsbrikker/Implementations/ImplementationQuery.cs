using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Implementations;

/// <summary>An implementation as lists and cards show it (<c>/Implementations/Views/_ImplementationCard.cshtml</c>).</summary>
/// <param name="Code">Prefix and number of the piece, e.g. D-14.</param>
/// <param name="Institution">Who carries a local piece out; null otherwise.</param>
/// <param name="ResponsibleRole">Empty while an institution has not begun.</param>
/// <param name="ResponsiblePerson">Null when it is nobody with an account.</param>
/// <param name="Milestone">The next milestone; null when none waits.</param>
/// <param name="MayWrite">Whether the visitor tells how it goes.</param>
public sealed record ImplementationRow(
    long Id, long ProcessId, int PieceNumber, string Code, PieceClass Class, string Title, string? Institution,
    string ResponsibleRole, string? ResponsiblePerson, string? Milestone, DateOnly? MilestoneDueOn, DateOnly? DueOn,
    DateTime LastNewsAtUtc, Standing Standing, bool MayWrite)
{
    /// <summary>Address of its page.</summary>
    public string Path => $"/dialogue-processes/{ProcessId}/implementations/{Id}";

    /// <summary>Role and person, e.g. "Skolechef, Karen Chef".</summary>
    public string Responsible => ImplementationWords.Responsible(ResponsibleRole, ResponsiblePerson);
}

/// <summary>Reads implementations for lists, cards and the page of a piece.</summary>
public static class ImplementationQuery
{
    /// <summary>Those that the actor is responsible for, and for a local leader those of the institutions she answers for.</summary>
    internal static IQueryable<Implementation> Mine(this IQueryable<Implementation> implementations, LoesningsbrikkerContext db, IReadOnlySet<Role> roles)
    {
        var userId = db.Actor.RequiredUserId;
        if (!roles.Contains(Role.LocalLeader))
            return implementations.Where(i => i.ResponsibleUserId == userId);
        var answeredFor = db.Implementations.Where(ImplementationAccess.AnsweredFor(db)).Select(i => i.Id);
        return implementations.Where(i => i.ResponsibleUserId == userId || answeredFor.Contains(i.Id));
    }

    /// <summary>Late ones first, then silent ones, then the others that go on by deadline; those that ended last.</summary>
    internal static IOrderedQueryable<Implementation> MostPressingFirst(this IQueryable<Implementation> implementations, DateTime utcNow) =>
        implementations
            .OrderByDescending(Standing.Late(utcNow)).ThenByDescending(Standing.Silent(utcNow))
            .ThenBy(i => i.ClosedAtUtc != null).ThenBy(i => i.DueOn == null).ThenBy(i => i.DueOn)
            .ThenBy(i => i.SolutionPiece.Number).ThenBy(i => i.Id);

    /// <summary>Reads the rows in their order with two queries.</summary>
    internal static async Task<IReadOnlyList<ImplementationRow>> ToRowsAsync(
        this IQueryable<Implementation> implementations, LoesningsbrikkerContext db, IReadOnlySet<Role> roles)
    {
        var read = await implementations.Select(i => new
        {
            i.Id, i.ProcessId, i.SolutionPiece.Number, i.SolutionPiece.Class, i.SolutionPiece.Title, Institution = i.Institution!.Name, i.ResponsibleRole,
            Prefix = db.DialogueProcesses.Where(p => p.Id == i.ProcessId).Select(p => p.Prefix).First(),
            Person = db.Users.Where(u => u.Id == i.ResponsibleUserId).Select(u => u.DisplayName).FirstOrDefault(),
            Milestone = i.Milestones.Where(m => m.ReachedOn == null).OrderBy(m => m.DueOn).ThenBy(m => m.Id).Select(m => m.Title).FirstOrDefault(),
            MilestoneDueOn = i.Milestones.Where(m => m.ReachedOn == null).Min(m => (DateOnly?)m.DueOn),
            i.DueOn, i.BegunAtUtc, i.LastNewsAtUtc, i.ClosedAtUtc, i.Outcome,
        }).ToListAsync();
        var ids = read.Select(r => r.Id).ToList();
        var writable = (await db.Implementations.Where(i => ids.Contains(i.Id)).WrittenBy(roles, db).Select(i => i.Id).ToListAsync()).ToHashSet();
        return [.. read.Select(r => new ImplementationRow(
            r.Id, r.ProcessId, r.Number, $"{r.Prefix}-{r.Number}", r.Class, r.Title, r.Institution, r.ResponsibleRole, r.Person,
            r.Milestone, r.MilestoneDueOn, r.DueOn, r.LastNewsAtUtc,
            Standing.Of(new StandingFacts(r.DueOn, r.MilestoneDueOn, r.BegunAtUtc, r.LastNewsAtUtc, r.ClosedAtUtc, r.Outcome), db.UtcNow),
            writable.Contains(r.Id)))];
    }
}
