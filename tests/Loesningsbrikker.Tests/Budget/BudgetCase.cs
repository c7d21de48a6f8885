using Loesningsbrikker.Budget;
using Loesningsbrikker.Decisions;
using Loesningsbrikker.Meetings;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Loesningsbrikker.Tests.Shared;

namespace Loesningsbrikker.Tests.Budget;

/// <summary>
/// Pieces at all prices, for a budget of 2028 to 2031: D-1 political, adopted, calculated in both kinds; D-2 administrative, reckoned to cost 0;
/// D-3 political, designated, not calculated; D-4 local, with income and a year outside the budget; D-5 a draft; D-6 political,
/// not calculated, with a title that looks like a formula.
/// </summary>
public sealed class BudgetCase(LoesningsbrikkerContext db, TestCity city)
{
    public const string FormulaTitle = "=1+1";
    public const string Note = "Regnet på timer.";

    private static readonly DateOnly Day = new(2026, 10, 1);

    private int _number;

    public async Task<BudgetCase> BuildAsync()
    {
        var adopted = Designated("Bedre normering");
        Write(adopted, EstimateStatus.Calculated, Line(2028, 1_250_500), Line(2028, 250_000, CostDirection.Income), Line(2029, 1_300_000), Line(2028, 5_000_000, CostDirection.Expenditure, CostKind.Capital));
        adopted.Submit("28.00.00-A00-1-26", null, db.UtcNow);
        adopted.Decide(new Decision { Body = DecisionBody.Council, Standing = DecisionStanding.Decides, Outcome = DecisionOutcome.PartlyAdopted, DecidedOn = Day, Reason = "Kun det første år." }, null, db.UtcNow);
        Write(Formulated(PieceClass.Administrative, "Ét skema"), EstimateStatus.Rough, Line(2028, 0));
        Designated("Nyt tag");
        Write(Formulated(PieceClass.Local, "Fælles legeplads"), EstimateStatus.QualityAssured, Line(2031, 12_345, CostDirection.Income), Line(2027, 40_000));
        db.Add(SolutionPiece.Draft(city.Process.Id, ++_number, PieceClass.Political, "Kladden", null, db.UtcNow));
        Formulated(PieceClass.Political, FormulaTitle);
        await db.SaveChangesAsync();
        return this;
    }

    /// <summary>Results of a meeting for D-1 from three groups, one of them too small to be shown.</summary>
    public async Task<BudgetCase> WithMeetingAsync()
    {
        var meeting = new ValidationMeeting { ProcessId = city.Process.Id, Title = "Fællesmøde", HeldOn = Day, CreatedAtUtc = db.UtcNow };
        db.Add(meeting);
        await db.SaveChangesAsync();
        var piece = db.SolutionPieces.Local.Single(p => p.Number == 1);
        foreach (var (name, yes, no) in new[] { ("Forældre", 8, 2), ("Ledere", 3, 0), ("Medarbejdere", 6, 6) })
            db.Add(new MeetingResult
            {
                ProcessId = city.Process.Id, MeetingId = meeting.Id, SolutionPieceId = piece.Id, Group = new InformantGroup { ProcessId = city.Process.Id, Name = name },
                Yes = yes, No = no, DontKnow = 1, Professional = [0, 0, 1, 2, yes], Economic = [yes, 2, 1, 0, 0],
            });
        await db.SaveChangesAsync();
        return this;
    }

    public static CostLine Line(int year, long amount, CostDirection direction = CostDirection.Expenditure, CostKind kind = CostKind.Operating) =>
        new() { Year = year, Amount = amount, Direction = direction, Kind = kind };

    /// <summary>A formulated piece with the next number.</summary>
    public SolutionPiece Formulated(PieceClass pieceClass, string title)
    {
        var piece = SolutionPiece.Draft(city.Process.Id, ++_number, pieceClass, title, null, db.UtcNow, "Det hjælper børnene.");
        piece.Formulate(null, db.UtcNow);
        db.Add(piece);
        return piece;
    }

    private SolutionPiece Designated(string title)
    {
        var piece = Formulated(PieceClass.Political, title);
        piece.Conclude(Conclusion.Recognised, "", departs: false, null, null, db.UtcNow);
        piece.Designate(DesignationChoice.Designated, "Det haster.", null, db.UtcNow);
        return piece;
    }

    private void Write(SolutionPiece piece, EstimateStatus status, params CostLine[] lines) => piece.WriteEstimate(status, 2026, Note, lines, null, db.UtcNow);
}
