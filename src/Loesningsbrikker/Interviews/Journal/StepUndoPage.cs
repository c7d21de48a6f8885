using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Interviews.Journal;

/// <summary>What the page says before a step is undone or redone.</summary>
/// <param name="Sentence">What was done, e.g. "Mette K. lagde D-14 sammen med D-3 den 24.11.2026 kl. 10.12."</param>
/// <param name="Effects">What will happen, as sentences.</param>
/// <param name="Texts">Words that will stand again, each with what they are; empty where no words change.</param>
/// <param name="ReasonDue">Whether others have read a piece that changes.</param>
public sealed record StepUndoPage(
    CodingStep Step, bool IsUndo, string Sentence, IReadOnlyList<string> Effects, IReadOnlyList<(string What, string Text)> Texts, bool ReasonDue)
{
    /// <summary>Reads it; null when the step is undone or redone already, or erased.</summary>
    public static async Task<StepUndoPage?> ReadAsync(LoesningsbrikkerContext db, DialogueProcess process, CodingStep step, bool isUndo)
    {
        var last = await db.CodingSteps.Where(s => s.UndoneStepId == step.Id || s.RedoneStepId == step.Id).OrderByDescending(s => s.Id).FirstOrDefaultAsync() ?? step;
        if (last.UndoneStepId is null != isUndo || StepImages.Of(last)?.Reversed() is not { } images)
            return null;
        var by = await db.Users.Where(u => u.Id == step.ByUserId).Select(u => u.DisplayName).FirstOrDefaultAsync() ?? "Systemet";
        var paragraph = await db.TranscriptParagraphs.Where(p => p.TranscriptId == step.TranscriptId && p.StartUtf16 <= step.StartUtf16)
            .OrderByDescending(p => p.StartUtf16).Select(p => (int?)p.Number).FirstOrDefaultAsync();
        var subject = await StepUndo.SubjectAsync(db, process, step);
        return new StepUndoPage(
            step, isUndo, $"{by} {subject.Sentence(paragraph)} den {DanishText.Moment(step.AtUtc)}.", [.. EffectsOf(step, images, subject)], [.. TextsOf(images)],
            await StepUndo.NeedsReasonAsync(db, step));
    }

    /// <summary>What the changes do, in the order of <see cref="StepImages"/>.</summary>
    private static IEnumerable<string> EffectsOf(CodingStep step, StepImages changes, StepSubject subject)
    {
        string? NameOf(long pieceId) => pieceId == step.SolutionPieceId ? subject.Piece : pieceId == step.OtherPieceId ? subject.Other : null;
        foreach (var passage in changes.Passages ?? [])
            yield return passage switch
            {
                { Before: null } => "Mærket i teksten kommer tilbage.",
                { After: null } => "Mærket i teksten forsvinder.",
                { After.StartUtf16: not null } => "Uddraget begynder og slutter, hvor det gjorde før.",
                _ => "Noten bliver, som den var.",
            };
        if (changes.Moved is { } moved)
            yield return $"{DanishText.Count(moved.CodingIds.Count + (changes.Codings ?? []).Count(c => c.After is not null), "uddrag", "uddrag")} hører bagefter til {NameOf(moved.ToPieceId)}.";
        else
            foreach (var coding in changes.Codings ?? [])
                yield return $"Uddraget bliver {(coding.After is null ? "løsnet fra" : "knyttet til")} {subject.Piece ?? "udfordringen"}.";
        foreach (var piece in changes.Pieces ?? [])
            if (piece.After is null or { Stage: PieceStage.Withdrawn })
                yield return $"Kladden {NameOf(piece.Id)} bliver trukket tilbage, hvis intet andet hænger på den. Nummeret bliver ikke brugt igen.";
            else if (piece.After.Stage is { } stage)
                yield return stage == PieceStage.Merged
                    ? $"{NameOf(piece.Id)} lever videre i {subject.Other}."
                    : $"{NameOf(piece.Id)} bliver igen en brik for sig selv ({stage.ToDanish().ToLower(DanishText.Culture)}).";
    }

    private static IEnumerable<(string What, string Text)> TextsOf(StepImages changes)
    {
        foreach (var passage in changes.Passages ?? [])
            if (passage is { Before: not null, After.Note: { } note })
                yield return ("Noten bliver igen", note.Length > 0 ? note : "(ingen note)");
        foreach (var piece in changes.Pieces ?? [])
        {
            if (piece is { Before.Title: not null, After: { Title: { } title, Stage: null } })
                yield return ("Titlen bliver igen", title);
            if (piece is { Before.Description: not null, After: { Description: { } description, Stage: null } })
                yield return ("Beskrivelsen bliver igen", description.Length > 0 ? description : "(ingen beskrivelse)");
        }
    }
}
