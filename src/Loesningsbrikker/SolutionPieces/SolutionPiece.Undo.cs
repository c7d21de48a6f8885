using Loesningsbrikker.Shared;

namespace Loesningsbrikker.SolutionPieces;

/// <summary>Taking back what was done to a piece, and doing it again. The caller checks that nobody changed the same since.</summary>
public sealed partial class SolutionPiece
{
    /// <summary>Gives a piece the parts that <paramref name="image"/> names. The lists of facts must be loaded.</summary>
    /// <param name="image">How it shall be; parts that are null stay.</param>
    /// <param name="facts">The theme, institutions, strategies and challenges that the image names; the others as they are.</param>
    /// <param name="line">The line that the history gets.</param>
    /// <exception cref="RuleException">A formulated piece would lose its description.</exception>
    public void Restore(PieceImage image, PieceFacts facts, UndoLine line)
    {
        SetFacts(facts);
        MergedIntoId = image.MergedIntoId is { } into ? (into == 0 ? null : into) : MergedIntoId;
        // First the stage: a piece that was merged away may be a formulated one, which keeps its description.
        if (image.Stage is { } stage && stage != Stage)
            MoveTo(stage, stage == PieceStage.Withdrawn ? PieceEventKind.Withdrawn : line.Kind, line.By, line.AtUtc, line.Reason, e => e.Details = line.Details);
        else
            Tell(line);
        if (image.Title is not null || image.Description is not null)
            SetTexts(image.Title ?? Title, image.Description ?? Description);
    }

    /// <summary>Leaves a line about something undone or redone that changed no word of the piece itself.</summary>
    public void Tell(UndoLine line) => Record(line.Kind, line.By, line.AtUtc, line.Reason, e => e.Details = line.Details);
}

/// <summary>What the history of a piece says when something is undone or redone.</summary>
/// <param name="Kind"><see cref="PieceEventKind.StepUndone"/> or <see cref="PieceEventKind.StepRedone"/>.</param>
/// <param name="Details">What it was, as a Danish sentence.</param>
/// <param name="Reason">Why; empty where no reason is due.</param>
/// <param name="By">Key of the user.</param>
public sealed record UndoLine(PieceEventKind Kind, string Details, string Reason, long? By, DateTime AtUtc);
