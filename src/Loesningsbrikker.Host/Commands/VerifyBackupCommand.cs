using Loesningsbrikker.Host.Backups;

namespace Loesningsbrikker.Host.Commands;

/// <summary>Checks a backup without touching the data.</summary>
internal static class VerifyBackupCommand
{
    public static HostCommand Definition { get; } = new(
        "verify-backup", "<fil.zip>", "Efterser en sikkerhedskopi: forsegling, kontrolsum og (SQLite) hver tabel. Ændrer intet.", RunAsync);

    private static async Task<int> RunAsync(CommandLine line)
    {
        var manifest = await BackupArchive.ReadManifestAsync(line.File, MasterKeyFile.Read(line.Settings));
        var extracted = Path.Combine(line.Settings.DataFolder, "verify-" + Guid.NewGuid().ToString("N"));
        try
        {
            await BackupArchive.ExtractAsync(line.File, manifest, extracted);
            if (manifest.Database == "Sqlite")
                await SqliteBackup.VerifyAsync(extracted, manifest);
        }
        finally
        {
            SqliteFiles.Delete(extracted);
        }
        Console.WriteLine($"{line.File} er hel. Taget {manifest.CreatedUtc:yyyy-MM-dd HH:mm:ss} UTC, version {manifest.ProductVersion}, {manifest.Database}.");
        return 0;
    }
}
