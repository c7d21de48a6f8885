using Loesningsbrikker.Accounts;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Dashboards;

/// <summary>A process on the front page.</summary>
/// <param name="Figures">What became of the pieces that the user may read.</param>
public sealed record FrontPageProcess(long Id, string Name, string Prefix, DashboardFigures Figures);

/// <summary>What an administrator looks after.</summary>
public sealed record Administration(int OpenAccounts, int Processes);

/// <summary>Mit overblik.</summary>
/// <param name="Waiting">What waits for the user, by role; empty when nothing does.</param>
/// <param name="Administration">Null unless the user is an administrator.</param>
/// <param name="MayCreate">Whether the user may start a process.</param>
/// <param name="Own">Whether the user sees the pieces of her own institutions only.</param>
/// <param name="StraightToStatus">Whether the user only follows what became of it, so that a process opens with its status.</param>
public sealed record FrontPage(
    IReadOnlyList<FrontPageProcess> Processes, IReadOnlyList<WaitingBlock> Waiting, Administration? Administration, bool MayCreate, bool Own, bool StraightToStatus)
{
    /// <summary>Reads the page with a number of queries that depends on the roles alone.</summary>
    public static async Task<FrontPage> ReadAsync(LoesningsbrikkerContext db, IReadOnlySet<Role> roles)
    {
        var mine = db.DialogueProcesses.Where(p => p.Members.Any(m => m.UserId == db.Actor.UserId));
        var sees = roles.Any(r => PermissionTable.Allows(r, Permission.SeeProcess));
        var processes = sees ? await ReadProcessesAsync(db, mine, roles) : [];
        return new FrontPage(
            processes,
            sees ? await ReadWaitingAsync(db, mine, roles, new OwnProcesses(processes.ToDictionary(p => p.Id, p => (p.Name, p.Prefix)))) : [],
            roles.Contains(Role.Administrator)
                ? new Administration(await db.Users.CountAsync(u => u.DeactivatedAtUtc == null), await db.DialogueProcesses.CountAsync())
                : null,
            roles.Any(r => PermissionTable.Allows(r, Permission.CreateProcess)),
            DashboardPage.SeesOwnOnly(roles),
            StraightToStatus: roles.Contains(Role.Committee) && roles.All(r => r is Role.Committee or Role.Administrator));
    }

    private static async Task<IReadOnlyList<FrontPageProcess>> ReadProcessesAsync(
        LoesningsbrikkerContext db, IQueryable<DialogueProcess> mine, IReadOnlySet<Role> roles)
    {
        var processes = await mine.OrderByDescending(p => p.StartsOn).ThenByDescending(p => p.Id).Select(p => new { p.Id, p.Name, p.Prefix }).ToListAsync();
        var figures = await DashboardFigures.ReadAsync(db, PiecesOf(db, mine).VisibleTo(roles, db));
        return [.. processes.Select(p => new FrontPageProcess(p.Id, p.Name, p.Prefix, figures.GetValueOrDefault(p.Id) ?? new DashboardFigures()))];
    }

    private static async Task<IReadOnlyList<WaitingBlock>> ReadWaitingAsync(
        LoesningsbrikkerContext db, IQueryable<DialogueProcess> mine, IReadOnlySet<Role> roles, OwnProcesses processes)
    {
        var pieces = PiecesOf(db, mine).VisibleTo(roles, db);
        var blocks = new List<WaitingBlock>();
        if (roles.Any(r => PermissionTable.Allows(r, Permission.ReadFollowUps)))
            blocks.AddRange(await WaitingFollowUps.ReadAsync(db, pieces, processes));
        if (roles.Contains(Role.Consultant))
            blocks.AddRange(await WaitingInterviews.ReadAsync(db, db.Interviews.Where(i => mine.Any(p => p.Id == i.ProcessId)), processes));
        blocks.AddRange(await WaitingMeetings.ReadAsync(db, roles, db.ValidationMeetings.Where(m => mine.Any(p => p.Id == m.ProcessId)), processes));
        if (roles.Contains(Role.LocalLeader))
            blocks.AddRange(await WaitingImplementations.ReadAsync(db, db.Implementations.Where(i => mine.Any(p => p.Id == i.ProcessId)), processes));
        blocks.AddRange(await WaitingPieces.ReadAsync(db, roles, pieces, processes));
        return blocks;
    }

    private static IQueryable<SolutionPiece> PiecesOf(LoesningsbrikkerContext db, IQueryable<DialogueProcess> mine) =>
        db.SolutionPieces.Where(p => mine.Any(m => m.Id == p.ProcessId));
}
