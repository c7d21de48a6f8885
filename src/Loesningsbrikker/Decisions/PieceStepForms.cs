using System.ComponentModel.DataAnnotations;
using Loesningsbrikker.SolutionPieces;

namespace Loesningsbrikker.Decisions;

/// <summary>A step of one piece.</summary>
public class PieceStepForm : PieceVersionForm
{
    /// <summary>Address below the process of the list to come back to; null for the piece.</summary>
    public string? Back { get; set; }
}

/// <summary>A step that takes a reason.</summary>
public class ReasonForm : PieceStepForm
{
    /// <summary>Why, in plain Danish; participants read it.</summary>
    [Display(Name = "Begrundelse"), DataType(DataType.MultilineText), MaxLength(SolutionPiece.MaxReasonLength)]
    public string? Reason { get; set; }
}

/// <summary>The choice of a political piece for the politicians.</summary>
public sealed class DesignationForm : ReasonForm
{
    /// <summary>Chosen or not.</summary>
    [Display(Name = "Valg"), Required(ErrorMessage = "Vælg, om brikken bliver udpeget.")]
    public DesignationChoice? Choice { get; set; }
}

/// <summary>Sending a piece to the politicians.</summary>
public sealed class SubmissionForm : PieceStepForm
{
    /// <summary>The case number (sagsnummer).</summary>
    [Display(Name = "Sagsnummer"), MaxLength(Decision.MaxCaseNumberLength)]
    public string? CaseNumber { get; set; }
}

/// <summary>The department's answer to an administrative piece.</summary>
public sealed class AcceptanceForm : ReasonForm
{
    /// <summary>Adopted for accepted, Rejected for declined.</summary>
    [Display(Name = "Svar"), Required(ErrorMessage = "Vælg, om forvaltningen accepterer eller afviser brikken.")]
    public DecisionOutcome? Outcome { get; set; }

    /// <summary>The day of the answer.</summary>
    [Display(Name = "Dato"), Required(ErrorMessage = "Skriv datoen.")]
    public DateOnly? DecidedOn { get; set; }

    /// <summary>The case number (sagsnummer).</summary>
    [Display(Name = "Sagsnummer"), MaxLength(Decision.MaxCaseNumberLength)]
    public string? CaseNumber { get; set; }
}

/// <summary>A local piece for one or more institutions.</summary>
public sealed class HandOverForm : PieceStepForm
{
    /// <summary>Keys of the institutions.</summary>
    public List<long> Institutions { get; set; } = [];

    /// <summary>What the institutions should know; the reason where one is due.</summary>
    [Display(Name = "Besked til institutionen"), DataType(DataType.MultilineText), MaxLength(SolutionPiece.MaxReasonLength)]
    public string? Reason { get; set; }
}

/// <summary>What a political body recommended or decided: the part that many pieces share.</summary>
public class DecisionForm : ReasonForm
{
    /// <summary>Which body.</summary>
    [Display(Name = "Hvem"), Required(ErrorMessage = "Vælg, hvem der har behandlet brikken.")]
    public DecisionBody? Body { get; set; }

    /// <summary>Whether it decides or recommends.</summary>
    [Display(Name = "Indstiller eller afgør"), Required(ErrorMessage = "Vælg, om de indstiller eller afgør.")]
    public DecisionStanding? Standing { get; set; }

    /// <summary>What came out.</summary>
    [Display(Name = "Udfald"), Required(ErrorMessage = "Vælg udfaldet.")]
    public DecisionOutcome? Outcome { get; set; }

    /// <summary>The day of the meeting.</summary>
    [Display(Name = "Mødedato"), Required(ErrorMessage = "Skriv datoen for mødet.")]
    public DateOnly? DecidedOn { get; set; }

    /// <summary>The case number (sagsnummer).</summary>
    [Display(Name = "Sagsnummer"), MaxLength(Decision.MaxCaseNumberLength)]
    public string? CaseNumber { get; set; }

    /// <summary>The decision on one piece.</summary>
    /// <param name="reason">The piece's own reason; null for the common one.</param>
    public Decision ToDecision(string? reason = null) => new()
    {
        Body = Body!.Value, Standing = Standing!.Value, Outcome = Outcome!.Value, DecidedOn = DecidedOn!.Value, CaseNumber = CaseNumber ?? "",
        Reason = string.IsNullOrWhiteSpace(reason) ? Reason ?? "" : reason,
    };
}
