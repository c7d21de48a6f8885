using static Loesningsbrikker.Accounts.Role;

namespace Loesningsbrikker.Accounts;

/// <summary>What a page or an action demands.</summary>
public enum Permission
{
    /// <summary>Being signed in is enough.</summary>
    SignedIn,
    /// <summary>Users, roles, passwords.</summary>
    ManageUsers,
    /// <summary>Schools and daycare institutions of the municipality.</summary>
    ManageInstitutions,
    /// <summary>Starting a dialogue process.</summary>
    CreateProcess,
    /// <summary>Name, dates and members of a process.</summary>
    ManageProcess,
    /// <summary>Deciding whether leaders read what informants said; not the leaders' own decision.</summary>
    LetLeadersRead,
    /// <summary>Giving a member the right to read identities.</summary>
    GrantKeyPermission,
    /// <summary>Seeing that a process exists and where it stands.</summary>
    SeeProcess,
    /// <summary>Themes, challenges, strategies, informant groups, informants, interviews.</summary>
    SetUpProcess,
    /// <summary>Reading transcripts, passages and notes.</summary>
    ReadTestimony,
    /// <summary>Bringing in transcripts, marking and coding.</summary>
    WriteTestimony,
    /// <summary>Reading and writing who stands behind a code.</summary>
    ReadIdentities,
    /// <summary>Reading solution pieces, as far as the role sees them.</summary>
    ReadPieces,
    /// <summary>Writing, reclassifying, merging and splitting pieces.</summary>
    WritePieces,
    /// <summary>Releasing passages as quotations, and withdrawing them; demands <see cref="ReadTestimony"/> as well.</summary>
    ReleaseQuotations,
    /// <summary>Reading what the joint meeting said, small groups hidden.</summary>
    ReadMeetings,
    /// <summary>Setting up a joint meeting and entering its results.</summary>
    RunMeetings,
    /// <summary>Concluding, designating, sending to the politicians, accepting, declining, handing over, rolling back.</summary>
    ConcludePieces,
    /// <summary>Reading designations and decisions.</summary>
    ReadDecisions,
    /// <summary>Writing down what a political body recommended or decided: a fact from minutes, not a choice.</summary>
    RecordDecisions,
    /// <summary>Reading estimates line by line.</summary>
    ReadEstimates,
    /// <summary>Writing estimates.</summary>
    WriteEstimates,
    /// <summary>Reading how pieces are carried out, as far as the role sees them.</summary>
    ReadImplementations,
    /// <summary>Telling how a piece is carried out; a local leader at her own institution.</summary>
    WriteImplementations,
    /// <summary>What became of the process, in figures and words.</summary>
    SeeDashboard,
    /// <summary>The workbook with everything the staff works with.</summary>
    DownloadStaffWorkbook,
    /// <summary>The workbook with released quotations only.</summary>
    DownloadCommitteeWorkbook,
    /// <summary>The change log and the access log.</summary>
    ReadLogs,
    /// <summary>Reading when pieces are looked at again, as far as the role sees the pieces.</summary>
    ReadFollowUps,
    /// <summary>Setting, changing, checking and cancelling follow-ups.</summary>
    WriteFollowUps,
    /// <summary>What was sent by mail, what waits and what failed.</summary>
    ReadDeliveries,
}

/// <summary>The one table of who may do what (docs/glossary.md has it in words).</summary>
public static class PermissionTable
{
    private static readonly Dictionary<Permission, Role[]> Allowed = new()
    {
        [Permission.SignedIn] = Enum.GetValues<Role>(),
        [Permission.ManageUsers] = [Administrator],
        [Permission.ReadLogs] = [Administrator],
        [Permission.ManageInstitutions] = [Administrator, Consultant, Leader],
        [Permission.CreateProcess] = [Administrator, Consultant, Leader],
        [Permission.ManageProcess] = [Administrator, Consultant, Leader],
        [Permission.LetLeadersRead] = [Administrator, Consultant],
        [Permission.GrantKeyPermission] = [Administrator, Leader],
        [Permission.SeeProcess] = [Consultant, Leader, LocalLeader, BudgetOfficer, Committee],
        [Permission.SetUpProcess] = [Consultant, Leader],
        [Permission.ReadTestimony] = [Consultant, Leader],
        [Permission.WriteTestimony] = [Consultant],
        [Permission.ReadIdentities] = [Consultant],
        [Permission.ReadPieces] = [Consultant, Leader, LocalLeader, BudgetOfficer, Committee],
        [Permission.WritePieces] = [Consultant],
        [Permission.ReleaseQuotations] = [Leader],
        [Permission.ReadMeetings] = [Consultant, Leader, LocalLeader, BudgetOfficer, Committee],
        [Permission.RunMeetings] = [Consultant, Leader],
        [Permission.ConcludePieces] = [Leader],
        [Permission.ReadDecisions] = [Consultant, Leader, LocalLeader, BudgetOfficer, Committee],
        [Permission.RecordDecisions] = [Consultant, Leader],
        [Permission.ReadEstimates] = [Consultant, Leader, BudgetOfficer],
        [Permission.WriteEstimates] = [BudgetOfficer],
        [Permission.ReadImplementations] = [Consultant, Leader, LocalLeader, BudgetOfficer, Committee],
        [Permission.WriteImplementations] = [Consultant, Leader, LocalLeader],
        [Permission.SeeDashboard] = [Consultant, Leader, LocalLeader, BudgetOfficer, Committee],
        [Permission.DownloadStaffWorkbook] = [Consultant, Leader, BudgetOfficer],
        [Permission.DownloadCommitteeWorkbook] = [Consultant, Leader, LocalLeader, BudgetOfficer, Committee],
        [Permission.ReadFollowUps] = [Consultant, Leader, LocalLeader, BudgetOfficer, Committee],
        [Permission.WriteFollowUps] = [Consultant, Leader, LocalLeader],
        [Permission.ReadDeliveries] = [Administrator],
    };

    /// <summary>Permissions an administrator has over a process without being a member: setup, never content.</summary>
    public static IReadOnlySet<Permission> WithoutMembership { get; } =
        new HashSet<Permission> { Permission.ManageProcess, Permission.LetLeadersRead, Permission.GrantKeyPermission };

    /// <summary>Whether the role alone allows it; conditions of the process come on top (<see cref="Shared.CurrentProcess"/>).</summary>
    public static bool Allows(Role role, Permission permission) => Allowed[permission].Contains(role);
}

/// <summary>States what a controller or an action demands. Every route has one, or allows anonymous visitors.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class PermitAttribute(Permission permission) : Attribute
{
    /// <summary>The permission demanded.</summary>
    public Permission Permission { get; } = permission;
}
