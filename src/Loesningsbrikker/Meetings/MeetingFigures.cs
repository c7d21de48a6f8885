using Loesningsbrikker.Meetings.Live;
using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Meetings;

/// <summary>
/// What joint meetings said, ready to be shown: small groups are hidden already. Every page, workbook and dashboard reads it here.
/// It knows no visitor: whoever shows a piece has asked whether it may be seen.
/// </summary>
public static class MeetingFigures
{
    /// <summary>
    /// Each piece's figures by its key, from the newest meeting that has results for it; a piece without results is missing. One query,
    /// or up to three where a meeting was held live, because what was hidden at an earlier time stays hidden.
    /// </summary>
    public static Task<IReadOnlyDictionary<long, PieceFigures>> ReadAsync(LoesningsbrikkerContext db, long processId) =>
        ReadAsync(db.MeetingResults.Where(r => r.ProcessId == processId), db);

    /// <summary>The same for one piece.</summary>
    public static async Task<PieceFigures?> ReadOfPieceAsync(LoesningsbrikkerContext db, long processId, long pieceId) =>
        (await ReadAsync(db.MeetingResults.Where(r => r.ProcessId == processId && r.SolutionPieceId == pieceId), db)).GetValueOrDefault(pieceId);

    /// <summary>Each piece's figures from one meeting.</summary>
    public static Task<IReadOnlyDictionary<long, PieceFigures>> ReadOfMeetingAsync(LoesningsbrikkerContext db, long processId, long meetingId) =>
        ReadAsync(db.MeetingResults.Where(r => r.ProcessId == processId && r.MeetingId == meetingId), db);

    /// <summary>A piece's figures from one meeting; null when it has no results.</summary>
    public static async Task<PieceFigures?> ReadOfMeetingAsync(LoesningsbrikkerContext db, long processId, long meetingId, long pieceId) =>
        (await ReadAsync(db.MeetingResults.Where(r => r.ProcessId == processId && r.MeetingId == meetingId && r.SolutionPieceId == pieceId), db))
        .GetValueOrDefault(pieceId);

    private static async Task<IReadOnlyDictionary<long, PieceFigures>> ReadAsync(IQueryable<MeetingResult> results, LoesningsbrikkerContext db)
    {
        var rows = await (
            from result in results.AsNoTracking()
            join meeting in db.ValidationMeetings on result.MeetingId equals meeting.Id
            select new Row(result, meeting.HeldOn, result.Group.Name, meeting.LiveSinceUtc != null)).ToListAsync();
        var live = rows.Where(r => r.WasLive).Select(r => r.Result.MeetingId).Distinct().ToList();
        var earlier = await EarlierTimes.ReadAsync(db, live);
        return rows.GroupBy(r => r.Result.SolutionPieceId).ToDictionary(g => g.Key, g => OfNewestMeeting(g, earlier));
    }

    private static PieceFigures OfNewestMeeting(IEnumerable<Row> ofPiece, ILookup<Asked, AskedTime> earlier)
    {
        var newest = ofPiece.GroupBy(r => (r.HeldOn, r.Result.MeetingId)).MaxBy(g => g.Key)!;
        return Of(newest.Key.MeetingId, [.. newest.OrderBy(r => r.Group, DanishText.Comparer)], earlier);
    }

    private static PieceFigures Of(long meetingId, IReadOnlyList<Row> rows, ILookup<Asked, AskedTime> earlier)
    {
        var votes = Shown(rows, earlier, RoundKind.Validity, r => [r.Yes, r.No, r.DontKnow]);
        return new PieceFigures(
            meetingId,
            votes.Total is null ? null : VoteCounts.Of(votes.Total),
            [.. votes.Groups.Select(g => new GroupVotes(g.GroupId, g.Name, g.Counts is null ? null : VoteCounts.Of(g.Counts)))],
            Priorities(Shown(rows, earlier, RoundKind.Professional, r => r.Professional)), Priorities(Shown(rows, earlier, RoundKind.Economic, r => r.Economic)))
        {
            Coins = Coins(Shown(rows, earlier, RoundKind.Coins, r => [r.CoinGivers, r.Coins], r => r.CoinPeople)),
        };
    }

    private static PriorityFigures Priorities(ShownCounts shown) => new(
        shown.Total is null ? null : new PriorityCounts(shown.Total),
        [.. shown.Groups.Select(g => new GroupPriorities(g.GroupId, g.Name, g.Counts is null ? null : new PriorityCounts(g.Counts)))]);

    private static CoinFigures Coins(ShownCounts shown) => new(
        shown.Total is null ? null : new CoinCounts(shown.People!.Value, shown.Total[0], shown.Total[1]),
        [.. shown.Groups.Select(g => new GroupCoins(g.GroupId, g.Name, g.Counts is null ? null : new CoinCounts(g.People!.Value, g.Counts[0], g.Counts[1])))]);

    /// <param name="people">How many answered; null where it is the sum of the counts.</param>
    private static ShownCounts Shown(
        IReadOnlyList<Row> rows, ILookup<Asked, AskedTime> earlier, RoundKind kind, Func<MeetingResult, IReadOnlyList<int>> counts, Func<MeetingResult, int>? people = null)
    {
        var now = rows.Select(r => new GroupCounts(r.Result.GroupId, r.Group, counts(r.Result), people?.Invoke(r.Result))).ToList();
        var times = earlier[new Asked(rows[0].Result.MeetingId, rows[0].Result.SolutionPieceId, kind)];
        // Names matter where something is shown, and the earlier times are not shown here.
        return SmallGroups.HideAlike([now, .. times.Select(t => t.Groups(kind, t.Results.Select(r => r.GroupId).Distinct().ToDictionary(id => id, _ => "")))])[0];
    }

    private sealed record Row(MeetingResult Result, DateOnly HeldOn, string Group, bool WasLive);
}
