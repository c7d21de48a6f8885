using Loesningsbrikker.FollowUps;
using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loesningsbrikker.Reminders;

/// <summary>That a follow-up stands in the outbox for one of its due days (påmindelse); it stands there once per person.</summary>
public sealed class Reminder : ProcessEntity
{
    /// <summary>Key of the follow-up.</summary>
    public long FollowUpId { get; set; }

    /// <summary>The day it was due.</summary>
    public DateOnly DueOn { get; set; }

    /// <summary>Key of the user it is told to; who takes over is told as well.</summary>
    public long ToUserId { get; set; }

    /// <summary>Key of the mail.</summary>
    public long OutboxMessageId { get; set; }

    /// <summary>The mail that says so.</summary>
    public OutboxMessage OutboxMessage { get; set; } = null!;
}

internal sealed class ReminderMapping : IEntityTypeConfiguration<Reminder>
{
    public void Configure(EntityTypeBuilder<Reminder> builder)
    {
        builder.HasIndex(r => new { r.FollowUpId, r.DueOn, r.ToUserId }).IsUnique();
        builder.HasOne<FollowUp>().WithMany().HasForeignKey(r => r.FollowUpId);
        builder.HasOne(r => r.OutboxMessage).WithMany().HasForeignKey(r => r.OutboxMessageId);
    }
}
