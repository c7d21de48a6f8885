using Loesningsbrikker.Accounts;
using Loesningsbrikker.Implementations;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Dashboards;

/// <summary>What became of a process: the paragraph, three pictures and three lists.</summary>
/// <param name="Today">The day in Denmark that the status is told on.</param>
/// <param name="Interviews">How many interviews the pieces come from.</param>
/// <param name="Own">Whether the reader sees the pieces of her own institutions only.</param>
public sealed record DashboardPage(
    DateOnly Today, int Interviews, bool Own, DashboardFigures Figures, MoneyFigures Money, IReadOnlyList<Promise> Promises,
    First<DueRow> Late, First<DueRow> Silent, First<RefusedRow> Refused)
{
    /// <summary>The figures as sentences.</summary>
    public IReadOnlyList<StatusPart> Paragraph => StatusParagraph.Of(Figures, Own);

    /// <summary>Reads the page with a number of queries that does not grow with the process.</summary>
    public static async Task<DashboardPage> ReadAsync(LoesningsbrikkerContext db, CurrentProcess current)
    {
        var visible = db.SolutionPieces.VisibleTo(current, db);
        var own = SeesOwnOnly(current.Roles);
        var implementations = db.Implementations.VisibleTo(current, db);
        var lists = new StatusLists(db, visible, implementations);
        return new DashboardPage(
            DanishText.Day(db.UtcNow), await db.Interviews.CountAsync(i => i.ProcessId == current.Id), own,
            (await DashboardFigures.ReadAsync(db, visible)).GetValueOrDefault(current.Id) ?? new DashboardFigures(),
            await MoneyFigures.ReadAsync(db, visible, current.Process.FirstYear),
            await Promise.ReadAsync(db, implementations),
            await lists.DueAsync(PieceStatus.Late), await lists.DueAsync(PieceStatus.Silent), await lists.RefusedAsync());
    }

    /// <summary>Whether somebody with these roles sees the pieces of her own institutions only.</summary>
    public static bool SeesOwnOnly(IReadOnlySet<Role> roles) =>
        roles.Contains(Role.LocalLeader) && !roles.Overlaps([Role.Consultant, Role.Leader, Role.BudgetOfficer, Role.Committee]);
}
