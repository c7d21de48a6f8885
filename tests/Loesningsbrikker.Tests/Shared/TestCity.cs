using Loesningsbrikker.Accounts;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Loesningsbrikker.Tests.Shared;

/// <summary>A municipality with one user per role, all but the administrator members of one process.</summary>
public sealed class TestCity
{
    public const string Password = "Prøve-kodeord-2026";

    // The same for everybody: what a hash is worth is tried where passwords are.
    private static string? _passwordHash;

    private readonly Dictionary<Role, User> _users = [];

    public long MunicipalityId { get; private init; }

    public DialogueProcess Process { get; private set; } = null!;

    /// <summary>Address of the process, e.g. /dialogue-processes/7.</summary>
    public string Path => $"/dialogue-processes/{Process.Id}";

    public User User(Role role) => _users[role];

    public static async Task<TestCity> CreateAsync(TestHost host)
    {
        await using var scope = host.Scope(municipalityId: null);
        var db = scope.ServiceProvider.GetRequiredService<LoesningsbrikkerContext>();
        var municipality = new Municipality { Name = "Prøveby " + Guid.NewGuid() };
        db.Add(municipality);
        await db.SaveChangesAsync();
        db.Actor.MunicipalityId = municipality.Id;

        var city = new TestCity { MunicipalityId = municipality.Id };
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        foreach (var role in Enum.GetValues<Role>())
            db.Add(city._users[role] = city.NewUser(users, db, role));
        await db.SaveChangesAsync();
        city.Process = await city.AddProcessAsync(db, "D");
        return city;
    }

    /// <summary>One more process; all users but the administrator are members, the consultant holds the key permission.</summary>
    public async Task<DialogueProcess> AddProcessAsync(LoesningsbrikkerContext db, string prefix)
    {
        var process = new DialogueProcess { Name = "Dialog " + prefix, Prefix = prefix, StartsOn = new DateOnly(2026, 8, 10), CreatedAtUtc = db.UtcNow };
        foreach (var (role, user) in _users.Where(u => u.Key != Role.Administrator))
            process.Members.Add(new ProcessMember
            {
                UserId = user.Id, AddedAtUtc = db.UtcNow, KeyPermissionSinceUtc = role == Role.Consultant ? db.UtcNow : null,
            });
        db.Add(process);
        await db.SaveChangesAsync();
        return process;
    }

    /// <summary>Lets leaders read the process's transcripts.</summary>
    public async Task LetLeadersReadAsync(TestHost host)
    {
        await using var scope = host.Scope(MunicipalityId);
        var db = scope.ServiceProvider.GetRequiredService<LoesningsbrikkerContext>();
        (await db.DialogueProcesses.FindAsync(Process.Id))!.LetLeadersReadTranscripts(db.UtcNow);
        await db.SaveChangesAsync();
    }

    /// <summary>One more user, member of nothing.</summary>
    public async Task<User> AddUserAsync(UserManager<User> users, LoesningsbrikkerContext db, Role role)
    {
        var user = NewUser(users, db, role);
        db.Add(user);
        await db.SaveChangesAsync();
        return user;
    }

    /// <summary>As the user manager makes one, but without asking the database for each whether another has its address.</summary>
    private User NewUser(UserManager<User> users, LoesningsbrikkerContext db, Role role)
    {
        var email = $"{role}-{Guid.NewGuid():N}@proeveby.example".ToLowerInvariant();
        var user = new User
        {
            UserName = email, NormalizedUserName = users.NormalizeName(email), Email = email, NormalizedEmail = users.NormalizeEmail(email),
            DisplayName = "Prøve " + role, MunicipalityId = MunicipalityId, SecurityStamp = Guid.NewGuid().ToString("N"), LockoutEnabled = true,
        };
        user.PasswordHash = _passwordHash ??= users.PasswordHasher.HashPassword(user, Password);
        user.Roles.Add(new RoleAssignment { Role = role, GrantedAtUtc = db.UtcNow });
        return user;
    }
}
