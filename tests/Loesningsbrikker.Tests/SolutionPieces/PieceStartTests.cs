using Loesningsbrikker.Decisions;
using Loesningsbrikker.Implementations;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Loesningsbrikker.SolutionPieces.Import;

namespace Loesningsbrikker.Tests.SolutionPieces;

/// <summary>A piece that begins in the middle of its life has what its stage demands, and goes on by the same table as any other.</summary>
public sealed class PieceStartTests
{
    private static readonly DateTime Now = PieceInStage.Now;
    private static readonly DateOnly Day = PieceInStage.Day;

    private static readonly PieceStart Everything = new(PieceStage.Draft, "»brikker.xlsx«, række 12")
    {
        FormerNumber = "17b", Reason = "Det var den bedste.", Body = DecisionBody.Council, DecidedOn = Day, Responsible = "Skolechef",
        Outcome = ImplementationOutcome.Achieved, Notes = "Spørg økonomi.",
    };

    [TestCaseSource(nameof(Starts))]
    public void With_every_fact_it_begins_in_each_stage_that_its_class_reaches(PieceClass pieceClass, PieceStage stage)
    {
        if (!Reaches(pieceClass, stage))
        {
            Assert.That(() => BringIn(pieceClass, Everything with { Stage = stage }), Throws.TypeOf<RuleException>());
            return;
        }
        var piece = BringIn(pieceClass, Everything with { Stage = stage });
        Assert.That((piece.Stage, piece.Class, piece.FormerNumber), Is.EqualTo((stage, pieceClass, "17b")));
        Assert.That(piece.Events.Select(e => e.Kind), Is.EqualTo(new[] { PieceEventKind.BroughtIn, PieceEventKind.NotesBroughtIn }));
        Assert.That(piece.Events[0].ToStage, Is.EqualTo(stage));
        Assert.That(piece.Events[0].Details, Does.StartWith("Fra »brikker.xlsx«, række 12. Tidligere nummer: 17b."));
        Assert.That(piece.Events.Select(e => e.ByUserId), Is.All.EqualTo(PieceInStage.By));
    }

    [TestCaseSource(nameof(Starts))]
    public void It_goes_on_by_every_step_that_is_open_to_its_class_and_stage(PieceClass pieceClass, PieceStage stage)
    {
        // A merge wants another piece; and where every institution is at work none is left to begin.
        PieceStep[] others = stage == PieceStage.InImplementation ? [PieceStep.Merge, PieceStep.Begin] : [PieceStep.Merge];
        foreach (var step in Enum.GetValues<PieceStep>().Except(others).Where(s => Reaches(pieceClass, stage) && PieceLifeTable.IsOpen(s, pieceClass, stage)))
        {
            var piece = BringIn(pieceClass, Everything with { Stage = stage });
            var case_ = new PieceInStage(piece);
            Assert.That(() => case_.Do(step, "Fordi."), Throws.Nothing, $"{step}");
            Assert.That(piece.Events, Has.Count.GreaterThan(2), $"{step}");
        }
    }

    [TestCaseSource(nameof(Starts))]
    public void Without_facts_the_stage_is_lowered_until_it_holds_and_never_raised(PieceClass pieceClass, PieceStage stage)
    {
        foreach (var start in new[] { new PieceStart(stage, "x"), Everything with { Stage = stage }, Everything with { Stage = stage, DecidedOn = null }, Everything with { Stage = stage, Reason = "" }, Everything with { Stage = stage, Responsible = "" } })
            foreach (var described in new[] { true, false })
                foreach (var institutions in new[] { 0, 1 })
                {
                    var (lowered, why, _) = LoweredStart.Of(start, pieceClass, described, institutions, Day);
                    Assert.That(lowered.Refusal(pieceClass, described, institutions, Day), Is.Null, $"{start} → {lowered.Stage}");
                    Assert.That(why, lowered.Stage == stage ? Is.Empty : Is.Not.Empty);
                    Assert.That(() => BringIn(pieceClass, lowered, described ? "Fordi." : "", institutions), Throws.Nothing);
                }
    }

