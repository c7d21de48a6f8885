using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Meetings;

/// <summary>
/// What joint meetings said, ready to be shown: small groups are hidden already. Every page, workbook and dashboard reads it here.
/// It knows no visitor: whoever shows a piece has asked whether it may be seen.
/// </summary>
public static class MeetingFigures
{
    /// <summary>Each piece's figures by its key, from the newest meeting that has results for it; a piece without results is missing. One query.</summary>
    public static Task<IReadOnlyDictionary<long, PieceFigures>> ReadAsync(LoesningsbrikkerContext db, long processId) =>
        ReadAsync(db.MeetingResults.Where(r => r.ProcessId == processId), db);

    /// <summary>The same for one piece.</summary>
    public static async Task<PieceFigures?> ReadOfPieceAsync(LoesningsbrikkerContext db, long processId, long pieceId) =>
        (await ReadAsync(db.MeetingResults.Where(r => r.ProcessId == processId && r.SolutionPieceId == pieceId), db)).GetValueOrDefault(pieceId);

    /// <summary>Each piece's figures from one meeting.</summary>
    public static Task<IReadOnlyDictionary<long, PieceFigures>> ReadOfMeetingAsync(LoesningsbrikkerContext db, long processId, long meetingId) =>
        ReadAsync(db.MeetingResults.Where(r => r.ProcessId == processId && r.MeetingId == meetingId), db);

    private static async Task<IReadOnlyDictionary<long, PieceFigures>> ReadAsync(IQueryable<MeetingResult> results, LoesningsbrikkerContext db)
    {
        var rows = await (
            from result in results.AsNoTracking()
            join meeting in db.ValidationMeetings on result.MeetingId equals meeting.Id
            select new Row(result, meeting.HeldOn, result.Group.Name)).ToListAsync();
        return rows.GroupBy(r => r.Result.SolutionPieceId).ToDictionary(g => g.Key, OfNewestMeeting);
    }

    private static PieceFigures OfNewestMeeting(IEnumerable<Row> ofPiece)
    {
        var newest = ofPiece.GroupBy(r => (r.HeldOn, r.Result.MeetingId)).MaxBy(g => g.Key)!;
        return Of(newest.Key.MeetingId, [.. newest.OrderBy(r => r.Group, DanishText.Comparer)]);
    }

    private static PieceFigures Of(long meetingId, IReadOnlyList<Row> rows)
    {
        var votes = Shown(rows, r => [r.Yes, r.No, r.DontKnow]);
        return new PieceFigures(
            meetingId,
            votes.Total is null ? null : VoteCounts.Of(votes.Total),
            [.. votes.Groups.Select(g => new GroupVotes(g.GroupId, g.Name, g.Counts is null ? null : VoteCounts.Of(g.Counts)))],
            Priorities(Shown(rows, r => r.Professional)), Priorities(Shown(rows, r => r.Economic)));
    }

    private static PriorityFigures Priorities(ShownCounts shown) => new(
        shown.Total is null ? null : new PriorityCounts(shown.Total),
        [.. shown.Groups.Select(g => new GroupPriorities(g.GroupId, g.Name, g.Counts is null ? null : new PriorityCounts(g.Counts)))]);

    private static ShownCounts Shown(IEnumerable<Row> rows, Func<MeetingResult, IReadOnlyList<int>> counts) =>
        SmallGroups.Hide([.. rows.Select(r => new GroupCounts(r.Result.GroupId, r.Group, counts(r.Result)))]);

    private sealed record Row(MeetingResult Result, DateOnly HeldOn, string Group);
}
