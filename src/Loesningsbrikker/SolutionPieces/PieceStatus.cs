using System.Linq.Expressions;
using Loesningsbrikker.Budget;
using Loesningsbrikker.Decisions;
using Loesningsbrikker.Implementations;
using static Loesningsbrikker.SolutionPieces.PieceStage;

namespace Loesningsbrikker.SolutionPieces;

/// <summary>What became of a piece, as a status tells it. The first six are phases: every piece in use has exactly one.</summary>
public enum PieceStatus
{
    /// <summary>Done, and something was reached (gennemført).</summary>
    CarriedOut,
    /// <summary>Being carried out (under udmøntning).</summary>
    BeingCarriedOut,
    /// <summary>Somebody said yes, and nobody has begun (sagt ja til).</summary>
    Agreed,
    /// <summary>Nobody has decided yet (venter).</summary>
    Waiting,
    /// <summary>Somebody said no (sagt nej til).</summary>
    Refused,
    /// <summary>Ended, and nothing was reached (ikke nået).</summary>
    Missed,
    /// <summary>Decided, yes or no, by whoever decides that class (besluttet).</summary>
    Decided,
    /// <summary>Political, chosen and not decided, and it costs money (venter på penge).</summary>
    AwaitsMoney,
    /// <summary>Something promised was not kept (forsinket).</summary>
    Late,
    /// <summary>No news for more than half a year (tavs).</summary>
    Silent,
    /// <summary>Political, and others have read it (foreslået).</summary>
    Proposed,
    /// <summary>Political, and the politicians said yes (vedtaget).</summary>
    Granted,
    /// <summary>No passage is tied to it (uden uddrag).</summary>
    WithoutPassages,
    /// <summary>Political, chosen and not decided, and nobody has reckoned what it costs (uden prisskøn).</summary>
    WithoutEstimate,
    /// <summary>Political, chosen and not decided, with a rough price tag only (groft skøn).</summary>
    RoughEstimate,
}

/// <summary>
/// The one place that says what the words of a status mean. Paragraph, pictures, front page and the list of pieces count by
/// these expressions, so that a number is as long as the list behind it. Pieces merged into others are never counted.
/// </summary>
public static class PieceStatuses
{
    private static readonly PieceStage[] AgreedStages = [Adopted, PartlyAdopted, Accepted, HandedOver];
    private static readonly PieceStage[] WaitingStages = [Draft, Formulated, Validated, Designated, Submitted, Postponed];
    private static readonly PieceStage[] DecidedStages = [.. AgreedStages, Rejected, Declined, InImplementation, Closed, RolledBack];
    private static readonly PieceStage[] ChosenStages = [Designated, Submitted, Postponed];

    /// <summary>The phases in the order of pictures and tables.</summary>
    public static IReadOnlyList<PieceStatus> Phases { get; } =
    [
        PieceStatus.CarriedOut, PieceStatus.BeingCarriedOut, PieceStatus.Agreed, PieceStatus.Waiting, PieceStatus.Refused, PieceStatus.Missed,
    ];

    /// <summary>The pieces of which it is true.</summary>
    /// <param name="pieces">Pieces, merged ones included or not.</param>
    /// <param name="utcNow">The moment, in UTC, that lateness and silence are told at.</param>
    public static IQueryable<SolutionPiece> WithStatus(this IQueryable<SolutionPiece> pieces, PieceStatus status, DateTime utcNow) =>
        pieces.Where(Condition(status, utcNow));

    private static Expression<Func<SolutionPiece, bool>> Condition(PieceStatus status, DateTime utcNow) => status switch
    {
        PieceStatus.CarriedOut => p => p.Stage == Closed && p.Implementations.Any(i => i.Outcome != null && i.Outcome != ImplementationOutcome.NotAchieved),
        PieceStatus.Missed => p => p.Stage == Closed && !p.Implementations.Any(i => i.Outcome != null && i.Outcome != ImplementationOutcome.NotAchieved),
        PieceStatus.BeingCarriedOut => p => p.Stage == InImplementation,
        PieceStatus.Agreed => In(AgreedStages),
        PieceStatus.Waiting => In(WaitingStages),
        PieceStatus.Refused => In(PieceStanding.RefusedStages),
        PieceStatus.Decided => In(DecidedStages),
        PieceStatus.AwaitsMoney => p => p.Class == PieceClass.Political && ChosenStages.Contains(p.Stage)
            && (p.Decisions.OrderByDescending(d => d.Id).Select(d => (DecisionOutcome?)d.Outcome).FirstOrDefault() == DecisionOutcome.SentToBudget
                || p.Estimate!.Lines.Sum(l => l.Direction == CostDirection.Income ? -l.Amount : l.Amount) > 0),
        PieceStatus.Late => WithImplementation(Implementations.Standing.Late(utcNow)),
        PieceStatus.Silent => WithImplementation(Implementations.Standing.Silent(utcNow)),
        PieceStatus.Proposed => p => p.Class == PieceClass.Political && p.Stage != Draft && p.Stage != Merged,
        PieceStatus.Granted => p => p.Class == PieceClass.Political && PieceStanding.AdoptedStages.Contains(p.Stage),
        PieceStatus.WithoutPassages => p => p.Stage != Merged && !p.Codings.Any(),
        PieceStatus.WithoutEstimate => p => p.Class == PieceClass.Political && ChosenStages.Contains(p.Stage) && p.Estimate == null,
        PieceStatus.RoughEstimate => p => p.Class == PieceClass.Political && ChosenStages.Contains(p.Stage) && p.Estimate!.Status == EstimateStatus.Rough,
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    private static Expression<Func<SolutionPiece, bool>> In(IReadOnlyList<PieceStage> stages) => p => stages.Contains(p.Stage);

    private static Expression<Func<SolutionPiece, bool>> WithImplementation(Expression<Func<Implementation, bool>> condition) =>
        p => p.Stage != Merged && p.Implementations.AsQueryable().Any(condition);
}
