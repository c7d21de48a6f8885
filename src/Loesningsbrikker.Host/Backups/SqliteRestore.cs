using System.Globalization;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Host.Backups;

/// <summary>Puts a SQLite database from an archive in place.</summary>
internal static class SqliteRestore
{
    /// <summary>
    /// A verified database on its way into place. While it lies there no Host starts: between moving the old database
    /// aside and this one in, a start would find none and begin anew.
    /// </summary>
    public static string PendingFile(HouseSettings settings) => settings.SqliteFile + ".restoring";

    /// <summary>Verifies, moves an old database aside when <paramref name="replace"/> allows it, and puts the new one in place.</summary>
    /// <returns>Where the old database lies now; null when there was none.</returns>
    /// <exception cref="OperatorException">There is data already, or the archive is not whole.</exception>
    public static async Task<string?> RunAsync(HouseSettings settings, BackupManifest manifest, string archive, bool replace)
    {
        // A database without rows is what a Host leaves that never came further than its first start.
        if (!replace && await StoredData.ExistsAsync(settings))
            throw new OperatorException(
                $"Der er allerede data i {settings.SqliteFile}. Med --replace lægges de til side, og sikkerhedskopien tager deres plads.");
        var unverified = settings.SqliteFile + ".unverified";
        SqliteFiles.Delete(unverified);
        try
        {
            await BackupArchive.ExtractAsync(archive, manifest, unverified);
            await SqliteBackup.VerifyAsync(unverified, manifest);
            File.Move(unverified, PendingFile(settings), overwrite: true);
        }
        finally
        {
            SqliteFiles.Delete(unverified);
        }
        var aside = File.Exists(settings.SqliteFile) ? settings.SqliteFile + ".before-restore-" + Stamp() : null;
        if (aside is not null)
            SqliteFiles.Move(settings.SqliteFile, aside);
        File.Move(PendingFile(settings), settings.SqliteFile, overwrite: false);
        return aside;
    }

    private static string Stamp() => TimeProvider.System.GetUtcNow().UtcDateTime.ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture);
}
