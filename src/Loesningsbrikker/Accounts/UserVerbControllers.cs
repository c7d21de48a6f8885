using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Loesningsbrikker.Accounts;

/// <summary>What a button on the page of a user does: find the user, run one verb, go back and say so.</summary>
[Permit(Permission.ManageUsers)]
public abstract class UserVerbController(LoesningsbrikkerContext db, CurrentProcess current, UserAdministration administration)
    : HouseController(db, current)
{
    /// <summary>The verbs.</summary>
    protected UserAdministration Administration { get; } = administration;

    /// <summary>Runs <paramref name="verb"/> and says <paramref name="done"/>, "{0}" being the user's name.</summary>
    protected async Task<IActionResult> RunAsync(long id, Func<User, Task> verb, string done)
    {
        var user = await Administration.FindAsync(id);
        await verb(user);
        Confirm(string.Format(DanishText.Culture, done, user.DisplayName));
        return Redirect($"/users/{id}");
    }
}

/// <summary>A new password for a user who forgot it.</summary>
[Route("users/{id:long}/password")]
public sealed class UserPasswordsController(LoesningsbrikkerContext db, CurrentProcess current, UserAdministration administration)
    : UserVerbController(db, current, administration)
{
    /// <summary>Gives a new password and shows it once.</summary>
    [HttpPost]
    public Task<IActionResult> Create(long id) => RunAsync(
        id, async user => TempData[UserEditsController.FreshPassword(id)] = await Administration.GivePasswordAsync(user), "{0} har fået en ny adgangskode.");
}

/// <summary>Unlocking after too many wrong passwords.</summary>
[Route("users/{id:long}/unlocking")]
public sealed class UserUnlockingsController(LoesningsbrikkerContext db, CurrentProcess current, UserAdministration administration)
    : UserVerbController(db, current, administration)
{
    /// <summary>Unlocks.</summary>
    [HttpPost]
    public Task<IActionResult> Create(long id) => RunAsync(id, Administration.UnlockAsync, "{0} kan prøve at logge ind igen.");
}

/// <summary>Turning off an authenticator app that was lost.</summary>
[Route("users/{id:long}/authenticator-removal")]
public sealed class UserAuthenticatorRemovalsController(LoesningsbrikkerContext db, CurrentProcess current, UserAdministration administration)
    : UserVerbController(db, current, administration)
{
    /// <summary>Turns the app off.</summary>
    [HttpPost]
    public Task<IActionResult> Create(long id) => RunAsync(
        id, Administration.TurnOffAuthenticatorAsync, "{0} logger nu ind med adgangskoden alene.");
}

/// <summary>Closing an account.</summary>
[Route("users/{id:long}/closing")]
public sealed class UserClosingsController(LoesningsbrikkerContext db, CurrentProcess current, UserAdministration administration)
    : UserVerbController(db, current, administration)
{
    /// <summary>Closes the account.</summary>
    [HttpPost]
    public Task<IActionResult> Create(long id) => RunAsync(
        id, Administration.CloseAsync, "Kontoen for {0} er lukket. Er brugeren logget ind nu, slutter det inden for et minut.");
}

/// <summary>Opening a closed account again.</summary>
[Route("users/{id:long}/reopening")]
public sealed class UserReopeningsController(LoesningsbrikkerContext db, CurrentProcess current, UserAdministration administration)
    : UserVerbController(db, current, administration)
{
    /// <summary>Opens the account.</summary>
    [HttpPost]
    public Task<IActionResult> Create(long id) => RunAsync(id, Administration.ReopenAsync, "Kontoen for {0} er åben igen.");
}
