using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loesningsbrikker.Reminders;

/// <summary>What a mail is for.</summary>
public enum MailKind
{
    /// <summary>The follow-ups that are due for one person on one day.</summary>
    FollowUpDigest,
    /// <summary>An administrator tries whether mail arrives.</summary>
    Trial,
}

/// <summary>
/// A mail on its way, and afterwards the record that it was sent. It carries numbers and links, never testimony and no titles:
/// mail is read on phones and kept by servers that are not ours. It is a log itself, so the change log leaves it out.
/// </summary>
public sealed partial class OutboxMessage : Entity, INotAudited
{
    /// <summary>Stands for the mail everywhere: its Message-ID stays the same however often it is sent.</summary>
    public Guid DeliveryId { get; set; }

    /// <summary>Key of the user who gets it.</summary>
    public long ToUserId { get; set; }

    /// <summary>What it is for.</summary>
    public MailKind Kind { get; set; }

    /// <summary>The Danish day it is for: one digest per person and day. Null for mails that may come several times a day.</summary>
    public DateOnly? ForDay { get; set; }

    /// <summary>The subject.</summary>
    public string Subject { get; set; } = "";

    /// <summary>Plain text. Links begin with <see cref="MailText.Link"/>; the public address is put in when it is sent.</summary>
    public string Body { get; set; } = "";

    /// <summary>When it was written, in UTC.</summary>
    public DateTime CreatedAtUtc { get; set; }

    /// <summary>How often sending was tried, counted from the last time somebody asked for it again.</summary>
    public int Attempts { get; set; }

    /// <summary>When it was first tried, in UTC, counted likewise; null before.</summary>
    public DateTime? FirstAttemptAtUtc { get; set; }

    /// <summary>When it is tried next, in UTC; of no meaning once it is sent or given up.</summary>
    public DateTime NextAttemptAtUtc { get; set; }

    /// <summary>Who is sending it right now; changes with each claim, and a save by anybody else fails.</summary>
    public Guid? LeaseId { get; set; }

    /// <summary>Until when nobody else may try, in UTC; null when nobody is sending it.</summary>
    public DateTime? LeasedUntilUtc { get; set; }

    /// <summary>When the mail server took it, in UTC; null before.</summary>
    public DateTime? SentAtUtc { get; set; }

    /// <summary>Why the last try failed, one Danish sentence without secrets; empty when none did.</summary>
    public string LastError { get; set; } = "";

    /// <summary>When it was given up, in UTC; null while it is tried.</summary>
    public DateTime? GivenUpAtUtc { get; set; }

    /// <summary>Who last asked for another try; null when nobody did.</summary>
    public long? RetriedByUserId { get; set; }

    /// <summary>When that was, in UTC.</summary>
    public DateTime? RetriedAtUtc { get; set; }
}

internal sealed class OutboxMessageMapping : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.Property(m => m.Subject).HasMaxLength(200);
        builder.Property(m => m.LastError).HasMaxLength(OutboxMessage.MaxErrorLength);
        builder.Property(m => m.LeaseId).IsConcurrencyToken();
        builder.HasIndex(m => new { m.ToUserId, m.Kind, m.ForDay }).IsUnique();
        builder.HasIndex(m => m.DeliveryId).IsUnique();
        builder.HasIndex(m => new { m.SentAtUtc, m.GivenUpAtUtc, m.NextAttemptAtUtc });
        builder.HasOne<User>().WithMany().HasForeignKey(m => m.ToUserId).OnDelete(DeleteBehavior.Restrict);
    }
}
