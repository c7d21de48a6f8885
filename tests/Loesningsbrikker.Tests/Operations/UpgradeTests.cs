using Loesningsbrikker.Privacy;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Loesningsbrikker.Tests.Shared;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Loesningsbrikker.Tests.Operations;

/// <summary>A database that an earlier landing filled is migrated at the start, and nothing in it is lost.</summary>
[TestFixture(DatabaseKind.Sqlite)]
[TestFixture(DatabaseKind.PostgreSql)]
public sealed class UpgradeTests(DatabaseKind database)
{
    private FirstLanding _host = null!;

    [OneTimeSetUp]
    public void StartOnTheOldDatabase()
    {
        TestHost.SkipWithoutServer(database);
        _host = new FirstLanding(database);
        _ = _host.Server;
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (_host is not null)
            await _host.DisposeAsync();
    }

    [Test, Order(1)]
    public async Task Its_people_sign_in_and_see_its_pieces()
    {
        await using var scope = _host.Scope(municipalityId: 1);
        var db = scope.ServiceProvider.GetRequiredService<LoesningsbrikkerContext>();
        var consultant = await db.Users.OrderBy(u => u.Id).FirstAsync(u => u.DisplayName == "Prøve Consultant");
        var process = await db.DialogueProcesses.SingleAsync(p => p.Name == "Dialog om alt");
        var site = await Site.SignInAsync(_host, consultant.Email!);
        Assert.That((await site.GetAsync($"/dialogue-processes/{process.Id}/solution-pieces")).Text, Does.Contain("Faste voksne om morgenen"));
        var page = await site.GetAsync($"/dialogue-processes/{process.Id}/solution-pieces/1");
        Assert.That(page.Text, Does.Contain("Vi er for få, når børnene kommer.").And.Contain("Formuleret"));
    }

    [Test, Order(1)]
    public async Task Its_rows_are_as_many_and_as_they_were()
    {
        await using var scope = _host.Scope(municipalityId: 1);
        var db = scope.ServiceProvider.GetRequiredService<LoesningsbrikkerContext>();
        Assert.That(await db.SolutionPieces.OrderBy(p => p.Number).Select(p => new { p.Title, p.Stage, Events = p.Events.Count }).ToListAsync(), Is.EqualTo(new[]
        {
            new { Title = "Faste voksne om morgenen", Stage = PieceStage.Formulated, Events = 3 },
            new { Title = "Flere uddannede pædagoger", Stage = PieceStage.Draft, Events = 1 },
        }));
        Assert.That(await db.Passages.Select(p => p.Quote).ToListAsync(), Is.EqualTo(new[] { "Vi er for få, når børnene kommer." }));
        Assert.That(await db.Codings.CountAsync(), Is.EqualTo(2));
        var cipher = scope.ServiceProvider.GetRequiredService<IdentityCipher>();
        Assert.That(cipher.Read(await db.InformantIdentities.SingleAsync()).Name, Is.EqualTo("Prøve Person"));
    }

    [Test, Order(1)]
    public async Task Its_change_log_still_holds()
    {
        await using var scope = _host.Scope(municipalityId: 1);
        var db = scope.ServiceProvider.GetRequiredService<LoesningsbrikkerContext>();
        Assert.That(await db.AuditEntries.CountAsync(), Is.GreaterThanOrEqualTo(50));
        Assert.That((await AuditChain.WalkAsync(db, municipalityId: 1)).Holds);
    }

    [Test, Order(2)]
    public async Task Its_pieces_go_on_with_what_the_new_landing_brought()
    {
        await using var scope = _host.Scope(municipalityId: 1);
        var db = scope.ServiceProvider.GetRequiredService<LoesningsbrikkerContext>();
        var institution = new Institution { Name = "Børnehuset Ny", Kind = InstitutionKind.Daycare };
        db.Add(institution);
        await db.SaveChangesAsync();
        var old = await db.SolutionPieces.Include(p => p.Institutions).Include(p => p.Implementations).SingleAsync(p => p.Number == 1);
        old.HandOver([institution], "Velkommen til.", null, db.UtcNow);
        await db.SaveChangesAsync();
        Assert.That(await db.Implementations.Select(i => i.Institution!.Name).ToListAsync(), Is.EqualTo(new[] { "Børnehuset Ny" }));
    }

    /// <summary>A Host whose database is the one that the first landing left.</summary>
    private sealed class FirstLanding(DatabaseKind kind) : TestHost(kind)
    {
        private readonly DatabaseKind _kind = kind;

        protected override void CreateDatabase()
        {
            if (_kind == DatabaseKind.PostgreSql)
                MigratedDatabase.Execute("CREATE DATABASE " + DatabaseName);
            using var db = MigratedDatabase.Open(
                _kind, _kind == DatabaseKind.Sqlite ? Database.SqliteConnectionString(SqliteFile.In(DataFolder)) : PostgreSqlConnection);
            db.GetService<IMigrator>().Migrate("Initial");
            var folder = Path.Combine(HouseRules.Root, "tests", "Loesningsbrikker.Tests", "Operations", "Landings");
            if (_kind == DatabaseKind.Sqlite)
                SqliteFile.Execute(DataFolder, "PRAGMA foreign_keys = OFF;" + File.ReadAllText(Path.Combine(folder, "first.sqlite.sql")));
            else
                Execute(File.ReadAllText(Path.Combine(folder, "first.postgresql.sql")));
            SqliteConnection.ClearAllPools();
        }

        private void Execute(string sql)
        {
            using var connection = new NpgsqlConnection(PostgreSqlConnection);
            connection.Open();
            using var command = new NpgsqlCommand(sql, connection);
            command.ExecuteNonQuery();
        }
    }
}
