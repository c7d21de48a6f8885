namespace Loesningsbrikker.Interviews.Journal;

/// <summary>A step as its author can undo or redo it on the coding page.</summary>
/// <param name="Id">Key of the step.</param>
/// <param name="Text">What it did, e.g. "knyttet til D-14".</param>
public sealed record StepView(long Id, string Text);

/// <summary>What a step is about, by the names that people know.</summary>
/// <param name="Kind">What was done.</param>
/// <param name="Piece">E.g. D-14; null when it is about no piece.</param>
/// <param name="Other">E.g. D-3; the other piece of a merge or a split, null otherwise.</param>
/// <param name="IsChallenge">Whether a challenge was tied or untied.</param>
public sealed record StepSubject(CodingStepKind Kind, string? Piece, string? Other = null, bool IsChallenge = false);

/// <summary>The Danish words of the journal.</summary>
public static class StepWords
{
    /// <summary>What was done, as it stands after "Fortryd:".</summary>
    public static string Short(this StepSubject step) => step switch
    {
        { Kind: CodingStepKind.Coded, Piece: { } piece } => $"knyttet til {piece}",
        { Kind: CodingStepKind.Coded, IsChallenge: true } => "knyttet til en udfordring",
        { Kind: CodingStepKind.Coded } => "markeret uden brik",
        { Kind: CodingStepKind.Uncoded, Piece: { } piece } => $"løsnet fra {piece}",
        { Kind: CodingStepKind.Uncoded } => "løsnet fra en udfordring",
        { Kind: CodingStepKind.BoundaryMoved } => "grænsen flyttet",
        { Kind: CodingStepKind.NoteEdited } => "noten ændret",
        { Kind: CodingStepKind.PassageDeleted } => "mærket fjernet",
        { Kind: CodingStepKind.PiecesMerged } => $"{step.Piece} lagt sammen med {step.Other}",
        { Kind: CodingStepKind.PieceSplit } => $"{step.Other} skilt ud fra {step.Piece}",
        { Kind: CodingStepKind.PieceEdited } => $"{step.Piece} ændret",
        _ => throw new ArgumentOutOfRangeException(nameof(step)),
    };

    /// <summary>What was done, as it stands after a name.</summary>
    /// <param name="paragraph">Number of the paragraph where the passage begins; null when it is not known.</param>
    public static string Sentence(this StepSubject step, int? paragraph)
    {
        var passage = paragraph is { } number ? $"uddraget i afsnit {number}" : "et uddrag";
        return step switch
        {
            { Kind: CodingStepKind.Coded, Piece: { } piece } => $"knyttede {passage} til {piece}",
            { Kind: CodingStepKind.Coded, IsChallenge: true } => $"knyttede {passage} til en udfordring",
            { Kind: CodingStepKind.Coded } => $"markerede {passage} uden brik",
            { Kind: CodingStepKind.Uncoded, Piece: { } piece } => $"løsnede {passage} fra {piece}",
            { Kind: CodingStepKind.Uncoded } => $"løsnede {passage} fra en udfordring",
            { Kind: CodingStepKind.BoundaryMoved } => $"flyttede grænsen for {passage}",
            { Kind: CodingStepKind.NoteEdited } => $"ændrede noten til {passage}",
            { Kind: CodingStepKind.PassageDeleted } => $"fjernede mærket på {passage}",
            { Kind: CodingStepKind.PiecesMerged } => $"lagde {step.Piece} sammen med {step.Other}",
            { Kind: CodingStepKind.PieceSplit } => $"skilte {step.Other} ud fra {step.Piece}",
            { Kind: CodingStepKind.PieceEdited } => $"ændrede {step.Piece}",
            _ => throw new ArgumentOutOfRangeException(nameof(step)),
        };
    }

    /// <summary>What was done, in the history of a piece that it touched.</summary>
    public static string InHistory(this StepSubject step) => step switch
    {
        { Kind: CodingStepKind.Coded } => "Et uddrag var knyttet til brikken.",
        { Kind: CodingStepKind.Uncoded } => "Et uddrag var løsnet fra brikken.",
        { Kind: CodingStepKind.PiecesMerged } => $"{step.Piece} var lagt sammen med {step.Other}.",
        { Kind: CodingStepKind.PieceSplit } => $"{step.Other} var skilt ud fra {step.Piece}.",
        _ => "Brikkens ord eller oplysninger var ændret.",
    };
}
