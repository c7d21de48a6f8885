using Loesningsbrikker.Demo;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Accounts;

/// <summary>One user per role in a made-up municipality, created at the first start in Development only.</summary>
public static class DevelopmentUsers
{
    /// <summary>The password of all of them, shown on the sign-in page in Development.</summary>
    public const string Password = "Lyngholm-prøve-2026";

    /// <summary>Role, e-mail and name.</summary>
    public static IReadOnlyList<(Role Role, string Email, string Name)> All { get; } =
    [
        (Role.Administrator, "administrator@lyngholm.example", "Anders Admin"),
        (Role.Consultant, "konsulent@lyngholm.example", "Mette Konsulent"),
        (Role.Leader, "chef@lyngholm.example", "Karen Chef"),
        (Role.LocalLeader, "institutionsleder@lyngholm.example", "Ida Institutionsleder"),
        (Role.BudgetOfficer, "oekonomi@lyngholm.example", "Omar Økonomi"),
        (Role.Committee, "udvalg@lyngholm.example", "Ulla Udvalgsmedlem"),
    ];

    /// <summary>Fills an empty system; does nothing when there is a municipality already.</summary>
    public static async Task EnsureAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LoesningsbrikkerContext>();
        if (await db.Municipalities.AnyAsync())
            return;
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        // All or nothing: a start that is killed here must not leave a municipality without users.
        await db.InTransactionAsync(() => FillAsync(db, users));
    }

    private static async Task FillAsync(LoesningsbrikkerContext db, UserManager<User> users)
    {
        var municipality = new Municipality { Name = "Lyngholm Kommune" };
        db.Municipalities.Add(municipality);
        await db.SaveChangesAsync();
        db.Actor.MunicipalityId = municipality.Id;
        var created = new List<User>();
        foreach (var (role, email, name) in All)
            created.Add(await CreateAsync(users, db, role, email, name));
        await DemoMunicipality.FillAsync(db, created);
    }

    private static async Task<User> CreateAsync(UserManager<User> users, LoesningsbrikkerContext db, Role role, string email, string name)
    {
        var user = new User { UserName = email, Email = email, DisplayName = name, MunicipalityId = db.Actor.MunicipalityId!.Value };
        user.Roles.Add(new RoleAssignment { Role = role, GrantedAtUtc = db.UtcNow });
        var result = await users.CreateAsync(user, Password);
        return result.Succeeded ? user : throw new InvalidOperationException(string.Join(' ', result.Errors.Select(e => e.Description)));
    }
}
