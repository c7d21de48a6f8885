using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loesningsbrikker.Implementations;

/// <summary>What came of it.</summary>
public enum ImplementationOutcome
{
    /// <summary>Nået.</summary>
    Achieved,
    /// <summary>Delvist nået.</summary>
    PartlyAchieved,
    /// <summary>Ikke nået.</summary>
    NotAchieved,
}

/// <summary>
/// What happens after yes (udmøntning): one for a political or administrative piece, one per institution for a local one.
/// Its verbs are the piece's, because each leaves a line in the piece's story.
/// </summary>
public sealed class Implementation : ProcessEntity, IVersioned
{
    /// <summary>Longest name of a role, in characters.</summary>
    public const int MaxRoleLength = 100;

    /// <summary>Key of the piece.</summary>
    public long SolutionPieceId { get; set; }
    /// <summary>The piece.</summary>
    public SolutionPiece SolutionPiece { get; set; } = null!;
    /// <summary>Key of the institution that takes a local piece further; null otherwise.</summary>
    public long? InstitutionId { get; set; }
    /// <summary>The institution; null when the piece is not local.</summary>
    public Institution? Institution { get; set; }
    /// <summary>The role that is responsible, e.g. "Skolechef": people change, roles stay.</summary>
    public string ResponsibleRole { get; set; } = "";
    /// <summary>Key of the user who is responsible now; null when it is nobody with an account.</summary>
    public long? ResponsibleUserId { get; set; }
    /// <summary>When it is to be done; null while nobody has promised.</summary>
    public DateOnly? DueOn { get; set; }
    /// <summary>When it was set up or handed over, in UTC.</summary>
    public DateTime CreatedAtUtc { get; set; }
    /// <summary>When work began, in UTC; null while it waits.</summary>
    public DateTime? BegunAtUtc { get; set; }
    /// <summary>When there was last news, in UTC: hand-over, beginning, progress, a milestone reached, the end.</summary>
    public DateTime LastNewsAtUtc { get; set; }
    /// <summary>When it ended, in UTC; null while it goes on.</summary>
    public DateTime? ClosedAtUtc { get; set; }
    /// <summary>What came of it; null while it goes on, and when the piece was rolled back.</summary>
    public ImplementationOutcome? Outcome { get; set; }
    /// <summary>What came of it, in words; empty while it goes on.</summary>
    public string OutcomeText { get; set; } = "";
    /// <inheritdoc />
    public Guid Version { get; set; }
    /// <summary>What is to be reached on the way.</summary>
    public List<Milestone> Milestones { get; } = [];
    /// <summary>The news, in words.</summary>
    public List<ProgressReport> Reports { get; } = [];
}

/// <summary>Something to be reached on the way (milepæl).</summary>
public sealed class Milestone : ProcessEntity, IVersioned
{
    /// <summary>Longest title, in characters.</summary>
    public const int MaxTitleLength = 200;

    /// <summary>Key of the implementation.</summary>
    public long ImplementationId { get; set; }
    /// <summary>What is to be reached.</summary>
    public string Title { get; set; } = "";
    /// <summary>When it is to be reached.</summary>
    public DateOnly DueOn { get; set; }
    /// <summary>The day it was reached; null while it is not.</summary>
    public DateOnly? ReachedOn { get; set; }
    /// <summary>Who said that it was reached; null while it is not, and for demo data.</summary>
    public long? ReachedByUserId { get; set; }
    /// <inheritdoc />
    public Guid Version { get; set; }
}

/// <summary>News about an implementation, in words. Never changed.</summary>
public sealed class ProgressReport : ProcessEntity
{
    /// <summary>Longest text, in characters.</summary>
    public const int MaxTextLength = 4_000;

    /// <summary>Key of the implementation.</summary>
    public long ImplementationId { get; set; }
    /// <summary>What is new.</summary>
    public string Text { get; set; } = "";
    /// <summary>When, in UTC.</summary>
    public DateTime AtUtc { get; set; }
    /// <summary>Who; null for demo data.</summary>
    public long? ByUserId { get; set; }
}

internal sealed class ImplementationMapping : IEntityTypeConfiguration<Implementation>
{
    public void Configure(EntityTypeBuilder<Implementation> builder)
    {
        builder.Property(i => i.ResponsibleRole).HasMaxLength(Implementation.MaxRoleLength);
        builder.HasIndex(i => new { i.SolutionPieceId, i.InstitutionId }).IsUnique();
        builder.HasIndex(i => i.ProcessId);
        builder.HasIndex(i => i.InstitutionId);
        builder.HasOne(i => i.SolutionPiece).WithMany(p => p.Implementations).HasForeignKey(i => i.SolutionPieceId);
        builder.HasOne(i => i.Institution).WithMany().HasForeignKey(i => i.InstitutionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MilestoneMapping : IEntityTypeConfiguration<Milestone>
{
    public void Configure(EntityTypeBuilder<Milestone> builder)
    {
        builder.Property(m => m.Title).HasMaxLength(Milestone.MaxTitleLength);
        builder.HasIndex(m => m.ImplementationId);
        builder.HasOne<Implementation>().WithMany(i => i.Milestones).HasForeignKey(m => m.ImplementationId);
    }
}

internal sealed class ProgressReportMapping : IEntityTypeConfiguration<ProgressReport>
{
    public void Configure(EntityTypeBuilder<ProgressReport> builder)
    {
        builder.HasIndex(r => new { r.ImplementationId, r.Id });
        builder.HasOne<Implementation>().WithMany(i => i.Reports).HasForeignKey(r => r.ImplementationId);
    }
}
