using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Interviews;

/// <summary>The interviews of a process: the list and the page of each.</summary>
[Route("dialogue-processes/{processId}/interviews"), Permit(Permission.ReadTestimony)]
public sealed class InterviewsController(LoesningsbrikkerContext db, CurrentProcess current) : HouseController(db, current)
{
    /// <summary>The list.</summary>
    [HttpGet]
    public async Task<IActionResult> Index(InterviewFilter filter) => View("Index", await InterviewList.ReadAsync(Db, Current.Id, filter));

    /// <summary>One interview: facts, texts, informants.</summary>
    [HttpGet("{number:int}")]
    public async Task<IActionResult> Show(int number) =>
        View("Show", await InterviewPage.ReadAsync(Db, Current.Id, number) ?? throw new NotFoundException());

    /// <summary>Deletes an interview that was registered by mistake.</summary>
    /// <param name="version">The version that the user saw.</param>
    /// <exception cref="RuleException">There is a text: what people said is not deleted with a button.</exception>
    [HttpPost("{number:int}/delete"), Permit(Permission.SetUpProcess)]
    public async Task<IActionResult> Delete(int number, Guid version)
    {
        var interview = await Db.Interviews.Include(i => i.Interviewers).Include(i => i.Informants).AsSplitQuery()
            .FirstOrDefaultAsync(i => i.ProcessId == Current.Id && i.Number == number) ?? throw new NotFoundException();
        if (await Db.Transcripts.AnyAsync(t => t.InterviewId == interview.Id))
            throw new RuleException("Interviewet har en tekst og kan derfor ikke slettes her.");
        // A text that comes in meanwhile gives the interview a new version, and then this delete loses.
        Db.Entry(interview).Property(i => i.Version).OriginalValue = version;
        Db.Remove(interview);
        await Db.SaveChangesAsync();
        Confirm($"Interview {number} er slettet.");
        return Redirect($"/dialogue-processes/{Current.Id}" + (Current.Can(Permission.ReadTestimony) ? "/interviews" : ""));
    }
}
