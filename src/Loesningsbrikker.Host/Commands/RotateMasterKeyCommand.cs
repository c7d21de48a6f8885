using Loesningsbrikker.Privacy;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Host.Commands;

/// <summary>Encrypts everything anew under the first line of the key file.</summary>
internal static class RotateMasterKeyCommand
{
    public static HostCommand Definition { get; } = new(
        "rotate-master-key", "", "Krypterer alt igen med den øverste linje i hovednøglens fil. Må afbrydes og køres igen. Stop Host først.", RunAsync);

    private static async Task<int> RunAsync(CommandLine line)
    {
        // A Host that runs has read the old file, and could not read what is written here.
        using var folder = line.Settings.UsesPostgreSql ? null : DataFolderLock.Take(line.Settings.DataFolder);
        var masterKey = MasterKeyFile.Read(line.Settings);
        await using var services = line.OpenDatabase();
        await using var scope = services.CreateAsyncScope();
        var result = await KeyRotation.RunAsync(scope.ServiceProvider.GetRequiredService<LoesningsbrikkerContext>(), masterKey);
        Console.WriteLine(
            $"Krypteret med »{masterKey.CurrentName}«: {DanishText.Count(result.Identities, "kodenøgle", "kodenøgler")}, " +
            $"{DanishText.Count(result.ProtectionKeys, "nøgle", "nøgler")} til sessioner, " +
            $"{DanishText.Count(result.UserTokens, "nøgle", "nøgler")} til godkendelsesapps, " +
            $"{DanishText.Count(result.Slips, "seddel", "sedler")} til fællesmøder og " +
            $"{DanishText.Count(result.ImportDrafts, "tekst", "tekster")}, der venter på at blive læst ind. Resten var det i forvejen.");
        Console.WriteLine("De gamle linjer kan nu fjernes fra filen. Gem dem, så længe du har sikkerhedskopier, der er lavet med dem.");
        return 0;
    }
}
