using Loesningsbrikker.Shared;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Loesningsbrikker.Tests.Shared;

/// <summary>An empty database with all tables, migrated once per run and copied for every Host that a test starts.</summary>
internal static class MigratedDatabase
{
    private static readonly Lazy<string> SqliteFile = new(MakeSqlite);
    private static readonly Lazy<string> Template = new(MakePostgreSql);

    /// <summary>Puts a copy into the data folder.</summary>
    public static void CopySqlite(string dataFolder) => File.Copy(SqliteFile.Value, Path.Combine(dataFolder, "loesningsbrikker.db"));

    /// <summary>Makes a PostgreSQL database of that name as a copy.</summary>
    public static void CopyPostgreSql(string name) => Execute($"CREATE DATABASE {name} TEMPLATE {Template.Value}");

    /// <summary>Removes what the copies were taken from.</summary>
    public static void Remove()
    {
        if (SqliteFile.IsValueCreated)
            File.Delete(SqliteFile.Value);
        if (Template.IsValueCreated)
            Execute($"DROP DATABASE IF EXISTS {Template.Value} WITH (FORCE)");
    }

    /// <summary>Runs one statement beside every test database.</summary>
    public static void Execute(string sql)
    {
        using var connection = new NpgsqlConnection(Server("postgres"));
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    /// <summary>A context without a Host on a database of that kind, which knows its migrations.</summary>
    public static LoesningsbrikkerContext Open(DatabaseKind kind, string connectionString)
    {
        var options = new DbContextOptionsBuilder<LoesningsbrikkerContext>();
        if (kind == DatabaseKind.Sqlite)
            options.UseSqlite(connectionString, o => o.MigrationsAssembly("Loesningsbrikker.Migrations.Sqlite"));
        else
            options.UseNpgsql(connectionString, o => o.MigrationsAssembly("Loesningsbrikker.Migrations.PostgreSql"));
        return LoesningsbrikkerContext.Open(options.Options, new Actor(), new WriteGate(oneWriter: false), TimeProvider.System);
    }

    private static string MakeSqlite()
    {
        var file = Path.GetTempFileName();
        using (var db = Open(DatabaseKind.Sqlite, new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString()))
            db.Database.Migrate();
        return file;
    }

    private static string MakePostgreSql()
    {
        var name = "lb_template_" + Guid.NewGuid().ToString("N");
        Execute($"CREATE DATABASE {name}");
        using (var db = Open(DatabaseKind.PostgreSql, Server(name)))
            db.Database.Migrate();
        return name;
    }

    // Without a pool: nobody may be connected to a database that is copied.
    private static string Server(string database) =>
        new NpgsqlConnectionStringBuilder(TestHost.PostgreSqlServer) { Database = database, Pooling = false }.ToString();
}
