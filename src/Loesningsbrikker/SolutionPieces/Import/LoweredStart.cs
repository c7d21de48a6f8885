using Loesningsbrikker.Shared;
using static Loesningsbrikker.SolutionPieces.PieceStage;

namespace Loesningsbrikker.SolutionPieces.Import;

/// <summary>
/// Finds the stage at which a piece can begin: the one the table names, said in the words of its class, or the nearest one before it
/// whose facts are known. Each step down is explained.
/// </summary>
/// <param name="Start">The start that holds.</param>
/// <param name="Why">Each step down as a Danish sentence; none when the stage is the one asked for.</param>
/// <param name="Missing">What was missing first, as a Danish sentence; null when nothing was.</param>
internal sealed record LoweredStart(PieceStart Start, IReadOnlyList<string> Why, string? Missing)
{
    /// <summary>Finds the stage.</summary>
    /// <param name="wished">The start with the stage that the table names and all facts that are known.</param>
    /// <param name="institutions">How many open institutions it concerns.</param>
    public static LoweredStart Of(
        PieceStart wished, PieceClass pieceClass, bool hasDescription, int institutions, DateOnly today)
    {
        var start = wished with { Stage = Translated(wished.Stage, pieceClass) };
        var (why, missing) = (new List<string>(), (string?)null);
        if (start.Stage != wished.Stage)
            why.Add($"{Name(wished.Stage)} hedder {Name(start.Stage)} for en {Lower(pieceClass.ToDanish())} brik.");
        while (start.Stage != Draft && start.Refusal(pieceClass, hasDescription, institutions, today) is { } refusal)
        {
            missing ??= refusal;
            var lower = Below(start.Stage, pieceClass);
            why.Add($"Bliver {Name(lower)} i stedet for {Name(start.Stage)}: {Lower(refusal[..1])}{refusal[1..]}");
            start = start with { Stage = lower };
        }
        return new LoweredStart(Bare(start), why, missing);
    }

    /// <summary>Yes and no have another name for each class.</summary>
    private static PieceStage Translated(PieceStage stage, PieceClass pieceClass) => (pieceClass, stage) switch
    {
        (PieceClass.Political, Accepted) => Adopted,
        (PieceClass.Political, Declined) => Rejected,
        (PieceClass.Administrative, Adopted or PartlyAdopted) => Accepted,
        (PieceClass.Administrative, Rejected) => Declined,
        (PieceClass.Local, Adopted or PartlyAdopted or Accepted) => HandedOver,
        _ => stage,
    };

    private static PieceStage Below(PieceStage stage, PieceClass pieceClass) => stage switch
    {
        RolledBack when pieceClass == PieceClass.Political => Adopted,
        Closed => InImplementation,
        InImplementation => pieceClass switch { PieceClass.Political => Adopted, PieceClass.Administrative => Accepted, _ => HandedOver },
        Adopted or PartlyAdopted or Rejected or Postponed when pieceClass == PieceClass.Political => Submitted,
        Formulated or Draft => Draft,
        _ => Formulated,
    };

    /// <summary>Without the facts that only a later stage speaks of, so that none of them is told of this one.</summary>
    private static PieceStart Bare(PieceStart start) => start.Stage == Closed ? start : start with { Outcome = null };

    private static string Name(PieceStage stage) => $"»{stage.ToDanish()}«";

    private static string Lower(string word) => word.ToLower(DanishText.Culture);
}
