using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Meetings.Live;

/// <summary>What was counted live and is therefore not typed in: the results have one source.</summary>
internal static class CountedLive
{
    /// <summary>The questions about a piece that a meeting has counted.</summary>
    public static async Task<IReadOnlySet<MeetingQuestion>> ReadAsync(LoesningsbrikkerContext db, long meetingId, long pieceId)
    {
        var kinds = await db.MeetingRounds.Where(r => r.MeetingId == meetingId && !r.IsRehearsal && r.CountedAtUtc != null && r.Counts.Any(c => c.People > 0)
            && r.Pieces.Any(p => p.SolutionPieceId == pieceId)).Select(r => r.Kind).Distinct().ToListAsync();
        return kinds.SelectMany(QuestionOf).ToHashSet();
    }

    private static IEnumerable<MeetingQuestion> QuestionOf(RoundKind kind) => kind switch
    {
        RoundKind.Validity => [MeetingQuestion.Vote],
        RoundKind.Professional => [MeetingQuestion.Professional],
        RoundKind.Economic => [MeetingQuestion.Economic],
        _ => [],
    };
}
