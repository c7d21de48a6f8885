using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Meetings.Phone;

/// <summary>The short address from the projector, where the meeting's code is typed.</summary>
[Route("m")]
public sealed class MeetingCodesController(LoesningsbrikkerContext db, CurrentProcess current, MeetingPasses passes, WrongCodes wrong)
    : PhoneController(db, current, passes)
{
    /// <summary>Shows the form.</summary>
    [HttpGet]
    public IActionResult New()
    {
        MeetingPasses.Device(HttpContext);
        return View("New", new CodeForm());
    }

    /// <summary>Goes to the meeting.</summary>
    [HttpPost]
    public async Task<IActionResult> Create(CodeForm form)
    {
        var right = wrong.Try("", MeetingPasses.Device(HttpContext));
        var code = Live.Slips.Read(form.Code, ValidationMeeting.JoinCodeLength);
        if (code is null || !await Db.ValidationMeetings.IgnoreQueryFilters().AnyAsync(m => m.JoinCode == code && m.LiveSinceUtc != null))
            throw new RuleException($"Koden passer ikke til noget møde. Den er på {ValidationMeeting.JoinCodeLength} tegn og står på skærmen.", nameof(form.Code));
        right();
        return Redirect("/m/" + code);
    }

    /// <inheritdoc />
    public override Task<IActionResult> ShowAgainAsync(object form) => Task.FromResult<IActionResult>(View("New", form));
}
