using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Interviews.Guide;

/// <summary>The interview guide (spørgeguide): its questions, what is said before and after them, and the page to take along.</summary>
[Route("dialogue-processes/{processId:long}/guide"), Permit(Permission.SetUpProcess)]
public sealed class GuideController(LoesningsbrikkerContext db, CurrentProcess current) : HouseController(db, current)
{
    /// <summary>Shows the guide to be written.</summary>
    [HttpGet]
    public async Task<IActionResult> Show()
    {
        var guide = await Db.InterviewGuides.AsNoTracking().FirstOrDefaultAsync(g => g.ProcessId == Current.Id);
        return await ShowAgainAsync(new GuideForm { Introduction = guide?.Introduction, Closing = guide?.Closing, Version = guide?.Version ?? Guid.Empty });
    }

    /// <summary>Stores what is said before and after the questions.</summary>
    [HttpPost]
    public async Task<IActionResult> Update(GuideForm form)
    {
        await Db.InTransactionAsync(async () =>
        {
            var guide = await GuideRows.TakeTurnAsync(Db, Current.Id);
            if (Db.Entry(guide).State != EntityState.Added && guide.Version != form.Version)
                throw new ConflictException("En kollega har ændret spørgeguiden, mens du skrev. Din ændring er ikke gemt.");
            (guide.Introduction, guide.Closing) = (PieceText.Lines(form.Introduction), PieceText.Lines(form.Closing));
            await Db.SaveChangesAsync();
        });
        Confirm("Spørgeguiden er gemt.");
        return Redirect($"/dialogue-processes/{Current.Id}/guide");
    }

    /// <summary>The page to print: for everybody, or for one group.</summary>
    [HttpGet("print")]
    public async Task<IActionResult> Print(long? groupId = null)
    {
        var groups = await GuideReading.GroupsAsync(Db, Current.Id, groupId);
        var group = groups.FirstOrDefault(g => g.Selected);
        if (groupId is not null && group is null)
            throw new NotFoundException();
        var guide = await Db.InterviewGuides.AsNoTracking().FirstOrDefaultAsync(g => g.ProcessId == Current.Id);
        return View("Print", new PrintedGuide(
            guide?.Introduction ?? "", guide?.Closing ?? "", await GuideReading.QuestionsAsync(Db, Current.Id, groupId), group?.Text, groups));
    }

    /// <inheritdoc />
    public override async Task<IActionResult> ShowAgainAsync(object form)
    {
        var shown = (GuideForm)form;
        shown.Questions = await GuideReading.QuestionsAsync(Db, Current.Id);
        return View("Show", shown);
    }
}