    [Test]
    public void The_facts_of_the_stage_stand_where_lists_and_later_steps_read_them()
    {
        Assert.That(BringIn(PieceClass.Local, Everything with { Stage = PieceStage.NotValidated }).Validations.Single().Reason, Is.EqualTo("Det var den bedste."));
        Assert.That(BringIn(PieceClass.Political, Everything with { Stage = PieceStage.NotDesignated }).Designations.Single().Choice, Is.EqualTo(DesignationChoice.NotDesignated));
        var rejected = BringIn(PieceClass.Political, Everything with { Stage = PieceStage.Rejected });
        Assert.That(rejected.Decisions.Single().Sentence(), Is.EqualTo("Kommunalbestyrelsen afgjorde 20.11.2026: Ikke vedtaget."));
        Assert.That(rejected.Events[0].Reason, Is.EqualTo("Det var den bedste."));
        Assert.That(BringIn(PieceClass.Administrative, Everything with { Stage = PieceStage.Accepted }).Decisions.Single().Body, Is.EqualTo(DecisionBody.Department));
        var closed = BringIn(PieceClass.Political, Everything with { Stage = PieceStage.Closed }).Implementations.Single();
        Assert.That((closed.Outcome, closed.OutcomeText, closed.ResponsibleRole), Is.EqualTo((ImplementationOutcome.Achieved, "Det var den bedste.", "Skolechef")));
        var handedOver = BringIn(PieceClass.Local, Everything with { Stage = PieceStage.HandedOver }).Implementations.Single();
        Assert.That((handedOver.BegunAtUtc, handedOver.InstitutionId), Is.EqualTo(((DateTime?)null, (long?)31)));
    }

    [Test]
    public void A_draft_tells_the_reason_to_the_staff_only()
    {
        var draft = BringIn(PieceClass.Local, Everything with { Stage = PieceStage.Draft });
        Assert.That(draft.Events[0].Reason, Is.Empty);
        Assert.That(draft.Events[1].Details, Is.EqualTo("Spørg økonomi.\nBegrundelse: Det var den bedste."));
    }

    [Test]
    public void A_day_that_has_not_come_decides_nothing() =>
        Assert.That(() => BringIn(PieceClass.Political, Everything with { Stage = PieceStage.Adopted, DecidedOn = Day.AddYears(1) }),
            Throws.TypeOf<RuleException>().With.Message.Contains("ude i fremtiden"));

    private static IEnumerable<TestCaseData> Starts() =>
        from pieceClass in Enum.GetValues<PieceClass>()
        from stage in Enum.GetValues<PieceStage>()
        select new TestCaseData(pieceClass, stage);

    /// <summary>Written out by hand and not taken from the product.</summary>
    private static bool Reaches(PieceClass pieceClass, PieceStage stage) => stage switch
    {
        PieceStage.Merged => false,
        PieceStage.Designated or PieceStage.NotDesignated or PieceStage.Submitted or PieceStage.Adopted or PieceStage.PartlyAdopted or PieceStage.Rejected
            or PieceStage.Postponed or PieceStage.RolledBack => pieceClass == PieceClass.Political,
        PieceStage.Accepted or PieceStage.Declined => pieceClass == PieceClass.Administrative,
        PieceStage.HandedOver => pieceClass == PieceClass.Local,
        _ => true,
    };

    private static SolutionPiece BringIn(PieceClass pieceClass, PieceStart start, string description = "Fordi.", int institutions = 1) => SolutionPiece.BringIn(
        1, 1, pieceClass, "Titel", description,
        new PieceFacts(null, institutions == 0 ? [] : [new Institution { Id = 31, Name = "Egen" }], [], []), start, PieceInStage.By, Now);
}
