using System.ComponentModel.DataAnnotations;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Accounts;

/// <summary>What the page for the first administrator sends.</summary>
public sealed class FirstAdministratorForm
{
    /// <summary>The municipality, as people say it.</summary>
    [Display(Name = "Kommunens navn"), Required, MaxLength(200), RegularExpression(AccountRules.NoControls)]
    public string MunicipalityName { get; set; } = "";

    /// <summary>The administrator's name.</summary>
    [Display(Name = "Dit navn"), Required, MaxLength(200), RegularExpression(AccountRules.NoControls)]
    public string DisplayName { get; set; } = "";

    /// <summary>The administrator's e-mail address.</summary>
    [Display(Name = "Din e-mail"), Required, DataType(DataType.EmailAddress), MaxLength(256)]
    [RegularExpression(AccountRules.Email, ErrorMessage = AccountRules.EmailMessage)]
    public string Email { get; set; } = "";

    /// <summary>The administrator's password.</summary>
    [Display(Name = "Adgangskode"), Required, DataType(DataType.Password), MaxLength(200)]
    public string Password { get; set; } = "";

    /// <summary>The password again.</summary>
    [Display(Name = "Adgangskode igen"), Required, DataType(DataType.Password), MaxLength(200), Compare(nameof(Password))]
    public string RepeatedPassword { get; set; } = "";
}

/// <summary>The municipality and its first administrator, behind the link of <see cref="SetupLink"/>.</summary>
[AllowAnonymous, Route("setup/{token}")]
public sealed class SetupController(LoesningsbrikkerContext db, CurrentProcess current, UserManager<User> users, SetupLink link)
    : HouseController(db, current)
{
    /// <summary>Nothing behind a wrong or used link, whatever the form says.</summary>
    public override void OnActionExecuting(ActionExecutingContext context)
    {
        if (!link.Accepts(RouteData.Values["token"] as string))
            context.Result = NotFound();
    }

    /// <summary>Shows the form.</summary>
    [HttpGet]
    public IActionResult New() => View("New", new FirstAdministratorForm());

    /// <summary>Creates both, and makes the link void.</summary>
    [HttpPost]
    public async Task<IActionResult> Create(FirstAdministratorForm form)
    {
        await Db.InTransactionAsync(() => CreateBothAsync(form));
        link.Close();
        Confirm("Kommunen og din bruger er oprettet. Log ind med din e-mail og adgangskode.");
        return Redirect("/sign-in");
    }

    /// <inheritdoc />
    public override Task<IActionResult> ShowAgainAsync(object form) => Task.FromResult<IActionResult>(View("New", form));

    private async Task CreateBothAsync(FirstAdministratorForm form)
    {
        await AccountRules.TakeTurnForFirstUserAsync(Db);
        if (await Db.Users.IgnoreQueryFilters().AnyAsync())
            throw new NotFoundException();
        var municipality = new Municipality { Name = form.MunicipalityName.Trim() };
        Db.Municipalities.Add(municipality);
        await Db.SaveChangesAsync();
        Db.Actor.MunicipalityId = municipality.Id;
        var user = new User { UserName = form.Email.Trim(), Email = form.Email.Trim(), DisplayName = form.DisplayName, MunicipalityId = municipality.Id };
        user.SetRoles([Role.Administrator], by: null, Db.UtcNow);
        (await users.CreateAsync(user, form.Password)).OrThrow(nameof(form.Password));
    }
}
