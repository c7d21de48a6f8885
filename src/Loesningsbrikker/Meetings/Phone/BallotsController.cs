using System.ComponentModel.DataAnnotations;
using Loesningsbrikker.Meetings.Live;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Loesningsbrikker.Meetings.Phone;

/// <summary>A ballot as the phone sends it, from a script or from a plain form.</summary>
public sealed class BallotForm
{
    /// <summary>Grows with every change.</summary>
    [Range(1, int.MaxValue, ErrorMessage = "Indlæs siden igen, og svar på ny.")]
    public int Revision { get; set; }

    /// <summary>The answers.</summary>
    [MaxLength(MeetingRound.MaxPieces)]
    public List<AnswerForm> Answers { get; set; } = [];
}

/// <summary>The answer about one piece.</summary>
public sealed class AnswerForm
{
    /// <summary>The piece's place in the question.</summary>
    public int Place { get; set; }

    /// <summary>The answer (<see cref="AnswerValues"/>); null for none.</summary>
    public int? Value { get; set; }

    /// <summary>A comment; null leaves the one there is.</summary>
    [Display(Name = "Kommentaren"), MaxLength(BallotAnswer.MaxCommentLength)]
    public string? Comment { get; set; }
}

/// <summary>Handing in a ballot.</summary>
[Route(Meeting + "/rounds/{roundId}/ballot")]
public sealed class BallotsController(LoesningsbrikkerContext db, CurrentProcess current, MeetingPasses passes, BallotBox box) : PhoneController(db, current, passes)
{
    /// <summary>
    /// From a script. The same request may come any number of times: it is the same ballot, because its id is reckoned from the phone's
    /// pass. It is answered when it is durable.
    /// </summary>
    [HttpPut]
    public async Task<IActionResult> Update(string joinCode, long roundId, [FromBody] BallotForm ballot) =>
        Json(await CastAsync(RequirePass(joinCode), roundId, ballot));

    /// <summary>From a plain form, without script.</summary>
    [HttpPost]
    public async Task<IActionResult> Create(string joinCode, long roundId, BallotForm form)
    {
        var pass = RequirePass(joinCode);
        await CastAsync(pass, roundId, form);
        Confirm("Dit svar er gemt. Du kan ændre det, til spørgsmålet lukker.");
        return Redirect("/m/" + pass.Code + (form.Answers.Count == 1 ? "#brik-" + form.Answers[0].Place : ""));
    }

    /// <inheritdoc />
    public override async Task<IActionResult> ShowAgainAsync(object form)
    {
        var meeting = await FindAsync(RouteData.Values["joinCode"] as string ?? "");
        return Passes.Read(Request, meeting.Code) is { } pass && await PhonePage.ReadAsync(Db, meeting, pass) is { } page
            ? View("/Meetings/Views/PhonePages/Show.cshtml", page)
            : await ShowJoiningAsync(meeting);
    }

    private Task<BallotReceipt> CastAsync(MeetingPass pass, long roundId, BallotForm ballot) => box.CastAsync(Db.Actor, new BallotPaper(
        pass.MeetingId, roundId, pass.ParticipantId, pass.BallotId(roundId), ballot.Revision,
        [.. ballot.Answers.Select(a => new PieceAnswer(a.Place, a.Value, a.Comment))]));
}
