using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Loesningsbrikker.Accounts;

/// <summary>What the pages for a new and an existing user show and send.</summary>
public sealed class UserForm
{
    /// <summary>The name shown to colleagues.</summary>
    [Display(Name = "Navn"), Required, MaxLength(200), RegularExpression(AccountRules.NoControls)]
    public string DisplayName { get; set; } = "";

    /// <summary>E-mail address; also the name to sign in with.</summary>
    [Display(Name = "E-mail"), Required, DataType(DataType.EmailAddress), MaxLength(256)]
    [RegularExpression(AccountRules.Email, ErrorMessage = AccountRules.EmailMessage)]
    public string Email { get; set; } = "";

    /// <summary>The roles.</summary>
    [Display(Name = "Roller")]
    public List<Role> Roles { get; set; } = [];

    /// <summary>The version the form was filled from; null for a new user.</summary>
    [MaxLength(64)]
    public string? Version { get; set; }

    /// <summary>What the page tells besides; null for a new user.</summary>
    [BindNever, ValidateNever]
    public UserFacts? Facts { get; set; }

    /// <summary>A generated password, shown this once; null otherwise.</summary>
    [BindNever, ValidateNever]
    public string? StartPassword { get; set; }
}

/// <summary>What the page of a user tells besides what can be edited.</summary>
public sealed record UserFacts(
    long Id, string DisplayName, DateTime? ClosedAtUtc, string? ClosedBy, DateTimeOffset? LockedUntil, bool UsesAuthenticator, bool IsOneself,
    IReadOnlyList<GrantedRole> Roles)
{
    /// <summary>True while too many wrong passwords keep the user out.</summary>
    public bool IsLockedAt(DateTime utcNow) => LockedUntil is { } until && until.UtcDateTime > utcNow;
}

/// <summary>A role, and who gave it when.</summary>
/// <param name="By">Name of the one who gave it; null for the first administrator and demo users.</param>
public sealed record GrantedRole(Role Role, DateTime AtUtc, string? By);
