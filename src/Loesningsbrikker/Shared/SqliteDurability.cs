using System.Data.Common;

namespace Loesningsbrikker.Shared;

/// <summary>
/// Settings that SQLite forgets when a connection closes: a commit waits for the disk (with WAL some builds of SQLite wait
/// less by default), and deleted rows are overwritten, so that what was erased does not stay readable in the file.
/// What a statement or a savepoint needs to take back stays in memory, not in a file made for it each time.
/// </summary>
internal static class SqliteDurability
{
    private const string Settings = "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY";

    /// <summary>Sets them on an open connection.</summary>
    public static void Apply(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Settings;
        command.ExecuteNonQuery();
    }
}
