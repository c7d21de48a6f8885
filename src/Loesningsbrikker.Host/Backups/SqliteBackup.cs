using System.Globalization;
using Loesningsbrikker.Privacy;
using Loesningsbrikker.Shared;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Host.Backups;

/// <summary>Copies a SQLite database while a Host writes to it.</summary>
internal static class SqliteBackup
{
    /// <summary>Writes the archive; every write that was acknowledged before the call is in it.</summary>
    public static async Task<BackupManifest> WriteAsync(HouseSettings settings, MasterKey masterKey, string path)
    {
        if (!File.Exists(settings.SqliteFile))
            throw new OperatorException($"Der er ingen database i {settings.DataFolder}.");
        var (whole, copy) = (path + ".whole", path + ".db");
        try
        {
            // Created first, so that nobody else may read them while they are being filled.
            foreach (var file in new[] { whole, copy })
            {
                File.Delete(file);
                await PrivateFile.Create(file).DisposeAsync();
            }
            await CopyAsync(settings.SqliteFile, whole);
            await LeaveOutAsync(whole, copy);
            var manifest = await DescribeAsync(copy, masterKey);
            await BackupArchive.WriteAsync(path, copy, manifest, masterKey);
            return manifest;
        }
        finally
        {
            SqliteFiles.Delete(whole);
            SqliteFiles.Delete(copy);
        }
    }

    /// <summary>Checks a database file taken out of an archive: its structure, and every table against the manifest.</summary>
    /// <exception cref="OperatorException">Something differs.</exception>
    public static async Task VerifyAsync(string file, BackupManifest manifest)
    {
        await using var connection = StoredData.SqliteConnection(file);
        await connection.OpenAsync();
        if (await ScalarAsync(connection, "PRAGMA integrity_check") is not "ok")
            throw new OperatorException("Databasen i sikkerhedskopien er beskadiget (integrity_check).");
        if (!(await TableSums.ReadAsync(connection)).SequenceEqual(manifest.Tables))
            throw new OperatorException("Tabellerne i sikkerhedskopien svarer ikke til dens indholdsfortegnelse.");
    }

    private static async Task CopyAsync(string from, string to)
    {
        await using var source = StoredData.SqliteConnection(from);
        await using var target = StoredData.SqliteConnection(to);
        await source.OpenAsync();
        await target.OpenAsync();
        // One step over all pages: a snapshot. In WAL mode writers go on meanwhile.
        source.BackupDatabase(target);
    }

    /// <summary>
    /// Writes everything but the texts that wait to be looked at, which are deleted within a day, into a new file: what once lay in
    /// the free pages of the old one is not in it. "VACUUM INTO" needs no temporary file elsewhere, as a plain VACUUM does.
    /// </summary>
    private static async Task LeaveOutAsync(string from, string to)
    {
        await using (var connection = StoredData.SqliteConnection(from))
        {
            await connection.OpenAsync();
            // An older database may not have the table yet.
            if (await ScalarAsync(connection, $"SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = '{LeftOutTable.Name}'") is not "0")
                await ScalarAsync(connection, $"DELETE FROM \"{LeftOutTable.Name}\"");
            await using var command = connection.CreateCommand();
            command.CommandText = "VACUUM INTO $file";
            command.Parameters.AddWithValue("$file", to);
            await command.ExecuteNonQueryAsync();
        }
        await using var target = StoredData.SqliteConnection(to);
        await target.OpenAsync();
        // The copy travels as one file, without a log beside it.
        if (await ScalarAsync(target, "PRAGMA journal_mode = DELETE") is not "delete")
            throw new OperatorException("Kopien kunne ikke afsluttes. Prøv igen.");
    }

    private static async Task<BackupManifest> DescribeAsync(string copy, MasterKey masterKey)
    {
        IReadOnlyList<TableSum> tables;
        string lastMigration;
        await using (var connection = StoredData.SqliteConnection(copy))
        {
            await connection.OpenAsync();
            if (await ScalarAsync(connection, "PRAGMA integrity_check") is not "ok")
                throw new OperatorException("Databasen er beskadiget (integrity_check). Kopien er ikke gemt.");
            tables = await TableSums.ReadAsync(connection);
            lastMigration = await ScalarAsync(connection, """SELECT MAX("MigrationId") FROM "__EFMigrationsHistory" """) as string ?? "";
        }
        return new BackupManifest(
            BackupManifest.CurrentFormat, BackupManifest.Product, "Sqlite", TimeProvider.System.GetUtcNow().UtcDateTime, lastMigration,
            new FileInfo(copy).Length, await BackupArchive.HashOfAsync(copy), await NeededKeysAsync(copy, masterKey), tables);
    }

    private static async Task<IReadOnlyList<NeededKey>> NeededKeysAsync(string copy, MasterKey masterKey)
    {
        var options = new DbContextOptionsBuilder<LoesningsbrikkerContext>().UseSqlite(StoredData.SqliteConnection(copy), contextOwnsConnection: true).Options;
        using var gate = new WriteGate(oneWriter: true);
        await using var db = new LoesningsbrikkerContext(options, new Actor(), gate, TimeProvider.System);
        return await NeededKeys.ReadAsync(db, masterKey);
    }

    private static async Task<string?> ScalarAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }
}
