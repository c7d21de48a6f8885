using System.Net.Mail;
using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Reminders;

/// <summary>
/// Sends what is due in the outbox. It knows no scheduler, and may run in two places at once: a mail is claimed before it is
/// sent. Killed between the server's yes and the mark in the database, it sends that one mail again, with the same Message-ID.
/// </summary>
public sealed class DeliverOutbox(LoesningsbrikkerContext db, IMailTransport transport, MailSettings settings, ILogger<DeliverOutbox> logger)
{
    private const int BatchSize = 50;

    /// <summary>Sends until nothing is due, or the server is at fault; then the rest waits for the next run.</summary>
    /// <returns>How many mails the server took.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation = default)
    {
        // Without a server nothing is tried, so that no mail uses up its days.
        if (!settings.IsSetUp)
            return 0;
        var sent = 0;
        while (true)
        {
            var due = await DueAsync(cancellation);
            foreach (var id in due)
            {
                cancellation.ThrowIfCancellationRequested();
                if (await ClaimAsync(id, cancellation) is not { } claimed)
                    continue;
                var serverWorks = await SendAsync(claimed);
                if (!serverWorks)
                    return sent;
                sent += claimed.Message.SentAtUtc is null ? 0 : 1;
            }
            if (due.Count < BatchSize)
                return sent;
        }
    }

    /// <summary>The mails of all municipalities are one matter; no actor is signed in.</summary>
    private IQueryable<OutboxMessage> Due()
    {
        var now = db.UtcNow;
        return db.OutboxMessages.IgnoreQueryFilters().Where(m =>
            m.SentAtUtc == null && m.GivenUpAtUtc == null && m.NextAttemptAtUtc <= now && (m.LeasedUntilUtc == null || m.LeasedUntilUtc <= now));
    }

    private Task<List<long>> DueAsync(CancellationToken cancellation) =>
        Due().OrderBy(m => m.NextAttemptAtUtc).ThenBy(m => m.Id).Take(BatchSize).Select(m => m.Id).ToListAsync(cancellation);

    private async Task<Claimed?> ClaimAsync(long id, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        if (await Due().FirstOrDefaultAsync(m => m.Id == id, cancellation) is not { } message)
            return null;
        if (message.IsStale(db.UtcNow))
        {
            // Mail was set up long after it was written; by now it says things that are no longer so.
            message.GiveUp("Mailen blev for gammel, før den kunne sendes.", db.UtcNow);
            await db.SaveChangesAsync(cancellation);
            return null;
        }
        var address = await db.Users.IgnoreQueryFilters().Where(u => u.Id == message.ToUserId && u.DeactivatedAtUtc == null)
            .Select(u => u.Email).FirstOrDefaultAsync(cancellation);
        message.Claim(db.UtcNow);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return new Claimed(message, address ?? "");
        }
        catch (DbUpdateConcurrencyException)
        {
            // The other one sends it.
            return null;
        }
    }

    /// <summary>One try.</summary>
    /// <returns>False when the server is at fault and the rest had better wait.</returns>
    private async Task<bool> SendAsync(Claimed claimed)
    {
        var message = claimed.Message;
        var serverWorks = true;
        try
        {
            // Not stopped half-way when the Host stops: the server may have said yes already.
            await transport.SendAsync(ToMail(claimed), CancellationToken.None);
            message.Deliver(db.UtcNow);
        }
        catch (MailException exception)
        {
            // The exception itself may quote the receiver's address.
            logger.LogWarning("Mail {DeliveryId} was not taken, attempt {Attempts}: {Reason}", message.DeliveryId, message.Attempts, exception.Message);
            message.Fail(exception.Message, db.UtcNow);
            serverWorks = !exception.ConcernsAll;
        }
        catch (Exception exception) when (exception is FormatException or InvalidOperationException or ArgumentException)
        {
            logger.LogWarning("Mail {DeliveryId} could not be written, attempt {Attempts}: {Kind}", message.DeliveryId, message.Attempts, exception.GetType().Name);
            message.Fail("Mailen kunne ikke skrives. Tjek modtagerens adresse.", db.UtcNow);
        }
        try
        {
            // Once the server has it this is stored, even while the Host is stopping.
            await db.SaveChangesAsync(CancellationToken.None);
        }
        catch (DbUpdateConcurrencyException)
        {
            logger.LogWarning("Mail {DeliveryId} took so long that another run tried it as well", message.DeliveryId);
        }
        return serverWorks;
    }

    private Mail ToMail(Claimed claimed) => new(
        $"<{claimed.Message.DeliveryId:D}@{new MailAddress(settings.From!).Host}>", settings.From!, claimed.Address,
        claimed.Message.Subject, MailText.WithAddress(claimed.Message.Body, settings.PublicAddress!));

    private sealed record Claimed(OutboxMessage Message, string Address);
}
