using Loesningsbrikker.Accounts;
using Loesningsbrikker.Privacy;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Interviews.Corrections;

/// <summary>Gives a loose passage a place in the newest text again, on words that a person chose.</summary>
[Route("dialogue-processes/{processId:long}/interviews/{number:int}/passages/{passageId:long}/placement"), Permit(Permission.WriteTestimony)]
public sealed class PassagePlacementsController(LoesningsbrikkerContext db, CurrentProcess current) : HouseController(db, current)
{
    /// <summary>Shows the passage and the places that are likely.</summary>
    [HttpGet]
    public Task<IActionResult> New(int number, long passageId) => ShowAsync(number, passageId, new PlacementForm());

    /// <summary>Places it.</summary>
    [HttpPost]
    public async Task<IActionResult> Create(int number, long passageId, PlacementForm form)
    {
        var (_, newest) = await PlacementPage.ReadAsync(Db, Current.Id, number, passageId);
        var range = PlacementPage.Chosen(form, newest.Text);
        await Db.InTransactionAsync(async () =>
        {
            await RowLocks.InterviewAsync(Db, Current.Id, number);
            var last = await Db.Transcripts.Where(t => Db.Interviews.Any(i => i.Id == t.InterviewId && i.ProcessId == Current.Id && i.Number == number)).MaxAsync(t => t.VersionNumber);
            if (form.BasedOnVersion != newest.VersionNumber || last != newest.VersionNumber)
                throw new ConflictException("Teksten er rettet, mens du arbejdede. Uddraget er ikke placeret. Indlæs siden igen.");
            var passage = await Db.Passages.SingleAsync(p => p.Id == passageId);
            Db.Entry(passage).Property(p => p.Version).OriginalValue = form.Version;
            passage.PlaceAnew(newest.TranscriptId, range);
            await Db.SaveChangesAsync();
        });
        Confirm("Uddraget har fået et sted i teksten igen.");
        return Redirect($"/dialogue-processes/{Current.Id}/interviews/{number}/loose-passages");
    }

    /// <inheritdoc />
    public override Task<IActionResult> ShowAgainAsync(object form) =>
        ShowAsync(int.Parse((string)RouteData.Values["number"]!), long.Parse((string)RouteData.Values["passageId"]!), (PlacementForm)form);

    private async Task<IActionResult> ShowAsync(int number, long passageId, PlacementForm form)
    {
        var (page, newest) = await PlacementPage.ReadAsync(Db, Current.Id, number, passageId);
        Db.Add(AccessLogEntry.Of(Db, AccessKind.TranscriptRead, Current.Id, newest.TranscriptId));
        await Db.SaveChangesAsync();
        ViewData["Page"] = page;
        return View("New", form);
    }
}
