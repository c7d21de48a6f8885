using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Meetings.Live;

/// <summary>Counts a question from its ballots: no number is ever added to, so none can be added to twice.</summary>
internal static class RoundCounting
{
    /// <summary>Counts all ballots of a question that is closed, under the lock that keeps ballots out, and adds the count to it.</summary>
    public static async Task<RoundCount> AddAsync(LoesningsbrikkerContext db, MeetingRound round, long by)
    {
        var ballots = await db.Ballots.Where(b => b.RoundId == round.Id).GroupBy(b => b.GroupId)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
        var answers = await db.Ballots.Where(b => b.RoundId == round.Id)
            .SelectMany(b => b.Answers, (b, a) => new { b.GroupId, a.SolutionPieceId, a.Value })
            .GroupBy(a => new { a.GroupId, a.SolutionPieceId, a.Value })
            .Select(g => new Tally(g.Key.SolutionPieceId, g.Key.GroupId, g.Key.Value, g.Count())).ToListAsync();
        var count = new RoundCount
        {
            ProcessId = round.ProcessId, RoundId = round.Id, Number = 1 + round.Counts.Count, CountedAtUtc = db.UtcNow, CountedByUserId = by,
            People = ballots.Values.Sum(), OnPaper = await db.RoundVoters.CountAsync(v => v.RoundId == round.Id && v.Way == ParticipantWay.Paper),
        };
        if (round.Kind is RoundKind.Coins or RoundKind.Choice)
            answers.AddRange(Without(round, ballots, answers).ToList());
        count.Results.AddRange(answers.Select(a => new RoundResult
        {
            ProcessId = round.ProcessId, SolutionPieceId = a.PieceId, GroupId = a.GroupId, Value = a.Value, People = a.People,
        }));
        count.ResultsSha256 = count.Checksum();
        round.Counts.Add(count);
        return count;
    }

    /// <summary>Those who answered and laid nothing on a piece, or chose others.</summary>
    private static IEnumerable<Tally> Without(MeetingRound round, Dictionary<long, int> ballots, List<Tally> answers)
    {
        var with = answers.GroupBy(a => (a.PieceId, a.GroupId)).ToDictionary(g => g.Key, g => g.Sum(a => a.People));
        return from piece in round.Pieces
               from ballot in ballots
               let people = ballot.Value - with.GetValueOrDefault((piece.SolutionPieceId, ballot.Key))
               where people > 0
               select new Tally(piece.SolutionPieceId, ballot.Key, 0, people);
    }

    private sealed record Tally(long PieceId, long GroupId, int Value, int People);
}
