using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Dashboards;

/// <summary>A process on the front page.</summary>
/// <param name="Pieces">How many pieces of each class the user may read.</param>
public sealed record FrontPageProcess(long Id, string Name, string Purpose, IReadOnlyDictionary<PieceClass, int> Pieces);

/// <summary>An interview that waits for something.</summary>
/// <param name="Passages">How many stretches of its texts are marked.</param>
public sealed record WaitingInterview(long ProcessId, string ProcessName, int Number, string Title, DateOnly HeldOn, int Passages);

/// <summary>A piece that nothing is tied to.</summary>
/// <param name="Code">Prefix and number, e.g. D-14.</param>
public sealed record WaitingPiece(long ProcessId, string ProcessName, int Number, string Code, string Title, PieceClass Class);

/// <summary>The first lines of something that waits, and how much there is.</summary>
public sealed record Waiting<T>(IReadOnlyList<T> First, int Total);

/// <summary>What waits for a consultant.</summary>
/// <param name="WithoutTranscript">Interviews without a text.</param>
/// <param name="BeingCoded">Interviews with a text whose coding goes on.</param>
/// <param name="WithoutEvidence">Pieces that no passage is tied to.</param>
public sealed record ConsultantWork(Waiting<WaitingInterview> WithoutTranscript, Waiting<WaitingInterview> BeingCoded, Waiting<WaitingPiece> WithoutEvidence);

/// <summary>What an administrator looks after.</summary>
public sealed record Administration(int OpenAccounts, int Processes);

/// <summary>Mit overblik.</summary>
/// <param name="Work">Null unless the user is a consultant.</param>
/// <param name="Administration">Null unless the user is an administrator.</param>
/// <param name="MayCreate">Whether the user may start a process.</param>
public sealed record FrontPage(
    IReadOnlyList<FrontPageProcess> Processes, ConsultantWork? Work, Administration? Administration, bool MayCreate)
{
    /// <summary>Reads the page with two queries, six more for a consultant and two for an administrator.</summary>
    public static async Task<FrontPage> ReadAsync(LoesningsbrikkerContext db, IReadOnlySet<Role> roles) => new(
        await ReadProcessesAsync(db, roles),
        roles.Contains(Role.Consultant) ? await ConsultantWorkQuery.ReadAsync(db) : null,
        roles.Contains(Role.Administrator)
            ? new Administration(await db.Users.CountAsync(u => u.DeactivatedAtUtc == null), await db.DialogueProcesses.CountAsync())
            : null,
        roles.Any(r => PermissionTable.Allows(r, Permission.CreateProcess)));

    private static async Task<IReadOnlyList<FrontPageProcess>> ReadProcessesAsync(LoesningsbrikkerContext db, IReadOnlySet<Role> roles)
    {
        if (!roles.Any(r => PermissionTable.Allows(r, Permission.SeeProcess)))
            return [];
        var mine = db.DialogueProcesses.Where(p => p.Members.Any(m => m.UserId == db.Actor.UserId));
        var processes = await mine.OrderByDescending(p => p.StartsOn).ThenByDescending(p => p.Id)
            .Select(p => new { p.Id, p.Name, p.Purpose }).ToListAsync();
        var counts = await db.SolutionPieces.Where(p => p.Stage != PieceStage.Merged && mine.Any(m => m.Id == p.ProcessId)).VisibleTo(roles, db)
            .GroupBy(p => new { p.ProcessId, p.Class })
            .Select(g => new { g.Key.ProcessId, g.Key.Class, Count = g.Count() }).ToListAsync();
        var byProcess = counts.ToLookup(c => c.ProcessId);
        return [.. processes.Select(p => new FrontPageProcess(
            p.Id, p.Name, p.Purpose, byProcess[p.Id].ToDictionary(c => c.Class, c => c.Count)))];
    }
}
