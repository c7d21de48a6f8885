using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Loesningsbrikker.Shared;

/// <summary>
/// Settings that SQLite forgets when a connection closes: a commit waits for the disk (with WAL some builds of SQLite wait
/// less by default), and deleted rows are overwritten, so that what was erased does not stay readable in the file.
/// </summary>
internal sealed class SqliteDurability : DbConnectionInterceptor
{
    private const string Settings = "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON";

    /// <summary>Sets them on a connection that Entity Framework did not open.</summary>
    public static async Task ApplyAsync(DbConnection connection, CancellationToken cancellation = default)
    {
        await using var command = Command(connection);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    /// <inheritdoc />
    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default) =>
        ApplyAsync(connection, cancellationToken);

    /// <inheritdoc />
    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = Command(connection);
        command.ExecuteNonQuery();
    }

    private static DbCommand Command(DbConnection connection)
    {
        var command = connection.CreateCommand();
        command.CommandText = Settings;
        return command;
    }
}
