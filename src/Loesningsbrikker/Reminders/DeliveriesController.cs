using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Reminders;

/// <summary>What was sent, what waits and what failed.</summary>
[Permit(Permission.ReadDeliveries), Route("deliveries")]
public sealed class DeliveriesController(LoesningsbrikkerContext db, CurrentProcess current, MailSettings settings) : HouseController(db, current)
{
    /// <summary>Shows one page of the mails in a state, newest first.</summary>
    [HttpGet]
    public async Task<IActionResult> Index(DeliveryState? state, int page = 1) =>
        View("Index", await DeliveriesPage.ReadAsync(Db, settings, state, page));
}

/// <summary>Trying a mail again at once (Prøv igen nu).</summary>
[Permit(Permission.ReadDeliveries), Route("deliveries/{id:long}/retry")]
public sealed class DeliveryRetriesController(LoesningsbrikkerContext db, CurrentProcess current) : HouseController(db, current)
{
    /// <summary>Makes the mail due.</summary>
    [HttpPost]
    public async Task<IActionResult> Create(long id)
    {
        var message = await Db.OutboxMessages.FirstOrDefaultAsync(m => m.Id == id) ?? throw new NotFoundException();
        message.Retry(Db.Actor.RequiredUserId, Db.UtcNow);
        await Db.SaveChangesAsync();
        Confirm("Mailen bliver prøvet igen inden for et minut.");
        return Redirect("/deliveries");
    }
}

/// <summary>A mail to oneself, to see whether mail arrives.</summary>
[Permit(Permission.ReadDeliveries), Route("deliveries/trial")]
public sealed class DeliveryTrialsController(LoesningsbrikkerContext db, CurrentProcess current, MailSettings settings) : HouseController(db, current)
{
    /// <summary>Puts it into the outbox.</summary>
    [HttpPost]
    public async Task<IActionResult> Create()
    {
        Db.Add(OutboxMessage.Write(Db.Actor.RequiredUserId, MailKind.Trial, forDay: null, MailText.TrialSubject, MailText.TrialBody, Db.UtcNow));
        await Db.SaveChangesAsync();
        Confirm(settings.IsSetUp ? "Prøvemailen bliver sendt inden for et minut." : "Prøvemailen venter, til mail er sat op.");
        return Redirect("/deliveries");
    }
}
