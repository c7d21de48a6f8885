using Loesningsbrikker.Host.Backups;
using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Host.Commands;

/// <summary>Puts a backup in place, while no Host runs.</summary>
internal static class RestoreCommand
{
    private const string Replace = "--replace";

    public static HostCommand Definition { get; } = new(
        "restore", "<fil.zip> [--replace]",
        "Lægger en sikkerhedskopi på plads, mens Host er stoppet. Med --replace (SQLite) lægges data, der er der i forvejen, til side.", RunAsync)
    {
        Options = [Replace],
    };

    private static async Task<int> RunAsync(CommandLine line)
    {
        var settings = line.Settings;
        using var folder = settings.UsesPostgreSql ? null : DataFolderLock.Take(settings.DataFolder);
        var masterKey = MasterKeyFile.Read(settings);
        var manifest = await BackupArchive.ReadManifestAsync(line.File, masterKey);
        manifest.EnsureUsable(settings, masterKey, KnownMigrations(line));
        if (settings.UsesPostgreSql)
            await PostgreSqlBackup.RestoreAsync(settings, manifest, line.File);
        else if (await SqliteRestore.RunAsync(settings, manifest, line.File, line.Has(Replace)) is { } aside)
            Console.WriteLine($"De data, der var her før, ligger i {aside}. Slet dem, når du ikke skal bruge dem mere.");
        Console.WriteLine($"Lagt på plads: {line.File}, taget {manifest.CreatedUtc:yyyy-MM-dd HH:mm:ss} UTC. Alle tabeller svarer til kopien. Start Host.");
        return 0;
    }

    private static List<string> KnownMigrations(CommandLine line)
    {
        using var services = line.OpenDatabase();
        using var scope = services.CreateScope();
        return [.. scope.ServiceProvider.GetRequiredService<LoesningsbrikkerContext>().Database.GetMigrations()];
    }
}
