using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.FollowUps;

/// <summary>A follow-up that goes on, as the page of its piece shows it.</summary>
public sealed record PieceFollowUp(long Id, DateOnly DueOn, Recurrence Recurrence, string Assignee, string Note);

/// <summary>What <c>/FollowUps/Views/_PieceFollowUps.cshtml</c> shows.</summary>
/// <param name="Number">Number of the piece.</param>
/// <param name="Open">Those that go on, the next first.</param>
/// <param name="Today">The day in Denmark.</param>
/// <param name="MaySet">Whether the visitor may set another.</param>
public sealed record PieceFollowUps(int Number, IReadOnlyList<PieceFollowUp> Open, DateOnly Today, bool MaySet);

/// <summary>Reads follow-ups, always as far as the visitor sees their pieces.</summary>
public static class FollowUpQuery
{
    /// <summary>The follow-ups of the process in the address on pieces that its visitor sees.</summary>
    public static IQueryable<FollowUp> VisibleTo(LoesningsbrikkerContext db, CurrentProcess current)
    {
        var pieces = db.SolutionPieces.VisibleTo(current, db);
        var processId = current.Id;
        return db.FollowUps.Where(f => f.ProcessId == processId && pieces.Any(p => p.Id == f.SolutionPieceId));
    }

    /// <summary>The follow-ups of a piece that the visitor sees; none when the visitor may not read follow-ups.</summary>
    public static async Task<PieceFollowUps> OfPieceAsync(LoesningsbrikkerContext db, CurrentProcess current, SolutionPiece piece)
    {
        var open = current.Can(Accounts.Permission.ReadFollowUps)
            ? await (from f in db.FollowUps.Where(f => f.SolutionPieceId == piece.Id && f.ClosedAtUtc == null)
                     from u in db.Users.Where(u => u.Id == f.AssignedToUserId)
                     orderby f.DueOn, f.Id
                     select new PieceFollowUp(f.Id, f.DueOn, f.Recurrence, u.DisplayName, f.Note)).ToListAsync()
            : [];
        var maySet = current.Can(Accounts.Permission.WriteFollowUps) && piece.Stage != PieceStage.Merged;
        return new PieceFollowUps(piece.Number, open, DanishText.Day(db.UtcNow), maySet);
    }
}
