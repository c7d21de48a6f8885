using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Interviews.Journal;

/// <summary>Undo and redo on the coding page: the own last step in this interview, never somebody else's.</summary>
[Route("dialogue-processes/{processId:long}/transcripts/{transcriptId:long}"), Permit(Permission.WriteTestimony)]
public sealed class CodingUndoController(LoesningsbrikkerContext db, CurrentProcess current) : HouseController(db, current)
{
    /// <summary>What can be undone and redone next.</summary>
    [HttpGet("undo")]
    public async Task<IActionResult> Show(long transcriptId) => Json(await StateAsync(await InterviewAsync(transcriptId)));

    /// <summary>Undoes the step that the page offered; sent again it changes nothing.</summary>
    /// <exception cref="ConflictException">It is not the actor's last step any more, or somebody changed the same since.</exception>
    [HttpPost("undo")]
    public async Task<IActionResult> Undo(long transcriptId, [FromBody] StepRequest request) => Json(await Db.InTransactionAsync(async () =>
    {
        var interviewId = await HoldAsync(transcriptId);
        var step = await Db.ToUndo(Current.Id, interviewId).FirstOrDefaultAsync();
        if (step?.Id == request.StepId)
            return await AnswerAsync(transcriptId, interviewId, await StepUndo.UndoAsync(Db, Current.Process, step));
        var undone = await Db.ToRedo(Current.Id, interviewId).FirstOrDefaultAsync();
        return undone?.Id == request.StepId ? await AnswerAsync(transcriptId, interviewId, undone) : throw Other();
    }));

    /// <summary>Redoes the step that the page offered; sent again it changes nothing.</summary>
    /// <exception cref="ConflictException">There is nothing to redo any more, or somebody changed the same since.</exception>
    [HttpPost("redo")]
    public async Task<IActionResult> Redo(long transcriptId, [FromBody] StepRequest request) => Json(await Db.InTransactionAsync(async () =>
    {
        var interviewId = await HoldAsync(transcriptId);
        var step = await Db.ToRedo(Current.Id, interviewId).FirstOrDefaultAsync();
        if (step?.Id == request.StepId)
            return await AnswerAsync(transcriptId, interviewId, await StepUndo.RedoAsync(Db, Current.Process, step));
        var done = await Db.ToUndo(Current.Id, interviewId).FirstOrDefaultAsync();
        return done?.Id == request.StepId && await Db.CodingSteps.AnyAsync(s => s.RedoneStepId == done.Id)
            ? await AnswerAsync(transcriptId, interviewId, done) : throw Other();
    }));

    private async Task<long> InterviewAsync(long transcriptId) =>
        await Db.Transcripts.Where(t => t.Id == transcriptId && t.ProcessId == Current.Id).Select(t => (long?)t.InterviewId).FirstOrDefaultAsync()
        ?? throw new NotFoundException();

    private async Task<long> HoldAsync(long transcriptId)
    {
        await RowLocks.InterviewOfAsync(Db, transcriptId);
        return await PassageCoding.NewestAsync(Db, Current.Id, transcriptId);
    }

    /// <summary>Another tab may have gone on; who presses a button gets what it says or nothing.</summary>
    private static ConflictException Other() => new("Du har gjort noget andet i mellemtiden, så knappen passede ikke længere. Se på den igen.");

    private async Task<UndoAnswer> AnswerAsync(long transcriptId, long interviewId, CodingStep row)
    {
        var head = new StepHead(row.Id, row.ProcessId, transcriptId, row.PassageId, row.SolutionPieceId, row.OtherPieceId, row.Kind, row.ByUserId);
        return new UndoAnswer(await StateAsync(interviewId), await CodingNews.ReadAsync(Db, Current.Id, transcriptId, [head]));
    }

    private async Task<UndoState> StateAsync(long interviewId)
    {
        var undo = await Db.ToUndo(Current.Id, interviewId).FirstOrDefaultAsync();
        var redo = await Db.ToRedo(Current.Id, interviewId).FirstOrDefaultAsync();
        return new UndoState(await ViewAsync(undo), await ViewAsync(redo));
    }

    private async Task<StepView?> ViewAsync(CodingStep? step) =>
        step is null ? null : new StepView(step.Id, (await StepUndo.SubjectAsync(Db, Current.Process, step)).Short());
}

/// <summary>What the coding page sends to undo or redo.</summary>
public sealed class StepRequest
{
    /// <summary>Key of the step that the button named.</summary>
    public long StepId { get; set; }
}

/// <summary>What can be undone and redone next; null where there is nothing.</summary>
public sealed record UndoState(StepView? Undo, StepView? Redo);

/// <summary>Answer to an undo or redo: what can be done next, and what changed.</summary>
public sealed record UndoAnswer(UndoState State, CodingNews Changes);
