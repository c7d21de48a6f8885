using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Accounts;

/// <summary>One line of the list of users.</summary>
public sealed record UserRow(
    long Id, string DisplayName, string Email, IReadOnlyList<Role> Roles, DateTime? ClosedAtUtc, DateTimeOffset? LockedUntil, bool UsesAuthenticator);

/// <summary>The page with the list of users.</summary>
/// <param name="Term">What was searched for; empty for everybody.</param>
public sealed record UsersPage(PageOf<UserRow> Users, string Term, DateTime UtcNow);

/// <summary>The users of the municipality.</summary>
[Permit(Permission.ManageUsers), Route("users")]
public sealed class UsersController(LoesningsbrikkerContext db, CurrentProcess current, UserAdministration administration) : HouseController(db, current)
{
    private const int LongestTerm = 200;

    /// <summary>Lists users whose name or e-mail contains <paramref name="q"/>.</summary>
    [HttpGet]
    public async Task<IActionResult> Index(string? q, int page = 1)
    {
        var term = string.Concat((q ?? "").Where(c => !char.IsControl(c)).Take(LongestTerm)).Trim();
        var rows = await Matching(term)
            .OrderBy(u => u.NameSortKey).ThenBy(u => u.Id)
            .Select(u => new UserRow(
                u.Id, u.DisplayName, u.Email!, u.Roles.OrderBy(r => r.Id).Select(r => r.Role).ToList(),
                u.DeactivatedAtUtc, u.LockoutEnd, u.TwoFactorEnabled))
            .ToPageAsync(page);
        return View("Index", new UsersPage(rows, term, Db.UtcNow));
    }

    /// <summary>Shows the form for a new user.</summary>
    [HttpGet("new")]
    public IActionResult New() => View("New", new UserForm());

    /// <summary>Creates a user.</summary>
    [HttpPost]
    public async Task<IActionResult> Create(UserForm form)
    {
        var (user, password) = await administration.CreateAsync(form);
        TempData[UserEditsController.FreshPassword(user.Id)] = password;
        Confirm($"{user.DisplayName} er oprettet.");
        return Redirect($"/users/{user.Id}");
    }

    /// <inheritdoc />
    public override Task<IActionResult> ShowAgainAsync(object form) => Task.FromResult<IActionResult>(View("New", form));

    private IQueryable<User> Matching(string term)
    {
        if (term.Length == 0)
            return Db.Users;
        var (name, email) = (DanishText.LikePattern(term), DanishText.LikePattern(term).ToUpperInvariant());
        return Db.Users.Where(u => EF.Functions.Like(u.NameSearch, name, "\\") || EF.Functions.Like(u.NormalizedEmail!, email, "\\"));
    }
}
