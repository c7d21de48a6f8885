using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Interviews.Journal;

/// <summary>What became of a passage or a coding that is not there: the last step about it.</summary>
internal sealed record GoneRow(CodingStepKind Kind, bool IsUndoing, long? ByUserId)
{
    /// <exception cref="NotFoundException">There never was such a passage in this interview.</exception>
    public static Task<GoneRow> OfPassageAsync(LoesningsbrikkerContext db, long processId, long interviewId, long passageId) =>
        LastAsync(db.CodingSteps.Where(s => s.ProcessId == processId && s.InterviewId == interviewId && s.PassageId == passageId));

    /// <exception cref="NotFoundException">There never was such a coding in this interview.</exception>
    public static Task<GoneRow> OfCodingAsync(LoesningsbrikkerContext db, long processId, long interviewId, long codingId) =>
        LastAsync(db.CodingSteps.Where(s => s.ProcessId == processId && s.InterviewId == interviewId && s.CodingId == codingId));

    /// <summary>Whether it was the actor who took it away by such a step, and not by undoing.</summary>
    public bool IsOwn(Actor actor, CodingStepKind kind) => !IsUndoing && Kind == kind && ByUserId == actor.UserId;

    /// <summary>The refusal of who comes too late.</summary>
    /// <param name="more">A sentence about what was typed; empty when nothing was.</param>
    public ConflictException Told(string more) =>
        new($"Uddraget eller knytningen er taget væk, mens du arbejdede. {(more.Length > 0 ? more : "Der er ikke mere at gøre.")}");

    private static async Task<GoneRow> LastAsync(IQueryable<CodingStep> steps) =>
        await steps.OrderByDescending(s => s.Id).Select(s => new GoneRow(s.Kind, s.UndoneStepId != null, s.ByUserId)).FirstOrDefaultAsync()
        ?? throw new NotFoundException();
}
