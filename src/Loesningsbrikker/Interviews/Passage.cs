using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loesningsbrikker.Interviews;

/// <summary>A marked stretch of a transcript (uddrag), with enough of the text around it to prove that it still fits.</summary>
public sealed partial class Passage : ProcessEntity, IVersioned
{
    /// <summary>How many UTF-16 code units of the text before and after are kept.</summary>
    public const int ContextUtf16 = 32;

    /// <summary>Key of the transcript version that the offsets count in.</summary>
    public long TranscriptId { get; set; }
    /// <summary>Where it begins in the canonical text, in UTF-16 code units.</summary>
    public int StartUtf16 { get; set; }
    /// <summary>Where it ends, exclusive, in UTF-16 code units.</summary>
    public int EndUtf16 { get; set; }
    /// <summary>The words themselves.</summary>
    public string Quote { get; set; } = "";
    /// <summary>Up to 32 code units before it.</summary>
    public string Prefix { get; set; } = "";
    /// <summary>Up to 32 code units after it.</summary>
    public string Suffix { get; set; } = "";
    /// <summary>What the consultant thought; may be empty.</summary>
    public string Note { get; set; } = "";
    /// <summary>When it was marked, in UTC.</summary>
    public DateTime CreatedAtUtc { get; set; }
    /// <summary>Who marked it; null for demo data.</summary>
    public long? CreatedByUserId { get; set; }
    /// <summary>When it was released as a quotation, in UTC; null while it must not leave the staff's area.</summary>
    public DateTime? ReleasedAtUtc { get; set; }
    /// <summary>Who released it; null while not released.</summary>
    public long? ReleasedByUserId { get; set; }
    /// <inheritdoc />
    public Guid Version { get; set; }
    /// <summary>What it is tied to.</summary>
    public List<Coding> Codings { get; } = [];
}

/// <summary>A passage tied to a solution piece or to a challenge: by whom, when. Exactly one of the two is set.</summary>
public sealed class Coding : ProcessEntity
{
    /// <summary>Key of the passage.</summary>
    public long PassageId { get; set; }
    /// <summary>The passage.</summary>
    public Passage Passage { get; set; } = null!;
    /// <summary>Key of the solution piece; null when tied to a challenge.</summary>
    public long? SolutionPieceId { get; set; }
    /// <summary>Key of the challenge; null when tied to a piece.</summary>
    public long? ChallengeId { get; set; }
    /// <summary>When, in UTC.</summary>
    public DateTime CodedAtUtc { get; set; }
    /// <summary>Who; null for demo data.</summary>
    public long? CodedByUserId { get; set; }
}

internal sealed class PassageMapping : IEntityTypeConfiguration<Passage>
{
    public void Configure(EntityTypeBuilder<Passage> builder)
    {
        builder.Property(p => p.Prefix).HasMaxLength(Passage.ContextUtf16);
        builder.Property(p => p.Suffix).HasMaxLength(Passage.ContextUtf16);
        builder.HasIndex(p => new { p.TranscriptId, p.StartUtf16 });
        builder.HasOne<Transcript>().WithMany().HasForeignKey(p => p.TranscriptId);
    }
}

internal sealed class CodingMapping : IEntityTypeConfiguration<Coding>
{
    public void Configure(EntityTypeBuilder<Coding> builder)
    {
        builder.HasIndex(c => new { c.PassageId, c.SolutionPieceId }).IsUnique();
        builder.HasIndex(c => new { c.PassageId, c.ChallengeId }).IsUnique();
        builder.HasIndex(c => new { c.SolutionPieceId, c.PassageId });
        builder.HasOne(c => c.Passage).WithMany(p => p.Codings).HasForeignKey(c => c.PassageId);
        builder.HasOne<SolutionPiece>().WithMany(p => p.Codings).HasForeignKey(c => c.SolutionPieceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Challenge>().WithMany().HasForeignKey(c => c.ChallengeId).OnDelete(DeleteBehavior.Restrict);
        builder.ToTable(t => t.HasCheckConstraint("CK_Codings_OneTarget",
            "(\"SolutionPieceId\" IS NULL) <> (\"ChallengeId\" IS NULL)"));
    }
}
