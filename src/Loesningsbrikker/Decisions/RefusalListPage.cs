using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Decisions;

/// <summary>A piece that was said no to, and why.</summary>
/// <param name="AtUtc">When it came to stand there, in UTC; null for a piece brought in from elsewhere.</param>
/// <param name="Details">More about it, e.g. the decision in one sentence; may be empty.</param>
public sealed record RefusalRow(int Number, string Title, PieceClass Class, PieceStage Stage, DateTime? AtUtc, string Reason, string Details);

/// <summary>Reads what was said no to, the newest first: those who gave input are owed the reason.</summary>
public static class RefusalListPage
{
    /// <summary>One page.</summary>
    public static Task<PageOf<RefusalRow>> ReadAsync(LoesningsbrikkerContext db, CurrentProcess current, int number) =>
        (from piece in db.SolutionPieces.VisibleTo(current, db).Where(p => PieceStanding.RefusedStages.Contains(p.Stage))
         let line = piece.Events.Where(e => e.ToStage == piece.Stage).OrderByDescending(e => e.Id).FirstOrDefault()
         orderby line == null, line!.Id descending, piece.Number
         select new RefusalRow(
             piece.Number, piece.Title, piece.Class, piece.Stage, (DateTime?)line.AtUtc, line.Reason ?? "", line.Details ?? ""))
        .ToPageAsync(number);
}
