using Loesningsbrikker.Decisions;
using Loesningsbrikker.Meetings;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.SolutionPieces;

/// <summary>From the joint meeting to the decision: conclude, designate, submit, decide; accept or decline.</summary>
public sealed partial class SolutionPiece
{
    /// <summary>The administration concludes whether the piece is recognised (genkendt).</summary>
    /// <param name="conclusion">Recognised or not.</param>
    /// <param name="reason">Why; required when it is not recognised, when it departs from the meeting, and when an earlier conclusion changes.</param>
    /// <param name="departs">Whether the conclusion departs from what the meeting said.</param>
    /// <param name="meetingId">Key of the meeting it rests on; null when the process had none.</param>
    /// <exception cref="RuleException">The piece has come too far, the conclusion is the one it has, or the reason is missing.</exception>
    public void Conclude(Conclusion conclusion, string? reason, bool departs, long? meetingId, long? by, DateTime utcNow)
    {
        EnsureMay(PieceStep.Conclude);
        EnsureDefined(conclusion, nameof(Conclusion));
        if (conclusion == Conclusion)
            throw new RuleException($"Brikken er allerede {(conclusion == Meetings.Conclusion.Recognised ? "genkendt" : "ikke genkendt")}.", nameof(Conclusion));
        var changes = Conclusion is not null;
        if (conclusion == Meetings.Conclusion.NotRecognised || departs || changes)
            EnsureReason(reason);
        Validations.Add(new Validation
        {
            ProcessId = ProcessId, Conclusion = conclusion, MeetingId = meetingId, Reason = PieceText.Lines(reason), AtUtc = utcNow, ByUserId = by,
        });
        Conclusion = conclusion;
        var details = departs ? "Konklusionen afviger fra det, fællesmødet sagde." : "";
        if (conclusion == Meetings.Conclusion.Recognised)
            MoveTo(PieceStage.Validated, PieceEventKind.Validated, by, utcNow, reason, e => e.Details = details);
        else
            MoveTo(PieceStage.NotValidated, PieceEventKind.NotValidated, by, utcNow, reason, e => e.Details = details);
    }

    /// <summary>The administration and the leaders choose the piece for the politicians, or leave it out this time.</summary>
    /// <param name="choice">Designated or not.</param>
    /// <param name="reason">Why; always required.</param>
    /// <exception cref="RuleException">The piece is not political, has come too far, has that choice already, or the reason is missing.</exception>
    public void Designate(DesignationChoice choice, string? reason, long? by, DateTime utcNow)
    {
        EnsureDefined(choice, nameof(DesignationChoice));
        EnsureMay(choice == DesignationChoice.Designated ? PieceStep.Designate : PieceStep.LeaveOut);
        EnsureReason(reason);
        Designations.Add(new Designation { ProcessId = ProcessId, Choice = choice, Reason = PieceText.Lines(reason), AtUtc = utcNow, ByUserId = by });
        if (choice == DesignationChoice.Designated)
            MoveTo(PieceStage.Designated, PieceEventKind.Designated, by, utcNow, reason);
        else
            MoveTo(PieceStage.NotDesignated, PieceEventKind.NotDesignated, by, utcNow, reason);
    }

    /// <summary>Sends the piece to the politicians.</summary>
    /// <param name="caseNumber">The case number (sagsnummer); may be empty.</param>
    /// <exception cref="RuleException">It is not designated, or the case number is too long.</exception>
    public void Submit(string? caseNumber, long? by, DateTime utcNow)
    {
        EnsureMay(PieceStep.Submit);
        var number = CleanCaseNumber(caseNumber);
        MoveTo(PieceStage.Submitted, PieceEventKind.Submitted, by, utcNow, null, e => e.Details = number.Length > 0 ? $"Sag {number}." : "");
    }

