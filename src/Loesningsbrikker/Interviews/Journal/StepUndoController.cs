using System.ComponentModel.DataAnnotations;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Privacy;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Interviews.Journal;

/// <summary>
/// Undo and redo from the log: any own step that nobody built on since, and the work on pieces, which belongs to all who write
/// pieces. Shows first what will happen.
/// </summary>
[Route("dialogue-processes/{processId:long}/coding-steps/{id:long}"), Permit(Permission.WriteTestimony)]
public sealed class StepUndoController(LoesningsbrikkerContext db, CurrentProcess current) : HouseController(db, current)
{
    private string LogPath => $"/dialogue-processes/{Current.Id}/coding-log";

    /// <summary>Shows what undoing will do.</summary>
    [HttpGet("undo")]
    public async Task<IActionResult> New(long id) => await ShowAsync(await FindAsync(id), new StepUndoForm(), isUndo: true);

    /// <summary>Undoes.</summary>
    /// <exception cref="ConflictException">It is undone already, or something was changed since.</exception>
    [HttpPost("undo")]
    public async Task<IActionResult> Undo(long id, StepUndoForm form)
    {
        var step = await FindAsync(id);
        await Db.InTransactionAsync(() => StepUndo.UndoAsync(Db, Current.Process, step, form.Reason));
        Confirm($"Fortrudt: {(await StepUndo.SubjectAsync(Db, Current.Process, step)).Short()}.");
        return Redirect(LogPath);
    }

    /// <summary>Shows what redoing will do.</summary>
    [HttpGet("redo")]
    public async Task<IActionResult> NewRedo(long id) => await ShowAsync(await FindAsync(id), new StepUndoForm(), isUndo: false);

    /// <summary>Does it again.</summary>
    /// <exception cref="ConflictException">It is not the actor's last undone step any more, or something was changed since.</exception>
    [HttpPost("redo")]
    public async Task<IActionResult> Redo(long id, StepUndoForm form)
    {
        var step = await FindAsync(id);
        await Db.InTransactionAsync(async () =>
        {
            if (step.InterviewId is { } interviewId)
                await RowLocks.InterviewByKeyAsync(Db, interviewId);
            if (await Db.ToRedo(Current.Id, step.InterviewId).Select(s => (long?)s.Id).FirstOrDefaultAsync() != step.Id)
                throw new ConflictException("Det kan ikke gøres igen: du har gjort noget andet siden.");
            await StepUndo.RedoAsync(Db, Current.Process, step, form.Reason);
        });
        Confirm($"Gjort igen: {(await StepUndo.SubjectAsync(Db, Current.Process, step)).Short()}.");
        return Redirect(LogPath);
    }

    /// <inheritdoc />
    public override async Task<IActionResult> ShowAgainAsync(object form)
    {
        Db.ChangeTracker.Clear();
        var isUndo = RouteData.Values["action"] is nameof(Undo);
        return await ShowAsync(await FindAsync(long.Parse((string)RouteData.Values["id"]!)), (StepUndoForm)form, isUndo);
    }

    private async Task<CodingStep> FindAsync(long id)
    {
        var step = await Db.CodingSteps.AsNoTracking().FirstOrDefaultAsync(s => s.Id == id && s.ProcessId == Current.Id && s.UndoneStepId == null && s.RedoneStepId == null)
            ?? throw new NotFoundException();
        // What somebody else did in an interview is nobody's to undo but theirs.
        return (step.IsPieceWork ? Current.Can(Permission.WritePieces) : step.ByUserId == Db.Actor.UserId) ? step : throw new NotFoundException();
    }

    private async Task<IActionResult> ShowAsync(CodingStep step, StepUndoForm form, bool isUndo)
    {
        if (await StepUndoPage.ReadAsync(Db, Current.Process, step, isUndo) is not { } page)
            return Redirect(LogPath);
        // Old notes and texts are shown.
        Db.Add(AccessLogEntry.Of(Db, AccessKind.PassagesRead, Current.Id, step.TranscriptId ?? step.SolutionPieceId));
        await Db.SaveChangesAsync();
        ViewData["Page"] = page;
        return View("New", form);
    }
}

/// <summary>The confirmed undoing or redoing of a step.</summary>
public sealed class StepUndoForm
{
    /// <summary>Why; due where a piece that others have read changes.</summary>
    [Display(Name = "Begrundelse"), DataType(DataType.MultilineText), MaxLength(SolutionPiece.MaxReasonLength)]
    public string? Reason { get; set; }
}
