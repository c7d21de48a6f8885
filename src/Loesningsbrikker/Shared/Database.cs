using Loesningsbrikker.Privacy;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Loesningsbrikker.Shared;

/// <summary>Chooses, opens and prepares the database.</summary>
public static class Database
{
    /// <summary>Connection string for a SQLite file: foreign keys on, 30 s patience when another process writes.</summary>
    public static string SqliteConnectionString(string file) =>
        new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, DefaultTimeout = 30 }.ToString();

    /// <summary>Registers the context on the database that the settings name.</summary>
    /// <param name="migrations">Gives the migrations assembly for "Sqlite" or "PostgreSql".</param>
    public static IServiceCollection AddHouseDatabase(this IServiceCollection services, HouseSettings settings, Func<string, string> migrations)
    {
        services.AddSingleton(new WriteGate(oneWriter: !settings.UsesPostgreSql));
        services.AddSingleton<ContextPool>();
        services.AddSingleton<WriteLane>();
        services.AddScoped(scope => scope.GetRequiredService<ContextPool>().Rent(scope.GetRequiredService<Actor>()));
        // Only the options of it: the line above already says where a context comes from.
        services.AddDbContext<LoesningsbrikkerContext>(o => Use(o, settings, migrations), optionsLifetime: ServiceLifetime.Singleton);
        return services;
    }

    /// <summary>
    /// Builds the model on another thread: it takes longer than the rest of a start and needs nothing of it. Whoever needs the
    /// model meanwhile waits for this one, and sees what went wrong.
    /// </summary>
    /// <param name="migrations">As for <see cref="AddHouseDatabase"/>: the same options share the model.</param>
    public static Task BuildModelAsync(HouseSettings settings, Func<string, string> migrations) => Task.Run(() =>
    {
        var options = new DbContextOptionsBuilder<LoesningsbrikkerContext>();
        Use(options, settings, migrations);
        using var db = new LoesningsbrikkerContext(options.Options);
        return db.Model;
    });

    /// <summary>Migrates and sets what a migration cannot: WAL, and triggers that keep the change log append-only.</summary>
    public static async Task PrepareAsync(IServiceProvider services, HouseSettings settings)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LoesningsbrikkerContext>();
        if (!settings.UsesPostgreSql)
            await PrepareSqliteFileAsync(db);
        // Migrating would compare the whole model with the last migration first, which takes longer than the rest of the start;
        // CI makes sure that they are the same (scripts/migration --check).
        if ((await db.Database.GetPendingMigrationsAsync()).Any())
            await db.Database.MigrateAsync();
        await AppendOnly.ApplyAsync(db);
    }

    private static void Use(DbContextOptionsBuilder options, HouseSettings settings, Func<string, string> migrations)
    {
        // Identity's base context maps tables that the house leaves out.
        options.ConfigureWarnings(w => w.Ignore(CoreEventId.MappedEntityTypeIgnoredWarning));
        if (settings.UsesPostgreSql)
            options.UseNpgsql(WithPreparing(settings.PostgreSql!), o => o.MigrationsAssembly(migrations("PostgreSql")));
        else
            options.UseSqlite(SqliteConnectionString(settings.SqliteFile), o => o.MigrationsAssembly(migrations("Sqlite")));
    }

    /// <summary>What is asked again and again stays prepared on the server, unless the operator's own settings say how many (a pooler may allow none).</summary>
    private static string WithPreparing(string connectionString)
    {
        if (connectionString.Replace(" ", "", StringComparison.Ordinal).Contains("MaxAutoPrepare", StringComparison.OrdinalIgnoreCase))
            return connectionString;
        return new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 64 }.ToString();
    }

    private static async Task PrepareSqliteFileAsync(LoesningsbrikkerContext db)
    {
        // The journal mode is kept in the file; SqliteDurability sets what is not.
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL");
        // The data folder is locked by this Host, so a lock row can only be left over from a killed migration,
        // and it would hang this start for ever (dotnet/efcore#38958).
        await db.Database.ExecuteSqlRawAsync("""DROP TABLE IF EXISTS "__EFMigrationsLock" """);
    }
}
