using Loesningsbrikker.Accounts;
using Loesningsbrikker.Processes;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Shared;

/// <summary>
/// What this request's user may do, and the dialogue process that the address names.
/// Filled by <see cref="PermissionFilter"/> before any action runs.
/// </summary>
public sealed class CurrentProcess
{
    /// <summary>Asked by every request below a process, and therefore compiled once.</summary>
    private static readonly CompiledQuery<Func<LoesningsbrikkerContext, long, long, Task<Found?>>> Find =
        new(() => EF.CompileAsyncQuery((LoesningsbrikkerContext db, long processId, long userId) => (
            from process in db.DialogueProcesses
            where process.Id == processId
            from member in db.ProcessMembers.Where(m => m.ProcessId == process.Id && m.UserId == userId).DefaultIfEmpty()
            select new Found(process, member)).FirstOrDefault()));

    private IReadOnlySet<Role> _roles = new HashSet<Role>();
    private ProcessMember? _member;
    private DialogueProcess? _process;

    /// <summary>The process in the address.</summary>
    /// <exception cref="NotFoundException">The address names none that this user may know of.</exception>
    public DialogueProcess Process => _process ?? throw new NotFoundException();

    /// <summary>Key of the process in the address.</summary>
    public long Id => Process.Id;

    /// <summary>The process in the address; null on pages outside a process.</summary>
    public DialogueProcess? ProcessOrNull => _process;

    /// <summary>The roles of the signed-in user.</summary>
    public IReadOnlySet<Role> Roles => _roles;

    /// <summary>True when the user is a member of the process in the address.</summary>
    public bool IsMember => _member is not null;

    /// <summary>Whether the user may do it here; views ask this before they show a button.</summary>
    public bool Can(Permission permission) =>
        _process is not null && !IsMember && !PermissionTable.WithoutMembership.Contains(permission)
            ? OutsideProcess(permission)
            : _roles.Any(role => PermissionTable.Allows(role, permission) && Holds(role, permission));

    /// <summary>Sets the roles of the signed-in user.</summary>
    public void SignIn(IEnumerable<Role> roles) => _roles = roles.ToHashSet();

    /// <summary>Finds the process and the user's membership.</summary>
    /// <exception cref="NotFoundException">There is none in this municipality, or the user may not know of it.</exception>
    public async Task EnterAsync(LoesningsbrikkerContext db, long processId)
    {
        var userId = db.Actor.RequiredUserId;
        var found = await Find.For(db)(db, processId, userId) ?? throw new NotFoundException();
        if (found.Member is null && !_roles.Contains(Role.Administrator))
            throw new NotFoundException();
        (_process, _member) = (found.Process, found.Member);
    }

    private static bool OutsideProcess(Permission permission) => permission == Permission.SignedIn;

    private bool Holds(Role role, Permission permission) => permission switch
    {
        // Without membership only the administrator reaches setup; the others were refused in EnterAsync.
        _ when _process is not null && !IsMember => role == Role.Administrator,
        Permission.ReadTestimony when role == Role.Leader => _process?.LeadersReadTranscriptsSinceUtc is not null,
        // Nobody releases words that they may not read.
        Permission.ReleaseQuotations => Can(Permission.ReadTestimony),
        Permission.ReadIdentities => _member?.KeyPermissionSinceUtc is not null,
        _ => true,
    };

    private sealed record Found(DialogueProcess Process, ProcessMember? Member);
}