    /// <summary>Writes down what a political body recommended or decided.</summary>
    /// <param name="decision">Body, standing, outcome, day, case number, reason; the rest is filled in here.</param>
    /// <exception cref="RuleException">
    /// The piece is not before the politicians, the body is the department, the case number is too long, or the reason is missing.
    /// </exception>
    public void Decide(Decision decision, long? by, DateTime utcNow)
    {
        EnsureMay(PieceStep.Decide);
        EnsureDefined(decision.Body, nameof(Decision.Body));
        EnsureDefined(decision.Standing, nameof(Decision.Standing));
        EnsureDefined(decision.Outcome, nameof(Decision.Outcome));
        if (decision.Body == DecisionBody.Department)
            throw new RuleException("En politisk brik afgøres af et politisk organ.", nameof(Decision.Body));
        if (decision.Body == DecisionBody.Council && decision.Standing == DecisionStanding.Recommends)
            throw new RuleException("Kommunalbestyrelsen indstiller ikke til andre. Vælg, at den afgør.", nameof(Decision.Standing));
        if (decision.Outcome.NeedsReason())
            EnsureReason(decision.Reason);
        AddDecision(decision, by, utcNow);
        var kind = decision.Standing == DecisionStanding.Decides ? PieceEventKind.Decided : PieceEventKind.Recommended;
        var stage = decision.Standing == DecisionStanding.Decides ? StageAfter(decision.Outcome) : Stage;
        if (stage == Stage)
            Record(kind, by, utcNow, decision.Reason, e => e.Details = decision.Sentence());
        else
            MoveTo(stage, kind, by, utcNow, decision.Reason, e => e.Details = decision.Sentence());
    }

    /// <summary>The department takes an administrative piece on.</summary>
    /// <param name="reason">Why; required when the piece is not recognised or was declined before.</param>
    /// <exception cref="RuleException">The piece is not administrative, has come too far, or the reason is missing.</exception>
    public void Accept(string? reason, DateOnly on, string? caseNumber, long? by, DateTime utcNow)
    {
        EnsureMay(PieceStep.Accept);
        if (Stage is PieceStage.NotValidated or PieceStage.Declined)
            EnsureReason(reason);
        AddDecision(ByDepartment(DecisionOutcome.Adopted, reason, on, caseNumber), by, utcNow);
        MoveTo(PieceStage.Accepted, PieceEventKind.Accepted, by, utcNow, reason);
    }

    /// <summary>The department says no to an administrative piece.</summary>
    /// <param name="reason">Why; always required.</param>
    /// <exception cref="RuleException">The piece is not administrative, has come too far, or the reason is missing.</exception>
    public void Decline(string? reason, DateOnly on, string? caseNumber, long? by, DateTime utcNow)
    {
        EnsureMay(PieceStep.Decline);
        EnsureReason(reason);
        AddDecision(ByDepartment(DecisionOutcome.Rejected, reason, on, caseNumber), by, utcNow);
        MoveTo(PieceStage.Declined, PieceEventKind.Declined, by, utcNow, reason);
    }

    private static Decision ByDepartment(DecisionOutcome outcome, string? reason, DateOnly on, string? caseNumber) => new()
    {
        Body = DecisionBody.Department, Standing = DecisionStanding.Decides, Outcome = outcome, DecidedOn = on, Reason = reason ?? "",
        CaseNumber = caseNumber ?? "",
    };

    private void AddDecision(Decision decision, long? by, DateTime utcNow)
    {
        (decision.ProcessId, decision.RecordedByUserId, decision.RecordedAtUtc) = (ProcessId, by, utcNow);
        (decision.Reason, decision.CaseNumber) = (PieceText.Lines(decision.Reason), CleanCaseNumber(decision.CaseNumber));
        Decisions.Add(decision);
    }

    /// <summary>Sent to the budget and taken note of settle nothing: the piece stays before the politicians.</summary>
    private PieceStage StageAfter(DecisionOutcome outcome) => outcome switch
    {
        DecisionOutcome.Adopted => PieceStage.Adopted,
        DecisionOutcome.PartlyAdopted => PieceStage.PartlyAdopted,
        DecisionOutcome.Rejected => PieceStage.Rejected,
        DecisionOutcome.Postponed => PieceStage.Postponed,
        DecisionOutcome.SentBack => PieceStage.Designated,
        _ => Stage,
    };

    private static string CleanCaseNumber(string? caseNumber)
    {
        var number = PieceText.Line(caseNumber);
        return number.Length <= Decision.MaxCaseNumberLength
            ? number
            : throw new RuleException($"Sagsnummeret må højst fylde {Decision.MaxCaseNumberLength} tegn.", nameof(Decision.CaseNumber));
    }

    private static void EnsureDefined<T>(T value, string field) where T : struct, Enum
    {
        if (!Enum.IsDefined(value))
            throw new RuleException("Vælg en af mulighederne.", field);
    }
}
