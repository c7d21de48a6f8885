using Loesningsbrikker.Meetings.Live;
using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Meetings.Phone;

/// <summary>What is shown of a question: the same for everybody, or with what one participant answered.</summary>
/// <param name="Code">The meeting's code, for the addresses.</param>
/// <param name="Question">The open question; null while none is open.</param>
/// <param name="HasEnded">Whether the meeting is over.</param>
/// <param name="Own">What this phone answered; null when it is not known or there is none.</param>
/// <param name="WithToken">Whether forms carry this visitor's token; false in what all phones share.</param>
public sealed record QuestionView(string Code, RoundQuestion? Question, bool HasEnded, OwnBallot? Own = null, bool WithToken = false)
{
    /// <summary>The answer about a piece; null without one.</summary>
    public OwnAnswer? AnswerTo(QuestionPiece piece) => Own?.Answers.GetValueOrDefault(piece.PieceId);
}

/// <summary>What a phone answered.</summary>
/// <param name="Answers">By key of the piece.</param>
public sealed record OwnBallot(int Revision, IReadOnlyDictionary<long, OwnAnswer> Answers);

/// <summary>What a phone answered about one piece.</summary>
public sealed record OwnAnswer(int Value, string Comment);

/// <summary>The participant's page.</summary>
/// <param name="Group">Name of the participant's group.</param>
/// <param name="Tag">The phone's name for what it keeps in its own storage.</param>
/// <param name="Version">What is shown (<see cref="MeetingNow.Version"/>).</param>
/// <param name="ClosesIn">Seconds until the question closes; null without a countdown.</param>
public sealed record PhonePage(PhoneMeeting Meeting, string Group, string Tag, string Version, double? ClosesIn, QuestionView View)
{
    /// <summary>Reads it; null when the participant is not on the meeting's list any more.</summary>
    public static async Task<PhonePage?> ReadAsync(LoesningsbrikkerContext db, PhoneMeeting meeting, MeetingPass pass)
    {
        var group = await db.MeetingParticipants.Where(p => p.Id == pass.ParticipantId && p.MeetingId == meeting.Id && p.WithdrawnAtUtc == null)
            .Select(p => p.Group.Name).FirstOrDefaultAsync();
        if (group is null || await MeetingNow.ReadAsync(db, meeting.Id) is not { } now)
            return null;
        var question = now.RoundId is { } roundId ? await RoundQuestion.ReadAsync(db, meeting.Id, roundId) : null;
        var own = question is null ? null : await OwnAsync(db, question, pass);
        return new PhonePage(meeting, group, pass.Tag, now.Version, SecondsLeft(now, db.UtcNow), new QuestionView(meeting.Code, question, now.HasEnded, own, WithToken: true));
    }

    /// <summary>Seconds until the open question closes; null without a countdown.</summary>
    public static double? SecondsLeft(MeetingNow now, DateTime utcNow) => now.ClosesAtUtc is { } closes ? Math.Max(0, (closes - utcNow).TotalSeconds) : null;

    private static async Task<OwnBallot?> OwnAsync(LoesningsbrikkerContext db, RoundQuestion question, MeetingPass pass)
    {
        var ballot = await BallotBox.FindAsync(db, question.RoundId, question.IsSecret, pass.ParticipantId, pass.BallotId(question.RoundId));
        return ballot is null ? null : new OwnBallot(ballot.Revision, ballot.Answers.ToDictionary(a => a.SolutionPieceId, a => new OwnAnswer(a.Value, a.Comment)));
    }
}
