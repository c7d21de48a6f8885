using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Interviews.Journal;

/// <summary>Undoes a step (fortryd) and redoes it (gentag). Call inside a transaction.</summary>
internal static class StepUndo
{
    /// <summary>Undoes the step.</summary>
    /// <param name="reason">Why; due where a piece that others have read changes.</param>
    /// <exception cref="ConflictException">It is undone already, erased, or something was changed since.</exception>
    /// <exception cref="RuleException">The reason is missing.</exception>
    public static Task<CodingStep> UndoAsync(LoesningsbrikkerContext db, DialogueProcess process, CodingStep step, string? reason = null) =>
        ReverseAsync(db, process, step, reason, isUndo: true);

    /// <summary>Does an undone step again.</summary>
    /// <inheritdoc cref="UndoAsync" />
    public static Task<CodingStep> RedoAsync(LoesningsbrikkerContext db, DialogueProcess process, CodingStep step, string? reason = null) =>
        ReverseAsync(db, process, step, reason, isUndo: false);

    /// <summary>Whether others have read one of the pieces whose words, facts or passages a step of work on pieces changes.</summary>
    public static async Task<bool> NeedsReasonAsync(LoesningsbrikkerContext db, CodingStep step)
    {
        if (!step.IsPieceWork || StepImages.Of(step) is not { } images)
            return false;
        var ids = StepReversal.PiecesOf(images);
        var stages = (images.Pieces ?? []).SelectMany(p => new[] { p.Before?.Stage, p.After?.Stage }).OfType<PieceStage>()
            .Concat(await db.SolutionPieces.Where(p => p.ProcessId == step.ProcessId && ids.Contains(p.Id)).Select(p => p.Stage).ToListAsync());
        return stages.Any(s => s is not (PieceStage.Draft or PieceStage.Merged or PieceStage.Withdrawn));
    }

    /// <summary>What a step is about, by the names that people know.</summary>
    public static async Task<StepSubject> SubjectAsync(LoesningsbrikkerContext db, DialogueProcess process, CodingStep step)
    {
        var numbers = await db.SolutionPieces.Where(p => p.Id == step.SolutionPieceId || p.Id == step.OtherPieceId).ToDictionaryAsync(p => p.Id, p => p.Number);
        string? NameOf(long? id) => id is { } key && numbers.TryGetValue(key, out var number) ? process.NumberOf(number) : null;
        return new StepSubject(step.Kind, NameOf(step.SolutionPieceId), NameOf(step.OtherPieceId), step.ChallengeId is not null);
    }

    private static async Task<CodingStep> ReverseAsync(LoesningsbrikkerContext db, DialogueProcess process, CodingStep step, string? reason, bool isUndo)
    {
        if (step.InterviewId is { } interviewId)
            await RowLocks.InterviewByKeyAsync(db, interviewId);
        // Who undid or redid it last decides how the rows stand; two at once meet here.
        var last = await db.CodingSteps.Where(s => s.UndoneStepId == step.Id || s.RedoneStepId == step.Id).OrderByDescending(s => s.Id).FirstOrDefaultAsync() ?? step;
        if (last.UndoneStepId is null != isUndo)
            throw new ConflictException(isUndo ? "Det er allerede fortrudt." : "Det er allerede gjort igen.");
        var done = StepImages.Of(last) ?? throw new ConflictException("Det kan ikke fortrydes: indholdet er slettet.");
        await RowLocks.UndoAsync(db, StepReversal.PiecesOf(done));
        var text = PieceText.Lines(reason);
        if (text.Length == 0 && await NeedsReasonAsync(db, step))
            throw new RuleException("Skriv en begrundelse. Deltagerne kan læse den.", "Reason");
        var subject = await SubjectAsync(db, process, step);
        var line = new UndoLine(
            isUndo ? PieceEventKind.StepUndone : PieceEventKind.StepRedone, subject.InHistory(), text, db.Actor.UserId, db.UtcNow);
        var images = await new StepReversal(db, process.Id, step.Kind, done.Reversed(), line).RunAsync();
        var row = new CodingStep
        {
            ProcessId = step.ProcessId, InterviewId = step.InterviewId, TranscriptId = step.TranscriptId, StartUtf16 = step.StartUtf16,
            PassageId = step.PassageId, CodingId = step.CodingId, SolutionPieceId = step.SolutionPieceId, OtherPieceId = step.OtherPieceId,
            ChallengeId = step.ChallengeId, Kind = step.Kind, Images = images.ToJson(),
            UndoneStepId = isUndo ? step.Id : null, RedoneStepId = isUndo ? null : step.Id,
        };
        await CodingJournal.AppendAsync(db, row);
        return row;
    }
}
