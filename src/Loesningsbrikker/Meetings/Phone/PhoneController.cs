using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Meetings.Phone;

/// <summary>A live meeting, as its phones know it.</summary>
/// <param name="IsSecret">Whether the next question's ballots carry no participant.</param>
/// <param name="WithoutSlip">Whether one may join without a slip.</param>
public sealed record PhoneMeeting(long Id, long MunicipalityId, long ProcessId, string Title, string Code, bool IsSecret, bool WithoutSlip, DateTime? EndedAtUtc);

/// <summary>
/// What the pages of participants have in common. Nobody signs in: the meeting's code in the address says which meeting, and so which
/// municipality; the pass in the cookie says who. A colleague who is signed in on the same phone acts as a participant here.
/// </summary>
[AllowAnonymous]
public abstract class PhoneController(LoesningsbrikkerContext db, CurrentProcess current, MeetingPasses passes) : HouseController(db, current)
{
    /// <summary>Below this address stand all of them.</summary>
    protected const string Meeting = "m/{joinCode}";

    /// <summary>Reads and writes the phone's pass.</summary>
    protected MeetingPasses Passes { get; } = passes;

    /// <summary>The meeting with the code, live or ended; from here on the context sees its municipality.</summary>
    /// <exception cref="NotFoundException">There is none.</exception>
    protected async Task<PhoneMeeting> FindAsync(string joinCode)
    {
        // Everybody without the code is a stranger, so the code is looked for in all municipalities.
        var code = Live.Slips.Read(joinCode, ValidationMeeting.JoinCodeLength) ?? throw new NotFoundException();
        var meeting = await Db.ValidationMeetings.IgnoreQueryFilters().Where(m => m.JoinCode == code && m.LiveSinceUtc != null)
            .Select(m => new PhoneMeeting(m.Id, m.MunicipalityId, m.ProcessId, m.Title, code, m.BallotsAreSecret, m.JoinsWithoutSlipSinceUtc != null, m.EndedAtUtc))
            .FirstOrDefaultAsync() ?? throw new NotFoundException();
        ActAs(meeting.MunicipalityId);
        return meeting;
    }

    /// <summary>This phone's pass for the meeting in the address; from here on the context sees its municipality.</summary>
    /// <exception cref="RuleException">The phone has not joined it.</exception>
    protected MeetingPass RequirePass(string joinCode)
    {
        var code = Live.Slips.Read(joinCode, ValidationMeeting.JoinCodeLength) ?? throw new NotFoundException();
        var pass = Passes.Read(Request, code) ?? throw new RuleException("Du er ikke med i mødet på denne telefon. Skriv sedlens kode igen.");
        ActAs(pass.MunicipalityId);
        return pass;
    }

    /// <summary>The page for joining, where a phone has no pass, or one that holds no longer.</summary>
    protected async Task<IActionResult> ShowJoiningAsync(PhoneMeeting meeting, JoinForm? form = null)
    {
        // Those without a slip choose a group, never a children's one.
        var groups = meeting.WithoutSlip
            ? await Db.InformantGroups.Where(g => g.ProcessId == meeting.ProcessId && !g.AreChildren).Select(g => new JoinGroup(g.Id, g.Name)).ToListAsync() : [];
        ViewData["Context"] = new JoinContext(meeting, [.. groups.OrderBy(g => g.Name, DanishText.Comparer)]);
        return View("/Meetings/Views/Joins/New.cshtml", form ?? new JoinForm());
    }

    /// <summary>Who acts from here on: nobody in particular, in that municipality.</summary>
    protected void ActAs(long municipalityId) => (Db.Actor.MunicipalityId, Db.Actor.UserId) = (municipalityId, null);
}
