using Loesningsbrikker.Accounts;
using Loesningsbrikker.Privacy;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Loesningsbrikker.Tests.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loesningsbrikker.Tests.Privacy;

public sealed class AuditChainTests(DatabaseKind database) : HouseTest(database)
{
    [Test]
    public async Task The_chain_holds_after_parallel_writes()
    {
        var before = await AuditChain.WalkAsync(Db(), City.MunicipalityId);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            await using var scope = Host.Scope(City.MunicipalityId, City.User(Role.Consultant).Id);
            var db = scope.ServiceProvider.GetRequiredService<LoesningsbrikkerContext>();
            for (var i = 0; i < 15; i++)
            {
                db.Add(new Theme { ProcessId = City.Process.Id, Name = $"{writer}/{i}" });
                await db.SaveChangesAsync();
            }
        })));
        var after = await AuditChain.WalkAsync(Db(), City.MunicipalityId);
        Assert.That(after.Holds, $"broken at {after.BrokenAt}");
        Assert.That(after.Lines, Is.EqualTo(before.Lines + 8 * 15));
        Assert.That((await AuditChain.WalkAsync(Db(), City.MunicipalityId, atMost: 10)).Lines, Is.EqualTo(10));
        Assert.That((await AuditChain.WalkAsync(Db(), City.MunicipalityId, atMost: 10)).Holds);
    }

    [Test]
    public async Task The_first_lines_of_a_municipality_are_written_at_once_by_several()
    {
        // No municipality begins like this since its own row is logged; the chain must not rely on that.
        var municipality = City.MunicipalityId + 1_000_000;
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
        {
            await using var scope = Host.Scope(municipality);
            var db = scope.ServiceProvider.GetRequiredService<LoesningsbrikkerContext>();
            db.Add(new Institution { Name = Guid.NewGuid().ToString() });
            await db.SaveChangesAsync();
        })));
        await using var all = Host.Scope(municipality);
        var report = await AuditChain.WalkAsync(all.ServiceProvider.GetRequiredService<LoesningsbrikkerContext>(), municipality);
        Assert.That((report.Holds, report.Lines), Is.EqualTo((true, 6)));
    }

    [Test]
    public async Task The_first_line_of_a_municipality_is_its_own_row()
    {
        var first = await Db().AuditEntries.OrderBy(e => e.Sequence).FirstAsync();
        Assert.That((first.Operation, first.EntityName, first.EntityKey), Is.EqualTo(("Added", "Municipality", City.MunicipalityId.ToString())));
    }

    [Test]
    public async Task A_row_that_something_was_tied_to_meanwhile_is_not_deleted_behind_the_logs_back()
    {
        var strategy = new Strategy { ProcessId = City.Process.Id, Name = "Politik" };
        var db = Db();
        db.Add(strategy);
        await db.SaveChangesAsync();
        var piece = SolutionPiece.Draft(City.Process.Id, 1, PieceClass.Local, "Legeplads", null, db.UtcNow);
        piece.Strategies.Add(strategy);
        db.Add(piece);
        await db.SaveChangesAsync();

        var other = Db();
        other.Remove(await other.Strategies.SingleAsync(s => s.Id == strategy.Id));
        Assert.That(async () => await other.SaveChangesAsync(), Throws.TypeOf<DbUpdateException>());
    }

    [Test]
    public async Task A_change_that_no_log_would_have_is_not_stored()
    {
        await using var scope = Host.Scope(null);
        var db = scope.ServiceProvider.GetRequiredService<LoesningsbrikkerContext>();
        var userId = City.User(Role.Leader).Id;
        db.Add(new IdentityUserToken<long> { UserId = userId, LoginProvider = "x", Name = "x" });
        Assert.That(async () => await db.SaveChangesAsync(), Throws.InvalidOperationException);
        Assert.That(await Db().UserTokens.AnyAsync(t => t.UserId == userId), Is.False);
    }

    [Test]
    public async Task A_log_line_is_neither_changed_nor_deleted(
        [Values("AuditEntries", "AccessLogEntries")] string table, [Values] bool delete)
    {
        var db = Db(City.User(Role.Leader));
        db.Add(AccessLogEntry.Of(db, AccessKind.SignedIn, null, null));
        await db.SaveChangesAsync();
        var sql = (delete ? $"DELETE FROM \"{table}\"" : $"UPDATE \"{table}\" SET \"UserId\" = 1") + $" WHERE \"MunicipalityId\" = {City.MunicipalityId}";
        Assert.That(async () => await db.Database.ExecuteSqlRawAsync(sql), Throws.Exception.With.Message.Contains("append-only"));
    }

    [Test]
    public async Task A_row_of_another_municipality_is_neither_seen_nor_written()
    {
        var other = await TestCity.CreateAsync(Host);
        var db = Db(City.User(Role.Consultant));
        Assert.That(await db.DialogueProcesses.AnyAsync(p => p.Id == other.Process.Id), Is.False);
        Assert.That(await db.AuditEntries.AnyAsync(e => e.MunicipalityId == other.MunicipalityId), Is.False);

        db.Add(new Theme { MunicipalityId = other.MunicipalityId, ProcessId = other.Process.Id, Name = "Fremmed" });
        Assert.That(async () => await db.SaveChangesAsync(), Throws.InvalidOperationException);
        db.ChangeTracker.Clear();
        var foreign = await db.DialogueProcesses.IgnoreQueryFilters().SingleAsync(p => p.Id == other.Process.Id);
        foreign.Name = "Overtaget";
        Assert.That(async () => await db.SaveChangesAsync(), Throws.InvalidOperationException);
        db.ChangeTracker.Clear();
        db.Remove(await db.DialogueProcesses.IgnoreQueryFilters().SingleAsync(p => p.Id == other.Process.Id));
        Assert.That(async () => await db.SaveChangesAsync(), Throws.InvalidOperationException);
    }
}

