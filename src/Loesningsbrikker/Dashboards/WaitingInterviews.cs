using Loesningsbrikker.Interviews;
using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Dashboards;

/// <summary>Interviews that wait for a consultant.</summary>
internal static class WaitingInterviews
{
    /// <summary>Reads both kinds with four queries: those without a text, and those with a text whose coding goes on.</summary>
    public static async Task<IReadOnlyList<WaitingBlock>> ReadAsync(LoesningsbrikkerContext db, IQueryable<Interview> interviews, OwnProcesses processes)
    {
        var coding = await BlockAsync(
            db, interviews.Where(i => i.Transcripts.Any() && i.CodingFinishedAtUtc == null), processes,
            "coding", n => DanishText.Count(n, "interview er under kodning", "interviews er under kodning"), "/coding");
        var without = await BlockAsync(
            db, interviews.Where(i => !i.Transcripts.Any()), processes,
            "transcript", n => DanishText.Count(n, "interview mangler referat eller transskription", "interviews mangler referat eller transskription"), "");
        return [.. new[] { coding, without }.OfType<WaitingBlock>()];
    }

    private static async Task<WaitingBlock?> BlockAsync(
        LoesningsbrikkerContext db, IQueryable<Interview> interviews, OwnProcesses processes, string id, Func<int, string> heading, string below)
    {
        var counts = await interviews.GroupBy(i => i.ProcessId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
        var first = await interviews.OrderBy(i => i.HeldOn).ThenBy(i => i.Id).Take(WaitingBlock.MostLines)
            .Select(i => new { i.ProcessId, i.Number, i.Title, i.HeldOn, Passages = db.Passages.Count(x => i.Transcripts.Any(t => t.Id == x.TranscriptId)) })
            .ToListAsync();
        return counts.Count == 0
            ? null
            : new WaitingBlock(
                id, heading(counts.Values.Sum()),
                [
                    .. first.Select(i => new WaitingLine(
                        OwnProcesses.PathOf(i.ProcessId, $"interviews/{i.Number}{below}"), i.Title, null,
                        $"{(below.Length > 0 ? DanishText.Count(i.Passages, "uddrag", "uddrag") + " · " : "")}{DanishText.Date(i.HeldOn)} · {processes.NameOf(i.ProcessId)}")),
                ],
                processes.Whole(counts, "interviews"));
    }
}
