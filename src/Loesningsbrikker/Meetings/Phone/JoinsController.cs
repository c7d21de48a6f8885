using Loesningsbrikker.Meetings.Live;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Meetings.Phone;

/// <summary>Joining a meeting with a slip, or where it is allowed with the meeting's code alone.</summary>
[Route(Meeting)]
public sealed class JoinsController(
    LoesningsbrikkerContext db, CurrentProcess current, MeetingPasses passes, WrongCodes wrong, Slips slips, WriteLane lane) : PhoneController(db, current, passes)
{
    /// <summary>The personal link of a slip: one tap joins. Looking at it changes nothing, because mail programs follow links.</summary>
    [HttpGet("{slip}")]
    public async Task<IActionResult> New(string joinCode, string slip)
    {
        var meeting = await FindAsync(joinCode);
        var right = wrong.Try(meeting.Code, MeetingPasses.Device(HttpContext));
        var form = new JoinForm { Slip = slip };
        try
        {
            var participant = await FindAsync(meeting, slip);
            right();
            (form.SlipGroup, form.IsUsed) = (participant.Group.Name, participant.JoinedAtUtc is not null && Passes.Read(Request, meeting.Code)?.ParticipantId != participant.Id);
        }
        catch (RuleException broken)
        {
            ModelState.AddModelError(nameof(form.Slip), broken.Message);
        }
        return await ShowJoiningAsync(meeting, form);
    }

    /// <summary>Joins. Joining again on the same phone changes nothing.</summary>
    [HttpPost("join")]
    public async Task<IActionResult> Create(string joinCode, JoinForm form)
    {
        var meeting = await FindAsync(joinCode);
        if (meeting.EndedAtUtc is not null)
            throw new RuleException("Mødet er slut.");
        var participantId = string.IsNullOrWhiteSpace(form.Slip) && form.GroupId is { } groupId
            ? await JoinWithoutSlipAsync(meeting, groupId)
            : await JoinAsync(meeting, form.Slip);
        if (Passes.Read(Request, meeting.Code)?.ParticipantId != participantId)
            Passes.Write(Response, MeetingPass.New(meeting.MunicipalityId, meeting.Id, meeting.Code, participantId));
        return Redirect("/m/" + meeting.Code);
    }

    /// <summary>Lets somebody else use the phone.</summary>
    [HttpPost("leave")]
    public async Task<IActionResult> Leave(string joinCode)
    {
        var meeting = await FindAsync(joinCode);
        MeetingPasses.Delete(Response);
        return Redirect("/m/" + meeting.Code);
    }

    /// <inheritdoc />
    public override async Task<IActionResult> ShowAgainAsync(object form) =>
        await ShowJoiningAsync(await FindAsync(RouteData.Values["joinCode"] as string ?? ""), (JoinForm)form);

    private async Task<long> JoinAsync(PhoneMeeting meeting, string? typed)
    {
        var right = wrong.Try(meeting.Code, MeetingPasses.Device(HttpContext));
        var found = await FindAsync(meeting, typed);
        right();
        return await lane.WriteAsync(Db.Actor, async db =>
        {
            var participant = await db.MeetingParticipants.SingleAsync(p => p.Id == found.Id);
            participant.Join(db.UtcNow);
            await db.SaveChangesAsync();
            return participant.Id;
        });
    }

    private Task<long> JoinWithoutSlipAsync(PhoneMeeting meeting, long groupId)
    {
        if (!meeting.WithoutSlip)
            throw new RuleException("Til dette møde skal du have en seddel. Få en hos bordværten.", nameof(JoinForm.GroupId));
        var device = slips.DeviceIndexOf(meeting.Id, MeetingPasses.Device(HttpContext));
        return lane.WriteAsync(Db.Actor, async db =>
        {
            // The same phone is the same participant, however often it joins.
            var participant = await db.MeetingParticipants.FirstOrDefaultAsync(p => p.MeetingId == meeting.Id && p.DeviceIndex == device);
            if (participant is null)
            {
                var group = await db.InformantGroups.FirstOrDefaultAsync(g => g.Id == groupId && g.ProcessId == meeting.ProcessId && !g.AreChildren)
                    ?? throw new RuleException("Vælg en gruppe fra listen.", nameof(JoinForm.GroupId));
                if (await db.MeetingParticipants.CountAsync(p => p.MeetingId == meeting.Id) >= MeetingParticipant.Most)
                    throw new RuleException("Mødet er fyldt. Tal med bordværten.");
                var held = await db.ValidationMeetings.SingleAsync(m => m.Id == meeting.Id);
                participant = MeetingParticipant.Of(held, group, ParticipantWay.MeetingCode, null, db.UtcNow);
                participant.DeviceIndex = device;
                db.Add(participant);
            }
            participant.Join(db.UtcNow);
            await db.SaveChangesAsync();
            return participant.Id;
        });
    }

    /// <exception cref="RuleException">No slip of the meeting has the code, or it was taken back.</exception>
    private async Task<MeetingParticipant> FindAsync(PhoneMeeting meeting, string? typed)
    {
        if (Slips.Read(typed, Slips.Length) is not { } code)
            throw new RuleException($"Skriv de {Slips.Length} tegn, der står på din seddel.", nameof(JoinForm.Slip));
        var index = slips.IndexOf(meeting.Id, code);
        var participant = await Db.MeetingParticipants.AsNoTracking().Include(p => p.Group).FirstOrDefaultAsync(p => p.MeetingId == meeting.Id && p.SlipIndex == index);
        return participant switch
        {
            null => throw new RuleException("Ingen seddel til dette møde har den kode. Se efter en gang til, eller tal med bordværten.", nameof(JoinForm.Slip)),
            { WithdrawnAtUtc: not null } => throw new RuleException("Sedlen er trukket tilbage. Tal med bordværten.", nameof(JoinForm.Slip)),
            _ => participant,
        };
    }
}
