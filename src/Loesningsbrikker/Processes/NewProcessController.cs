using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Processes;

/// <summary>Starting a dialogue process.</summary>
[Route("dialogue-processes/new"), Permit(Permission.CreateProcess)]
public sealed class NewProcessController(LoesningsbrikkerContext db, CurrentProcess current) : HouseController(db, current)
{
    /// <summary>Shows the form.</summary>
    [HttpGet]
    public Task<IActionResult> New() => ShowAgainAsync(new NewProcessForm { StartsOn = DateOnly.FromDateTime(Db.UtcNow) });

    /// <summary>Starts the process; who starts it becomes a member, unless an administrator only.</summary>
    [HttpPost]
    public async Task<IActionResult> Create(NewProcessForm form)
    {
        var process = new DialogueProcess
        {
            Prefix = form.Prefix.ToUpper(DanishText.Culture), CreatedAtUtc = Db.UtcNow, CreatedByUserId = Db.Actor.UserId,
        };
        form.WriteTo(process);
        if (await Db.DialogueProcesses.AnyAsync(p => p.Prefix == process.Prefix))
            throw new RuleException($"Forbogstavet {process.Prefix} bruges af en anden dialogproces. Vælg et andet.", nameof(form.Prefix));
        var source = form.CopyFromId is { } id
            ? await Earlier().Where(p => p.Id == id).Select(p => (long?)p.Id).FirstOrDefaultAsync()
              ?? throw new RuleException("Vælg en dialogproces, du er med i.", nameof(form.CopyFromId))
            : (long?)null;
        var joins = Current.Roles.Any(r => r != Role.Administrator);
        if (joins)
            process.Members.Add(new ProcessMember { UserId = Db.Actor.RequiredUserId, AddedAtUtc = Db.UtcNow, AddedByUserId = Db.Actor.UserId });
        await Db.InTransactionAsync(async () =>
        {
            Db.Add(process);
            await Db.SaveChangesAsync();
            if (source is not null)
                await SetupCopy.CopyAsync(Db, source.Value, process.Id);
        });
        Confirm($"Dialogprocessen {process.Name} er oprettet.");
        return Redirect($"/dialogue-processes/{process.Id}{(joins ? "" : "/members")}");
    }

    /// <inheritdoc />
    public override async Task<IActionResult> ShowAgainAsync(object form)
    {
        var page = (NewProcessForm)form;
        var earlier = await Earlier().OrderByDescending(p => p.StartsOn).Select(p => new { p.Id, p.Name }).ToListAsync();
        page.Earlier = [.. earlier.Select(p => new SelectListItem(p.Name, p.Id.ToString()))];
        return View("New", page);
    }

    private IQueryable<DialogueProcess> Earlier() =>
        Db.DialogueProcesses.Where(p => p.Members.Any(m => m.UserId == Db.Actor.UserId));
}
