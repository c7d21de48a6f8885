using Loesningsbrikker.Accounts;
using Loesningsbrikker.Budget;
using Loesningsbrikker.Decisions;
using Loesningsbrikker.FollowUps;
using Loesningsbrikker.Implementations;
using Loesningsbrikker.Meetings;
using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.SolutionPieces;

/// <summary>What stands beside the story: the meeting, the price, who carries it out.</summary>
/// <param name="Figures">What the meeting said; null when it said nothing, and for those who don't read meetings.</param>
/// <param name="Estimate">How good the estimate is; null when there is none, and for those who don't read estimates.</param>
/// <param name="Cost">Net kroner over the four years; null when not calculated.</param>
/// <param name="Works">How it is carried out, by institution in Danish order, as far as the visitor reads it.</param>
/// <param name="FollowUps">When somebody looks again.</param>
public sealed record PieceSide(PieceFigures? Figures, EstimateStatus? Estimate, long? Cost, IReadOnlyList<ImplementationRow> Works, PieceFollowUps FollowUps)
{
    /// <summary>Reads it with six queries at most.</summary>
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
        var works = await ImplementationQuery.OfPieceAsync(db, current, piece.Id);
        return new PieceSide(figures, estimate, cost, works, await FollowUpQuery.OfPieceAsync(db, current, piece));
    }
}
