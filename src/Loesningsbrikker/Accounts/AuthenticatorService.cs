using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Identity;

namespace Loesningsbrikker.Accounts;

/// <summary>The authenticator app of a user: begin, confirm, turn off.</summary>
public sealed class AuthenticatorService(UserManager<User> users, IUserStore<User> store, LoesningsbrikkerContext db)
{
    /// <summary>How many recovery codes a user gets.</summary>
    public const int RecoveryCodes = 10;

    // The names under which Identity's own store keeps them.
    private const string Provider = "[AspNetUserStore]";
    private static readonly string[] Tokens = ["AuthenticatorKey", "RecoveryCodes"];

    private IUserAuthenticatorKeyStore<User> Keys => (IUserAuthenticatorKeyStore<User>)store;

    /// <summary>True for what looks like six digits from an app; everything else is tried as a recovery code.</summary>
    public static bool IsAppCode(string code) => Normalise(code) is { Length: 6 } digits && digits.All(char.IsAsciiDigit);

    /// <summary>A code as it is stored, however it was typed: no spaces, capitals, a recovery code as ABCDE-FGHIJ.</summary>
    public static string Normalise(string code)
    {
        var signs = string.Concat(code.Where(char.IsLetterOrDigit)).ToUpperInvariant();
        return signs.Length == 10 ? signs[..5] + "-" + signs[5..] : signs;
    }

    /// <summary>The key that waits for being confirmed; null when the user has not begun, or has the app turned on.</summary>
    public async Task<string?> PendingKeyAsync(User user) => user.TwoFactorEnabled ? null : await users.GetAuthenticatorKeyAsync(user);

    /// <summary>Makes a fresh key; it counts for nothing before <see cref="ConfirmAsync"/>.</summary>
    /// <exception cref="RuleException">The app is turned on already.</exception>
    public async Task BeginAsync(User user)
    {
        EnsureOff(user);
        // Not ResetAuthenticatorKeyAsync: it ends the user's sessions, and nothing has changed for them yet.
        await Keys.SetAuthenticatorKeyAsync(user, users.GenerateNewAuthenticatorKey(), CancellationToken.None);
        (await users.UpdateAsync(user)).OrThrow();
    }

    /// <summary>Turns the app on when <paramref name="code"/> is right.</summary>
    /// <returns>Recovery codes; they cannot be read again.</returns>
    /// <exception cref="RuleException">The code is wrong, or the app is turned on already.</exception>
    public async Task<IReadOnlyList<string>> ConfirmAsync(User user, string code, string field)
    {
        EnsureOff(user);
        if (!await users.VerifyTwoFactorTokenAsync(user, users.Options.Tokens.AuthenticatorTokenProvider, Normalise(code)))
            throw new RuleException("Koden passer ikke. Tjek, at telefonens ur går rigtigt, og skriv den kode, appen viser nu.", field);
        return await db.InTransactionAsync(async () =>
        {
            (await users.SetTwoFactorEnabledAsync(user, true)).OrThrow();
            return (await users.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodes))!.ToList();
        });
    }

    /// <summary>Turns the app off and forgets its key and the recovery codes.</summary>
    /// <exception cref="RuleException">It is off already.</exception>
    public Task TurnOffAsync(User user)
    {
        if (!user.TwoFactorEnabled)
            throw new RuleException("Koden fra en app er allerede slået fra.");
        return db.InTransactionAsync(async () =>
        {
            foreach (var token in Tokens)
                (await users.RemoveAuthenticationTokenAsync(user, Provider, token)).OrThrow();
            (await users.SetTwoFactorEnabledAsync(user, false)).OrThrow();
        });
    }

    private static void EnsureOff(User user)
    {
        if (user.TwoFactorEnabled)
            throw new RuleException("Koden fra en app er allerede slået til.");
    }
}
