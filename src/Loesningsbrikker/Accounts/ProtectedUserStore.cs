using System.Security.Claims;
using Loesningsbrikker.Privacy;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace Loesningsbrikker.Accounts;

/// <summary>
/// Identity's store, but authenticator keys and recovery codes are encrypted under the master key, each for its own
/// user and kind: a leaked database gives no second factor, and a row copied to another user opens nothing.
/// </summary>
public sealed class ProtectedUserStore(LoesningsbrikkerContext context, MasterKey masterKey, IdentityErrorDescriber errors)
    : UserOnlyStore<User, LoesningsbrikkerContext, long>(context, errors)
{
    /// <inheritdoc />
    public override Task SetTokenAsync(User user, string loginProvider, string name, string? value, CancellationToken cancellationToken) =>
        base.SetTokenAsync(user, loginProvider, name, value is null ? null : Protect(masterKey, user.Id, name, value), cancellationToken);

    /// <inheritdoc />
    public override async Task<string?> GetTokenAsync(User user, string loginProvider, string name, CancellationToken cancellationToken)
    {
        var stored = await base.GetTokenAsync(user, loginProvider, name, cancellationToken);
        return stored is null ? null : masterKey.Decrypt(Convert.FromBase64String(stored), Purpose(user.Id, name));
    }

    /// <summary>None: the roles say what a user may do, and <see cref="UserClaims"/> puts them into the cookie.</summary>
    public override Task<IList<Claim>> GetClaimsAsync(User user, CancellationToken cancellationToken = default) =>
        Task.FromResult<IList<Claim>>([]);

    /// <summary>Encrypts a stored token anew under the current key; false when it already is, or holds nothing.</summary>
    public static bool Reprotect(IdentityUserToken<long> token, MasterKey masterKey)
    {
        if (token.Value is null || MasterKeyName(token.Value) == masterKey.CurrentName)
            return false;
        token.Value = Protect(masterKey, token.UserId, token.Name,
            masterKey.Decrypt(Convert.FromBase64String(token.Value), Purpose(token.UserId, token.Name)));
        return true;
    }

    /// <summary>Name of the master key that a stored token needs.</summary>
    public static string MasterKeyName(string stored) => MasterKey.NameOf(Convert.FromBase64String(stored));

    private static string Protect(MasterKey masterKey, long userId, string name, string value) =>
        Convert.ToBase64String(masterKey.Encrypt(value, Purpose(userId, name)));

    private static string Purpose(long userId, string name) => $"user token/{userId}/{name}";
}
