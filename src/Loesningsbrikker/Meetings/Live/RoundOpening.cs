using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Meetings.Live;

/// <summary>Opens questions: freezes what is asked and how many could answer, and lets no two be open at once.</summary>
internal static class RoundOpening
{
    /// <summary>Opens a question.</summary>
    /// <param name="countdown">How long it takes answers; null without a countdown.</param>
    /// <exception cref="NotFoundException">The meeting has no such question.</exception>
    /// <exception cref="RuleException">Another one is open, or it cannot be opened (<see cref="MeetingRound.Open"/>).</exception>
    public static Task OpenAsync(LoesningsbrikkerContext db, DialogueProcess process, long meetingId, long roundId, TimeSpan? countdown) => db.InTransactionAsync(async () =>
    {
        await MeetingLocks.AgendaAsync(db, meetingId);
        var meeting = await db.ValidationMeetings.FirstOrDefaultAsync(m => m.Id == meetingId && m.ProcessId == process.Id) ?? throw new NotFoundException();
        var round = await db.MeetingRounds.Include(r => r.Pieces).FirstOrDefaultAsync(r => r.Id == roundId && r.MeetingId == meetingId) ?? throw new NotFoundException();
        if (await db.MeetingRounds.Where(r => r.MeetingId == meetingId && r.Id != roundId && r.OpenedAtUtc != null && r.ClosedAtUtc == null)
                .Select(r => r.Title).FirstOrDefaultAsync() is { } open)
            throw new RuleException($"»{open}« er åbent. Luk det først: der kan kun være ét åbent spørgsmål ad gangen.");
        var keys = round.Pieces.Select(p => p.SolutionPieceId).ToList();
        var pieces = await AskedPieces.ReadAsync(db, process, db.SolutionPieces.Where(p => keys.Contains(p.Id)));
        round.Open(meeting, pieces, await TurnoutsAsync(db, meeting), countdown, db.Actor.RequiredUserId, db.UtcNow);
        await db.SaveChangesAsync();
    });

    private static async Task<IReadOnlyList<RoundTurnout>> TurnoutsAsync(LoesningsbrikkerContext db, ValidationMeeting meeting)
    {
        var groups = await db.MeetingParticipants.Where(p => p.MeetingId == meeting.Id && p.WithdrawnAtUtc == null).GroupBy(p => p.GroupId)
            .Select(g => new { g.Key, Entitled = g.Count(), Present = g.Count(p => p.PresentSinceUtc != null) }).ToListAsync();
        return [.. groups.Select(g => new RoundTurnout { ProcessId = meeting.ProcessId, GroupId = g.Key, Entitled = g.Entitled, Present = g.Present })];
    }
}
