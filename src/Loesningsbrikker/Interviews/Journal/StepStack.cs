using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Interviews.Journal;

/// <summary>What somebody can undo and redo next, in one interview or in the work on pieces. Read from the journal, so it survives a reload.</summary>
internal static class StepStack
{
    /// <summary>The steps of one person in one interview, or in the work on pieces when <paramref name="interviewId"/> is null.</summary>
    public static IQueryable<CodingStep> OwnSteps(this LoesningsbrikkerContext db, long processId, long? interviewId) =>
        db.CodingSteps.Where(s => s.ProcessId == processId && s.InterviewId == interviewId && s.ByUserId == db.Actor.UserId);

    /// <summary>Those that are done, or done again, and not erased: a step is undone when it was undone once more than it was redone.</summary>
    public static IQueryable<CodingStep> Done(this IQueryable<CodingStep> steps, LoesningsbrikkerContext db) =>
        steps.Where(s => s.UndoneStepId == null && s.RedoneStepId == null && s.Images != ""
            && db.CodingSteps.Count(u => u.UndoneStepId == s.Id) == db.CodingSteps.Count(r => r.RedoneStepId == s.Id));

    /// <summary>The step to undo next: the actor's newest that is done.</summary>
    public static IQueryable<CodingStep> ToUndo(this LoesningsbrikkerContext db, long processId, long? interviewId) =>
        db.OwnSteps(processId, interviewId).Done(db).OrderByDescending(s => s.Id);

    /// <summary>
    /// The step to redo next: what the actor undid last and has not redone. A new step of the actor empties it.
    /// </summary>
    public static IQueryable<CodingStep> ToRedo(this LoesningsbrikkerContext db, long processId, long? interviewId)
    {
        var own = db.OwnSteps(processId, interviewId);
        var undoings = own.Where(u => u.UndoneStepId != null
            && !own.Any(s => s.UndoneStepId == null && s.RedoneStepId == null && s.Id > u.Id)
            && !db.CodingSteps.Any(r => r.RedoneStepId == u.UndoneStepId && r.Id > u.Id));
        return from u in undoings
               join step in db.CodingSteps on u.UndoneStepId equals step.Id
               orderby u.Id descending
               select step;
    }
}
