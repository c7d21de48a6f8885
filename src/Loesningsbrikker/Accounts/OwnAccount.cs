using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Accounts;

/// <summary>The signed-in user's own account.</summary>
public sealed class OwnAccount(UserManager<User> users, SignInManager<User> signIn, AttemptTurns turns, LoesningsbrikkerContext db)
{
    /// <summary>The signed-in user.</summary>
    public Task<User> FindAsync() => db.Users.SingleAsync(u => u.Id == db.Actor.RequiredUserId);

    /// <summary>Asks for the password again; wrong ones count towards the lockout, so that a borrowed session cannot guess.</summary>
    /// <exception cref="RuleException">It is wrong, or there were too many wrong ones.</exception>
    public async Task EnsurePasswordAsync(User user, string password, string field)
    {
        using var turn = await turns.TakeAsync(user.Id);
        await db.Entry(user).ReloadAsync();
        if (await users.IsLockedOutAsync(user))
            throw new RuleException("Der har været ti forkerte forsøg. Vent et kvarter, og prøv igen.", field);
        if (await users.CheckPasswordAsync(user, password))
        {
            await users.ResetAccessFailedCountAsync(user);
            return;
        }
        await users.AccessFailedAsync(user);
        throw new RuleException("Den nuværende adgangskode er forkert.", field);
    }

    /// <summary>Changes the password: this session goes on, the user's other sessions end within a minute.</summary>
    public async Task ChangePasswordAsync(User user, string currentPassword, string newPassword, string field)
    {
        (await users.ChangePasswordAsync(user, currentPassword, newPassword)).OrThrow(field);
        await KeepSessionAsync(user);
    }

    /// <summary>Renews this session's cookie after the user's security stamp has changed.</summary>
    public Task KeepSessionAsync(User user) => signIn.RefreshSignInAsync(user);
}
