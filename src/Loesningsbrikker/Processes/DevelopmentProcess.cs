using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Processes;

/// <summary>A process that is set up and waits for its first interview, so that a newcomer can begin at once.</summary>
public static class DevelopmentProcess
{
    /// <summary>Creates it with all users but the administrator as members.</summary>
    public static async Task CreateAsync(LoesningsbrikkerContext db, IReadOnlyList<User> users)
    {
        var now = db.UtcNow;
        var process = new DialogueProcess
        {
            Name = "Dialog om dagtilbud", Prefix = "D", Area = ProcessArea.Daycare, StartsOn = new DateOnly(2026, 8, 10), CreatedAtUtc = now,
            Purpose = "At finde holdbare løsninger på de udfordringer, som børn, forældre, medarbejdere og ledere møder i hverdagen.",
        };
        foreach (var user in users.Where(u => u.Roles.All(r => r.Role != Role.Administrator)))
            process.Members.Add(new ProcessMember
            {
                UserId = user.Id, AddedAtUtc = now,
                KeyPermissionSinceUtc = user.Roles.Any(r => r.Role == Role.Consultant) ? now : null,
            });
        db.Add(process);
        await db.SaveChangesAsync();

        db.AddRange(new[] { "Normering", "Fysiske rammer", "Personale", "Samarbejde", "Hverdag" }
            .Select(name => new Theme { ProcessId = process.Id, Name = name }));
        db.AddRange(new[] { "Ledere", "Medarbejdere", "Forældrebestyrelse", "MED" }
            .Select(name => new InformantGroup { ProcessId = process.Id, Name = name }));
        db.Add(new InformantGroup { ProcessId = process.Id, Name = "Børn", AreChildren = true });
        db.Add(new Strategy { ProcessId = process.Id, Name = "Børne- og ungepolitik" });
        db.Add(new Institution { Name = "Børnehuset Egen", Kind = InstitutionKind.Daycare, LeaderUserId = users.First(u => u.Roles.Any(r => r.Role == Role.LocalLeader)).Id });
        db.Add(new Institution { Name = "Børnehuset Åkanden", Kind = InstitutionKind.Daycare });
        await db.SaveChangesAsync();
    }
}
