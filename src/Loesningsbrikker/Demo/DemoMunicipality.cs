using Loesningsbrikker.Accounts;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Demo;

/// <summary>Fills the made-up Lyngholm Kommune with two dialogue processes, so that a newcomer sees what the product is for.</summary>
public static class DemoMunicipality
{
    private static readonly string[] Schools = ["Lyngholm Skole", "Nordskolen", "Åbrinkens Skole", "Østerlund Skole", "Skovvang Skole"];

    private static readonly string[] Daycare =
        ["Børnehuset Egen", "Børnehuset Åkanden", "Børnehuset Mælkevejen", "Vuggestuen Spiren", "Børnehaven Solstrålen", "Naturbørnehaven Grævlingen"];

    /// <summary>Stores both processes. Call inside a transaction: half a municipality would puzzle more than none.</summary>
    /// <param name="users">One user per role; all but the administrator become members.</param>
    public static async Task FillAsync(LoesningsbrikkerContext db, IReadOnlyList<User> users)
    {
        var leader = users.First(u => u.Roles.Any(r => r.Role == Role.LocalLeader)).Id;
        var institutions = Schools.Select(name => (Name: name, Kind: InstitutionKind.School))
            .Concat(Daycare.Select(name => (Name: name, Kind: InstitutionKind.Daycare)))
            .Select(i => new Institution { Name = i.Name, Kind = i.Kind, LeaderUserId = i.Name is "Nordskolen" or "Børnehuset Egen" ? leader : null })
            .ToList();
        db.AddRange(institutions);
        await db.SaveChangesAsync();
        foreach (var folder in new[] { "school", "daycare" })
            await new DemoProcessLoader(db, users, institutions, DemoFiles.Read(folder)).LoadAsync();
    }
}
