using Loesningsbrikker.Budget;
using Loesningsbrikker.Decisions;
using Loesningsbrikker.Meetings;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;

namespace Loesningsbrikker.Tests.Shared;

/// <summary>
/// The rest of the sample process: a joint meeting with results, and in order of number a local piece being carried out, a political
/// one before the politicians, an administrative and a political one that are recognised, and a political one that was adopted.
/// </summary>
internal static class SampleLaterPieces
{
    /// <summary>How many there are.</summary>
    public const int Count = 5;

    private static readonly DateOnly Day = new(2026, 10, 1);

    public static async Task AddAsync(LoesningsbrikkerContext db, long processId, int number, Institution institution, InformantGroup group)
    {
        var now = db.UtcNow;
        var meeting = new ValidationMeeting { ProcessId = processId, Title = "Fællesmøde", HeldOn = Day, Place = "Rådhuset", CreatedAtUtc = now };
        meeting.Attendances.Add(new MeetingAttendance { ProcessId = processId, Group = group, Invited = 20, Present = 16 });
        db.Add(meeting);
        await db.SaveChangesAsync();
        var carriedOut = Recognised(processId, number, PieceClass.Local, "Fælles legeplads", meeting, now);
        carriedOut.HandOver([institution], "Velkommen til.", null, now);
        carriedOut.Begin(carriedOut.Implementations[0], "Institutionsleder", institution.LeaderUserId, Day.AddMonths(6), null, now);
        carriedOut.AddMilestone(carriedOut.Implementations[0], "Tegning klar", Day.AddMonths(2), null, now);
        carriedOut.Report(carriedOut.Implementations[0], "Forældrene tegner med.", null, now);
        var submitted = Submitted(processId, number + 1, "Flere hænder i ydertimerne", meeting, now);
        submitted.Decide(
            new Decision { Body = DecisionBody.Committee, Standing = DecisionStanding.Recommends, Outcome = DecisionOutcome.Adopted, DecidedOn = Day }, null, now);
        var administrative = Recognised(processId, number + 2, PieceClass.Administrative, "Ét skema i stedet for tre", meeting, now);
        var validated = Recognised(processId, number + 3, PieceClass.Political, "To voksne ved åbning", meeting, now);
        var adopted = Submitted(processId, number + 4, "Nyt tag på børnehuset", meeting, now);
        adopted.Decide(
            new Decision { Body = DecisionBody.Council, Standing = DecisionStanding.Decides, Outcome = DecisionOutcome.Adopted, DecidedOn = Day }, null, now);
        db.AddRange(carriedOut, submitted, administrative, validated, adopted);
        await db.SaveChangesAsync();
        db.Add(new MeetingResult
        {
            ProcessId = processId, MeetingId = meeting.Id, SolutionPieceId = submitted.Id, Group = group, Yes = 12, No = 2, DontKnow = 1,
            Professional = [0, 1, 3, 6, 5], Economic = [1, 2, 4, 5, 3],
        });
        await db.SaveChangesAsync();
    }

    private static SolutionPiece Recognised(long processId, int number, PieceClass pieceClass, string title, ValidationMeeting meeting, DateTime now)
    {
        var piece = SolutionPiece.Draft(processId, number, pieceClass, title, null, now, "Det hjælper børnene.");
        piece.Formulate(null, now);
        piece.Conclude(Conclusion.Recognised, "", departs: false, meeting.Id, null, now);
        return piece;
    }

    private static SolutionPiece Submitted(long processId, int number, string title, ValidationMeeting meeting, DateTime now)
    {
        var piece = Recognised(processId, number, PieceClass.Political, title, meeting, now);
        piece.Designate(DesignationChoice.Designated, "Det haster.", null, now);
        piece.WriteEstimate(
            EstimateStatus.Rough, 2026, "Regnet på timer.", [new CostLine { Year = 2028, Amount = 1_200_000 }, new CostLine { Year = 2029, Amount = 0 }], null, now);
        piece.Submit("28.00.00-A00-1-26", null, now);
        return piece;
    }
}
