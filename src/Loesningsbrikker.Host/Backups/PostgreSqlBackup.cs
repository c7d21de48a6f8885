using System.Data;
using Loesningsbrikker.Privacy;
using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Loesningsbrikker.Host.Backups;

/// <summary>Backup and restore of PostgreSQL by its own tools, in the same archive as SQLite's.</summary>
internal static class PostgreSqlBackup
{
    /// <summary>Writes the archive; dump and checksums are of one snapshot.</summary>
    public static async Task<BackupManifest> WriteAsync(HouseSettings settings, MasterKey masterKey, string path)
    {
        var dump = path + ".dump";
        File.Delete(dump);
        try
        {
            var options = new DbContextOptionsBuilder<LoesningsbrikkerContext>().UseNpgsql(settings.PostgreSql).Options;
            using var gate = new WriteGate(oneWriter: false);
            await using var db = new LoesningsbrikkerContext(options, new Actor(), gate, TimeProvider.System);
            await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead);
            var snapshot = await db.Database.SqlQuery<string>($"""SELECT pg_export_snapshot() AS "Value" """).SingleAsync();
            await PrivateFile.Create(dump).DisposeAsync();
            // Texts that wait to be looked at are nobody's testimony yet, and are deleted within a day; a copy would keep them.
            await PostgreSqlTool.RunAsync(settings, "pg_dump", "--format=custom", "--no-owner", "--no-privileges",
                $"--exclude-table-data=\"{LeftOutTable.Name}\"", "--snapshot=" + snapshot, "--file=" + dump);
            var manifest = new BackupManifest(
                BackupManifest.CurrentFormat, BackupManifest.Product, "PostgreSql", db.UtcNow,
                (await db.Database.GetAppliedMigrationsAsync()).LastOrDefault() ?? "",
                new FileInfo(dump).Length, await BackupArchive.HashOfAsync(dump),
                await NeededKeys.ReadAsync(db, masterKey), await TableSums.ReadAsync(db.Database.GetDbConnection(), LeftOutTable.Name));
            await BackupArchive.WriteAsync(path, dump, manifest, masterKey);
            return manifest;
        }
        finally
        {
            File.Delete(dump);
        }
    }

    /// <summary>Restores into an empty database, all or nothing.</summary>
    /// <exception cref="OperatorException">The database holds something, or the archive is not whole.</exception>
    public static async Task RestoreAsync(HouseSettings settings, BackupManifest manifest, string archive)
    {
        await using var connection = new NpgsqlConnection(settings.PostgreSql);
        await connection.OpenAsync();
        if ((await TableSums.ReadAsync(connection)).Count > 0)
            throw new OperatorException("Databasen er ikke tom. Opret en ny, tom database, peg indstillingen Loesningsbrikker:PostgreSql på den, og prøv igen.");
        var dump = Path.Combine(settings.DataFolder, "restore-" + Guid.NewGuid().ToString("N") + ".dump");
        try
        {
            await BackupArchive.ExtractAsync(archive, manifest, dump);
            await PostgreSqlTool.RunAsync(settings, "pg_restore",
                "--no-owner", "--no-privileges", "--exit-on-error", "--single-transaction", "--dbname=" + connection.Database, dump);
        }
        finally
        {
            File.Delete(dump);
        }
        if (!(await TableSums.ReadAsync(connection)).SequenceEqual(manifest.Tables))
            throw new OperatorException("Tabellerne er læst ind, men svarer ikke til sikkerhedskopiens indholdsfortegnelse. Brug ikke databasen.");
    }
}
