using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.FollowUps;

/// <summary>Which follow-ups the list shows.</summary>
public enum FollowUpShown
{
    /// <summary>Those that go on, the most overdue first.</summary>
    Open,
    /// <summary>Those that are due today or overdue.</summary>
    Waiting,
    /// <summary>Those that ended, the latest first.</summary>
    Closed,
}

/// <summary>What the address of the list asks for.</summary>
public sealed class FollowUpFilter
{
    /// <summary>Only those that the visitor is responsible for.</summary>
    [FromQuery(Name = "mine")]
    public bool Mine { get; set; }

    /// <summary>Which ones.</summary>
    [FromQuery(Name = "show")]
    public FollowUpShown Shown { get; set; }

    /// <summary>The query of the same address with another choice.</summary>
    public static string QueryFor(bool mine, FollowUpShown shown) =>
        "?" + string.Join('&', new[] { mine ? "mine=true" : "", shown == FollowUpShown.Open ? "" : $"show={shown}" }.Where(q => q.Length > 0));

    /// <summary>The rows of <paramref name="followUps"/> that are asked for, in their order.</summary>
    public IQueryable<FollowUp> Apply(IQueryable<FollowUp> followUps, long userId, DateOnly today)
    {
        if (Mine)
            followUps = followUps.Where(f => f.AssignedToUserId == userId);
        return Shown switch
        {
            FollowUpShown.Closed => followUps.Where(f => f.ClosedAtUtc != null).OrderByDescending(f => f.ClosedAtUtc).ThenByDescending(f => f.Id),
            FollowUpShown.Waiting => followUps.Where(f => f.ClosedAtUtc == null && f.DueOn <= today).OrderBy(f => f.DueOn).ThenBy(f => f.Id),
            _ => followUps.Where(f => f.ClosedAtUtc == null).OrderBy(f => f.DueOn).ThenBy(f => f.Id),
        };
    }
}

/// <summary>One row of the list.</summary>
/// <param name="Assignee">Name of who looks.</param>
/// <param name="AssigneeIsGone">True when the account is closed or the person is no member any more; then nobody is reminded.</param>
public sealed record FollowUpRow(
    long Id, int Number, PieceClass Class, string Title, DateOnly DueOn, Recurrence Recurrence, string Assignee, bool AssigneeIsGone,
    string Note, DateTime? ClosedAtUtc);

/// <summary>What the list shows.</summary>
/// <param name="Waiting">How many are due or overdue, whoever is responsible.</param>
/// <param name="Today">The day in Denmark.</param>
/// <param name="HasAny">False when there is not one to see, whatever the filter.</param>
public sealed record FollowUpListPage(FollowUpFilter Filter, PageOf<FollowUpRow> Page, int Waiting, DateOnly Today, bool HasAny)
{
    /// <summary>Reads the page with a number of queries that does not grow with the list.</summary>
    public static async Task<FollowUpListPage> ReadAsync(LoesningsbrikkerContext db, CurrentProcess current, FollowUpFilter filter, int number)
    {
        var today = DanishText.Day(db.UtcNow);
        var visible = FollowUpQuery.VisibleTo(db, current);
        var waiting = await visible.CountAsync(f => f.ClosedAtUtc == null && f.DueOn <= today);
        var page = await Project(db, filter.Apply(visible, db.Actor.RequiredUserId, today)).ToPageAsync(number);
        return new FollowUpListPage(filter, page, waiting, today, page.Total > 0 || await visible.AnyAsync());
    }

    private static IQueryable<FollowUpRow> Project(LoesningsbrikkerContext db, IQueryable<FollowUp> followUps) =>
        from f in followUps
        from p in db.SolutionPieces.Where(p => p.Id == f.SolutionPieceId)
        from u in db.Users.Where(u => u.Id == f.AssignedToUserId)
        select new FollowUpRow(
            f.Id, p.Number, p.Class, p.Title, f.DueOn, f.Recurrence, u.DisplayName,
            u.DeactivatedAtUtc != null || !db.ProcessMembers.Any(m => m.ProcessId == f.ProcessId && m.UserId == u.Id), f.Note, f.ClosedAtUtc);
}
