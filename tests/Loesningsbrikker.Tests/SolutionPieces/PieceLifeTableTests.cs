using Loesningsbrikker.Decisions;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;

namespace Loesningsbrikker.Tests.SolutionPieces;

/// <summary>The state machine, every step in every class and stage.</summary>
public sealed class PieceLifeTableTests
{
    private const string Reason = "Fordi det hjælper børnene.";
    private const string ReasonDue = "Skriv en begrundelse. Deltagerne kan læse den.";

    [TestCaseSource(typeof(PieceLifeTable), nameof(PieceLifeTable.StepsAndClasses))]
    public void A_permitted_step_works_and_leaves_a_line_with_who_when_and_why(PieceStep step, PieceClass pieceClass) => Assert.Multiple(() =>
    {
        foreach (var stage in Enum.GetValues<PieceStage>().Where(s => PieceLifeTable.IsOpen(step, pieceClass, s)))
        {
            var here = new PieceInStage(pieceClass, stage);
            var lines = here.Piece.Events.Count;
            Assert.That(() => here.Do(step, Reason), Throws.Nothing, $"{stage}");
            var line = here.Piece.Events[^1];
            Assert.That(here.Piece.Events, Has.Count.EqualTo(lines + 1), $"{stage}");
            Assert.That(line.Kind, Is.EqualTo(PieceLifeTable.LineOf(step, stage)), $"{stage}");
            Assert.That((line.ByUserId, line.AtUtc), Is.EqualTo(((long?)PieceInStage.By, PieceInStage.Now)), $"{stage}");
            Assert.That(line.Reason, TakesReason(step) ? Is.EqualTo(Reason) : Is.Empty, $"{stage}");
            var after = PieceLifeTable.After(step, stage);
            Assert.That(here.Piece.Stage, Is.EqualTo(after), $"{stage}");
            Assert.That((line.FromStage, line.ToStage), Is.EqualTo(after == stage ? ((PieceStage?)null, (PieceStage?)null) : (stage, after)), $"{stage}");
        }
    });

    [TestCaseSource(typeof(PieceLifeTable), nameof(PieceLifeTable.StepsAndClasses))]
    public void A_forbidden_step_is_refused_with_a_sentence_and_changes_nothing(PieceStep step, PieceClass pieceClass) => Assert.Multiple(() =>
    {
        foreach (var stage in Enum.GetValues<PieceStage>().Where(s => !PieceLifeTable.IsOpen(step, pieceClass, s)))
        {
            var here = new PieceInStage(pieceClass, stage);
            var before = here.Snapshot();
            Assert.That(() => here.Do(step, Reason),
                Throws.InstanceOf<RuleException>().With.Message.Match("^(Brikken|Der er|Udmøntningen|En ).+\\.$"), $"{stage}");
            Assert.That(here.Snapshot(), Is.EqualTo(before), $"{stage}");
        }
    });

    [TestCaseSource(typeof(PieceLifeTable), nameof(PieceLifeTable.StepsAndClasses))]
    public void A_reason_is_asked_for_where_those_who_took_part_read_it_and_nowhere_else(PieceStep step, PieceClass pieceClass) => Assert.Multiple(() =>
    {
        foreach (var stage in Enum.GetValues<PieceStage>().Where(s => PieceLifeTable.IsOpen(step, pieceClass, s)))
        {
            var here = new PieceInStage(pieceClass, stage);
            var due = PieceLifeTable.NeedsReason(step, stage) || (step == PieceStep.Conclude && stage != PieceStage.Formulated);
            if (!due)
            {
                Assert.That(() => here.Do(step, " \n"), Throws.Nothing, $"{stage}");
                continue;
            }
            if (step == PieceStep.CarryOut)
                here.Piece.Implementations.RemoveAll(i => i.BegunAtUtc is null);
            var before = here.Snapshot();
            Assert.That(() => here.Do(step, " \n"), Throws.InstanceOf<RuleException>().With.Message.EqualTo(ReasonDue), $"{stage}");
            Assert.That(here.Snapshot(), Is.EqualTo(before), $"{stage}");
        }
    });

    [TestCaseSource(typeof(PieceLifeTable), nameof(PieceLifeTable.StepsAndClasses))]
    public void Pages_are_told_the_same_as_the_verbs_do(PieceStep step, PieceClass pieceClass) => Assert.Multiple(() =>
    {
        foreach (var stage in Enum.GetValues<PieceStage>())
            Assert.That(PieceLife.Allows(step, pieceClass, stage), Is.EqualTo(PieceLifeTable.IsOpen(step, pieceClass, stage)), $"{stage}");
    });

