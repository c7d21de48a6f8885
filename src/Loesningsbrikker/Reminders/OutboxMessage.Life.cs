using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Reminders;

/// <summary>The verbs of a mail on its way.</summary>
public sealed partial class OutboxMessage
{
    /// <summary>Longest <see cref="LastError"/>, in characters.</summary>
    public const int MaxErrorLength = 300;

    /// <summary>How long one try may take before somebody else may try: several times what a mail server is waited for.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>How long a mail is tried before it is given up.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(10);

    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1)];

    /// <summary>Puts a mail into the outbox, due at once.</summary>
    /// <param name="forDay">The Danish day of a digest; null for a mail that may come several times a day.</param>
    public static OutboxMessage Write(long toUserId, MailKind kind, DateOnly? forDay, string subject, string body, DateTime utcNow) => new()
    {
        DeliveryId = Guid.NewGuid(), ToUserId = toUserId, Kind = kind, ForDay = forDay, Subject = subject, Body = body,
        CreatedAtUtc = utcNow, NextAttemptAtUtc = utcNow,
    };

    /// <summary>Takes it for one try. Save before sending: of two who claim it at once, the save of one fails.</summary>
    public void Claim(DateTime utcNow)
    {
        LeaseId = Guid.NewGuid();
        LeasedUntilUtc = utcNow + Lease;
        FirstAttemptAtUtc ??= utcNow;
        Attempts++;
    }

    /// <summary>Whether it tells of a day that is long past, and waited without a single try; somebody may still ask for it.</summary>
    public bool IsStale(DateTime utcNow) =>
        Kind == MailKind.FollowUpDigest && FirstAttemptAtUtc is null && RetriedAtUtc is null && utcNow - CreatedAtUtc >= Patience;

    /// <summary>It is not sent.</summary>
    /// <param name="why">One Danish sentence.</param>
    public void GiveUp(string why, DateTime utcNow) => (LastError, GivenUpAtUtc) = (why, utcNow);

    /// <summary>The mail server has it.</summary>
    public void Deliver(DateTime utcNow)
    {
        SentAtUtc = utcNow;
        (LeasedUntilUtc, LastError) = (null, "");
    }

    /// <summary>The try failed; the next comes after a pause that grows to an hour, until <see cref="Patience"/> is over.</summary>
    /// <param name="why">One Danish sentence.</param>
    public void Fail(string why, DateTime utcNow)
    {
        LastError = why.Length <= MaxErrorLength ? why : why[..MaxErrorLength];
        LeasedUntilUtc = null;
        NextAttemptAtUtc = utcNow + Pauses[Math.Clamp(Attempts - 1, 0, Pauses.Length - 1)];
        if (utcNow - FirstAttemptAtUtc >= Patience)
            GivenUpAtUtc = utcNow;
    }

    /// <summary>Lets it be tried at once, and as long as a new one.</summary>
    /// <param name="by">Key of the user who asked.</param>
    /// <exception cref="RuleException">It is sent already, or has not failed.</exception>
    public void Retry(long by, DateTime utcNow)
    {
        if (SentAtUtc is not null)
            throw new RuleException("Mailen er allerede sendt.");
        if (LastError.Length == 0)
            throw new RuleException("Mailen venter på sin tur.");
        (RetriedByUserId, RetriedAtUtc) = (by, utcNow);
        (Attempts, FirstAttemptAtUtc, GivenUpAtUtc, NextAttemptAtUtc) = (0, null, null, utcNow);
    }
}
