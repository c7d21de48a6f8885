using System.ComponentModel.DataAnnotations;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Loesningsbrikker.Accounts;

/// <summary>What the code page sends.</summary>
public sealed class SignInCodeForm
{
    /// <summary>Six digits from the app, or a recovery code.</summary>
    [Display(Name = "Kode"), Required, MaxLength(40), RegularExpression(AccountRules.NoControls)]
    public string Code { get; set; } = "";

    /// <summary>Where to go afterwards; only addresses of this site are followed.</summary>
    public string? ReturnUrl { get; set; }
}

/// <summary>The second step of a sign-in: a code from the authenticator app, or a recovery code.</summary>
[AllowAnonymous, Route("sign-in/code")]
public sealed class SignInCodeController(
    LoesningsbrikkerContext db, CurrentProcess current, SignInManager<User> manager, SignInService signIn) : HouseController(db, current)
{
    /// <summary>Shows the form, or goes back to the first step when the password was not given just before.</summary>
    [HttpGet]
    public async Task<IActionResult> New(string? returnUrl) => await manager.GetTwoFactorAuthenticationUserAsync() is null
        ? RedirectToAction("New", "SignIn", new { returnUrl })
        : View("New", new SignInCodeForm { ReturnUrl = returnUrl });

    /// <summary>Signs in.</summary>
    [HttpPost, EnableRateLimiting(SignInLimit.Policy)]
    public async Task<IActionResult> Create(SignInCodeForm form) => await signIn.TryCodeAsync(form.Code) switch
    {
        SignInOutcome.SignedIn => LocalRedirect(Url.IsLocalUrl(form.ReturnUrl) ? form.ReturnUrl : "/"),
        SignInOutcome.Expired => RedirectToAction("New", "SignIn", new { form.ReturnUrl }),
        _ => throw new RuleException(
            "Koden er forkert eller brugt. Efter ti forkerte forsøg lukkes kontoen i et kvarter; din administrator kan hjælpe.",
            nameof(form.Code)),
    };

    /// <inheritdoc />
    public override Task<IActionResult> ShowAgainAsync(object form) => Task.FromResult<IActionResult>(View("New", form));
}
