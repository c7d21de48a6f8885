using Loesningsbrikker.Interviews.Guide;
using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Processes;

/// <summary>Copies the setup of an earlier process: informant groups, themes, strategies and the interview guide; never people or testimony.</summary>
public static class SetupCopy
{
    /// <summary>Copies from one process to another; the caller has ensured that the user is a member of the first.</summary>
    public static async Task CopyAsync(LoesningsbrikkerContext db, long fromId, long toId)
    {
        var groups = await db.InformantGroups.AsNoTracking().Where(g => g.ProcessId == fromId).OrderBy(g => g.Id).ToListAsync();
        var themes = await db.Themes.AsNoTracking().Where(t => t.ProcessId == fromId).OrderBy(t => t.Id).ToListAsync();
        var strategies = await db.Strategies.AsNoTracking().Where(s => s.ProcessId == fromId).OrderBy(s => s.Id).ToListAsync();
        var copies = groups.ToDictionary(g => g.Id, g => new InformantGroup { ProcessId = toId, Name = g.Name, AreChildren = g.AreChildren });
        db.AddRange(copies.Values);
        db.AddRange(themes.Select(t => new Theme { ProcessId = toId, Name = t.Name }));
        db.AddRange(strategies.Select(s => new Strategy { ProcessId = toId, Name = s.Name, Link = s.Link }));
        if (await db.InterviewGuides.AsNoTracking().Include(g => g.Questions).FirstOrDefaultAsync(g => g.ProcessId == fromId) is { } guide)
            db.Add(CopyOf(guide, toId, copies));
        await db.SaveChangesAsync();
    }
    private static InterviewGuide CopyOf(InterviewGuide guide, long toId, Dictionary<long, InformantGroup> groups)
    {
        var copy = new InterviewGuide { ProcessId = toId, Introduction = guide.Introduction, Closing = guide.Closing };
        copy.Questions.AddRange(guide.Questions.OrderBy(q => q.Position).Select(q => new GuideQuestion
        {
            ProcessId = toId, Position = q.Position, Text = q.Text, Probes = q.Probes, Group = q.GroupId is { } group ? groups[group] : null,
        }));
        return copy;
    }
}
