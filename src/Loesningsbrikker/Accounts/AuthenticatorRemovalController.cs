using System.ComponentModel.DataAnnotations;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Loesningsbrikker.Accounts;

/// <summary>What the page for turning the app off sends.</summary>
public sealed class AuthenticatorRemovalForm
{
    /// <summary>The user's password.</summary>
    [Display(Name = "Din adgangskode"), Required, DataType(DataType.Password), MaxLength(200)]
    public string Password { get; set; } = "";
}

/// <summary>Turns one's own authenticator app off.</summary>
[Permit(Permission.SignedIn), Route("account/authenticator/removal")]
public sealed class AuthenticatorRemovalController(
    LoesningsbrikkerContext db, CurrentProcess current, OwnAccount account, AuthenticatorService authenticator) : HouseController(db, current)
{
    /// <summary>Shows the form.</summary>
    [HttpGet]
    public IActionResult New() => View("New", new AuthenticatorRemovalForm());

    /// <summary>Turns the app off.</summary>
    [HttpPost]
    public async Task<IActionResult> Create(AuthenticatorRemovalForm form)
    {
        var user = await account.FindAsync();
        await account.EnsurePasswordAsync(user, form.Password, nameof(form.Password));
        await authenticator.TurnOffAsync(user);
        await account.KeepSessionAsync(user);
        Confirm("Du logger nu ind med adgangskoden alene.");
        return Redirect("/account");
    }

    /// <inheritdoc />
    public override Task<IActionResult> ShowAgainAsync(object form) => Task.FromResult<IActionResult>(View("New", form));
}
