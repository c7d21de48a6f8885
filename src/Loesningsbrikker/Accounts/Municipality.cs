using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loesningsbrikker.Accounts;

/// <summary>The tenant: every other row belongs to exactly one.</summary>
public sealed class Municipality
{
    /// <summary>Key.</summary>
    public long Id { get; set; }

    /// <summary>The name as people say it, e.g. "Lyngholm Kommune".</summary>
    public string Name { get; set; } = "";
}

internal sealed class MunicipalityMapping : IEntityTypeConfiguration<Municipality>
{
    public void Configure(EntityTypeBuilder<Municipality> builder)
    {
        builder.Property(m => m.Name).HasMaxLength(200);
        builder.HasIndex(m => m.Name).IsUnique();
    }
}
