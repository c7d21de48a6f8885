using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Meetings.Live;

/// <summary>
/// Erases a participant: the slip, that they came and answered, and their open ballots with comments. Counts that were concluded are
/// numbers of people and stay; a secret ballot cannot be found and stays in its question.
/// </summary>
public static class ParticipantErasure
{
    /// <summary>Erases a participant of a meeting.</summary>
    /// <exception cref="NotFoundException">The meeting has no such participant.</exception>
    /// <exception cref="RuleException">A question that they answered is not counted yet.</exception>
    public static Task EraseAsync(LoesningsbrikkerContext db, long processId, long meetingId, long participantId) => db.InTransactionAsync(async () =>
    {
        await MeetingLocks.AgendaAsync(db, meetingId);
        var participant = await db.MeetingParticipants.FirstOrDefaultAsync(p => p.Id == participantId && p.MeetingId == meetingId && p.ProcessId == processId)
            ?? throw new NotFoundException();
        var uncounted = await db.MeetingRounds.Where(r => r.MeetingId == meetingId && r.OpenedAtUtc != null && r.CountedAtUtc == null).Select(r => r.Id).ToListAsync();
        if (await db.RoundVoters.AnyAsync(v => v.ParticipantId == participantId && uncounted.Contains(v.RoundId)))
            throw new RuleException("Deltageren har svaret på et spørgsmål, der ikke er talt op. Vent, til det er.");
        // Past the change log, which leaves these rows out; the participant's own line tells of the erasure.
        await db.BallotAnswers.Where(a => db.Ballots.Any(b => b.Id == a.BallotId && b.ParticipantId == participantId)).ExecuteDeleteAsync();
        await db.Ballots.Where(b => b.ParticipantId == participantId).ExecuteDeleteAsync();
        await db.RoundVoters.Where(v => v.ParticipantId == participantId).ExecuteDeleteAsync();
        db.Remove(participant);
        await db.SaveChangesAsync();
    });
}
