using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Meetings.Live;

/// <summary>
/// Carries a concluded count into <see cref="MeetingResult"/>, which everything after the meeting reads. The newest question about a
/// piece that anybody answered counts; what was entered by hand for the same question gives way.
/// </summary>
internal static class LiveResults
{
    /// <summary>Writes a question's count, unless it is a rehearsal or asks something that has no place in the results.</summary>
    /// <param name="round">The question, counted for good.</param>
    public static async Task WriteAsync(LoesningsbrikkerContext db, MeetingRound round, RoundCount count)
    {
        if (round.IsRehearsal || count.People == 0 || round.Kind is RoundKind.Choice or RoundKind.Qualification)
            return;
        var newer = await NewerAsync(db, round);
        var answered = count.Results.Select(r => r.SolutionPieceId).Distinct().Except(newer).ToList();
        var stored = await db.MeetingResults.Where(r => r.MeetingId == round.MeetingId && answered.Contains(r.SolutionPieceId)).ToListAsync();
        await CountPresentAsync(db, round, count);
        foreach (var pieceId in answered)
        {
            var byGroup = count.Results.Where(r => r.SolutionPieceId == pieceId).ToLookup(r => r.GroupId);
            var rows = stored.Where(r => r.SolutionPieceId == pieceId).ToList();
            rows.AddRange(byGroup.Select(g => g.Key).Except(rows.Select(r => r.GroupId)).Select(groupId => db.MeetingResults.Add(new MeetingResult
            {
                ProcessId = round.ProcessId, MeetingId = round.MeetingId, SolutionPieceId = pieceId, GroupId = groupId,
            }).Entity).ToList());
            foreach (var row in rows)
                Write(db, round.Kind, row, [.. byGroup[row.GroupId]]);
        }
    }

    /// <summary>Pieces about which a later question of the same kind is counted already, e.g. while this one waited for paper.</summary>
    private static Task<List<long>> NewerAsync(LoesningsbrikkerContext db, MeetingRound round) =>
        db.RoundPieces.Where(p => db.MeetingRounds.Any(r => r.Id == p.RoundId && r.MeetingId == round.MeetingId && r.Kind == round.Kind && !r.IsRehearsal
                && r.CountedAtUtc != null && r.ClosedAtUtc > round.ClosedAtUtc && r.Counts.Any(c => c.People > 0)))
            .Select(p => p.SolutionPieceId).Distinct().ToListAsync();

    private static void Write(LoesningsbrikkerContext db, RoundKind kind, MeetingResult row, IReadOnlyList<RoundResult> said)
    {
        int[] Of(int answers) => [.. Enumerable.Range(1, answers).Select(value => said.Where(r => r.Value == value).Sum(r => r.People))];
        if (kind == RoundKind.Validity)
            row.Answer(MeetingQuestion.Vote, [.. Of(AnswerValues.DontKnow)], int.MaxValue);
        else if (kind == RoundKind.Professional)
            row.Answer(MeetingQuestion.Professional, [.. Of(5)], int.MaxValue);
        else if (kind == RoundKind.Economic)
            row.Answer(MeetingQuestion.Economic, [.. Of(5)], int.MaxValue);
        else
            row.LayCoins(said.Sum(r => r.People), said.Where(r => r.Value > 0).Sum(r => r.People), said.Sum(r => r.Value * r.People));
        if (row.IsEmpty)
            db.Remove(row);
    }

    /// <summary>Nobody who answered was absent: the attendance is at least what the meeting itself has seen.</summary>
    private static async Task CountPresentAsync(LoesningsbrikkerContext db, MeetingRound round, RoundCount count)
    {
        var meeting = await db.ValidationMeetings.Include(m => m.Attendances).SingleAsync(m => m.Id == round.MeetingId);
        var people = await db.MeetingParticipants.Where(p => p.MeetingId == round.MeetingId).GroupBy(p => p.GroupId)
            .Select(g => new { g.Key, Invited = g.Count(), Present = g.Count(p => p.PresentSinceUtc != null) }).ToListAsync();
        var answers = count.Results.GroupBy(r => (r.GroupId, r.SolutionPieceId)).GroupBy(g => g.Key.GroupId).ToDictionary(g => g.Key, g => g.Max(p => p.Sum(r => r.People)));
        foreach (var group in people)
            meeting.SeePresent(group.Key, group.Invited, Math.Max(group.Present, answers.GetValueOrDefault(group.Key)));
    }
}
