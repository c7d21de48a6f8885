using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Reminders;

/// <summary>Where a mail stands.</summary>
public enum DeliveryState
{
    /// <summary>In the outbox, not tried yet or being sent.</summary>
    Waiting,
    /// <summary>The last try failed; there will be another, unless it was given up.</summary>
    Failed,
    /// <summary>The mail server took it.</summary>
    Sent,
}

/// <summary>One row of the list.</summary>
/// <param name="To">Name of the user.</param>
/// <param name="NextAttemptAtUtc">When it is tried next; of no meaning once it is sent or given up.</param>
public sealed record DeliveryRow(
    long Id, MailKind Kind, string Subject, string To, DateTime CreatedAtUtc, DateTime? SentAtUtc, DateTime? GivenUpAtUtc,
    DateTime NextAttemptAtUtc, int Attempts, string LastError)
{
    /// <summary>Where it stands.</summary>
    public DeliveryState State => SentAtUtc is not null ? DeliveryState.Sent : LastError.Length > 0 ? DeliveryState.Failed : DeliveryState.Waiting;
}

/// <summary>What the page shows.</summary>
/// <param name="Settings">Where mail goes to; the page shows no secret of it.</param>
/// <param name="State">Only these; null for all.</param>
/// <param name="Counts">How many there are in each state; a state without any is missing.</param>
public sealed record DeliveriesPage(MailSettings Settings, DeliveryState? State, PageOf<DeliveryRow> Page, IReadOnlyDictionary<DeliveryState, int> Counts)
{
    /// <summary>Reads one page of the own municipality's mails, newest first.</summary>
    public static async Task<DeliveriesPage> ReadAsync(LoesningsbrikkerContext db, MailSettings settings, DeliveryState? state, int number)
    {
        if (state is { } asked && !Enum.IsDefined(asked))
            state = null;
        var messages = db.OutboxMessages.AsQueryable();
        var counts = await messages
            .GroupBy(m => m.SentAtUtc != null ? DeliveryState.Sent : m.LastError != "" ? DeliveryState.Failed : DeliveryState.Waiting)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
        var rows = from m in Of(messages, state)
                   from u in db.Users.Where(u => u.Id == m.ToUserId)
                   orderby m.CreatedAtUtc descending, m.Id descending
                   select new DeliveryRow(
                       m.Id, m.Kind, m.Subject, u.DisplayName, m.CreatedAtUtc, m.SentAtUtc, m.GivenUpAtUtc, m.NextAttemptAtUtc, m.Attempts, m.LastError);
        return new DeliveriesPage(settings, state, await rows.ToPageAsync(number), counts);
    }

    private static IQueryable<OutboxMessage> Of(IQueryable<OutboxMessage> messages, DeliveryState? state) => state switch
    {
        DeliveryState.Sent => messages.Where(m => m.SentAtUtc != null),
        DeliveryState.Failed => messages.Where(m => m.SentAtUtc == null && m.LastError != ""),
        DeliveryState.Waiting => messages.Where(m => m.SentAtUtc == null && m.LastError == ""),
        _ => messages,
    };
}
