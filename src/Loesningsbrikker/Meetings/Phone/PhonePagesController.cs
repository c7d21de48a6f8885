using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Loesningsbrikker.Meetings.Phone;

/// <summary>What a phone shows of the meeting: the page, and what changes on it.</summary>
[Route(Meeting)]
public sealed class PhonePagesController(LoesningsbrikkerContext db, CurrentProcess current, MeetingPasses passes, MeetingWatch watch) : PhoneController(db, current, passes)
{
    /// <summary>The open question, or that one waits; the page for joining where the phone has not joined.</summary>
    [HttpGet]
    public async Task<IActionResult> Show(string joinCode)
    {
        MeetingPasses.Device(HttpContext);
        if (await TryFindAsync(joinCode) is not { } meeting)
            return NoMeeting(joinCode);
        return Passes.Read(Request, meeting.Code) is { } pass && await PhonePage.ReadAsync(Db, meeting, pass) is { } page
            ? View("Show", page)
            : await ShowJoiningAsync(meeting);
    }

    /// <summary>
    /// What the meeting asks, as soon as it is something else than <paramref name="seen"/>; after 25 seconds the same once more. The
    /// question's markup is the same for all phones and made once.
    /// </summary>
    [HttpGet("now")]
    public async Task<IActionResult> Now(string joinCode, string? seen)
    {
        var code = Live.Slips.Read(joinCode, ValidationMeeting.JoinCodeLength);
        if (code is null || Passes.Read(Request, code) is not { } pass || await watch.WaitAsync(pass.MeetingId, seen, HttpContext.RequestAborted) is not { } now)
            return Json(new PhoneNews(HasJoined: false, "", null, null, null));
        if (now.Version == seen)
            return Json(new PhoneNews(HasJoined: true, now.Version, now.RoundId, PhonePage.SecondsLeft(now, Db.UtcNow), null));
        ActAs(pass.MunicipalityId);
        var html = await now.HtmlAsync(() => RenderAsync(pass, now));
        return Json(new PhoneNews(HasJoined: true, now.Version, now.RoundId, PhonePage.SecondsLeft(now, Db.UtcNow), html));
    }

    private async Task<PhoneMeeting?> TryFindAsync(string joinCode)
    {
        try
        {
            return await FindAsync(joinCode);
        }
        catch (NotFoundException)
        {
            return null;
        }
    }

    /// <summary>Somebody in a hall typed the address from the projector wrongly: the page where the code is typed helps more than that nothing was found.</summary>
    private ViewResult NoMeeting(string joinCode)
    {
        ModelState.AddModelError(nameof(CodeForm.Code), "Koden passer ikke til noget møde. Se efter på skærmen.");
        var view = View("/Meetings/Views/MeetingCodes/New.cshtml", new CodeForm { Code = joinCode.Length > 40 ? null : joinCode });
        view.StatusCode = StatusCodes.Status404NotFound;
        return view;
    }

    private async Task<string> RenderAsync(MeetingPass pass, MeetingNow now)
    {
        var question = now.RoundId is { } roundId ? await RoundQuestion.ReadAsync(Db, pass.MeetingId, roundId) : null;
        return await PartialText.RenderAsync(this, "_Now", new QuestionView(pass.Code, question, now.HasEnded));
    }
}

/// <summary>What a waiting phone is told.</summary>
/// <param name="HasJoined">False when the phone has to join anew.</param>
/// <param name="Version">What is shown now.</param>
/// <param name="RoundId">Key of the open question; null when none is.</param>
/// <param name="ClosesIn">Seconds until it closes; null without a countdown.</param>
/// <param name="Html">The markup to show; null when nothing changed.</param>
public sealed record PhoneNews(bool HasJoined, string Version, long? RoundId, double? ClosesIn, string? Html);
