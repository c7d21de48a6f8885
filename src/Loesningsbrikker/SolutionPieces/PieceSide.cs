using System.Linq.Expressions;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Budget;
using Loesningsbrikker.Decisions;
using Loesningsbrikker.Implementations;
using Loesningsbrikker.Meetings;
using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.SolutionPieces;

/// <summary>One implementation of a piece as its page shows it.</summary>
/// <param name="Person">The responsible person; null when it is nobody with an account.</param>
/// <param name="LastNews">The last news in words; null while there is none.</param>
/// <param name="IsMine">Whether the visitor is responsible or leads the institution.</param>
public sealed record PieceWork(
    long Id, long? InstitutionId, string? Institution, string Role, string? Person, DateOnly? DueOn, DateTime? BegunAtUtc, DateTime? ClosedAtUtc,
    ImplementationOutcome? Outcome, string? LastNews, int Milestones, int Reached, bool IsMine)
{
    /// <summary>How far it is, in a few words: "Nået", "Venter på at begynde", "2 af 3 milepæle nået, frist 1.4.2027".</summary>
    public string Standing()
    {
        if (ClosedAtUtc is not null)
            return Outcome?.ToDanish() ?? "Stoppet";
        if (BegunAtUtc is null)
            return "Venter på at begynde";
        var due = DueOn is { } day ? $"frist {DanishText.Date(day)}" : "ingen frist aftalt";
        return Milestones == 0 ? "I gang, " + due : $"{Reached} af {DanishText.Count(Milestones, "milepæl", "milepæle")} nået, {due}";
    }
}

/// <summary>What stands beside the story: the meeting, the price, who carries it out.</summary>
/// <param name="Figures">What the meeting said; null when it said nothing, and for those who don't read meetings.</param>
/// <param name="Estimate">How good the estimate is; null when there is none, and for those who don't read estimates.</param>
/// <param name="Cost">Net kroner over the four years; null when not calculated.</param>
/// <param name="Works">How it is carried out, by institution in Danish order, as far as the visitor reads it.</param>
public sealed record PieceSide(PieceFigures? Figures, EstimateStatus? Estimate, long? Cost, IReadOnlyList<PieceWork> Works)
{
    private static readonly Role[] ReadEveryInstitution = [Role.Consultant, Role.Leader, Role.BudgetOfficer, Role.Committee];

    /// <summary>Reads it with four queries at most.</summary>
    public static async Task<PieceSide> ReadAsync(LoesningsbrikkerContext db, CurrentProcess current, SolutionPiece piece)
    {
        var figures = current.Can(Permission.ReadMeetings) ? await MeetingFigures.ReadOfPieceAsync(db, current.Id, piece.Id) : null;
        EstimateStatus? estimate = null;
        long? cost = null;
        if (current.Can(Permission.ReadEstimates))
        {
            estimate = await db.CostEstimates.Where(e => e.SolutionPieceId == piece.Id).Select(e => (EstimateStatus?)e.Status).FirstOrDefaultAsync();
            cost = estimate is null ? null : await PieceCosts.ReadOfPieceAsync(db, current.Process, piece.Id);
        }
        var works = current.Can(Permission.ReadImplementations) ? await WorksAsync(db, current, piece) : [];
        return new PieceSide(figures, estimate, cost, works);
    }

    private static async Task<IReadOnlyList<PieceWork>> WorksAsync(LoesningsbrikkerContext db, CurrentProcess current, SolutionPiece piece)
    {
        var userId = db.Actor.RequiredUserId;
        var leads = current.Roles.Contains(Role.LocalLeader);
        // A local leader reads about her own institution; the others are their leaders' to tell.
        Expression<Func<Implementation, bool>> readable = current.Roles.Overlaps(ReadEveryInstitution)
            ? _ => true
            : i => i.InstitutionId == null || i.Institution!.LeaderUserId == userId;
        var rows = await db.Implementations.Where(i => i.SolutionPieceId == piece.Id).Where(readable)
            .Select(i => new PieceWork(
                i.Id, i.InstitutionId, i.Institution!.Name, i.ResponsibleRole,
                db.Users.Where(u => u.Id == i.ResponsibleUserId).Select(u => u.DisplayName).FirstOrDefault(),
                i.DueOn, i.BegunAtUtc, i.ClosedAtUtc, i.Outcome,
                i.Reports.OrderByDescending(r => r.Id).Select(r => r.Text).FirstOrDefault(),
                i.Milestones.Count, i.Milestones.Count(m => m.ReachedOn != null),
                i.ResponsibleUserId == userId || (leads && i.Institution.LeaderUserId == userId)))
            .ToListAsync();
        return [.. rows.OrderBy(r => r.Institution ?? "", DanishText.Comparer)];
    }
}
