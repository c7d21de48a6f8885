using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Meetings.Live;

/// <summary>Puts questions on the agenda, moves them and takes them off; those who do so take turns.</summary>
internal static class RoundPlanning
{
    /// <summary>Most questions of one meeting.</summary>
    public const int Most = 300;

    /// <summary>Puts a question about the pieces at the end of the agenda, or one question about each of them.</summary>
    /// <param name="numbers">Numbers of the pieces, in their order.</param>
    /// <returns>How many questions were added.</returns>
    /// <exception cref="NotFoundException">The process has no such meeting.</exception>
    /// <exception cref="RuleException">It cannot be asked (<see cref="MeetingRound.Plan"/>).</exception>
    public static Task<int> AddAsync(
        LoesningsbrikkerContext db, DialogueProcess process, long meetingId, RoundPlan plan, IReadOnlyList<int> numbers, bool oneEach) => db.InTransactionAsync(async () =>
    {
        var meeting = await LockAsync(db, process.Id, meetingId);
        var last = await db.MeetingRounds.Where(r => r.MeetingId == meetingId).MaxAsync(r => (int?)r.Number) ?? 0;
        var pieces = (await AskedPieces.ReadAsync(db, process, db.SolutionPieces.Where(p => numbers.Contains(p.Number)))).Values.ToDictionary(p => p.Number);
        var asked = numbers.Distinct().Where(pieces.ContainsKey).Select(n => pieces[n]).ToList();
        IReadOnlyList<AskedPiece>[] sets = oneEach && asked.Count > 0 ? [.. asked.Select(p => (IReadOnlyList<AskedPiece>)[p])] : [asked];
        if (await db.MeetingRounds.CountAsync(r => r.MeetingId == meetingId) + sets.Length > Most)
            throw new RuleException($"Et møde kan højst have {Most} spørgsmål.");
        var rounds = sets.Select((set, i) => MeetingRound.Plan(
            meeting, last + 1 + i, oneEach ? plan with { Title = null } : plan, set, db.Actor.RequiredUserId, db.UtcNow)).ToList();
        await AskedPieces.QuoteAsync(db, [.. rounds.SelectMany(r => r.Pieces)]);
        db.AddRange(rounds);
        await db.SaveChangesAsync();
        return rounds.Count;
    });

    /// <summary>Puts a closed question on the agenda once more, next after it.</summary>
    /// <exception cref="NotFoundException">The meeting has no such question.</exception>
    /// <exception cref="RuleException">It has not been closed.</exception>
    public static Task RepeatAsync(LoesningsbrikkerContext db, long processId, long meetingId, long roundId) => db.InTransactionAsync(async () =>
    {
        await LockAsync(db, processId, meetingId);
        var round = await db.MeetingRounds.Include(r => r.Pieces).ThenInclude(p => p.Quotations).AsSplitQuery()
            .FirstOrDefaultAsync(r => r.Id == roundId && r.MeetingId == meetingId) ?? throw new NotFoundException();
        var again = round.Repeat(round.Number + 1, db.Actor.RequiredUserId, db.UtcNow);
        foreach (var later in await db.MeetingRounds.Where(r => r.MeetingId == meetingId && r.Number > round.Number).ToListAsync())
            later.Number++;
        db.Add(again);
        await db.SaveChangesAsync();
    });

    /// <summary>Exchanges a planned question with the planned one before or after it; at the end of the list nothing happens.</summary>
    /// <exception cref="NotFoundException">The meeting has no such question.</exception>
    /// <exception cref="RuleException">It has been asked.</exception>
    public static Task MoveAsync(LoesningsbrikkerContext db, long processId, long meetingId, long roundId, bool up) => db.InTransactionAsync(async () =>
    {
        await LockAsync(db, processId, meetingId);
        var planned = await db.MeetingRounds.Where(r => r.MeetingId == meetingId).OrderBy(r => r.Number).ThenBy(r => r.Id).ToListAsync();
        var round = planned.Find(r => r.Id == roundId) ?? throw new NotFoundException();
        round.EnsurePlanned();
        planned.RemoveAll(r => r.State != RoundState.Planned);
        var other = planned.ElementAtOrDefault(planned.IndexOf(round) + (up ? -1 : 1));
        if (other is not null)
            (round.Number, other.Number) = (other.Number, round.Number);
        await db.SaveChangesAsync();
    });

    /// <summary>Takes a planned question off the agenda.</summary>
    /// <exception cref="NotFoundException">The meeting has no such question.</exception>
    /// <exception cref="RuleException">It has been asked.</exception>
    public static Task DeleteAsync(LoesningsbrikkerContext db, long processId, long meetingId, long roundId) => db.InTransactionAsync(async () =>
    {
        await LockAsync(db, processId, meetingId);
        var round = await db.MeetingRounds.Include(r => r.Pieces).ThenInclude(p => p.Quotations).AsSplitQuery()
            .FirstOrDefaultAsync(r => r.Id == roundId && r.MeetingId == meetingId) ?? throw new NotFoundException();
        round.EnsurePlanned();
        db.Remove(round);
        foreach (var later in await db.MeetingRounds.Where(r => r.MeetingId == meetingId && r.Number > round.Number).ToListAsync())
            later.Number--;
        await db.SaveChangesAsync();
    });

    private static async Task<ValidationMeeting> LockAsync(LoesningsbrikkerContext db, long processId, long meetingId)
    {
        await MeetingLocks.AgendaAsync(db, meetingId);
        return await db.ValidationMeetings.FirstOrDefaultAsync(m => m.Id == meetingId && m.ProcessId == processId) ?? throw new NotFoundException();
    }
}
