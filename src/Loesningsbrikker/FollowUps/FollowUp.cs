using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loesningsbrikker.FollowUps;

/// <summary>When somebody must look at a piece again (opfølgning): once, or again and again.</summary>
public sealed partial class FollowUp : ProcessEntity, IVersioned
{
    /// <summary>Key of the piece.</summary>
    public long SolutionPieceId { get; set; }

    /// <summary>The day the recurrence is counted from, as it was last chosen by a person.</summary>
    public DateOnly FirstDueOn { get; set; }

    /// <summary>The next day it is due; the last one when it is closed.</summary>
    public DateOnly DueOn { get; set; }

    /// <summary>How often.</summary>
    public Recurrence Recurrence { get; set; }

    /// <summary>Key of the user who looks.</summary>
    public long AssignedToUserId { get; set; }

    /// <summary>What to look at; may be empty.</summary>
    public string Note { get; set; } = "";

    /// <summary>When it was set, in UTC.</summary>
    public DateTime CreatedAtUtc { get; set; }

    /// <summary>Who set it; null for demo data.</summary>
    public long? CreatedByUserId { get; set; }

    /// <summary>When it ended, in UTC; null while it goes on.</summary>
    public DateTime? ClosedAtUtc { get; set; }

    /// <inheritdoc />
    public Guid Version { get; set; }
}

internal sealed class FollowUpMapping : IEntityTypeConfiguration<FollowUp>
{
    public void Configure(EntityTypeBuilder<FollowUp> builder)
    {
        builder.Property(f => f.Note).HasMaxLength(FollowUp.MaxNoteLength);
        builder.HasIndex(f => new { f.ProcessId, f.ClosedAtUtc, f.DueOn });
        builder.HasIndex(f => new { f.SolutionPieceId, f.ClosedAtUtc });
        builder.HasIndex(f => f.AssignedToUserId);
        builder.HasOne<SolutionPiece>().WithMany().HasForeignKey(f => f.SolutionPieceId);
        builder.HasOne<User>().WithMany().HasForeignKey(f => f.AssignedToUserId).OnDelete(DeleteBehavior.Restrict);
    }
}
