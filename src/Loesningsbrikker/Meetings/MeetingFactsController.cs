using Loesningsbrikker.Accounts;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Meetings;

/// <summary>Setting up a joint meeting, and who was invited and came.</summary>
[Route("dialogue-processes/{processId}/validation-meetings"), Permit(Permission.RunMeetings)]
public sealed class MeetingFactsController(LoesningsbrikkerContext db, CurrentProcess current) : HouseController(db, current)
{
    private string ListPath => $"/dialogue-processes/{Current.Id}/validation-meetings";

    /// <summary>Shows the empty form.</summary>
    [HttpGet("new")]
    public Task<IActionResult> New() => ShowAgainAsync(new MeetingForm { HeldOn = DanishText.Day(Db.UtcNow) });

    /// <summary>Stores a new meeting.</summary>
    [HttpPost("new")]
    public async Task<IActionResult> Create(MeetingForm form)
    {
        var meeting = new ValidationMeeting { ProcessId = Current.Id, CreatedAtUtc = Db.UtcNow, CreatedByUserId = Db.Actor.RequiredUserId };
        if (!await FillAsync(meeting, form))
            return await ShowErrorsAsync(form);
        Db.Add(meeting);
        await Db.SaveChangesAsync();
        Confirm("Fællesmødet er oprettet.");
        return Redirect($"{ListPath}/{meeting.Id}");
    }

    /// <summary>Shows the form with what is stored.</summary>
    [HttpGet("{id}/edit")]
    public async Task<IActionResult> Edit(long id) => await ShowAgainAsync(MeetingForm.Of(await FindAsync(id)));

    /// <summary>Stores the changes.</summary>
    [HttpPost("{id}/edit")]
    public async Task<IActionResult> Update(long id, MeetingForm form)
    {
        var meeting = await FindAsync(id);
        var version = Db.Entry(meeting).Property(m => m.Version);
        // A change of the attendance alone must win or lose the race, too.
        (version.OriginalValue, version.IsModified) = (form.Version, true);
        if (!await FillAsync(meeting, form))
            return await ShowErrorsAsync(form);
        await Db.SaveChangesAsync();
        Confirm("Fællesmødet er gemt.");
        return Redirect($"{ListPath}/{id}");
    }

    /// <inheritdoc />
    public override async Task<IActionResult> ShowAgainAsync(object form)
    {
        var shown = (MeetingForm)form;
        if (shown.ShowGroups(await GroupsAsync()) && !ModelState.IsValid)
        {
            // Errors and typed numbers are kept by place, and the places have changed.
            ModelState.Clear();
            ModelState.AddModelError("", "Informantgrupperne er ændret imens. Se tallene igennem, og gem igen.");
        }
        return View("Form", shown);
    }

    private async Task<IActionResult> ShowErrorsAsync(MeetingForm form)
    {
        var view = (ViewResult)await ShowAgainAsync(form);
        view.StatusCode = StatusCodes.Status400BadRequest;
        return view;
    }

    /// <summary>Fills the meeting; false when a line broke a rule, each of which is told at its field.</summary>
    private async Task<bool> FillAsync(ValidationMeeting meeting, MeetingForm form)
    {
        meeting.Describe(form.Title, form.HeldOn!.Value, form.Place);
        var groups = await GroupsAsync();
        var answered = await AnsweredAsync(meeting.Id);
        form.Attendances = [.. form.Attendances.DistinctBy(a => a.GroupId)];
        for (var i = 0; i < form.Attendances.Count; i++)
        {
            var line = form.Attendances[i];
            var group = groups.Find(g => g.Id == line.GroupId) ?? throw new NotFoundException();
            try
            {
                meeting.Attend(group, line.Invited, line.Present, answered.GetValueOrDefault(group.Id));
            }
            catch (RuleException broken)
            {
                ModelState.AddModelError($"{nameof(form.Attendances)}[{groups.IndexOf(group)}].{broken.Field}", broken.Message);
            }
        }
        return ModelState.IsValid;
    }

    /// <summary>The groups that can be invited: children never are.</summary>
    private async Task<List<InformantGroup>> GroupsAsync() =>
        [.. (await Db.InformantGroups.AsNoTracking().Where(g => g.ProcessId == Current.Id && !g.AreChildren).ToListAsync()).OrderBy(g => g.Name, DanishText.Comparer)];

    /// <summary>The most answers that each group gave to one question.</summary>
    private Task<Dictionary<long, int>> AnsweredAsync(long meetingId) =>
        Db.MeetingResults.Where(r => r.MeetingId == meetingId && r.ProcessId == Current.Id)
            .GroupBy(r => r.GroupId)
            .Select(g => new
            {
                g.Key,
                Votes = g.Max(r => r.Yes + r.No + r.DontKnow),
                Professional = g.Max(r => r.Professional1 + r.Professional2 + r.Professional3 + r.Professional4 + r.Professional5),
                Economic = g.Max(r => r.Economic1 + r.Economic2 + r.Economic3 + r.Economic4 + r.Economic5),
            })
            .ToDictionaryAsync(g => g.Key, g => Math.Max(g.Votes, Math.Max(g.Professional, g.Economic)));

    private async Task<ValidationMeeting> FindAsync(long id) =>
        await Db.ValidationMeetings.Include(m => m.Attendances).FirstOrDefaultAsync(m => m.ProcessId == Current.Id && m.Id == id)
        ?? throw new NotFoundException();
}
