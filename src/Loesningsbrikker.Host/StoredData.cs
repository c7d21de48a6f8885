using System.Data.Common;
using Loesningsbrikker.Shared;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Loesningsbrikker.Host;

/// <summary>Looks into the chosen database without the model: is there anything in it?</summary>
internal static class StoredData
{
    private const string SqliteTables = """
        SELECT name FROM sqlite_master
        WHERE type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\' AND name NOT LIKE '\_\_EF%' ESCAPE '\' ORDER BY name
        """;

    private const string PostgreSqlTables = """
        SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) FROM pg_tables
        WHERE schemaname NOT IN ('pg_catalog', 'information_schema') AND tablename NOT LIKE '\_\_EF%' ORDER BY 1
        """;

    /// <summary>True when any table holds a row. No file and no database mean no data.</summary>
    /// <exception cref="OperatorException">The database does not answer.</exception>
    public static async Task<bool> ExistsAsync(HouseSettings settings)
    {
        if (!settings.UsesPostgreSql)
            return File.Exists(settings.SqliteFile) && await AnyRowAsync(SqliteConnection(settings.SqliteFile), SqliteTables, quote: true);
        try
        {
            return await AnyRowAsync(new NpgsqlConnection(settings.PostgreSql), PostgreSqlTables, quote: false);
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            // The first migration creates the database.
            return false;
        }
    }

    /// <summary>A connection of its own, outside the pool, so that the file can be moved afterwards.</summary>
    public static SqliteConnection SqliteConnection(string file) =>
        new(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadWrite, Pooling = false, DefaultTimeout = 30 }.ToString());

    private static async Task<bool> AnyRowAsync(DbConnection connection, string tables, bool quote)
    {
        await using var _ = connection;
        await OpenAsync(connection);
        var names = new List<string>();
        await using (var command = connection.CreateCommand())
        {
            command.CommandText = tables;
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                names.Add(reader.GetString(0));
        }
        foreach (var name in names)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT 1 FROM {(quote ? '"' + name.Replace("\"", "\"\"") + '"' : name)} LIMIT 1";
            if (await command.ExecuteScalarAsync() is not null)
                return true;
        }
        return false;
    }

    private static async Task OpenAsync(DbConnection connection)
    {
        try
        {
            await connection.OpenAsync();
        }
        catch (Exception exception) when (exception is SqliteException or NpgsqlException and not PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName })
        {
            throw new OperatorException($"Databasen svarer ikke: {exception.Message}", exception);
        }
    }
}
