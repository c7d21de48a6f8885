using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Loesningsbrikker.Tests.Shared;

/// <summary>The real Host in memory, on a fresh database; one per database for the whole run, because every test has its own municipality.</summary>
public class TestHost : WebApplicationFactory<Program>
{
    private static readonly Lazy<TestHost> Sqlite = new(() => Started(DatabaseKind.Sqlite));
    private static readonly Lazy<TestHost> PostgreSql = new(() => Started(DatabaseKind.PostgreSql));

    private readonly DatabaseKind _kind;
    private readonly string _databaseName = "lb_test_" + Guid.NewGuid().ToString("N");

    private readonly TimeProvider _clock;
    private readonly TestHost? _first;

    /// <param name="kind">The database.</param>
    /// <param name="clock">Time as the Host sees it; null for the real one.</param>
    /// <param name="first">Another Host on PostgreSQL whose database this one works on too; null for one of its own.</param>
    public TestHost(DatabaseKind kind, TimeProvider? clock = null, TestHost? first = null) => (_kind, _clock, _first) = (kind, clock ?? TimeProvider.System, first);

    /// <summary>Connection string of a PostgreSQL server that tests may make databases on; null when there is none.</summary>
    public static string? PostgreSqlServer { get; } = Environment.GetEnvironmentVariable("LOESNINGSBRIKKER_TEST_POSTGRESQL");

    public string DataFolder { get; } = Directory.CreateTempSubdirectory("loesningsbrikker-test-").FullName;

    public HouseSettings Settings => Services.GetRequiredService<HouseSettings>();

    public static TestHost Shared(DatabaseKind kind) => (kind == DatabaseKind.Sqlite ? Sqlite : PostgreSql).Value;

    /// <summary>Shows the test as skipped, with what to do, when it needs a PostgreSQL and there is none; scripts/test refuses skips.</summary>
    public static void SkipWithoutServer(DatabaseKind kind)
    {
        if (kind == DatabaseKind.PostgreSql && PostgreSqlServer is null)
            Assert.Ignore("No PostgreSQL: set LOESNINGSBRIKKER_TEST_POSTGRESQL, or run scripts/test, which starts one.");
    }

    public static async Task StopSharedAsync()
    {
        foreach (var host in new[] { Sqlite, PostgreSql }.Where(h => h.IsValueCreated))
            await host.Value.DisposeAsync();
        MigratedDatabase.Remove();
    }

    /// <summary>A context that acts as <paramref name="userId"/> in <paramref name="municipalityId"/>; dispose the scope after use.</summary>
    public AsyncServiceScope Scope(long? municipalityId, long? userId = null)
    {
        var scope = Services.CreateAsyncScope();
        var actor = scope.ServiceProvider.GetRequiredService<Actor>();
        (actor.MunicipalityId, actor.UserId) = (municipalityId, userId);
        return scope;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        builder.UseSetting("Loesningsbrikker:DataFolder", DataFolder);
        // Tests run the jobs themselves, on their own clock.
        builder.UseSetting("Loesningsbrikker:Scheduler:Enabled", "false");
        builder.UseSetting("Loesningsbrikker:MasterKey", "test:" + Convert.ToBase64String(new byte[32]));
        if (_kind == DatabaseKind.PostgreSql)
            builder.UseSetting("Loesningsbrikker:PostgreSql", PostgreSqlConnection = _first?.PostgreSqlConnection
                ?? new NpgsqlConnectionStringBuilder(PostgreSqlServer) { Database = _databaseName, IncludeErrorDetail = true }.ToString());
        if (_first is null || _kind == DatabaseKind.Sqlite)
            CreateDatabase();
        // One round instead of 100,000: the strength of the hash is Identity's matter, not these tests'.
        builder.ConfigureServices(services =>
        {
            services.AddSingleton(_clock);
            services.Configure<PasswordHasherOptions>(o => o.IterationCount = 1);
            services.ConfigureDbContext<LoesningsbrikkerContext>(o => o.AddInterceptors(new QueryCounter()));
        });
    }

    /// <summary>Connection string of the PostgreSQL database; empty on SQLite.</summary>
    protected string PostgreSqlConnection { get; private set; } = "";

    /// <summary>Name of the PostgreSQL database.</summary>
    protected string DatabaseName => _databaseName;

    /// <summary>Makes the database that the Host starts on: one that has its tables, which saves the Host making them.</summary>
    protected virtual void CreateDatabase()
    {
        if (_kind == DatabaseKind.Sqlite)
            MigratedDatabase.CopySqlite(DataFolder);
        else
            MigratedDatabase.CopyPostgreSql(_databaseName);
    }

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await base.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(DataFolder, recursive: true);
        if (_kind == DatabaseKind.PostgreSql && _first is null)
        {
            NpgsqlConnection.ClearAllPools();
            MigratedDatabase.Execute($"DROP DATABASE IF EXISTS {_databaseName} WITH (FORCE)");
        }
    }

    private static TestHost Started(DatabaseKind kind)
    {
        // The factory starts at first use, and two fixtures that use it at once would start two Hosts.
        var host = new TestHost(kind);
        _ = host.Server;
        return host;
    }
}
