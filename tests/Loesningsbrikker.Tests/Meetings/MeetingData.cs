using Loesningsbrikker.Meetings;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Loesningsbrikker.Tests.Shared;

namespace Loesningsbrikker.Tests.Meetings;

/// <summary>Builds joint meetings and their results straight into the database.</summary>
public sealed class MeetingData(LoesningsbrikkerContext db, DialogueProcess process)
{
    private readonly Testimony _testimony = new(db, process);

    /// <summary>The context it writes through.</summary>
    public LoesningsbrikkerContext Db { get; } = db;

    /// <summary>A group of informants.</summary>
    public async Task<InformantGroup> GroupAsync(string name, bool areChildren = false)
    {
        var group = new InformantGroup { ProcessId = process.Id, Name = name, AreChildren = areChildren };
        Db.Add(group);
        await Db.SaveChangesAsync();
        return group;
    }

    /// <summary>A meeting to which each group came as one less than invited.</summary>
    public async Task<ValidationMeeting> MeetingAsync(string title, DateOnly heldOn, params (InformantGroup Group, int Present)[] groups)
    {
        var meeting = new ValidationMeeting { ProcessId = process.Id, Title = title, HeldOn = heldOn, CreatedAtUtc = Db.UtcNow };
        meeting.Attendances.AddRange(groups.Select(g => new MeetingAttendance
        {
            ProcessId = process.Id, GroupId = g.Group.Id, Invited = g.Present + 1, Present = g.Present,
        }));
        Db.Add(meeting);
        await Db.SaveChangesAsync();
        return meeting;
    }

    /// <summary>A formulated piece.</summary>
    public Task<SolutionPiece> PieceAsync(string title, PieceClass pieceClass = PieceClass.Political) =>
        _testimony.PieceAsync(pieceClass, title, formulated: true);

    /// <summary>What a group said about a piece.</summary>
    public async Task SayAsync(
        ValidationMeeting meeting, SolutionPiece piece, InformantGroup group, int yes, int no, int dontKnow = 0, int[]? professional = null, int[]? economic = null)
    {
        Db.Add(new MeetingResult
        {
            ProcessId = process.Id, MeetingId = meeting.Id, SolutionPieceId = piece.Id, GroupId = group.Id, Yes = yes, No = no, DontKnow = dontKnow,
            Professional = professional ?? [0, 0, 0, 0, 0], Economic = economic ?? [0, 0, 0, 0, 0],
        });
        await Db.SaveChangesAsync();
    }
}
