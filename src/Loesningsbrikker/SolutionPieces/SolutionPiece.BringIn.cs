using Loesningsbrikker.Decisions;
using Loesningsbrikker.Implementations;
using Loesningsbrikker.Meetings;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.SolutionPieces;

/// <summary>Bringing in a piece whose first steps were taken elsewhere.</summary>
public sealed partial class SolutionPiece
{
    /// <summary>Longest former number, in characters.</summary>
    public const int MaxFormerNumberLength = 40;

    /// <summary>
    /// Writes a piece that begins in the middle of its life. One line of the story says where it came from; the facts of its stage
    /// (conclusion, choice, decision, implementation) are kept where its later verbs and the lists read them. No step is claimed to
    /// have been taken here.
    /// </summary>
    /// <param name="number">The next number of the process.</param>
    /// <param name="facts">Theme, institutions, strategies and challenges.</param>
    /// <param name="start">Its stage and what it demands.</param>
    /// <exception cref="RuleException">Title or description is missing or too long, or the stage demands what <paramref name="start"/> lacks.</exception>
    public static SolutionPiece BringIn(
        long processId, int number, PieceClass pieceClass, string title, string description, PieceFacts facts, PieceStart start, long? by, DateTime utcNow)
    {
        EnsureClass(pieceClass);
        EnsureDefined(start.Stage, nameof(Stage));
        var today = DanishText.Day(utcNow);
        if (start.Refusal(pieceClass, PieceText.Lines(description).Length > 0, facts.Institutions.Count, today) is { } refusal)
            throw new RuleException($"Brikken kan ikke begynde som ”{start.Stage.ToDanish()}”. {refusal}", nameof(Stage));
        var piece = new SolutionPiece
        {
            ProcessId = processId, Number = number, Class = pieceClass, Stage = start.Stage, FormerNumber = CleanFormerNumber(start.FormerNumber),
            CreatedAtUtc = utcNow, CreatedByUserId = by,
        };
        piece.SetTexts(title, description);
        piece.SetFacts(facts);
        piece.KeepConclusion(start, by, utcNow);
        piece.KeepDecision(start, by, utcNow);
        piece.KeepImplementations(start, utcNow);
        piece.TellOrigin(start, by, utcNow);
        return piece;
    }

    /// <summary>Tells where a piece came from. What the staff noted stands in a line of its own, which the committee does not read.</summary>
    private void TellOrigin(PieceStart start, long? by, DateTime utcNow)
    {
        var details = $"Fra {start.Source}."
            + (FormerNumber.Length > 0 ? $" Tidligere nummer: {FormerNumber}." : "")
            + (Stage == PieceStage.Draft ? "" : $" Stadie: {Stage.ToDanish()}.")
            + string.Concat(Decisions.Select(d => " " + d.Sentence()));
        // Whoever doesn't see drafts reads this line once the piece is formulated, and a draft owes nobody a reason.
        var isDraft = Stage == PieceStage.Draft;
        Record(PieceEventKind.BroughtIn, by, utcNow, isDraft ? null : start.Reason, e => (e.ToStage, e.Details) = (Stage, details));
        var notes = string.Join("\n", new[] { PieceText.Lines(start.Notes), isDraft && start.Reason.Length > 0 ? $"Begrundelse: {PieceText.Lines(start.Reason)}" : "" }.Where(n => n.Length > 0));
        if (notes.Length > 0)
            Record(PieceEventKind.NotesBroughtIn, by, utcNow, null, e => e.Details = notes);
    }

    private void KeepConclusion(PieceStart start, long? by, DateTime utcNow)
    {
        Conclusion = Stage switch { PieceStage.Validated => Meetings.Conclusion.Recognised, PieceStage.NotValidated => Meetings.Conclusion.NotRecognised, _ => null };
        if (Conclusion is { } conclusion)
            Validations.Add(new Validation { ProcessId = ProcessId, Conclusion = conclusion, Reason = PieceText.Lines(start.Reason), AtUtc = utcNow, ByUserId = by });
        if (Stage is PieceStage.Designated or PieceStage.NotDesignated)
            Designations.Add(new Designation
            {
                ProcessId = ProcessId, Choice = Stage == PieceStage.Designated ? DesignationChoice.Designated : DesignationChoice.NotDesignated,
                Reason = PieceText.Lines(start.Reason), AtUtc = utcNow, ByUserId = by,
            });
    }

    /// <summary>Only where the day is known: a decision without a day is hearsay.</summary>
    private void KeepDecision(PieceStart start, long? by, DateTime utcNow)
    {
        if (start.DecidedOn is not { } day || OutcomeOf(Stage) is not { } outcome || Class == PieceClass.Local)
            return;
        // What a later stage says in words is what came of it, not why it was decided.
        var reason = Stage is PieceStage.Closed or PieceStage.RolledBack ? "" : start.Reason;
        AddDecision(
            Class == PieceClass.Administrative
                ? ByDepartment(outcome, reason, day, null)
                : new Decision { Body = start.Body!.Value, Standing = DecisionStanding.Decides, Outcome = outcome, DecidedOn = day, Reason = reason },
            by, utcNow);
    }

    private static DecisionOutcome? OutcomeOf(PieceStage stage) => stage switch
    {
        PieceStage.Adopted or PieceStage.Accepted or PieceStage.InImplementation or PieceStage.Closed or PieceStage.RolledBack => DecisionOutcome.Adopted,
        PieceStage.PartlyAdopted => DecisionOutcome.PartlyAdopted,
        PieceStage.Rejected or PieceStage.Declined => DecisionOutcome.Rejected,
        PieceStage.Postponed => DecisionOutcome.Postponed,
        _ => null,
    };

    private void KeepImplementations(PieceStart start, DateTime utcNow)
    {
        if (Stage is not (PieceStage.HandedOver or PieceStage.InImplementation or PieceStage.Closed))
            return;
        if (Class == PieceClass.Local)
            foreach (var institution in Institutions)
                Implementations.Add(ImplementationOf(start, institution, utcNow));
        else
            Implementations.Add(ImplementationOf(start, null, utcNow));
    }

    private Implementation ImplementationOf(PieceStart start, Processes.Institution? institution, DateTime utcNow)
    {
        var (begun, closed) = (Stage != PieceStage.HandedOver, Stage == PieceStage.Closed);
        var role = start.Responsible.Length > 0 ? start.Responsible : "Institutionsleder";
        return new Implementation
        {
            ProcessId = ProcessId, SolutionPiece = this, Institution = institution, InstitutionId = institution is { Id: > 0 } ? institution.Id : null,
            ResponsibleRole = begun ? CleanRole(role) : "", ResponsibleUserId = institution?.LeaderUserId,
            CreatedAtUtc = utcNow, LastNewsAtUtc = utcNow, BegunAtUtc = begun ? utcNow : null,
            ClosedAtUtc = closed ? utcNow : null, Outcome = closed ? start.Outcome : null, OutcomeText = closed ? PieceText.Lines(start.Reason) : "",
        };
    }

    private static string CleanFormerNumber(string text)
    {
        var number = PieceText.Line(text);
        return number.Length <= MaxFormerNumberLength
            ? number
            : throw new RuleException($"Det tidligere nummer må højst fylde {MaxFormerNumberLength} tegn.", nameof(FormerNumber));
    }
}
