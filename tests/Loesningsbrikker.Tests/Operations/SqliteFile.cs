using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Loesningsbrikker.Tests.Operations;

/// <summary>Looks into a Host's database file from outside.</summary>
internal static class SqliteFile
{
    public static string In(string dataFolder) => Path.Combine(dataFolder, "loesningsbrikker.db");

    public static void Execute(string dataFolder, string sql)
    {
        using var connection = Open(dataFolder);
        using var command = new SqliteCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    public static string? Scalar(string dataFolder, string sql)
    {
        using var connection = Open(dataFolder);
        using var command = new SqliteCommand(sql, connection);
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    private static SqliteConnection Open(string dataFolder)
    {
        var connection = new SqliteConnection($"Data Source={In(dataFolder)};Pooling=False");
        connection.Open();
        return connection;
    }
}
