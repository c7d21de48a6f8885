using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Interviews.Guide;

/// <summary>Reads and orders the questions of a process's guide.</summary>
internal static class GuideRows
{
    /// <summary>The guide with its questions in order, made when there is none. Call inside a transaction: those who change it take turns.</summary>
    public static async Task<InterviewGuide> TakeTurnAsync(LoesningsbrikkerContext db, long processId)
    {
        await RowLocks.NewPieceAsync(db, processId);
        var guide = await db.InterviewGuides.Include(g => g.Questions).FirstOrDefaultAsync(g => g.ProcessId == processId);
        if (guide is not null)
            return guide;
        guide = new InterviewGuide { ProcessId = processId };
        db.Add(guide);
        return guide;
    }

    /// <summary>The questions that are asked of a group, those for everybody included; all of them when no group is named.</summary>
    public static IQueryable<GuideQuestion> Asked(this IQueryable<GuideQuestion> questions, long processId, long? groupId) =>
        questions.Where(q => q.ProcessId == processId && (groupId == null || q.GroupId == null || q.GroupId == groupId))
            .OrderBy(q => q.Position).ThenBy(q => q.Id);

    /// <summary>The sections of the newest text of each interview: those of older texts are history.</summary>
    public static IQueryable<GuideSection> Current(LoesningsbrikkerContext db, long processId) =>
        from section in db.GuideSections
        join transcript in db.Transcripts on section.TranscriptId equals transcript.Id
        where section.ProcessId == processId && !db.Transcripts.Any(n => n.InterviewId == transcript.InterviewId && n.VersionNumber > transcript.VersionNumber)
        select section;
}
