using Npgsql;

namespace Loesningsbrikker.Tests.Shared;

/// <summary>An empty PostgreSQL database that is gone afterwards.</summary>
public sealed class TemporaryPostgreSql : IDisposable
{
    private readonly string _name = "lb_test_" + Guid.NewGuid().ToString("N");

    public TemporaryPostgreSql()
    {
        TestHost.SkipWithoutServer(DatabaseKind.PostgreSql);
        MigratedDatabase.Execute("CREATE DATABASE " + _name);
    }

    public string ConnectionString => new NpgsqlConnectionStringBuilder(TestHost.PostgreSqlServer) { Database = _name, Pooling = false }.ToString();

    /// <summary>The setting as the Host's command line takes it.</summary>
    public string Setting => "--Loesningsbrikker:PostgreSql=" + ConnectionString;

    public void Dispose() => MigratedDatabase.Execute($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");
}
