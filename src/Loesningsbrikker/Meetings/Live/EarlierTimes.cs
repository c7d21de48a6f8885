using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Meetings.Live;

/// <summary>One thing that was asked: of which piece, in which meeting.</summary>
public sealed record Asked(long MeetingId, long PieceId, RoundKind Kind);

/// <summary>One time it was asked, with what each group answered, as it was counted.</summary>
/// <param name="RoundId">Key of the question.</param>
/// <param name="Results">The numbers of the count that was concluded.</param>
internal sealed record AskedTime(long RoundId, DateTime ClosedAtUtc, IReadOnlyList<RoundResult> Results)
{
    /// <summary>The groups that answered, for <see cref="SmallGroups"/>.</summary>
    /// <param name="names">Names of the groups by key.</param>
    public IReadOnlyList<GroupCounts> Groups(RoundKind kind, IReadOnlyDictionary<long, string> names) =>
    [
        .. Results.GroupBy(r => r.GroupId).Select(g => Counts(kind, g.Key, names[g.Key], [.. g])).OrderBy(g => g.Name, DanishText.Comparer),
    ];

    private static GroupCounts Counts(RoundKind kind, long groupId, string name, IReadOnlyList<RoundResult> results)
    {
        int Of(int value) => results.Where(r => r.Value == value).Sum(r => r.People);
        return kind switch
        {
            RoundKind.Validity => new GroupCounts(groupId, name, [Of(AnswerValues.Yes), Of(AnswerValues.No), Of(AnswerValues.DontKnow)]),
            RoundKind.Professional or RoundKind.Economic => new GroupCounts(groupId, name, [Of(1), Of(2), Of(3), Of(4), Of(5)]),
            RoundKind.Coins => new GroupCounts(
                groupId, name, [results.Where(r => r.Value > 0).Sum(r => r.People), results.Sum(r => r.Value * r.People)], results.Sum(r => r.People)),
            _ => new GroupCounts(groupId, name, [Of(AnswerValues.Chosen), Of(0)]),
        };
    }
}

/// <summary>Finds what was asked several times, so that what is hidden once stays hidden (<see cref="SmallGroups.HideAlike"/>).</summary>
internal static class EarlierTimes
{
    /// <summary>
    /// All times of what was asked and counted at least twice, oldest first; what was asked once is missing. Rehearsals are left out. One
    /// query where nothing was repeated, otherwise two; none without meetings.
    /// </summary>
    /// <param name="meetings">Keys of the meetings concerned.</param>
    public static async Task<ILookup<Asked, AskedTime>> ReadAsync(LoesningsbrikkerContext db, IReadOnlyCollection<long> meetings)
    {
        var none = Enumerable.Empty<(Asked, AskedTime)>().ToLookup(t => t.Item1, t => t.Item2);
        if (meetings.Count == 0)
            return none;
        var counted = db.MeetingRounds.Where(r => !r.IsRehearsal && r.CountedAtUtc != null && meetings.Contains(r.MeetingId));
        var asked = await (
            from round in counted
            from piece in round.Pieces
            group round by new { round.MeetingId, piece.SolutionPieceId, round.Kind } into times
            where times.Count() > 1
            select new Asked(times.Key.MeetingId, times.Key.SolutionPieceId, times.Key.Kind)).ToListAsync();
        return asked.Count == 0 ? none : await ReadTimesAsync(db, counted, asked.ToHashSet());
    }

    private static async Task<ILookup<Asked, AskedTime>> ReadTimesAsync(LoesningsbrikkerContext db, IQueryable<MeetingRound> counted, HashSet<Asked> asked)
    {
        var pieces = asked.Select(a => a.PieceId).Distinct().ToList();
        var rows = await (
            from round in counted
            from count in round.Counts
            where count.Number == round.Counts.Max(c => c.Number)
            from result in count.Results
            where pieces.Contains(result.SolutionPieceId)
            select new { round.MeetingId, round.Kind, RoundId = round.Id, ClosedAtUtc = round.ClosedAtUtc!.Value, Result = result }).AsNoTracking().ToListAsync();
        return rows
            .GroupBy(r => (Asked: new Asked(r.MeetingId, r.Result.SolutionPieceId, r.Kind), r.RoundId, r.ClosedAtUtc))
            .Where(g => asked.Contains(g.Key.Asked))
            .OrderBy(g => g.Key.ClosedAtUtc).ThenBy(g => g.Key.RoundId)
            .ToLookup(g => g.Key.Asked, g => new AskedTime(g.Key.RoundId, g.Key.ClosedAtUtc, [.. g.Select(r => r.Result)]));
    }
}
