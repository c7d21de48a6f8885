using System.Globalization;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Accounts;

/// <summary>One user: name, e-mail, roles, and the way to what else can be done.</summary>
[Permit(Permission.ManageUsers), Route("users/{id:long}")]
public sealed class UserEditsController(
    LoesningsbrikkerContext db, CurrentProcess current, UserAdministration administration, OwnAccount account) : HouseController(db, current)
{
    /// <summary>Where a user's fresh password waits in TempData for being shown once, on that user's page only.</summary>
    internal static string FreshPassword(long id) => "StartPassword/" + id.ToString(CultureInfo.InvariantCulture);

    /// <summary>Shows the user.</summary>
    [HttpGet]
    public async Task<IActionResult> New(long id)
    {
        var form = await Db.Users.Where(u => u.Id == id)
            .Select(u => new UserForm { DisplayName = u.DisplayName, Email = u.Email!, Version = u.ConcurrencyStamp })
            .SingleOrDefaultAsync() ?? throw new NotFoundException();
        form.Facts = await FactsAsync(id);
        form.Roles = [.. form.Facts.Roles.Select(r => r.Role)];
        form.StartPassword = TempData[FreshPassword(id)] as string;
        return View("New", form);
    }

    /// <summary>Stores name, e-mail and roles.</summary>
    [HttpPost]
    public async Task<IActionResult> Create(long id, UserForm form)
    {
        var user = await administration.FindAsync(id);
        await administration.UpdateAsync(user, form);
        Confirm($"{user.DisplayName} er gemt.");
        if (user.Id != Db.Actor.RequiredUserId)
            return Redirect("/users");
        await account.KeepSessionAsync(user);
        return Redirect(form.Roles.Contains(Role.Administrator) ? "/users" : "/");
    }

    /// <inheritdoc />
    public override async Task<IActionResult> ShowAgainAsync(object form)
    {
        var page = (UserForm)form;
        var id = long.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture);
        if (!await Db.Users.AnyAsync(u => u.Id == id))
            return NotFound();
        page.Facts = await FactsAsync(id);
        return View("New", page);
    }

    private Task<UserFacts> FactsAsync(long id)
    {
        var own = Db.Actor.RequiredUserId;
        return Db.Users.Where(u => u.Id == id)
            .Select(u => new UserFacts(
                u.Id, u.DisplayName, u.DeactivatedAtUtc, Db.Users.Where(by => by.Id == u.DeactivatedByUserId).Select(by => by.DisplayName).FirstOrDefault(),
                u.LockoutEnd, u.TwoFactorEnabled, u.Id == own,
                u.Roles.OrderBy(r => r.Id).Select(r => new GrantedRole(
                    r.Role, r.GrantedAtUtc, Db.Users.Where(by => by.Id == r.GrantedByUserId).Select(by => by.DisplayName).FirstOrDefault())).ToList()))
            .SingleAsync();
    }
}
