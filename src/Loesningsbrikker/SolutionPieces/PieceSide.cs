using Loesningsbrikker.Accounts;
using Loesningsbrikker.Budget;
using Loesningsbrikker.Decisions;
using Loesningsbrikker.FollowUps;
using Loesningsbrikker.Implementations;
using Loesningsbrikker.Meetings;
using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.SolutionPieces;

/// <summary>One implementation of a piece as its page shows it.</summary>
/// <param name="Institution">Who carries a local piece out; null otherwise.</param>
/// <param name="Responsible">Role and person, e.g. "Skolechef, Karen Chef".</param>
/// <param name="LastNews">The last news in words; null while there is none.</param>
/// <param name="IsMine">Whether the visitor is responsible or answers for the institution.</param>
/// <param name="MayWrite">Whether the visitor tells how it goes.</param>
public sealed record PieceWork(
    long Id, string? Institution, string Responsible, DateOnly? DueOn, Standing Standing, string? LastNews, bool IsMine, bool MayWrite);

/// <summary>What stands beside the story: the meeting, the price, who carries it out.</summary>
/// <param name="Figures">What the meeting said; null when it said nothing, and for those who don't read meetings.</param>
/// <param name="Estimate">How good the estimate is; null when there is none, and for those who don't read estimates.</param>
/// <param name="Cost">Net kroner over the four years, and which of them are missing; null when not calculated.</param>
/// <param name="Works">How it is carried out, by institution in Danish order, as far as the visitor reads it.</param>
/// <param name="FollowUps">When somebody looks again.</param>
/// <param name="LastOutcome">What the last body that decided said; null before any did.</param>
public sealed record PieceSide(
    PieceFigures? Figures, EstimateStatus? Estimate, PieceCost? Cost, IReadOnlyList<PieceWork> Works, PieceFollowUps FollowUps, DecisionOutcome? LastOutcome)
{
    /// <summary>Reads it with six queries at most.</summary>
    public static async Task<PieceSide> ReadAsync(LoesningsbrikkerContext db, CurrentProcess current, SolutionPiece piece)
    {
        var figures = current.Can(Permission.ReadMeetings) ? await MeetingFigures.ReadOfPieceAsync(db, current.Id, piece.Id) : null;
        EstimateStatus? estimate = null;
        PieceCost? cost = null;
        if (current.Can(Permission.ReadEstimates))
        {
            estimate = await db.CostEstimates.Where(e => e.SolutionPieceId == piece.Id).Select(e => (EstimateStatus?)e.Status).FirstOrDefaultAsync();
            cost = estimate is null ? null : await PieceCosts.ReadOfPieceAsync(db, current.Process, piece.Id);
        }
        var works = current.Can(Permission.ReadImplementations) ? await WorksAsync(db, current, piece) : [];
        var last = await db.Decisions.Where(d => d.SolutionPieceId == piece.Id && d.Standing == DecisionStanding.Decides)
            .OrderByDescending(d => d.Id).Select(d => (DecisionOutcome?)d.Outcome).FirstOrDefaultAsync();
        return new PieceSide(figures, estimate, cost, works, await FollowUpQuery.OfPieceAsync(db, current, piece), last);
    }

    private static async Task<IReadOnlyList<PieceWork>> WorksAsync(LoesningsbrikkerContext db, CurrentProcess current, SolutionPiece piece)
    {
        var own = db.Implementations.Where(i => i.SolutionPieceId == piece.Id);
        var (mine, written) = (own.Mine(db, current.Roles), own.WrittenBy(current.Roles, db));
        var rows = await own.VisibleTo(current, db)
            .Select(i => new
            {
                i.Id, Institution = i.Institution!.Name, i.ResponsibleRole,
                Person = db.Users.Where(u => u.Id == i.ResponsibleUserId).Select(u => u.DisplayName).FirstOrDefault(),
                Facts = new StandingFacts(
                    i.DueOn, i.Milestones.Where(m => m.ReachedOn == null).Min(m => (DateOnly?)m.DueOn), i.BegunAtUtc, i.LastNewsAtUtc, i.ClosedAtUtc, i.Outcome),
                News = i.Reports.OrderByDescending(r => r.Id).Select(r => r.Text).FirstOrDefault(),
                IsMine = mine.Any(m => m.Id == i.Id), MayWrite = written.Any(w => w.Id == i.Id),
            }).ToListAsync();
        return
        [
            .. rows.OrderBy(r => r.Institution ?? "", DanishText.Comparer).Select(r => new PieceWork(
                r.Id, r.Institution, ImplementationWords.Responsible(r.ResponsibleRole, r.Person), r.Facts.DueOn, Standing.Of(r.Facts, db.UtcNow), r.News,
                r.IsMine, r.MayWrite)),
        ];
    }
}
