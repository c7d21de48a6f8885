using Npgsql;

namespace Loesningsbrikker.Tests.Shared;

/// <summary>An empty PostgreSQL database that is gone afterwards.</summary>
public sealed class TemporaryPostgreSql : IDisposable
{
    private readonly string _name = "lb_test_" + Guid.NewGuid().ToString("N");

    public TemporaryPostgreSql()
    {
        TestHost.SkipWithoutServer(DatabaseKind.PostgreSql);
        Execute("CREATE DATABASE " + _name);
    }

    public string ConnectionString => new NpgsqlConnectionStringBuilder(TestHost.PostgreSqlServer) { Database = _name, Pooling = false }.ToString();

    /// <summary>The setting as the Host's command line takes it.</summary>
    public string Setting => "--Loesningsbrikker:PostgreSql=" + ConnectionString;

    public void Dispose() => Execute($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");

    private static void Execute(string sql)
    {
        using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(TestHost.PostgreSqlServer) { Database = "postgres" }.ToString());
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
