using Loesningsbrikker.Decisions;
using Loesningsbrikker.Implementations;
using static Loesningsbrikker.SolutionPieces.PieceStage;

namespace Loesningsbrikker.SolutionPieces;

/// <summary>
/// Where the life of a piece begins here when its first steps were taken elsewhere, and the facts that its stage demands.
/// The stage must be one that the class can reach (<see cref="PieceLife"/>); nothing is made up where a fact is missing.
/// </summary>
/// <param name="Stage">Where it stands.</param>
/// <param name="Source">Where it was found, e.g. "»brikker.xlsx«, række 12".</param>
public sealed record PieceStart(PieceStage Stage, string Source)
{
    /// <summary>Its number there; empty when it had none.</summary>
    public string FormerNumber { get; init; } = "";

    /// <summary>Why it was decided as it was; for a closed piece what came of it. Empty where none is due.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The body that decided; null when no political body did, or nobody knows.</summary>
    public DecisionBody? Body { get; init; }

    /// <summary>The day of the decision; null when there was none, or nobody knows.</summary>
    public DateOnly? DecidedOn { get; init; }

    /// <summary>The role that is responsible; empty when nobody knows.</summary>
    public string Responsible { get; init; } = "";

    /// <summary>What came of it; null when it is not closed.</summary>
    public ImplementationOutcome? Outcome { get; init; }

    /// <summary>What the staff had noted; empty for nothing. Not read by the committee.</summary>
    public string Notes { get; init; } = "";

    /// <summary>Why the piece cannot begin at this stage, as a Danish sentence; null when it can.</summary>
    /// <param name="hasDescription">Whether it has a description.</param>
    /// <param name="institutions">How many institutions it concerns.</param>
    /// <param name="today">A decision cannot be later.</param>
    public string? Refusal(PieceClass pieceClass, bool hasDescription, int institutions, DateOnly today) =>
        WrongStage(pieceClass) ?? (Stage != Draft && !hasDescription ? "Uden beskrivelse kan andre ikke læse den." : MissingFact(pieceClass, institutions, today));

    /// <summary>What political pieces come to, others don't, and the other way round.</summary>
    private string? WrongStage(PieceClass pieceClass) => Stage switch
    {
        Merged => "En brik, der er lagt sammen med en anden, har ikke sit eget liv.",
        Designated => StepRefusal(PieceStep.Designate, pieceClass),
        NotDesignated => StepRefusal(PieceStep.LeaveOut, pieceClass),
        Submitted => StepRefusal(PieceStep.Submit, pieceClass),
        Adopted or PartlyAdopted or Rejected or Postponed => StepRefusal(PieceStep.Decide, pieceClass),
        Accepted => StepRefusal(PieceStep.Accept, pieceClass),
        Declined => StepRefusal(PieceStep.Decline, pieceClass),
        HandedOver => StepRefusal(PieceStep.HandOver, pieceClass),
        RolledBack => StepRefusal(PieceStep.RollBack, pieceClass),
        _ => null,
    };

    private string? MissingFact(PieceClass pieceClass, int institutions, DateOnly today)
    {
        if (NeedsReason && Reason.Length == 0)
            return Stage == Closed ? "Der står ikke, hvad der kom ud af den." : "Begrundelsen mangler.";
        if (NeedsDay && DecidedOn is null)
            return "Datoen for beslutningen mangler.";
        if (DecidedOn > today || DecidedOn?.Year < 2000)
            return "Datoen for beslutningen ligger før 2000 eller ude i fremtiden.";
        if (NeedsBody(pieceClass) && Body is null or DecisionBody.Department)
            return "Der står ikke, hvilket politisk organ der besluttede det.";
        if (Stage is HandedOver or InImplementation or Closed && pieceClass == PieceClass.Local && institutions == 0)
            return "Institutionen mangler.";
        if (Stage is InImplementation or Closed && pieceClass != PieceClass.Local && Responsible.Length == 0)
            return "Der står ikke, hvem der er ansvarlig.";
        return Stage == Closed && Outcome is null ? "Udfaldet mangler." : null;
    }

    private bool NeedsReason => Stage is NotValidated or Designated or NotDesignated or PartlyAdopted or Rejected or Postponed or Declined or Closed or RolledBack;

    private bool NeedsDay => Stage is Adopted or PartlyAdopted or Rejected or Postponed or Accepted or Declined;

    /// <summary>Wherever a day of a political decision is written down, it says whose.</summary>
    private bool NeedsBody(PieceClass pieceClass) => pieceClass == PieceClass.Political && DecidedOn is not null
        && Stage is Adopted or PartlyAdopted or Rejected or Postponed or InImplementation or Closed or RolledBack;

    private static string? StepRefusal(PieceStep step, PieceClass pieceClass) => PieceLife.Refusal(step, pieceClass, PieceLife.StagesOf(step)[0]);
}
