using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.SolutionPieces;

/// <summary>One line of the history as it is read.</summary>
/// <param name="By">Name of the user; null for demo data.</param>
/// <param name="OtherNumber">Number of the other piece of a merge; null otherwise.</param>
/// <param name="OtherIsVisible">Whether the visitor may open that piece.</param>
public sealed record HistoryLine(
    PieceEventKind Kind, DateTime AtUtc, string? By, string Reason, string Details, PieceClass? FromClass, PieceClass? ToClass,
    int? OtherNumber, bool OtherIsVisible, string? OldTitle, string? OldDescription);

/// <summary>Reads the history (historik).</summary>
public static class PieceHistory
{
    /// <summary>
    /// One page, newest first. Who does not see drafts does not read what happened while it was one,
    /// but that it was begun, when and by whom.
    /// </summary>
    public static async Task<PageOf<HistoryLine>> ReadAsync(LoesningsbrikkerContext db, CurrentProcess current, SolutionPiece piece, int number)
    {
        var lines = db.PieceEvents.Where(e => e.SolutionPieceId == piece.Id);
        if (!current.SeesDraftOf(piece, db))
        {
            var formulatedId = await lines.Where(e => e.Kind == PieceEventKind.Formulated).MinAsync(e => (long?)e.Id) ?? 0;
            lines = lines.Where(e => e.Id >= formulatedId || e.Kind == PieceEventKind.Drafted);
        }
        var visible = db.SolutionPieces.VisibleTo(current, db);
        return await lines.OrderByDescending(e => e.Id)
            .Select(e => new HistoryLine(
                e.Kind, e.AtUtc, db.Users.Where(u => u.Id == e.ByUserId).Select(u => u.DisplayName).FirstOrDefault(),
                e.Reason, e.Details, e.FromClass, e.ToClass,
                db.SolutionPieces.Where(p => p.Id == e.OtherPieceId).Select(p => (int?)p.Number).FirstOrDefault(),
                visible.Any(p => p.Id == e.OtherPieceId),
                e.OldTitle, e.OldDescription))
            .ToPageAsync(number);
    }
}
