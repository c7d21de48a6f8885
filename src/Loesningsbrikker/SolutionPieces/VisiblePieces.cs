using Loesningsbrikker.Accounts;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.SolutionPieces;

/// <summary>
/// The one place that says which pieces a person sees: consultants, leaders and budget officers all of them; the committee
/// those that were formulated; a local leader those of an institution she leads or whose work hers took over.
/// Several roles see what each of them sees.
/// </summary>
public static class VisiblePieces
{
    private static readonly Role[] SeeAll = [Role.Consultant, Role.Leader, Role.BudgetOfficer];

    /// <summary>The pieces of the process in the address that its visitor sees, merged ones included, withdrawn ones not.</summary>
    public static IQueryable<SolutionPiece> VisibleTo(this IQueryable<SolutionPiece> pieces, CurrentProcess current, LoesningsbrikkerContext db) =>
        pieces.FindableBy(current, db).Where(p => p.Stage != PieceStage.Withdrawn);

    /// <summary>The same with the withdrawn ones, for who asks for one by its number: no number leads nowhere.</summary>
    public static IQueryable<SolutionPiece> FindableBy(this IQueryable<SolutionPiece> pieces, CurrentProcess current, LoesningsbrikkerContext db)
    {
        var processId = current.Id;
        var own = pieces.Where(p => p.ProcessId == processId);
        return !current.Can(Permission.ReadPieces) ? own.Where(_ => false) : SeesAll(current.Roles) ? own : own.VisibleTo(current.Roles, db);
    }

    /// <summary>Those of <paramref name="pieces"/>, all of processes the actor is a member of, that somebody with these roles sees.</summary>
    public static IQueryable<SolutionPiece> VisibleTo(this IQueryable<SolutionPiece> pieces, IReadOnlySet<Role> roles, LoesningsbrikkerContext db)
    {
        pieces = pieces.Where(p => p.Stage != PieceStage.Withdrawn);
        if (SeesAll(roles))
            return pieces;
        var userId = db.Actor.RequiredUserId;
        var sitsOnCommittee = roles.Contains(Role.Committee);
        var leads = roles.Contains(Role.LocalLeader);
        var answeredFor = db.Institutions.AnsweredForBy(userId);
        return pieces.Where(p =>
            (sitsOnCommittee && ((p.Stage != PieceStage.Draft && p.Stage != PieceStage.Merged)
                || (p.Stage == PieceStage.Merged
                    && p.Events.Any(e => e.Kind == PieceEventKind.MergedInto && e.FromStage != PieceStage.Draft))))
            || (leads && p.Institutions.Any(i => i.LeaderUserId == userId || answeredFor.Contains(i.Id))));
    }

    /// <summary>Whether the visitor also sees how the piece read as a draft; its institutions must be loaded.</summary>
    public static bool SeesDraftOf(this CurrentProcess current, SolutionPiece piece, LoesningsbrikkerContext db) =>
        SeesAll(current.Roles)
        || (current.Roles.Contains(Role.LocalLeader) && piece.Institutions.Any(i => i.LeaderUserId == db.Actor.RequiredUserId));

    /// <summary>Whether the visitor may see any draft at all, so that filters offer them.</summary>
    public static bool SeesSomeDrafts(CurrentProcess current) => SeesAll(current.Roles) || current.Roles.Contains(Role.LocalLeader);

    private static bool SeesAll(IReadOnlySet<Role> roles) => roles.Overlaps(SeeAll);
}
