using System.Buffers.Binary;
using System.Data.Common;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Loesningsbrikker.Host.Backups;

/// <summary>How many rows a table has, and a checksum over their contents in any order.</summary>
/// <param name="Name">The table.</param>
/// <param name="Rows">Number of rows.</param>
/// <param name="Checksum">The rows' SHA-256 hashes added up, hexadecimal; equal contents give equal sums on the same kind of database.</param>
internal sealed record TableSum(string Name, long Rows, string Checksum);

/// <summary>Computes <see cref="TableSum"/>s, one row in memory at a time.</summary>
internal static class TableSums
{
    private const string SqliteTables = """
        SELECT name FROM sqlite_master
        WHERE type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\' AND name <> '__EFMigrationsLock' ORDER BY name
        """;

    private const string PostgreSqlTables = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY tablename COLLATE \"C\"";

    /// <summary>All tables of an open database; call it inside a transaction where others write meanwhile.</summary>
    /// <param name="leftOut">A table whose rows do not count, because the backup leaves them out; null for none.</param>
    public static async Task<IReadOnlyList<TableSum>> ReadAsync(DbConnection connection, string? leftOut = null)
    {
        var isSqlite = connection is SqliteConnection;
        if (!isSqlite)
            await ExecuteAsync(connection, "SET TimeZone = 'UTC'; SET DateStyle = 'ISO, YMD'; SET extra_float_digits = 1; SET bytea_output = 'hex'");
        var sums = new List<TableSum>();
        foreach (var name in await NamesAsync(connection, isSqlite ? SqliteTables : PostgreSqlTables))
        {
            var quoted = '"' + name.Replace("\"", "\"\"") + '"';
            // PostgreSQL writes a whole row as one text.
            sums.Add(await SumAsync(connection, name, (isSqlite ? $"SELECT * FROM {quoted}" : $"SELECT t::text FROM {quoted} t") + (name == leftOut ? " WHERE false" : "")));
        }
        return sums;
    }

    private static async Task<TableSum> SumAsync(DbConnection connection, string name, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var sum = new ulong[4];
        var rows = 0L;
        while (await reader.ReadAsync())
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            for (var column = 0; column < reader.FieldCount; column++)
                Append(hash, reader.GetValue(column));
            var row = hash.GetHashAndReset();
            for (var part = 0; part < sum.Length; part++)
                unchecked { sum[part] += BinaryPrimitives.ReadUInt64LittleEndian(row.AsSpan(part * sizeof(ulong))); }
            rows++;
        }
        return new TableSum(name, rows, Convert.ToHexStringLower(MemoryMarshal.AsBytes(sum.AsSpan())));
    }

    /// <summary>Type and length go in front, so that no two rows read alike.</summary>
    private static void Append(IncrementalHash hash, object value)
    {
        var (type, bytes) = value switch
        {
            DBNull => ('n', []),
            byte[] blob => ('b', blob),
            long number => ('i', Encoding.ASCII.GetBytes(number.ToString(CultureInfo.InvariantCulture))),
            double number => ('r', Encoding.ASCII.GetBytes(number.ToString("R", CultureInfo.InvariantCulture))),
            string text => ('t', Encoding.UTF8.GetBytes(text)),
            _ => throw new NotSupportedException($"A column of type {value.GetType()}."),
        };
        hash.AppendData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{type}{bytes.Length}:")));
        hash.AppendData(bytes);
    }

    private static async Task<IReadOnlyList<string>> NamesAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var names = new List<string>();
        while (await reader.ReadAsync())
            names.Add(reader.GetString(0));
        return names;
    }

    private static async Task ExecuteAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
