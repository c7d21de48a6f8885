using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loesningsbrikker.Privacy;

/// <summary>
/// One line of the change log: keys and field names, never values, so that erasing a person breaks no chain.
/// Each line's hash covers the line before it; a trigger refuses changing or deleting lines.
/// </summary>
public sealed class AuditEntry : IMunicipalityOwned, INotAudited
{
    /// <inheritdoc />
    public long MunicipalityId { get; set; }
    /// <summary>1, 2, 3 … without gaps within the municipality.</summary>
    public long Sequence { get; set; }
    /// <summary>When, in UTC.</summary>
    public DateTime AtUtc { get; set; }
    /// <summary>Who; null for jobs and sign-in itself.</summary>
    public long? UserId { get; set; }
    /// <summary>Added, Modified or Deleted.</summary>
    public string Operation { get; set; } = "";
    /// <summary>The entity's name, e.g. SolutionPiece.</summary>
    public string EntityName { get; set; } = "";
    /// <summary>The row's key; parts of a composed key are joined by a slash.</summary>
    public string EntityKey { get; set; } = "";
    /// <summary>Names of the changed fields, comma-separated; empty for added and deleted rows.</summary>
    public string Fields { get; set; } = "";
    /// <summary>SHA-256 over the previous hash and this line (<see cref="AuditTrail.HashOf"/>).</summary>
    public byte[] Hash { get; set; } = [];
}

/// <summary>The end of a municipality's chain: the last sequence and its hash.</summary>
public sealed class AuditHead : IMunicipalityOwned, INotAudited
{
    /// <inheritdoc />
    public long MunicipalityId { get; set; }
    /// <summary>Sequence of the last line; 0 before the first.</summary>
    public long Sequence { get; set; }
    /// <summary>Hash of the last line; empty before the first.</summary>
    public byte[] Hash { get; set; } = [];
}

internal sealed class AuditEntryMapping : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.HasKey(e => new { e.MunicipalityId, e.Sequence });
        builder.Property(e => e.Operation).HasMaxLength(16);
        builder.Property(e => e.EntityName).HasMaxLength(64);
        builder.Property(e => e.EntityKey).HasMaxLength(128);
        builder.HasIndex(e => new { e.MunicipalityId, e.EntityName, e.EntityKey });
    }
}

internal sealed class AuditHeadMapping : IEntityTypeConfiguration<AuditHead>
{
    public void Configure(EntityTypeBuilder<AuditHead> builder)
    {
        builder.HasKey(h => h.MunicipalityId);
        builder.Property(h => h.MunicipalityId).ValueGeneratedNever();
    }
}
