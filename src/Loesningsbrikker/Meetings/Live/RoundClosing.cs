using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Meetings.Live;

/// <summary>Closes and counts questions. A ballot that was acknowledged is in the count, and none comes after it.</summary>
public sealed class RoundClosing(SecretTraces traces)
{
    /// <summary>Closes a question for phones and counts it.</summary>
    /// <param name="awaitPaper">
    /// True when answers on paper come: then nobody sees the result before <see cref="ConcludeAsync"/>. A result that grew by two answers
    /// on paper would tell those two answers to whoever saw it before.
    /// </param>
    /// <exception cref="NotFoundException">The meeting has no such question.</exception>
    /// <exception cref="ConflictException">It is not open.</exception>
    public Task CloseAsync(LoesningsbrikkerContext db, long meetingId, long roundId, bool awaitPaper) =>
        CountAsync(db, meetingId, roundId, round =>
        {
            round.Close(db.Actor.RequiredUserId, db.UtcNow);
            return !awaitPaper;
        });

    /// <summary>Counts a closed question once more, with the answers on paper, and ends the count: from now on the result is shown.</summary>
    /// <exception cref="NotFoundException">The meeting has no such question.</exception>
    /// <exception cref="ConflictException">It is not closed, or its count is concluded.</exception>
    public Task ConcludeAsync(LoesningsbrikkerContext db, long meetingId, long roundId) =>
        CountAsync(db, meetingId, roundId, round =>
        {
            round.EnsureCounting();
            return true;
        });

    /// <param name="verb">Does it, and says whether the count is concluded.</param>
    private async Task CountAsync(LoesningsbrikkerContext db, long meetingId, long roundId, Func<MeetingRound, bool> verb)
    {
        var isSecret = await db.InTransactionAsync(async () =>
        {
            await MeetingLocks.AgendaAsync(db, meetingId);
            await MeetingLocks.CountAsync(db, roundId);
            var round = await db.MeetingRounds.Include(r => r.Pieces).Include(r => r.Counts).AsSplitQuery()
                .FirstOrDefaultAsync(r => r.Id == roundId && r.MeetingId == meetingId) ?? throw new NotFoundException();
            var concluded = verb(round);
            var count = await RoundCounting.AddAsync(db, round, db.Actor.RequiredUserId);
            if (concluded)
            {
                round.ConcludeCount(db.Actor.RequiredUserId, db.UtcNow);
                await LiveResults.WriteAsync(db, round, count);
            }
            await db.SaveChangesAsync();
            if (round.IsSecret)
                await SecretTraces.ShuffleAsync(db, round.Id);
            return round.IsSecret;
        });
        if (isSecret)
            await traces.WipeAsync(db);
    }
}