/// <summary>On a Host of their own, because they break its log.</summary>
[TestFixture(DatabaseKind.Sqlite)]
[TestFixture(DatabaseKind.PostgreSql)]
public sealed class BrokenChainTests(DatabaseKind database)
{
    private TestHost _host = null!;

    [OneTimeSetUp]
    public async Task StartAHostWithoutTriggers()
    {
        TestHost.SkipWithoutServer(database);
        _host = new TestHost(database);
        foreach (var verb in new[] { "UPDATE", "DELETE" })
            await ExecuteAsync($"DROP TRIGGER \"AuditEntries_no_{verb}\"" + (database == DatabaseKind.PostgreSql ? " ON \"AuditEntries\"" : ""));
    }

    [OneTimeTearDown]
    public async Task StopTheHost()
    {
        if (_host is not null)
            await _host.DisposeAsync();
    }

    [TestCase("""UPDATE "AuditEntries" SET "UserId" = 99 WHERE "MunicipalityId" = {0} AND "Sequence" = 5""", 5)]
    [TestCase("""UPDATE "AuditEntries" SET "Fields" = 'Andet' WHERE "MunicipalityId" = {0} AND "Sequence" = 1""", 1)]
    [TestCase("""DELETE FROM "AuditEntries" WHERE "MunicipalityId" = {0} AND "Sequence" = 4""", 4)]
    [TestCase("""DELETE FROM "AuditEntries" WHERE "MunicipalityId" = {0} AND "Sequence" > 7""", 8)]
    [TestCase("""DELETE FROM "AuditHeads" WHERE "MunicipalityId" = {0}""", 1)]
    [TestCase("""UPDATE "AuditHeads" SET "Sequence" = "Sequence" - 1 WHERE "MunicipalityId" = {0}""", -1)]
    public async Task What_was_changed_behind_the_systems_back_is_found(string sql, int brokenAt)
    {
        var city = await TestCity.CreateAsync(_host);
        await using var scope = _host.Scope(city.MunicipalityId);
        var db = scope.ServiceProvider.GetRequiredService<LoesningsbrikkerContext>();
        var untouched = await AuditChain.WalkAsync(db, city.MunicipalityId);
        Assert.That(untouched.Holds);
        await ExecuteAsync(string.Format(sql, city.MunicipalityId));
        var report = await AuditChain.WalkAsync(db, city.MunicipalityId);
        Assert.That(report.BrokenAt, Is.EqualTo(brokenAt < 0 ? untouched.LastChecked : brokenAt));

        var site = await Site.SignInAsync(_host, city.User(Role.Administrator).Email!);
        await site.GetAsync("/logs");
        await site.PostAsync("/logs/chain-checks");
        Assert.That((await site.GetAsync("/logs")).Text, Does.Contain("Loggen er brudt ved linje"));
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var scope = _host.Scope(null);
        await scope.ServiceProvider.GetRequiredService<LoesningsbrikkerContext>().Database.ExecuteSqlRawAsync(sql);
    }
}
