using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loesningsbrikker.Privacy;

/// <summary>One key of ASP.NET's data protection (cookies, antiforgery), encrypted under the master key.</summary>
public sealed class ProtectionKey : INotAudited
{
    /// <summary>Key.</summary>
    public long Id { get; set; }
    /// <summary>The name that data protection gave it.</summary>
    public string FriendlyName { get; set; } = "";
    /// <summary>The key's XML; its secret part is encrypted under the master key.</summary>
    public string Xml { get; set; } = "";
}

internal sealed class ProtectionKeyMapping : IEntityTypeConfiguration<ProtectionKey>
{
    public void Configure(EntityTypeBuilder<ProtectionKey> builder) =>
        builder.Property(k => k.FriendlyName).HasMaxLength(200);
}
