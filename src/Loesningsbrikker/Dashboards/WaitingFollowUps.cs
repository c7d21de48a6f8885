using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Dashboards;

/// <summary>Pieces that the signed-in person has promised to look at again.</summary>
internal static class WaitingFollowUps
{
    /// <summary>Reads with two queries.</summary>
    /// <param name="pieces">The pieces of the person's processes that she sees.</param>
    public static async Task<IReadOnlyList<WaitingBlock>> ReadAsync(LoesningsbrikkerContext db, IQueryable<SolutionPiece> pieces, OwnProcesses processes)
    {
        var (userId, today) = (db.Actor.RequiredUserId, DanishText.Day(db.UtcNow));
        var due =
            from followUp in db.FollowUps.Where(f => f.AssignedToUserId == userId && f.ClosedAtUtc == null && f.DueOn <= today)
            join piece in pieces on followUp.SolutionPieceId equals piece.Id
            select new { followUp.Id, followUp.ProcessId, followUp.DueOn, piece.Number, piece.Title, piece.Class };
        var counts = await due.GroupBy(f => f.ProcessId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
        var first = await due.OrderBy(f => f.DueOn).ThenBy(f => f.Id).Take(WaitingBlock.MostLines).ToListAsync();
        return counts.Count == 0
            ? []
            :
            [
                new WaitingBlock(
                    "follow-ups", DanishText.Count(counts.Values.Sum(), "opfølgning venter på dig", "opfølgninger venter på dig"),
                    [
                        .. first.Select(f => new WaitingLine(
                            OwnProcesses.PathOf(f.ProcessId, $"solution-pieces/{f.Number}"), $"{processes.CodeOf(f.ProcessId, f.Number)} {f.Title}", f.Class,
                            $"skulle følges op {DanishText.Date(f.DueOn)} · {processes.NameOf(f.ProcessId)}")),
                    ],
                    processes.Whole(counts, "follow-ups?mine=true&show=Waiting")),
            ];
    }
}
