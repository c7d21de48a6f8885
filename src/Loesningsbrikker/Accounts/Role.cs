using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loesningsbrikker.Accounts;

/// <summary>What a user is in the municipality; the table of permissions is <see cref="PermissionTable"/>.</summary>
public enum Role
{
    /// <summary>Users and setup; reads no testimony.</summary>
    Administrator,
    /// <summary>Interviews, codes and writes pieces.</summary>
    Consultant,
    /// <summary>Concludes, designates and releases (chef).</summary>
    Leader,
    /// <summary>Answers for the pieces of the own institution.</summary>
    LocalLeader,
    /// <summary>Prices the pieces.</summary>
    BudgetOfficer,
    /// <summary>Sits on the political committee.</summary>
    Committee,
}

/// <summary>One role given to one user: by whom and when.</summary>
public sealed class RoleAssignment : Entity
{
    /// <summary>Key of the user.</summary>
    public long UserId { get; set; }
    /// <summary>The role.</summary>
    public Role Role { get; set; }
    /// <summary>When it was given, in UTC.</summary>
    public DateTime GrantedAtUtc { get; set; }
    /// <summary>Who gave it; null for the first administrator and demo users.</summary>
    public long? GrantedByUserId { get; set; }
}

internal sealed class RoleAssignmentMapping : IEntityTypeConfiguration<RoleAssignment>
{
    public void Configure(EntityTypeBuilder<RoleAssignment> builder)
    {
        builder.HasIndex(r => new { r.UserId, r.Role }).IsUnique();
        builder.HasOne<User>().WithMany(u => u.Roles).HasForeignKey(r => r.UserId);
    }
}
