using Loesningsbrikker.SolutionPieces;
using static Loesningsbrikker.SolutionPieces.PieceClass;
using static Loesningsbrikker.SolutionPieces.PieceStage;

namespace Loesningsbrikker.Tests.SolutionPieces;

/// <summary>
/// The life of a piece as it is agreed, written out by hand and not taken from the product: which step is open to which class
/// in which stages. Everything that does not stand here is refused.
/// </summary>
internal static class PieceLifeTable
{
    private static readonly PieceStage[] Nowhere = [];

    private static readonly PieceStage[] BeforeTheChoice = [Formulated, Validated, NotValidated];

    private static readonly PieceStage[] UntilItEnds =
    [
        Draft, Formulated, Validated, NotValidated, Designated, NotDesignated, Submitted, Adopted, PartlyAdopted, Rejected, Postponed,
        Accepted, Declined, HandedOver, InImplementation,
    ];

    private static readonly PieceStage[] BeforeAnybodyActs =
        [Draft, Formulated, Validated, NotValidated, Designated, NotDesignated, Accepted, Declined];

    private static readonly PieceStage[] BeforeAnybodyIsPromised = [Draft, Formulated, Validated, NotValidated, Designated, NotDesignated];

    private static readonly Dictionary<PieceStep, (PieceStage[] Political, PieceStage[] Administrative, PieceStage[] Local)> Open = new()
    {
        [PieceStep.Reword] = (UntilItEnds, UntilItEnds, UntilItEnds),
        [PieceStep.Formulate] = ([Draft], [Draft], [Draft]),
        [PieceStep.Reclassify] = (BeforeAnybodyActs, BeforeAnybodyActs, BeforeAnybodyActs),
        [PieceStep.Merge] = (BeforeAnybodyIsPromised, BeforeAnybodyIsPromised, BeforeAnybodyIsPromised),
        [PieceStep.Split] = (BeforeAnybodyIsPromised, BeforeAnybodyIsPromised, BeforeAnybodyIsPromised),
        [PieceStep.Conclude] = (BeforeTheChoice, BeforeTheChoice, BeforeTheChoice),
        [PieceStep.Designate] = ([Formulated, Validated, NotValidated, NotDesignated], Nowhere, Nowhere),
        [PieceStep.LeaveOut] = ([Formulated, Validated, NotValidated, Designated], Nowhere, Nowhere),
        [PieceStep.Submit] = ([Designated, Postponed], Nowhere, Nowhere),
        [PieceStep.Decide] = ([Submitted], Nowhere, Nowhere),
        [PieceStep.Accept] = (Nowhere, [Formulated, Validated, NotValidated, Declined], Nowhere),
        [PieceStep.Decline] = (Nowhere, [Formulated, Validated, NotValidated, Accepted], Nowhere),
        [PieceStep.HandOver] = (Nowhere, Nowhere, [Formulated, Validated, NotValidated, HandedOver, InImplementation]),
        [PieceStep.Begin] = ([Adopted, PartlyAdopted], [Accepted], [HandedOver, InImplementation]),
        [PieceStep.CarryOut] = ([InImplementation], [InImplementation], [InImplementation]),
        [PieceStep.RollBack] = ([Adopted, PartlyAdopted, InImplementation], Nowhere, Nowhere),
    };

    /// <summary>Every step with every class.</summary>
    public static IEnumerable<TestCaseData> StepsAndClasses() =>
        from step in Enum.GetValues<PieceStep>()
        from pieceClass in Enum.GetValues<PieceClass>()
        select new TestCaseData(step, pieceClass);

    /// <summary>Whether the step is open.</summary>
    public static bool IsOpen(PieceStep step, PieceClass pieceClass, PieceStage stage)
    {
        var (political, administrative, local) = Open[step];
        return (pieceClass switch { Political => political, Administrative => administrative, _ => local }).Contains(stage);
    }

    /// <summary>Whether the step needs a reason in that stage: those who took part read it from Formulated on.</summary>
    public static bool NeedsReason(PieceStep step, PieceStage stage) => step switch
    {
        PieceStep.Reword or PieceStep.Reclassify or PieceStep.Merge or PieceStep.Split => stage != Draft,
        PieceStep.Designate or PieceStep.LeaveOut or PieceStep.Decline or PieceStep.RollBack => true,
        PieceStep.Accept => stage is NotValidated or Declined,
        PieceStep.HandOver => stage == NotValidated,
        // What is told when it ends; news in between carry their own words.
        PieceStep.CarryOut => true,
        _ => false,
    };

    /// <summary>The stage after the step, as <see cref="PieceInStage.Do"/> takes it; the same stage where it stays.</summary>
    public static PieceStage After(PieceStep step, PieceStage stage) => step switch
    {
        PieceStep.Formulate => Formulated,
        PieceStep.Reclassify when stage is Designated or NotDesignated or Accepted or Declined => Formulated,
        PieceStep.Merge => Merged,
        PieceStep.Conclude => stage == Validated ? NotValidated : Validated,
        PieceStep.Designate => Designated,
        PieceStep.LeaveOut => NotDesignated,
        PieceStep.Submit => Submitted,
        PieceStep.Decide => Adopted,
        PieceStep.Accept => Accepted,
        PieceStep.Decline => Declined,
        PieceStep.HandOver when stage != InImplementation => HandedOver,
        PieceStep.Begin => InImplementation,
        PieceStep.CarryOut => Closed,
        PieceStep.RollBack => RolledBack,
        _ => stage,
    };

    /// <summary>The line that the step leaves in the story.</summary>
    public static PieceEventKind LineOf(PieceStep step, PieceStage stage) => step switch
    {
        PieceStep.Reword => PieceEventKind.Reworded,
        PieceStep.Formulate => PieceEventKind.Formulated,
        PieceStep.Reclassify => PieceEventKind.Reclassified,
        PieceStep.Merge => PieceEventKind.MergedInto,
        PieceStep.Split => PieceEventKind.SplitOff,
        PieceStep.Conclude => stage == Validated ? PieceEventKind.NotValidated : PieceEventKind.Validated,
        PieceStep.Designate => PieceEventKind.Designated,
        PieceStep.LeaveOut => PieceEventKind.NotDesignated,
        PieceStep.Submit => PieceEventKind.Submitted,
        PieceStep.Decide => PieceEventKind.Decided,
        PieceStep.Accept => PieceEventKind.Accepted,
        PieceStep.Decline => PieceEventKind.Declined,
        PieceStep.HandOver => PieceEventKind.HandedOver,
        PieceStep.Begin => PieceEventKind.ImplementationBegun,
        PieceStep.CarryOut => PieceEventKind.Closed,
        _ => PieceEventKind.RolledBack,
    };
}
