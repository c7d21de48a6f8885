using Loesningsbrikker.Decisions;
using Loesningsbrikker.Implementations;
using Loesningsbrikker.Meetings;
using Loesningsbrikker.Processes;
using Loesningsbrikker.SolutionPieces;

namespace Loesningsbrikker.Tests.SolutionPieces;

/// <summary>A piece put into any class and stage, and the one verb that each step of its life stands for.</summary>
internal sealed class PieceInStage
{
    public const long By = 7;
    public static readonly DateTime Now = new(2026, 11, 21, 9, 0, 0, DateTimeKind.Utc);
    public static readonly DateOnly Day = new(2026, 11, 20);

    private readonly SolutionPiece _other = Draft(2, PieceClass.Local);
    private readonly Institution _spare = new() { Id = 33, Name = "Solgården" };

    public PieceInStage(PieceClass pieceClass, PieceStage stage)
    {
        Piece = Draft(1, pieceClass);
        (Piece.Stage, _other.Stage) = (stage, stage == PieceStage.Draft ? PieceStage.Draft : PieceStage.Formulated);
        Piece.Conclusion = stage switch { PieceStage.Validated => Conclusion.Recognised, PieceStage.NotValidated => Conclusion.NotRecognised, _ => null };
        if (stage is PieceStage.HandedOver or PieceStage.InImplementation or PieceStage.Closed)
            AddImplementations(pieceClass, stage);
    }

    /// <summary>A piece that came to its class and stage in another way.</summary>
    public PieceInStage(SolutionPiece piece) => Piece = piece;

    public SolutionPiece Piece { get; }

    /// <summary>Everything that a verb may change, to be compared.</summary>
    public string Snapshot() => string.Join('|', Piece.Class, Piece.Stage, Piece.Title, Piece.Description, Piece.Conclusion, Piece.MergedIntoId, Piece.Events.Count,
        Piece.Validations.Count, Piece.Designations.Count, Piece.Decisions.Count, Piece.Institutions.Count, Piece.Implementations.Count,
        string.Join(',', Piece.Implementations.Select(i => $"{i.BegunAtUtc} {i.ClosedAtUtc} {i.Outcome} {i.OutcomeText} {i.LastNewsAtUtc} {i.ResponsibleRole} {i.DueOn}")),
        _other.Stage, _other.Events.Count, _other.Description);

    /// <summary>Takes the step.</summary>
    /// <param name="reason">The reason, where the verb takes one.</param>
    public void Do(PieceStep step, string? reason)
    {
        switch (step)
        {
            case PieceStep.Reword: Piece.Reword("Nye ord", Piece.Description, reason, By, Now); break;
            case PieceStep.Formulate: Piece.Formulate(By, Now); break;
            case PieceStep.Reclassify: Piece.Reclassify(Piece.Class == PieceClass.Local ? PieceClass.Political : PieceClass.Local, reason, By, Now); break;
            case PieceStep.Merge: Piece.MergeInto(_other, reason, By, Now); break;
            case PieceStep.Split: Piece.SplitOff(Draft(3, PieceClass.Local), 2, 3, reason, By, Now); break;
            case PieceStep.Conclude: Conclude(reason); break;
            case PieceStep.Designate: Piece.Designate(DesignationChoice.Designated, reason, By, Now); break;
            case PieceStep.LeaveOut: Piece.Designate(DesignationChoice.NotDesignated, reason, By, Now); break;
            case PieceStep.Submit: Piece.Submit("17.00.00-A00-1-26", By, Now); break;
            case PieceStep.Decide: Piece.Decide(Adopted(), By, Now); break;
            case PieceStep.Accept: Piece.Accept(reason, Day, null, By, Now); break;
            case PieceStep.Decline: Piece.Decline(reason, Day, null, By, Now); break;
            case PieceStep.HandOver: Piece.HandOver([_spare], reason, By, Now); break;
            case PieceStep.Begin: Begin(); break;
            case PieceStep.CarryOut: CloseAll(reason); break;
            case PieceStep.RollBack: Piece.RollBack(reason, By, Now); break;
            default: throw new ArgumentOutOfRangeException(nameof(step));
        }
    }

    private void Conclude(string? reason) => Piece.Conclude(
        Piece.Conclusion == Conclusion.Recognised ? Conclusion.NotRecognised : Conclusion.Recognised, reason, departs: false, meetingId: null, By, Now);

    private void Begin()
    {
        if (Piece.Class == PieceClass.Local && Piece.Implementations.Find(i => i.BegunAtUtc is null) is { } waiting)
            Piece.Begin(waiting, "Leder", By, Day.AddYears(1), By, Now);
        else
            Piece.Begin("Skolechef", By, Day.AddYears(1), By, Now);
    }

    /// <summary>The last one to end closes the piece.</summary>
    private void CloseAll(string? reason)
    {
        if (Piece.Implementations.Count == 0)
            Piece.Close(new Implementation(), ImplementationOutcome.Achieved, reason, By, Now);
        Piece.Implementations.RemoveAll(i => i.BegunAtUtc is null && Piece.Stage == PieceStage.InImplementation);
        Piece.Close(Piece.Implementations[0], ImplementationOutcome.Achieved, reason, By, Now);
    }

    private void AddImplementations(PieceClass pieceClass, PieceStage stage)
    {
        var first = new Implementation { SolutionPiece = Piece, CreatedAtUtc = Now };
        if (pieceClass == PieceClass.Local)
            (first.Institution, first.InstitutionId) = (new Institution { Id = 31, Name = "Egen" }, 31);
        if (stage != PieceStage.HandedOver)
            first.BegunAtUtc = Now;
        if (stage == PieceStage.Closed)
            (first.ClosedAtUtc, first.Outcome) = (Now, ImplementationOutcome.Achieved);
        Piece.Implementations.Add(first);
        // An institution that has not begun, beside one that has.
        if (pieceClass == PieceClass.Local && stage == PieceStage.InImplementation)
            Piece.Implementations.Add(new Implementation { SolutionPiece = Piece, InstitutionId = 32, Institution = new Institution { Id = 32, Name = "Bøgen" } });
    }

    private static Decision Adopted() => new()
    {
        Body = DecisionBody.Council, Standing = DecisionStanding.Decides, Outcome = DecisionOutcome.Adopted, DecidedOn = Day, CaseNumber = "17.00.00-A00-1-26",
    };

    private static SolutionPiece Draft(int id, PieceClass pieceClass)
    {
        var piece = SolutionPiece.Draft(1, id, pieceClass, "Titel", By, Now, "Fordi.");
        piece.Id = id;
        return piece;
    }
}
