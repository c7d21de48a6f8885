using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Interviews.Journal;

/// <summary>What became of a passage or a coding that is not there: the last step about it.</summary>
internal sealed record GoneRow(CodingStepKind Kind, bool IsUndoing, long? ByUserId, bool TextIsReplaced)
{
    /// <exception cref="NotFoundException">There never was such a passage in this interview.</exception>
    public static Task<GoneRow> OfPassageAsync(LoesningsbrikkerContext db, long processId, CodedText text, long passageId) =>
        LastAsync(db.CodingSteps.Where(s => s.ProcessId == processId && s.InterviewId == text.InterviewId && s.PassageId == passageId), text);

    /// <exception cref="NotFoundException">There never was such a coding in this interview.</exception>
    public static Task<GoneRow> OfCodingAsync(LoesningsbrikkerContext db, long processId, CodedText text, long codingId) =>
        LastAsync(db.CodingSteps.Where(s => s.ProcessId == processId && s.InterviewId == text.InterviewId && s.CodingId == codingId), text);

    /// <summary>Whether it was the actor who took it away by such a step, and not by undoing.</summary>
    public bool IsOwn(Actor actor, CodingStepKind kind) => !IsUndoing && Kind == kind && ByUserId == actor.UserId;

    /// <summary>The refusal of who comes too late.</summary>
    /// <param name="more">A sentence about what was typed; empty when nothing was.</param>
    public ConflictException Told(string more) => new(TextIsReplaced
        ? $"Teksten er skiftet ud, mens du arbejdede.{(more.Length > 0 ? " " + more : "")} Indlæs siden igen."
        : $"Uddraget eller knytningen er taget væk, mens du arbejdede. {(more.Length > 0 ? more : "Der er ikke mere at gøre.")}");

    private static async Task<GoneRow> LastAsync(IQueryable<CodingStep> steps, CodedText text) =>
        await steps.OrderByDescending(s => s.Id).Select(s => new GoneRow(s.Kind, s.UndoneStepId != null, s.ByUserId, text.IsReplaced)).FirstOrDefaultAsync()
        ?? throw new NotFoundException();
}