    [Test]
    public void Conclusion_designation_decision_and_hand_over_leave_a_row_of_their_own()
    {
        var concluded = Done(PieceStep.Conclude, PieceClass.Political, PieceStage.Formulated);
        Assert.That(concluded.Validations.Single(), Is.Not.Null.And.Property("Reason").EqualTo(Reason).And.Property("ByUserId").EqualTo(PieceInStage.By)
            .And.Property("AtUtc").EqualTo(PieceInStage.Now));
        var designated = Done(PieceStep.Designate, PieceClass.Political, PieceStage.Validated).Designations.Single();
        Assert.That((designated.Choice, designated.Reason, designated.ByUserId, designated.AtUtc),
            Is.EqualTo((DesignationChoice.Designated, Reason, (long?)PieceInStage.By, PieceInStage.Now)));
        Assert.That(Done(PieceStep.LeaveOut, PieceClass.Political, PieceStage.Validated).Designations.Single().Choice, Is.EqualTo(DesignationChoice.NotDesignated));
        var decided = Done(PieceStep.Decide, PieceClass.Political, PieceStage.Submitted).Decisions.Single();
        Assert.That((decided.RecordedByUserId, decided.RecordedAtUtc, decided.CaseNumber), Is.EqualTo(((long?)PieceInStage.By, PieceInStage.Now, "17.00.00-A00-1-26")));
        foreach (var (step, outcome) in new[] { (PieceStep.Accept, DecisionOutcome.Adopted), (PieceStep.Decline, DecisionOutcome.Rejected) })
        {
            var answer = Done(step, PieceClass.Administrative, PieceStage.Validated).Decisions.Single();
            Assert.That((answer.Body, answer.Standing, answer.Outcome, answer.Reason),
                Is.EqualTo((DecisionBody.Department, DecisionStanding.Decides, outcome, Reason)));
        }
        var handedOver = Done(PieceStep.HandOver, PieceClass.Local, PieceStage.Validated);
        Assert.That((handedOver.Implementations.Single().InstitutionId, handedOver.Institutions.Single().Id), Is.EqualTo(((long?)33, 33L)));
        Assert.That(Done(PieceStep.Begin, PieceClass.Political, PieceStage.Adopted).Implementations.Single().BegunAtUtc, Is.EqualTo(PieceInStage.Now));
    }

    [TestCase(DecisionOutcome.Adopted, false, PieceStage.Adopted)]
    [TestCase(DecisionOutcome.PartlyAdopted, true, PieceStage.PartlyAdopted)]
    [TestCase(DecisionOutcome.Rejected, true, PieceStage.Rejected)]
    [TestCase(DecisionOutcome.Postponed, true, PieceStage.Postponed)]
    [TestCase(DecisionOutcome.SentToBudget, false, PieceStage.Submitted)]
    [TestCase(DecisionOutcome.Noted, false, PieceStage.Submitted)]
    [TestCase(DecisionOutcome.SentBack, true, PieceStage.Designated)]
    public void Each_outcome_leads_to_its_stage_and_those_that_disappoint_need_a_reason(DecisionOutcome outcome, bool needsReason, PieceStage stage)
    {
        var piece = new PieceInStage(PieceClass.Political, PieceStage.Submitted).Piece;
        Decision Of(DecisionStanding standing, string reason) => new()
        {
            Body = DecisionBody.FinanceCommittee, Standing = standing, Outcome = outcome, DecidedOn = PieceInStage.Day, Reason = reason,
        };
        foreach (var standing in Enum.GetValues<DecisionStanding>())
        {
            if (needsReason)
                Assert.That(() => piece.Decide(Of(standing, " "), PieceInStage.By, PieceInStage.Now), Throws.InstanceOf<RuleException>().With.Message.EqualTo(ReasonDue));
            Assert.That(piece.Decisions, Has.Count.EqualTo((int)standing));
            piece.Decide(Of(standing, needsReason ? Reason : ""), PieceInStage.By, PieceInStage.Now);
            // A recommendation settles nothing.
            Assert.That(piece.Stage, Is.EqualTo(standing == DecisionStanding.Decides ? stage : PieceStage.Submitted));
        }
    }

    [Test]
    public void A_beginning_without_a_role_leaves_nothing_behind()
    {
        var here = new PieceInStage(PieceClass.Political, PieceStage.Adopted);
        var before = here.Snapshot();
        Assert.That(() => here.Piece.Begin(" ", null, null, PieceInStage.By, PieceInStage.Now), Throws.InstanceOf<RuleException>());
        Assert.That(here.Snapshot(), Is.EqualTo(before));
    }

    private static SolutionPiece Done(PieceStep step, PieceClass pieceClass, PieceStage stage)
    {
        var here = new PieceInStage(pieceClass, stage);
        here.Do(step, Reason);
        return here.Piece;
    }

    private static bool TakesReason(PieceStep step) => step is not (PieceStep.Formulate or PieceStep.Submit or PieceStep.Decide or PieceStep.Begin);
}
