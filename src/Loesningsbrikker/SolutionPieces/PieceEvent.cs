using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loesningsbrikker.SolutionPieces;

/// <summary>What happened to a piece.</summary>
public enum PieceEventKind
{
    /// <summary>It was written.</summary>
    Drafted,
    /// <summary>Title or description changed.</summary>
    Reworded,
    /// <summary>It became ready to be read by others.</summary>
    Formulated,
    /// <summary>Who must act changed.</summary>
    Reclassified,
    /// <summary>It was merged into another piece.</summary>
    MergedInto,
    /// <summary>It took over another piece.</summary>
    TookOver,
    /// <summary>Theme, institutions, strategies or challenges changed.</summary>
    FactsChanged,
    /// <summary>A passage was untied from it.</summary>
    CodingRemoved,
    /// <summary>A passage tied to it was released as a quotation.</summary>
    QuotationReleased,
    /// <summary>A released quotation was withdrawn.</summary>
    QuotationWithdrawn,
    /// <summary>The administration concluded that it is recognised.</summary>
    Validated,
    /// <summary>The administration concluded that it is not recognised.</summary>
    NotValidated,
    /// <summary>It was chosen for the politicians.</summary>
    Designated,
    /// <summary>It was not chosen.</summary>
    NotDesignated,
    /// <summary>It was sent to the politicians.</summary>
    Submitted,
    /// <summary>A body recommended something.</summary>
    Recommended,
    /// <summary>A body decided.</summary>
    Decided,
    /// <summary>The department took it on.</summary>
    Accepted,
    /// <summary>The department said no.</summary>
    Declined,
    /// <summary>It was handed over to institutions.</summary>
    HandedOver,
    /// <summary>An estimate was written or changed.</summary>
    EstimateWritten,
    /// <summary>The estimate was taken away; the piece is not calculated.</summary>
    EstimateRemoved,
    /// <summary>Work began.</summary>
    ImplementationBegun,
    /// <summary>Responsible, deadline or a milestone changed.</summary>
    ImplementationChanged,
    /// <summary>Something more is to be reached on the way.</summary>
    MilestoneAdded,
    /// <summary>There was news in words.</summary>
    ProgressReported,
    /// <summary>A milestone was reached.</summary>
    MilestoneReached,
    /// <summary>One institution is done; others go on.</summary>
    ImplementationClosed,
    /// <summary>It is done, with an outcome.</summary>
    Closed,
    /// <summary>What was adopted was taken back.</summary>
    RolledBack,
    /// <summary>Somebody is to look at it on a certain day.</summary>
    FollowUpSet,
    /// <summary>The day, the recurrence, the person or the note of a follow-up changed.</summary>
    FollowUpChanged,
    /// <summary>Somebody looked at it.</summary>
    FollowedUp,
    /// <summary>A follow-up was called off.</summary>
    FollowUpCancelled,
    /// <summary>Some of its passages became a new piece.</summary>
    SplitOff,
    /// <summary>It came out of another piece.</summary>
    SplitFrom,
    /// <summary>Something that was done to it was undone.</summary>
    StepUndone,
    /// <summary>Something that was undone was done again.</summary>
    StepRedone,
    /// <summary>Its writing was undone.</summary>
    Withdrawn,
    /// <summary>It was brought in from a table, at the stage it had there.</summary>
    BroughtIn,
    /// <summary>What the staff had noted about it in that table; the committee does not read it.</summary>
    NotesBroughtIn,
}

/// <summary>One line of a piece's history (historik): what, who, when, why. Never changed or deleted.</summary>
public sealed class PieceEvent : ProcessEntity
{
    /// <summary>Key of the piece.</summary>
    public long SolutionPieceId { get; set; }
    /// <summary>What happened.</summary>
    public PieceEventKind Kind { get; set; }
    /// <summary>When, in UTC.</summary>
    public DateTime AtUtc { get; set; }
    /// <summary>Who; null for demo data.</summary>
    public long? ByUserId { get; set; }
    /// <summary>Why, in plain Danish; empty where no reason is due.</summary>
    public string Reason { get; set; } = "";
    /// <summary>More about it, as Danish sentences; empty where the kind says it all.</summary>
    public string Details { get; set; } = "";
    /// <summary>The stage before; null when it did not change.</summary>
    public PieceStage? FromStage { get; set; }
    /// <summary>The stage after; null when it did not change.</summary>
    public PieceStage? ToStage { get; set; }
    /// <summary>The class before; null when it did not change.</summary>
    public PieceClass? FromClass { get; set; }
    /// <summary>The class after; null when it did not change.</summary>
    public PieceClass? ToClass { get; set; }
    /// <summary>The other piece of a merge or a split; null otherwise.</summary>
    public long? OtherPieceId { get; set; }
    /// <summary>Key of the institution whose implementation it tells about; null when it concerns the whole piece.</summary>
    public long? InstitutionId { get; set; }
    /// <summary>The title before a rewording; null when it did not change.</summary>
    public string? OldTitle { get; set; }
    /// <summary>The description before a rewording or a takeover; null when it did not change.</summary>
    public string? OldDescription { get; set; }
}

internal sealed class PieceEventMapping : IEntityTypeConfiguration<PieceEvent>
{
    public void Configure(EntityTypeBuilder<PieceEvent> builder)
    {
        builder.Property(e => e.OldTitle).HasMaxLength(SolutionPiece.MaxTitleLength);
        builder.HasIndex(e => new { e.SolutionPieceId, e.Id });
        builder.HasOne<SolutionPiece>().WithMany(p => p.Events).HasForeignKey(e => e.SolutionPieceId);
    }
}
