using Loesningsbrikker.Accounts;
using Loesningsbrikker.Meetings;
using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Dashboards;

/// <summary>Joint meetings to prepare or to finish.</summary>
internal static class WaitingMeetings
{
    /// <summary>Reads with one query for each role: the next meetings for leaders, those held without results for consultants.</summary>
    public static async Task<IReadOnlyList<WaitingBlock>> ReadAsync(
        LoesningsbrikkerContext db, IReadOnlySet<Role> roles, IQueryable<ValidationMeeting> meetings, OwnProcesses processes)
    {
        var today = DanishText.Day(db.UtcNow);
        var blocks = new List<WaitingBlock?>();
        if (roles.Contains(Role.Leader))
            blocks.Add(Block(
                await RowsAsync(meetings.Where(m => m.HeldOn >= today)), processes, "next-meeting",
                rows => $"Næste fællesmøde er {(rows[0].HeldOn == today ? "i dag" : DanishText.Date(rows[0].HeldOn))}"));
        if (roles.Contains(Role.Consultant))
            blocks.Add(Block(
                await RowsAsync(meetings.Where(m => m.HeldOn <= today && !m.Results.Any())), processes, "meeting-results",
                rows => DanishText.Count(rows.Count, "fællesmøde mangler resultater", "fællesmøder mangler resultater")));
        return [.. blocks.OfType<WaitingBlock>()];
    }

    /// <summary>All of them: a process has a handful of meetings.</summary>
    private static Task<List<Row>> RowsAsync(IQueryable<ValidationMeeting> meetings) =>
        meetings.OrderBy(m => m.HeldOn).ThenBy(m => m.Id).Select(m => new Row(m.Id, m.ProcessId, m.Title, m.HeldOn, m.Place)).ToListAsync();

    private static WaitingBlock? Block(List<Row> rows, OwnProcesses processes, string id, Func<List<Row>, string> heading) =>
        rows.Count == 0
            ? null
            : new WaitingBlock(
                id, heading(rows),
                [
                    .. rows.Take(WaitingBlock.MostLines).Select(m => new WaitingLine(
                        OwnProcesses.PathOf(m.ProcessId, $"validation-meetings/{m.Id}"), m.Title, null,
                        string.Join(" · ", new[] { DanishText.Date(m.HeldOn), m.Place, processes.NameOf(m.ProcessId) }.Where(t => t.Length > 0)))),
                ],
                processes.Whole(rows.CountBy(m => m.ProcessId).ToDictionary(), "validation-meetings"));

    private sealed record Row(long Id, long ProcessId, string Title, DateOnly HeldOn, string Place);
}
