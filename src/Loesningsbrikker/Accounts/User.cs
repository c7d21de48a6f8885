using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loesningsbrikker.Accounts;

/// <summary>Somebody with an account. Participants in meetings have none.</summary>
public sealed class User : IdentityUser<long>, IMunicipalityOwned
{
    private string _displayName = "";

    /// <inheritdoc />
    public long MunicipalityId { get; set; }

    /// <summary>The name shown to colleagues.</summary>
    public string DisplayName
    {
        get => _displayName;
        set
        {
            _displayName = value.Trim();
            NameSortKey = DanishText.SortKey(_displayName);
            NameSearch = DanishText.SearchForm(_displayName);
        }
    }

    /// <summary>The name in Danish order (<see cref="DanishText.SortKey"/>).</summary>
    public byte[] NameSortKey { get; private set; } = [];

    /// <summary>The name in search form (<see cref="DanishText.SearchForm"/>).</summary>
    public string NameSearch { get; private set; } = "";

    /// <summary>When the account was closed, in UTC; null while it is open. Closed accounts cannot sign in.</summary>
    public DateTime? DeactivatedAtUtc { get; set; }

    /// <summary>Who closed the account; null while it is open.</summary>
    public long? DeactivatedByUserId { get; private set; }

    /// <summary>What the user is in the municipality.</summary>
    public List<RoleAssignment> Roles { get; } = [];

    /// <summary>True when the account is closed.</summary>
    public bool IsClosed => DeactivatedAtUtc is not null;

    /// <summary>Closes the account: no sign-in any more, and open sessions end within a minute.</summary>
    /// <param name="by">Key of the administrator.</param>
    /// <exception cref="RuleException">It is the administrator's own account, or closed already.</exception>
    public void Close(long by, DateTime utcNow)
    {
        if (by == Id)
            throw new RuleException("Du kan ikke lukke din egen konto. Bed en anden administrator om det.");
        if (IsClosed)
            throw new RuleException("Kontoen er allerede lukket.");
        (DeactivatedAtUtc, DeactivatedByUserId) = (utcNow, by);
        EndSessions();
    }

    /// <summary>Lets the user sign in again; the change log keeps when it was closed.</summary>
    /// <exception cref="RuleException">The account is open.</exception>
    public void Reopen()
    {
        if (!IsClosed)
            throw new RuleException("Kontoen er allerede åben.");
        (DeactivatedAtUtc, DeactivatedByUserId) = (null, null);
        EndSessions();
    }

    /// <summary>Gives and takes roles; roles that stay keep who gave them and when. <see cref="Roles"/> must be loaded.</summary>
    /// <param name="wanted">The roles afterwards.</param>
    /// <param name="by">Who gives them; null for the first administrator.</param>
    /// <exception cref="RuleException">No role is left.</exception>
    public void SetRoles(IEnumerable<Role> wanted, long? by, DateTime utcNow)
    {
        var roles = wanted.ToHashSet();
        if (roles.Count == 0)
            throw new RuleException("Vælg mindst én rolle.", nameof(Roles));
        var changed = Roles.RemoveAll(r => !roles.Contains(r.Role));
        foreach (var role in roles.Except(Roles.Select(r => r.Role)).Order().ToList())
        {
            Roles.Add(new RoleAssignment { Role = role, GrantedAtUtc = utcNow, GrantedByUserId = by });
            changed++;
        }
        if (changed > 0)
            EndSessions();
    }

    private void EndSessions() => SecurityStamp = Guid.NewGuid().ToString("N");
}

internal sealed class UserMapping : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> builder)
    {
        builder.Property(u => u.DisplayName).HasMaxLength(200);
        builder.Property(u => u.NameSearch).HasMaxLength(400);
        builder.Ignore(u => u.IsClosed);
        // Identity brings them; nobody here is phoned, and an address is the administrator's word.
        builder.Ignore(u => u.PhoneNumber);
        builder.Ignore(u => u.PhoneNumberConfirmed);
        builder.Ignore(u => u.EmailConfirmed);
        builder.HasIndex(u => u.MunicipalityId);
    }
}
