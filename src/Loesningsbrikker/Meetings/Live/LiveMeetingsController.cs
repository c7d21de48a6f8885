using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Meetings.Live;

/// <summary>Starting and ending a live meeting, and how it is held.</summary>
[Route(Meetings + "/{id}/live")]
public sealed class LiveMeetingsController(LoesningsbrikkerContext db, CurrentProcess current, SecretTraces traces) : AgendaVerbController(db, current)
{
    /// <summary>Lets people join, or goes on with a meeting that was ended too early.</summary>
    [HttpPost]
    public async Task<IActionResult> Create(long id, LiveForm form)
    {
        await ChangeAsync(id, async (meeting, hasAsked) =>
        {
            meeting.GoLive(await FreshCodeAsync(), Db.Actor.RequiredUserId, Db.UtcNow);
            Hold(meeting, form, hasAsked);
        });
        return ToAgenda(id, "Mødet er i gang. Deltagerne kan være med nu.");
    }

    /// <summary>Changes whether ballots are secret, while nobody has answered, and whether people without a slip may join.</summary>
    [HttpPost("settings")]
    public async Task<IActionResult> Update(long id, LiveForm form)
    {
        await ChangeAsync(id, (meeting, hasAsked) =>
        {
            Hold(meeting, form, hasAsked);
            return Task.CompletedTask;
        });
        return ToAgenda(id, "Gemt.");
    }

    /// <summary>Ends the meeting; answers on paper may still be entered.</summary>
    [HttpPost("end")]
    public async Task<IActionResult> End(long id, AgendaForm form)
    {
        var secret = false;
        await ChangeAsync(id, async (meeting, _) =>
        {
            secret = meeting.BallotsAreSecret;
            meeting.End(await Db.MeetingRounds.AnyAsync(r => r.MeetingId == id && r.OpenedAtUtc != null && r.ClosedAtUtc == null), Db.Actor.RequiredUserId, Db.UtcNow);
        });
        if (secret)
            await traces.WipeAsync(Db);
        return ToAgenda(id, "Mødet er slut. Telefonerne siger tak.");
    }

    private void Hold(ValidationMeeting meeting, LiveForm form, bool hasAsked)
    {
        if (form.Secret is { } secret)
            meeting.DecideSecrecy(secret, hasAsked, Db.Actor.RequiredUserId, Db.UtcNow);
        else if (meeting.SecrecyDecidedAtUtc is null)
            throw new RuleException("Vælg, om svarene er hemmelige eller åbne.", nameof(form.Secret));
        meeting.LetJoinWithoutSlip(form.WithoutSlip, Db.Actor.RequiredUserId, Db.UtcNow);
    }

    private Task ChangeAsync(long id, Func<ValidationMeeting, bool, Task> verb) => Db.InTransactionAsync(async () =>
    {
        await MeetingLocks.AgendaAsync(Db, id);
        var meeting = await Db.ValidationMeetings.FirstOrDefaultAsync(m => m.Id == id && m.ProcessId == Current.Id) ?? throw new NotFoundException();
        await verb(meeting, await Db.MeetingRounds.AnyAsync(r => r.MeetingId == id && !r.IsRehearsal && r.OpenedAtUtc != null));
        await Db.SaveChangesAsync();
    });

    /// <summary>A code that no meeting of any municipality has; the unique index has the last word.</summary>
    private async Task<string> FreshCodeAsync()
    {
        string code;
        do
            code = Slips.NewCode(ValidationMeeting.JoinCodeLength);
        while (await Db.ValidationMeetings.IgnoreQueryFilters().AnyAsync(m => m.JoinCode == code));
        return code;
    }
}
