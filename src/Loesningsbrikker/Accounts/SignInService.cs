using Loesningsbrikker.Privacy;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Identity;

namespace Loesningsbrikker.Accounts;

/// <summary>How a sign-in went.</summary>
public enum SignInOutcome
{
    /// <summary>Wrong e-mail, wrong password, closed or locked: the visitor is told the same.</summary>
    Refused,
    /// <summary>Signed in.</summary>
    SignedIn,
    /// <summary>The password was right; a code from the authenticator app is needed.</summary>
    NeedsCode,
    /// <summary>The password was given too long ago: begin again.</summary>
    Expired,
}

/// <summary>Signs in with the same answer, and about the same time, whether the user exists or not.</summary>
public sealed class SignInService(SignInManager<User> signIn, UserManager<User> users, AttemptTurns turns, LoesningsbrikkerContext db)
{
    private static readonly string DummyHash = new PasswordHasher<User>().HashPassword(new User(), Guid.NewGuid().ToString());

    /// <summary>Tries e-mail and password.</summary>
    public async Task<SignInOutcome> TryAsync(string email, string password)
    {
        var user = await users.FindByEmailAsync(email.Trim());
        using var turn = user is null ? null : await TakeTurnAsync(user);
        if (user is null || user.IsClosed || await users.IsLockedOutAsync(user))
        {
            // Hash anyway: an unknown, closed or locked user must not answer faster.
            users.PasswordHasher.VerifyHashedPassword(new User(), DummyHash, password);
            return SignInOutcome.Refused;
        }
        var result = await signIn.PasswordSignInAsync(user, password, isPersistent: false, lockoutOnFailure: true);
        if (result.RequiresTwoFactor)
            return SignInOutcome.NeedsCode;
        if (!result.Succeeded)
            return SignInOutcome.Refused;
        await LogAsync(user);
        return SignInOutcome.SignedIn;
    }

    /// <summary>Tries the code from the authenticator app, or a recovery code, after the password was right.</summary>
    public async Task<SignInOutcome> TryCodeAsync(string code)
    {
        var user = await signIn.GetTwoFactorAuthenticationUserAsync();
        if (user is null)
            return SignInOutcome.Expired;
        using var turn = await TakeTurnAsync(user);
        if (user.IsClosed || await users.IsLockedOutAsync(user))
            return SignInOutcome.Refused;
        var isAppCode = AuthenticatorService.IsAppCode(code);
        var result = isAppCode
            ? await signIn.TwoFactorAuthenticatorSignInAsync(AuthenticatorService.Normalise(code), isPersistent: false, rememberClient: false)
            : await signIn.TwoFactorRecoveryCodeSignInAsync(AuthenticatorService.Normalise(code));
        if (!result.Succeeded)
        {
            // Identity counts wrong app codes itself, but not wrong recovery codes.
            if (!isAppCode)
                await users.AccessFailedAsync(user);
            return SignInOutcome.Refused;
        }
        await LogAsync(user);
        return SignInOutcome.SignedIn;
    }

    private async Task<IDisposable> TakeTurnAsync(User user)
    {
        var turn = await turns.TakeAsync(user.Id);
        // The one before may have counted a wrong attempt, or locked the account.
        await db.Entry(user).ReloadAsync();
        return turn;
    }

    /// <summary>Writes the sign-in into the access log.</summary>
    private async Task LogAsync(User user)
    {
        (db.Actor.UserId, db.Actor.MunicipalityId) = (user.Id, user.MunicipalityId);
        db.AccessLogEntries.Add(AccessLogEntry.Of(db, AccessKind.SignedIn, processId: null, subjectId: null));
        await db.SaveChangesAsync();
    }
}
