using Loesningsbrikker.Host.Backups;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Host.Commands;

/// <summary>Writes a backup while the Host may run.</summary>
internal static class BackupCommand
{
    public static HostCommand Definition { get; } = new(
        "backup", "<fil.zip>", "Tager en sikkerhedskopi af databasen, også mens Host kører. Hovednøglen er ikke med.", RunAsync);

    private static async Task<int> RunAsync(CommandLine line)
    {
        BackupArchive.EnsureFree(line.File);
        var masterKey = MasterKeyFile.Read(line.Settings);
        var manifest = line.Settings.UsesPostgreSql
            ? await PostgreSqlBackup.WriteAsync(line.Settings, masterKey, line.File)
            : await SqliteBackup.WriteAsync(line.Settings, masterKey, line.File);
        var rows = manifest.Tables.Sum(t => t.Rows);
        Console.WriteLine($"{line.File}: {manifest.Tables.Count} tabeller, {rows.ToString("N0", DanishText.Culture)} rækker. " +
            $"Kræver hovednøglen {string.Join(" og ", manifest.MasterKeys.Select(k => $"»{k.Name}«").DefaultIfEmpty("»" + masterKey.CurrentName + "«"))}, som skal gemmes for sig selv.");
        return 0;
    }
}
