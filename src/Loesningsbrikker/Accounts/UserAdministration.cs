using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Accounts;

/// <summary>What administrators do with the users of their municipality; each verb saves.</summary>
public sealed class UserAdministration(UserManager<User> users, AuthenticatorService authenticator, LoesningsbrikkerContext db)
{
    /// <summary>The user, roles included.</summary>
    /// <exception cref="NotFoundException">There is none in this municipality.</exception>
    public async Task<User> FindAsync(long id) =>
        await db.Users.Include(u => u.Roles).SingleOrDefaultAsync(u => u.Id == id) ?? throw new NotFoundException();

    /// <summary>Creates a user.</summary>
    /// <returns>The user and the password to hand over; it cannot be read again.</returns>
    public async Task<(User User, string Password)> CreateAsync(UserForm form)
    {
        var user = new User { MunicipalityId = db.Actor.MunicipalityId!.Value };
        await SetNameAndEmailAsync(user, form);
        user.SetRoles(form.Roles, db.Actor.RequiredUserId, db.UtcNow);
        var password = StartPassword.New();
        (await users.CreateAsync(user, password)).OrThrow(nameof(form.Email));
        return (user, password);
    }

    /// <summary>Changes name, e-mail and roles.</summary>
    public Task UpdateAsync(User user, UserForm form) => db.InTransactionAsync(async () =>
    {
        db.Entry(user).Property(u => u.ConcurrencyStamp).OriginalValue = form.Version;
        if (!form.Roles.Contains(Role.Administrator))
            await EnsureAnotherAdministratorAsync(user);
        await SetNameAndEmailAsync(user, form);
        user.SetRoles(form.Roles, db.Actor.RequiredUserId, db.UtcNow);
        await SaveAsync(user);
    });

    /// <summary>Closes the account.</summary>
    public Task CloseAsync(User user) => db.InTransactionAsync(async () =>
    {
        user.Close(db.Actor.RequiredUserId, db.UtcNow);
        await EnsureAnotherAdministratorAsync(user);
        await SaveAsync(user);
    });

    /// <summary>Opens a closed account again.</summary>
    public Task ReopenAsync(User user)
    {
        user.Reopen();
        return SaveAsync(user);
    }

    /// <summary>Gives a new password, unlocks the account and ends the user's sessions.</summary>
    /// <returns>The password to hand over; it cannot be read again.</returns>
    public async Task<string> GivePasswordAsync(User user)
    {
        EnsureSomebodyElse(user, "Skift din egen adgangskode under Min konto.");
        // Before the transaction: protecting a token may store a new protection key, which waits for the turn to write.
        var token = await users.GeneratePasswordResetTokenAsync(user);
        return await db.InTransactionAsync(async () =>
        {
            var password = StartPassword.New();
            (await users.ResetPasswordAsync(user, token, password)).OrThrow();
            await UnlockAsync(user);
            return password;
        });
    }

    /// <summary>Lets a user try again who typed ten wrong passwords.</summary>
    public async Task UnlockAsync(User user)
    {
        (await users.SetLockoutEndDateAsync(user, null)).OrThrow();
        (await users.ResetAccessFailedCountAsync(user)).OrThrow();
    }

    /// <summary>Turns off an authenticator app that the user has lost.</summary>
    public Task TurnOffAuthenticatorAsync(User user)
    {
        EnsureSomebodyElse(user, "Slå din egen app fra under Min konto.");
        return authenticator.TurnOffAsync(user);
    }

    private void EnsureSomebodyElse(User user, string sentence)
    {
        // The own page asks for the password; this one must not be the way around it.
        if (user.Id == db.Actor.RequiredUserId)
            throw new RuleException(sentence);
    }

    private async Task EnsureAnotherAdministratorAsync(User user)
    {
        if (user.Roles.All(r => r.Role != Role.Administrator))
            return;
        await AccountRules.TakeTurnForAdministratorsAsync(db);
        if (!await db.Users.AnyAsync(u => u.Id != user.Id && u.DeactivatedAtUtc == null && u.Roles.Any(r => r.Role == Role.Administrator)))
            throw new RuleException("Der skal altid være mindst én åben administrator. Gør en anden til administrator først.", nameof(UserForm.Roles));
    }

    private async Task SetNameAndEmailAsync(User user, UserForm form)
    {
        var email = form.Email.Trim();
        var normalised = users.NormalizeEmail(email);
        // Sign-in knows no municipality, so an address can be used once in the whole system.
        if (await db.Users.IgnoreQueryFilters().AnyAsync(u => u.Id != user.Id && u.NormalizedEmail == normalised))
            throw new RuleException($"Der er allerede en bruger med e-mailadressen {email}.", nameof(form.Email));
        user.DisplayName = form.DisplayName;
        (user.Email, user.UserName) = (email, email);
        (user.NormalizedEmail, user.NormalizedUserName) = (normalised, users.NormalizeName(email));
    }

    private Task SaveAsync(User user)
    {
        user.ConcurrencyStamp = Guid.NewGuid().ToString();
        return db.SaveChangesAsync();
    }
}
