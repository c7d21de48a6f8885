using Loesningsbrikker.Accounts;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Interviews;

/// <summary>Registers interviews and corrects the facts about them: when, where, how, between whom.</summary>
[Route("dialogue-processes/{processId}/interviews"), Permit(Permission.SetUpProcess)]
public sealed class InterviewFactsController(LoesningsbrikkerContext db, CurrentProcess current) : HouseController(db, current)
{
    /// <summary>Shows the empty form.</summary>
    [HttpGet("new")]
    public Task<IActionResult> New() => ShowAgainAsync(new InterviewForm
    {
        HeldOn = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(Db.UtcNow, DanishText.Copenhagen)),
    });

    /// <summary>Registers an interview and gives it the next number.</summary>
    [HttpPost("new")]
    public async Task<IActionResult> Create(InterviewForm form)
    {
        var interview = new Interview { ProcessId = Current.Id, CreatedAtUtc = Db.UtcNow, CreatedByUserId = Db.Actor.RequiredUserId };
        await InterviewWriting.FillAsync(Db, interview, form);
        await Db.InTransactionAsync(async () =>
        {
            interview.Number = await ProcessNumbers.NextInterviewAsync(Db, Current.Id);
            Db.Add(interview);
            await Db.SaveChangesAsync();
        });
        Confirm($"Interview {interview.Number} er oprettet.");
        return Redirect(AfterSaving(interview.Number));
    }

    /// <summary>Shows the form with the stored facts.</summary>
    [HttpGet("{number:int}/edit")]
    public async Task<IActionResult> Edit(int number) => await ShowAgainAsync(InterviewForm.Of(await FindAsync(number)));

    /// <summary>Stores corrected facts.</summary>
    [HttpPost("{number:int}/edit")]
    public async Task<IActionResult> Update(int number, InterviewForm form)
    {
        var interview = await FindAsync(number);
        var version = Db.Entry(interview).Property(i => i.Version);
        // A change of the lists alone must win or lose the race, too.
        (version.OriginalValue, version.IsModified) = (form.Version, true);
        await InterviewWriting.FillAsync(Db, interview, form);
        await Db.SaveChangesAsync();
        Confirm("Oplysningerne er gemt.");
        return Redirect(AfterSaving(number));
    }

    /// <inheritdoc />
    public override async Task<IActionResult> ShowAgainAsync(object form)
    {
        var shown = (InterviewForm)form;
        shown.Choices = await InterviewChoices.ReadAsync(Db, Current.Id, shown.InstitutionId);
        return View(RouteData.Values.ContainsKey("number") ? "Edit" : "New", shown);
    }

    /// <summary>A leader may set up interviews without being allowed to read what was said.</summary>
    private string AfterSaving(int number) =>
        $"/dialogue-processes/{Current.Id}" + (Current.Can(Permission.ReadTestimony) ? $"/interviews/{number}" : "");

    private async Task<Interview> FindAsync(int number) =>
        await Db.Interviews.Include(i => i.Interviewers).Include(i => i.Informants).AsSplitQuery()
            .FirstOrDefaultAsync(i => i.ProcessId == Current.Id && i.Number == number) ?? throw new NotFoundException();
}
