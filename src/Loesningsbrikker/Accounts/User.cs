using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loesningsbrikker.Accounts;

/// <summary>Somebody with an account. Participants in meetings have none.</summary>
public sealed class User : IdentityUser<long>, IMunicipalityOwned
{
    /// <inheritdoc />
    public long MunicipalityId { get; set; }

    /// <summary>The name shown to colleagues.</summary>
    public string DisplayName { get; set; } = "";

    /// <summary>When the account was closed, in UTC; null while it is open. Closed accounts cannot sign in.</summary>
    public DateTime? DeactivatedAtUtc { get; set; }

    /// <summary>What the user is in the municipality.</summary>
    public List<RoleAssignment> Roles { get; } = [];
}

internal sealed class UserMapping : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> builder)
    {
        builder.Property(u => u.DisplayName).HasMaxLength(200);
        builder.HasIndex(u => u.MunicipalityId);
    }
}
