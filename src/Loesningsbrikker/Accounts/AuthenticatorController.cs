using System.ComponentModel.DataAnnotations;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Loesningsbrikker.Accounts;

/// <summary>What the authenticator page shows and sends.</summary>
public sealed class AuthenticatorForm
{
    /// <summary>Six digits from the app.</summary>
    [Display(Name = "Koden i appen"), Required, MaxLength(20)]
    public string Code { get; set; } = "";

    /// <summary>True when the app is turned on.</summary>
    [BindNever]
    public bool IsOn { get; set; }

    /// <summary>What to scan while the app is being set up; null otherwise.</summary>
    [BindNever, ValidateNever]
    public AuthenticatorKeyPicture? Key { get; set; }

    /// <summary>Fresh recovery codes, shown this once; empty otherwise.</summary>
    [BindNever, ValidateNever]
    public IReadOnlyList<string> RecoveryCodes { get; set; } = [];
}

/// <summary>Turns the authenticator app on: explain, show the key, confirm by a code, show recovery codes once.</summary>
[Permit(Permission.SignedIn), Route("account/authenticator")]
public sealed class AuthenticatorController(
    LoesningsbrikkerContext db, CurrentProcess current, OwnAccount account, AuthenticatorService authenticator) : HouseController(db, current)
{
    private const string FreshCodes = "RecoveryCodes";

    /// <summary>Shows how far the user is.</summary>
    [HttpGet]
    public Task<IActionResult> New() => ShowAgainAsync(new AuthenticatorForm());

    /// <summary>Confirms the key by a code from the app.</summary>
    [HttpPost]
    public async Task<IActionResult> Create(AuthenticatorForm form)
    {
        var user = await account.FindAsync();
        var codes = await authenticator.ConfirmAsync(user, form.Code, nameof(form.Code));
        await account.KeepSessionAsync(user);
        // TempData is an encrypted cookie that is forgotten once it has been read.
        TempData[FreshCodes] = string.Join(' ', codes);
        return Redirect("/account/authenticator");
    }

    /// <inheritdoc />
    public override async Task<IActionResult> ShowAgainAsync(object form)
    {
        var page = (AuthenticatorForm)form;
        var user = await account.FindAsync();
        page.IsOn = user.TwoFactorEnabled;
        page.Key = await authenticator.PendingKeyAsync(user) is { } key ? AuthenticatorKeyPicture.Of(key, user.Email!) : null;
        page.RecoveryCodes = (TempData[FreshCodes] as string)?.Split(' ') ?? [];
        return View("New", page);
    }
}

/// <summary>Begins: makes a key to scan.</summary>
[Permit(Permission.SignedIn), Route("account/authenticator/key")]
public sealed class AuthenticatorKeysController(
    LoesningsbrikkerContext db, CurrentProcess current, OwnAccount account, AuthenticatorService authenticator) : HouseController(db, current)
{
    /// <summary>Makes a fresh key.</summary>
    [HttpPost]
    public async Task<IActionResult> Create()
    {
        await authenticator.BeginAsync(await account.FindAsync());
        return Redirect("/account/authenticator");
    }
}
