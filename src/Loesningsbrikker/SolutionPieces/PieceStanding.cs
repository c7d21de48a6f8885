namespace Loesningsbrikker.SolutionPieces;

/// <summary>How far a political piece has come, for lists, sums and the workbook: one answer everywhere.</summary>
public static class PieceStanding
{
    /// <summary>Stages that a political piece reaches only when it was designated (udpeget), and the choice still stands.</summary>
    public static IReadOnlyList<PieceStage> DesignatedStages { get; } =
    [
        PieceStage.Designated, PieceStage.Submitted, PieceStage.Adopted, PieceStage.PartlyAdopted, PieceStage.Rejected, PieceStage.Postponed,
        PieceStage.InImplementation, PieceStage.Closed, PieceStage.RolledBack,
    ];

    /// <summary>Stages in which the politicians' yes, whole or in part, still stands for a political piece.</summary>
    public static IReadOnlyList<PieceStage> AdoptedStages { get; } =
        [PieceStage.Adopted, PieceStage.PartlyAdopted, PieceStage.InImplementation, PieceStage.Closed];

    /// <summary>Stages that are a no, whoever said it; a reason is owed.</summary>
    public static IReadOnlyList<PieceStage> RefusedStages { get; } =
        [PieceStage.NotValidated, PieceStage.NotDesignated, PieceStage.Rejected, PieceStage.Declined, PieceStage.RolledBack];

    /// <summary>The pieces that still are pieces of their own: not merged into another, not withdrawn.</summary>
    public static IQueryable<SolutionPiece> InUse(this IQueryable<SolutionPiece> pieces) =>
        pieces.Where(p => p.Stage != PieceStage.Merged && p.Stage != PieceStage.Withdrawn);

    /// <summary>Whether a piece of that class and stage is designated.</summary>
    public static bool IsDesignated(PieceClass pieceClass, PieceStage stage) => pieceClass == PieceClass.Political && DesignatedStages.Contains(stage);

    /// <summary>Whether a piece of that class and stage is adopted by the politicians, whole or in part.</summary>
    public static bool IsAdopted(PieceClass pieceClass, PieceStage stage) => pieceClass == PieceClass.Political && AdoptedStages.Contains(stage);

    /// <summary>The designated ones.</summary>
    public static IQueryable<SolutionPiece> Designated(this IQueryable<SolutionPiece> pieces) =>
        pieces.Where(p => p.Class == PieceClass.Political && DesignatedStages.Contains(p.Stage));
}
