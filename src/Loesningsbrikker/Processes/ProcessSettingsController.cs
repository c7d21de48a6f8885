using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Loesningsbrikker.Processes;

/// <summary>Name, area, purpose, case number and start date of a process.</summary>
[Route("dialogue-processes/{processId}/settings"), Permit(Permission.ManageProcess)]
public sealed class ProcessSettingsController(LoesningsbrikkerContext db, CurrentProcess current) : HouseController(db, current)
{
    /// <summary>Shows the settings.</summary>
    [HttpGet]
    public IActionResult Edit() => View("Edit", ProcessSettingsForm.Of(Current.Process));

    /// <summary>Stores the settings.</summary>
    [HttpPost]
    public async Task<IActionResult> Update(ProcessSettingsForm form)
    {
        form.WriteTo(Current.Process);
        Db.Entry(Current.Process).Property(p => p.Version).OriginalValue = form.Version;
        await Db.SaveChangesAsync();
        Confirm("Indstillingerne er gemt.");
        return Redirect($"/dialogue-processes/{Current.Id}/settings");
    }

    /// <inheritdoc />
    public override Task<IActionResult> ShowAgainAsync(object form) => Task.FromResult<IActionResult>(View("Edit", form));
}

/// <summary>Whether leaders may read transcripts.</summary>
[Route("dialogue-processes/{processId}/settings/leader-reading"), Permit(Permission.LetLeadersRead)]
public sealed class LeaderReadingController(LoesningsbrikkerContext db, CurrentProcess current) : HouseController(db, current)
{
    /// <summary>Lets them.</summary>
    [HttpPost]
    public Task<IActionResult> Create() =>
        ChangeAsync(p => p.LetLeadersReadTranscripts(Db.UtcNow), "Cheferne må nu læse referater og transskriptioner.");

    /// <summary>Takes it back.</summary>
    [HttpPost("withdraw")]
    public Task<IActionResult> Delete() =>
        ChangeAsync(p => p.WithdrawTranscriptsFromLeaders(), "Cheferne må ikke længere læse referater og transskriptioner.");

    private async Task<IActionResult> ChangeAsync(Action<DialogueProcess> change, string confirmation)
    {
        change(Current.Process);
        await Db.SaveChangesAsync();
        Confirm(confirmation);
        return Redirect($"/dialogue-processes/{Current.Id}/settings");
    }
}
