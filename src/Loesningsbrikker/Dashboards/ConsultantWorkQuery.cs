using Loesningsbrikker.Interviews;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Dashboards;

/// <summary>Reads what waits for a consultant in the processes she is a member of: six queries, whatever there is.</summary>
public static class ConsultantWorkQuery
{
    /// <summary>How many lines of each kind the front page shows.</summary>
    public const int Lines = 8;

    /// <summary>Reads the three lists.</summary>
    public static async Task<ConsultantWork> ReadAsync(LoesningsbrikkerContext db)
    {
        var mine = db.DialogueProcesses.Where(p => p.Members.Any(m => m.UserId == db.Actor.UserId));
        var interviews = db.Interviews.Where(i => mine.Any(p => p.Id == i.ProcessId));
        var pieces = db.SolutionPieces.Where(p => p.Stage != PieceStage.Merged && !p.Codings.Any() && mine.Any(m => m.Id == p.ProcessId));
        return new ConsultantWork(
            await InterviewsAsync(db, interviews.Where(i => !i.Transcripts.Any())),
            await InterviewsAsync(db, interviews.Where(i => i.Transcripts.Any() && i.CodingFinishedAtUtc == null)),
            await PiecesAsync(db, pieces));
    }

    private static async Task<Waiting<WaitingInterview>> InterviewsAsync(LoesningsbrikkerContext db, IQueryable<Interview> interviews)
    {
        var first = await (
            from i in interviews
            join p in db.DialogueProcesses on i.ProcessId equals p.Id
            orderby i.HeldOn, i.Id
            select new WaitingInterview(p.Id, p.Name, i.Number, i.Title, i.HeldOn,
                db.Passages.Count(x => i.Transcripts.Any(t => t.Id == x.TranscriptId)))).Take(Lines).ToListAsync();
        return new Waiting<WaitingInterview>(first, await interviews.CountAsync());
    }

    private static async Task<Waiting<WaitingPiece>> PiecesAsync(LoesningsbrikkerContext db, IQueryable<SolutionPiece> pieces)
    {
        var first = await (
            from piece in pieces
            join p in db.DialogueProcesses on piece.ProcessId equals p.Id
            orderby piece.CreatedAtUtc descending, piece.Id descending
            select new WaitingPiece(p.Id, p.Name, piece.Number, p.Prefix + "-" + piece.Number, piece.Title, piece.Class)).Take(Lines).ToListAsync();
        return new Waiting<WaitingPiece>(first, await pieces.CountAsync());
    }
}
