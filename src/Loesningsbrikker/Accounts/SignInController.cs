using System.ComponentModel.DataAnnotations;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Loesningsbrikker.Accounts;

/// <summary>What the sign-in page sends.</summary>
public sealed class SignInForm
{
    /// <summary>E-mail address.</summary>
    [Display(Name = "E-mail"), Required, DataType(DataType.EmailAddress), MaxLength(256), RegularExpression(AccountRules.NoControls)]
    public string Email { get; set; } = "";

    /// <summary>Password.</summary>
    [Display(Name = "Adgangskode"), Required, DataType(DataType.Password), MaxLength(200)]
    public string Password { get; set; } = "";

    /// <summary>Where to go afterwards; only addresses of this site are followed.</summary>
    public string? ReturnUrl { get; set; }
}

/// <summary>Sign-in with e-mail and password.</summary>
[AllowAnonymous, Route("sign-in")]
public sealed class SignInController(LoesningsbrikkerContext db, CurrentProcess current, SignInService signIn) : HouseController(db, current)
{
    /// <summary>Shows the form.</summary>
    [HttpGet]
    public IActionResult New(string? returnUrl) => View("New", new SignInForm { ReturnUrl = returnUrl });

    /// <summary>Signs in.</summary>
    [HttpPost, EnableRateLimiting(SignInLimit.Policy)]
    public async Task<IActionResult> Create(SignInForm form) => await signIn.TryAsync(form.Email, form.Password) switch
    {
        SignInOutcome.SignedIn => LocalRedirect(Url.IsLocalUrl(form.ReturnUrl) ? form.ReturnUrl : "/"),
        SignInOutcome.NeedsCode => RedirectToAction("New", "SignInCode", new { form.ReturnUrl }),
        _ => throw new RuleException(
            "E-mail eller adgangskode er forkert. Efter ti forkerte forsøg lukkes kontoen i et kvarter; din administrator kan hjælpe."),
    };

    /// <inheritdoc />
    public override Task<IActionResult> ShowAgainAsync(object form) => Task.FromResult<IActionResult>(View("New", form));
}

/// <summary>Sign-out.</summary>
[Route("sign-out"), Permit(Permission.SignedIn)]
public sealed class SignOutController(LoesningsbrikkerContext db, CurrentProcess current, SignInManager<User> signIn) : HouseController(db, current)
{
    /// <summary>Signs out.</summary>
    [HttpPost]
    public async Task<IActionResult> Create()
    {
        await signIn.SignOutAsync();
        return Redirect("/sign-in");
    }
}
