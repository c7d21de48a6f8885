using System.ComponentModel.DataAnnotations;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Loesningsbrikker.Accounts;

/// <summary>What the page for a new password sends.</summary>
public sealed class OwnPasswordForm
{
    /// <summary>The password until now.</summary>
    [Display(Name = "Nuværende adgangskode"), Required, DataType(DataType.Password), MaxLength(200)]
    public string CurrentPassword { get; set; } = "";

    /// <summary>The new one.</summary>
    [Display(Name = "Ny adgangskode"), Required, DataType(DataType.Password), MaxLength(200)]
    public string NewPassword { get; set; } = "";

    /// <summary>The new one again.</summary>
    [Display(Name = "Ny adgangskode igen"), Required, DataType(DataType.Password), MaxLength(200), Compare(nameof(NewPassword))]
    public string RepeatedPassword { get; set; } = "";
}

/// <summary>Change of one's own password.</summary>
[Permit(Permission.SignedIn), Route("account/password")]
public sealed class OwnPasswordController(LoesningsbrikkerContext db, CurrentProcess current, OwnAccount account) : HouseController(db, current)
{
    /// <summary>Shows the form.</summary>
    [HttpGet]
    public IActionResult New() => View("New", new OwnPasswordForm());

    /// <summary>Changes the password.</summary>
    [HttpPost]
    public async Task<IActionResult> Create(OwnPasswordForm form)
    {
        var user = await account.FindAsync();
        await account.EnsurePasswordAsync(user, form.CurrentPassword, nameof(form.CurrentPassword));
        await account.ChangePasswordAsync(user, form.CurrentPassword, form.NewPassword, nameof(form.NewPassword));
        Confirm("Din adgangskode er skiftet. Er du logget ind andre steder, bliver du logget ud dér inden for et minut.");
        return Redirect("/account");
    }

    /// <inheritdoc />
    public override Task<IActionResult> ShowAgainAsync(object form) => Task.FromResult<IActionResult>(View("New", form));
}
