using Loesningsbrikker.Budget;
using Loesningsbrikker.Decisions;
using Loesningsbrikker.Implementations;
using Loesningsbrikker.Meetings;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;

namespace Loesningsbrikker.Tests.Dashboards;

/// <summary>Pieces of every stage, each brought there by its verbs. 25 with the merged one; number 1 and 25 are drafts or were.</summary>
public sealed class StatusCase(LoesningsbrikkerContext db, DialogueProcess process, long localLeaderId)
{
    private readonly List<SolutionPiece> _pieces = [];
    private int _last;

    private DateTime Now => db.UtcNow;

    private DateOnly Today => DanishText.Day(Now);

    /// <summary>Adds 25 pieces.</summary>
    /// <param name="first">Number of the first.</param>
    public async Task<StatusCase> BuildAsync(int first = 1)
    {
        _last = first - 1;
        var institution = new Institution { Name = "Børnehuset " + process.Id + " " + first, Kind = InstitutionKind.Daycare, LeaderUserId = localLeaderId };
        db.Add(institution);
        await db.SaveChangesAsync();
        AddPoliticalBeforeDecision();
        AddPoliticalDecided();
        AddAdministrative();
        AddLocal(institution);
        var merged = Draft(PieceClass.Political, Now);
        db.AddRange(_pieces);
        await db.SaveChangesAsync();
        merged.MergeInto(_pieces[1], "Det samme forslag.", null, Now);
        await db.SaveChangesAsync();
        return this;
    }

    private void AddPoliticalBeforeDecision()
    {
        Draft(PieceClass.Political, Now);
        Formulated(PieceClass.Political, Now);
        Concluded(PieceClass.Political, Conclusion.Recognised, Now);
        Concluded(PieceClass.Political, Conclusion.NotRecognised, Now);
        Estimate(Designated(DesignationChoice.Designated), 1_200_000);
        Designated(DesignationChoice.NotDesignated);
        Submitted();
        Decide(Submitted(), DecisionBody.Committee, DecisionStanding.Recommends, DecisionOutcome.SentToBudget);
    }

    private void AddPoliticalDecided()
    {
        Estimate(Decided(DecisionOutcome.Adopted), 2_500_000);
        Decided(DecisionOutcome.PartlyAdopted);
        Decided(DecisionOutcome.Rejected);
        Estimate(Decided(DecisionOutcome.Postponed), 0);
        Begin(Decided(DecisionOutcome.Adopted), Today.AddDays(-3), Now);
        Close(Begin(Decided(DecisionOutcome.Adopted), Today.AddDays(3), Now), ImplementationOutcome.Achieved);
        Close(Begin(Decided(DecisionOutcome.Adopted), Today.AddDays(3), Now), ImplementationOutcome.NotAchieved);
        Decided(DecisionOutcome.Adopted).RollBack("Pengene blev brugt til noget andet.", null, Now);
    }

    private void AddAdministrative()
    {
        Formulated(PieceClass.Administrative, Now);
        Concluded(PieceClass.Administrative, Conclusion.Recognised, Now).Accept("", Today, "", null, Now);
        Concluded(PieceClass.Administrative, Conclusion.Recognised, Now).Decline("Et andet system kan det allerede.", Today, "", null, Now);
        var silent = Now.AddDays(-200);
        var piece = Concluded(PieceClass.Administrative, Conclusion.Recognised, silent);
        piece.Accept("", DanishText.Day(silent), "", null, silent);
        Begin(piece, Today.AddDays(90), silent);
    }

    private void AddLocal(Institution institution)
    {
        Concluded(PieceClass.Local, Conclusion.Recognised, Now);
        HandedOver(institution);
        var begun = HandedOver(institution);
        begun.Begin(begun.Implementations[0], "Leder", null, Today.AddDays(60), null, Now);
        begun.AddMilestone(begun.Implementations[0], "Første møde", Today.AddDays(10), null, Now);
        var closed = HandedOver(institution);
        closed.Begin(closed.Implementations[0], "Leder", null, Today, null, Now);
        Close(closed, ImplementationOutcome.PartlyAchieved);
    }

    private SolutionPiece Draft(PieceClass pieceClass, DateTime at)
    {
        var piece = SolutionPiece.Draft(process.Id, ++_last, pieceClass, $"Forslag {_last}", null, at, "Det hjælper børnene.");
        _pieces.Add(piece);
        return piece;
    }

    private SolutionPiece Formulated(PieceClass pieceClass, DateTime at)
    {
        var piece = Draft(pieceClass, at);
        piece.Formulate(null, at);
        return piece;
    }

    private SolutionPiece Concluded(PieceClass pieceClass, Conclusion conclusion, DateTime at)
    {
        var piece = Formulated(pieceClass, at);
        piece.Conclude(conclusion, "Mødet genkendte det ikke.", departs: false, null, null, at);
        return piece;
    }

    private SolutionPiece Designated(DesignationChoice choice)
    {
        var piece = Concluded(PieceClass.Political, Conclusion.Recognised, Now);
        piece.Designate(choice, "Det vigtigste først.", null, Now);
        return piece;
    }

    private SolutionPiece Submitted()
    {
        var piece = Designated(DesignationChoice.Designated);
        piece.Submit("", null, Now);
        return piece;
    }

    private SolutionPiece Decided(DecisionOutcome outcome)
    {
        var piece = Submitted();
        Decide(piece, DecisionBody.Council, DecisionStanding.Decides, outcome);
        return piece;
    }

    private void Decide(SolutionPiece piece, DecisionBody body, DecisionStanding standing, DecisionOutcome outcome) =>
        piece.Decide(
            new Decision { Body = body, Standing = standing, Outcome = outcome, DecidedOn = Today, Reason = "Pengene rækker ikke <i år>." }, null, Now);

    private void Estimate(SolutionPiece piece, long amount) =>
        piece.WriteEstimate(EstimateStatus.Rough, 2026, "", [new CostLine { Year = process.FirstYear, Amount = amount }], null, Now);

    private static SolutionPiece Begin(SolutionPiece piece, DateOnly dueOn, DateTime at)
    {
        piece.Begin("Skolechef", null, dueOn, null, at);
        return piece;
    }

    private SolutionPiece HandedOver(Institution institution)
    {
        var piece = Concluded(PieceClass.Local, Conclusion.Recognised, Now);
        piece.HandOver([institution], "Værsgo.", null, Now);
        return piece;
    }

    private void Close(SolutionPiece piece, ImplementationOutcome outcome) =>
        piece.Close(piece.Implementations[0], outcome, "Sådan gik det.", null, Now);
}
