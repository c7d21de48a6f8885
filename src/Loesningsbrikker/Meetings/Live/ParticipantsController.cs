using System.ComponentModel.DataAnnotations;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Meetings.Live;

/// <summary>How many slips each group gets.</summary>
public sealed class SlipsForm
{
    /// <summary>One line per group.</summary>
    public List<SlipsLine> Groups { get; set; } = [];

    /// <summary>Whether every informant who has none gets a slip of their own.</summary>
    [Display(Name = "En seddel til hver informant, der ingen har")]
    public bool ForInformants { get; set; }
}

/// <summary>How many slips a group gets.</summary>
public sealed class SlipsLine
{
    /// <summary>Key of the group.</summary>
    public long GroupId { get; set; }

    /// <summary>How many more; null for none.</summary>
    [Display(Name = "Nye sedler"), Range(0, 1000, ErrorMessage = "Skriv et antal fra 0 til 1.000.")]
    public int? Count { get; set; }

    /// <summary>Name of the group; filled before the page is shown.</summary>
    [BindNever, ValidateNever]
    public string Name { get; set; } = "";
}

/// <summary>A participant in the list.</summary>
/// <param name="Informant">Code of the informant; null when the slip is for anybody of the group.</param>
/// <param name="Slip">The slip's code; null without one.</param>
public sealed record ParticipantRow(
    long Id, string Group, string? Informant, string? Slip, ParticipantWay Way, DateTime? PresentSinceUtc, DateTime? WithdrawnAtUtc);

/// <summary>What surrounds the form.</summary>
public sealed record ParticipantsPage(MeetingHead Meeting, PageOf<ParticipantRow> Page, int Present);

/// <summary>Who can answer at a meeting: slips per group, who has come, and taking somebody off the list.</summary>
[Route("dialogue-processes/{processId}/validation-meetings/{id}/participants"), Permit(Permission.RunMeetings)]
public sealed class ParticipantsController(LoesningsbrikkerContext db, CurrentProcess current, Slips slips) : HouseController(db, current)
{
    /// <summary>Shows the list and the form for new slips.</summary>
    [HttpGet]
    public Task<IActionResult> Index(long id, int page = 1) => ShowAsync(id, new SlipsForm(), page);

    /// <summary>Makes slips.</summary>
    [HttpPost]
    public async Task<IActionResult> Create(long id, SlipsForm form)
    {
        var asked = form.Groups.GroupBy(g => g.GroupId).ToDictionary(g => g.Key, g => g.Sum(line => line.Count ?? 0));
        var made = await SlipMaking.MakeAsync(Db, slips, Current.Id, id, asked, form.ForInformants);
        Confirm(DanishText.Count(made, "seddel er lavet.", "sedler er lavet."));
        return Redirect(PathOf(id));
    }

    /// <summary>Marks somebody as present, who has come without joining by phone.</summary>
    [HttpPost("{participantId}/presence")]
    public Task<IActionResult> Come(long id, long participantId) => ChangeAsync(id, participantId, p => p.Come(Db.UtcNow), "Deltageren er til stede.");

    /// <summary>Takes somebody off the list, e.g. a lost slip; what was answered stays.</summary>
    [HttpPost("{participantId}/withdrawal")]
    public Task<IActionResult> Withdraw(long id, long participantId) =>
        ChangeAsync(id, participantId, p => p.Withdraw(Db.Actor.RequiredUserId, Db.UtcNow), "Sedlen er trukket tilbage.");

    /// <summary>Erases somebody; counts that were concluded stay.</summary>
    [HttpPost("{participantId}/erasure")]
    public async Task<IActionResult> Erase(long id, long participantId)
    {
        await ParticipantErasure.EraseAsync(Db, Current.Id, id, participantId);
        Confirm("Deltageren er slettet. De resultater, der er talt op, er de samme.");
        return Redirect(PathOf(id));
    }

    /// <inheritdoc />
    public override Task<IActionResult> ShowAgainAsync(object form)
    {
        Db.ChangeTracker.Clear();
        return ShowAsync(long.TryParse(RouteData.Values["id"] as string, out var id) ? id : 0, (SlipsForm)form, 1);
    }

    private async Task<IActionResult> ShowAsync(long id, SlipsForm form, int page)
    {
        var meeting = await Db.MeetingAsync(Current, id);
        var all = Db.MeetingParticipants.Where(p => p.MeetingId == id);
        var rows = await all.OrderBy(p => p.Group.Name).ThenBy(p => p.Id)
            .Select(p => new { Participant = p, Group = p.Group.Name, Informant = Db.Informants.Where(i => i.Id == p.InformantId).Select(i => i.Code).FirstOrDefault() })
            .AsNoTracking().ToPageAsync(page);
        var typed = form.Groups.GroupBy(g => g.GroupId).ToDictionary(g => g.Key, g => g.First().Count);
        form.Groups = [.. (await Db.InformantGroups.Where(g => g.ProcessId == Current.Id && !g.AreChildren).Select(g => new { g.Id, g.Name }).ToListAsync())
            .OrderBy(g => g.Name, DanishText.Comparer).Select(g => new SlipsLine { GroupId = g.Id, Name = g.Name, Count = typed.GetValueOrDefault(g.Id) })];
        ViewData["Context"] = new ParticipantsPage(
            meeting,
            new PageOf<ParticipantRow>([.. rows.Rows.Select(r => new ParticipantRow(
                r.Participant.Id, r.Group, r.Informant, slips.CodeOf(r.Participant), r.Participant.Way, r.Participant.PresentSinceUtc, r.Participant.WithdrawnAtUtc))], rows.Number, rows.Total),
            await all.CountAsync(p => p.PresentSinceUtc != null && p.WithdrawnAtUtc == null));
        return View("Index", form);
    }

    private async Task<IActionResult> ChangeAsync(long id, long participantId, Action<MeetingParticipant> verb, string sentence)
    {
        var participant = await Db.MeetingParticipants.FirstOrDefaultAsync(p => p.Id == participantId && p.MeetingId == id && p.ProcessId == Current.Id)
            ?? throw new NotFoundException();
        verb(participant);
        await Db.SaveChangesAsync();
        Confirm(sentence);
        return Redirect(PathOf(id));
    }

    private string PathOf(long id) => $"/dialogue-processes/{Current.Id}/validation-meetings/{id}/participants";
}
