using Microsoft.AspNetCore.Identity;

namespace Loesningsbrikker.Accounts;

/// <summary>Identity's messages in Danish.</summary>
public sealed class DanishIdentityErrors : IdentityErrorDescriber
{
    /// <inheritdoc />
    public override IdentityError DefaultError() => Error(nameof(DefaultError), "Noget gik galt. Prøv igen.");
    /// <inheritdoc />
    public override IdentityError ConcurrencyFailure() => Error(nameof(ConcurrencyFailure), "En kollega har ændret brugeren imens. Indlæs siden igen.");
    /// <inheritdoc />
    public override IdentityError PasswordMismatch() => Error(nameof(PasswordMismatch), "Den nuværende adgangskode er forkert.");
    /// <inheritdoc />
    public override IdentityError InvalidToken() => Error(nameof(InvalidToken), "Koden eller linket er forkert eller udløbet.");
    /// <inheritdoc />
    public override IdentityError RecoveryCodeRedemptionFailed() => Error(nameof(RecoveryCodeRedemptionFailed), "Nødkoden er forkert eller brugt.");
    /// <inheritdoc />
    public override IdentityError InvalidUserName(string? userName) => Error(nameof(InvalidUserName), $"»{userName}« kan ikke bruges som brugernavn.");
    /// <inheritdoc />
    public override IdentityError InvalidEmail(string? email) => Error(nameof(InvalidEmail), $"»{email}« er ikke en e-mailadresse.");
    /// <inheritdoc />
    public override IdentityError DuplicateUserName(string userName) => Error(nameof(DuplicateUserName), $"Der er allerede en bruger med e-mailadressen {userName}.");
    /// <inheritdoc />
    public override IdentityError DuplicateEmail(string email) => Error(nameof(DuplicateEmail), $"Der er allerede en bruger med e-mailadressen {email}.");
    /// <inheritdoc />
    public override IdentityError UserLockoutNotEnabled() => Error(nameof(UserLockoutNotEnabled), "Brugeren kan ikke låses.");
    /// <inheritdoc />
    public override IdentityError PasswordTooShort(int length) => Error(nameof(PasswordTooShort), $"Adgangskoden skal fylde mindst {length} tegn.");
    /// <inheritdoc />
    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) => Error(nameof(PasswordRequiresUniqueChars), $"Adgangskoden skal have mindst {uniqueChars} forskellige tegn.");
    /// <inheritdoc />
    public override IdentityError PasswordRequiresNonAlphanumeric() => Error(nameof(PasswordRequiresNonAlphanumeric), "Adgangskoden skal have mindst ét tegn, der ikke er bogstav eller tal.");
    /// <inheritdoc />
    public override IdentityError PasswordRequiresDigit() => Error(nameof(PasswordRequiresDigit), "Adgangskoden skal have mindst ét tal.");
    /// <inheritdoc />
    public override IdentityError PasswordRequiresLower() => Error(nameof(PasswordRequiresLower), "Adgangskoden skal have mindst ét lille bogstav.");
    /// <inheritdoc />
    public override IdentityError PasswordRequiresUpper() => Error(nameof(PasswordRequiresUpper), "Adgangskoden skal have mindst ét stort bogstav.");

    private static IdentityError Error(string code, string description) => new() { Code = code, Description = description };
}
