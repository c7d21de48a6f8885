using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loesningsbrikker.Decisions;

/// <summary>What the administration and the leaders chose.</summary>
public enum DesignationChoice
{
    /// <summary>Among the most important (udpeget).</summary>
    Designated,
    /// <summary>Not this time (ikke udpeget).</summary>
    NotDesignated,
}

/// <summary>The choice of a political piece for the politicians (udpegning), with its reason. Never changed; the newest counts.</summary>
public sealed class Designation : ProcessEntity
{
    /// <summary>Key of the piece.</summary>
    public long SolutionPieceId { get; set; }
    /// <summary>Chosen or not.</summary>
    public DesignationChoice Choice { get; set; }
    /// <summary>Why, in plain Danish.</summary>
    public string Reason { get; set; } = "";
    /// <summary>When, in UTC.</summary>
    public DateTime AtUtc { get; set; }
    /// <summary>Who; null for demo data.</summary>
    public long? ByUserId { get; set; }
}

internal sealed class DesignationMapping : IEntityTypeConfiguration<Designation>
{
    public void Configure(EntityTypeBuilder<Designation> builder)
    {
        builder.HasIndex(d => new { d.SolutionPieceId, d.Id });
        builder.HasOne<SolutionPiece>().WithMany(p => p.Designations).HasForeignKey(d => d.SolutionPieceId);
    }
}
