using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Meetings;

/// <summary>What the pages of a meeting ask alike.</summary>
internal static class MeetingQueries
{
    /// <summary>The meeting in the address.</summary>
    /// <exception cref="NotFoundException">The process has none with that key.</exception>
    public static async Task<MeetingHead> MeetingAsync(this LoesningsbrikkerContext db, CurrentProcess current, long id) =>
        await db.ValidationMeetings.Where(m => m.ProcessId == current.Id && m.Id == id)
            .Select(m => new MeetingHead(m.Id, m.Title, m.HeldOn, m.Place)).FirstOrDefaultAsync() ?? throw new NotFoundException();

    /// <summary>The pieces that a meeting can take up and that the visitor sees: formulated, and not merged into another.</summary>
    public static IQueryable<SolutionPiece> PiecesForMeetings(this LoesningsbrikkerContext db, CurrentProcess current) =>
        db.SolutionPieces.VisibleTo(current, db).Where(p => p.Stage != PieceStage.Draft && p.Stage != PieceStage.Merged);

    /// <summary>The groups that were present, in Danish order.</summary>
    public static async Task<IReadOnlyList<PresentGroup>> PresentAsync(this LoesningsbrikkerContext db, long meetingId) =>
        [.. (await db.MeetingAttendances.Where(a => a.MeetingId == meetingId && a.Present > 0)
            .Select(a => new PresentGroup(a.GroupId, a.Group.Name, a.Present)).ToListAsync()).OrderBy(g => g.Name, DanishText.Comparer)];
}
