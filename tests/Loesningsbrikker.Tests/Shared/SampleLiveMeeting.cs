using Loesningsbrikker.Meetings;
using Loesningsbrikker.Meetings.Live;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Tests.Shared;

/// <summary>The sample's joint meeting is held live: a participant with a slip, a proposal of a table, a planned question and an open one.</summary>
internal static class SampleLiveMeeting
{
    /// <summary>Adds it to the newest meeting of the process.</summary>
    /// <returns>The meeting's code and the slip's.</returns>
    public static async Task<(string JoinCode, string Slip)> AddAsync(LoesningsbrikkerContext db, Slips slips, long processId, InformantGroup group, long leaderId)
    {
        var meeting = await db.ValidationMeetings.OrderByDescending(m => m.Id).FirstAsync(m => m.ProcessId == processId);
        var piece = await db.SolutionPieces.OrderBy(p => p.Number).FirstAsync(p => p.ProcessId == processId && p.Stage == PieceStage.Formulated);
        meeting.GoLive(Slips.NewCode(ValidationMeeting.JoinCodeLength), leaderId, db.UtcNow);
        meeting.DecideSecrecy(secret: true, hasAsked: false, leaderId, db.UtcNow);
        meeting.LetJoinWithoutSlip(allowed: true, leaderId, db.UtcNow);
        var slip = Slips.NewCode(Slips.Length);
        var participant = MeetingParticipant.Of(meeting, group, ParticipantWay.Slip, leaderId, db.UtcNow);
        slips.Write(participant, slip);
        participant.Join(db.UtcNow);
        var asked = new AskedPiece(piece.Id, piece.Number, piece.Stage, piece.Title, piece.Description, null);
        var planned = MeetingRound.Plan(meeting, 2, new RoundPlan(RoundKind.Professional, null, null, IsRehearsal: false), [asked], leaderId, db.UtcNow);
        var proposal = Qualification.Propose(meeting, QualificationKind.Addition, piece.Id, "4", null, "Også om aftenen.", leaderId, db.UtcNow);
        db.AddRange(participant, planned, proposal);
        await db.SaveChangesAsync();
        // Last, so that the address of "a question" is that of the open one.
        var open = MeetingRound.Plan(meeting, 1, new RoundPlan(RoundKind.Validity, null, null, IsRehearsal: false), [asked], leaderId, db.UtcNow);
        db.Add(open);
        await db.SaveChangesAsync();
        open.Open(meeting, new Dictionary<long, AskedPiece> { [piece.Id] = asked }, [new RoundTurnout { ProcessId = processId, GroupId = group.Id, Entitled = 1, Present = 1 }],
            countdown: null, leaderId, db.UtcNow);
        await db.SaveChangesAsync();
        return (meeting.JoinCode!, slip);
    }
}
