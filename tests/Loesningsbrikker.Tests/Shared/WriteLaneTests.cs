using System.Globalization;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Loesningsbrikker.Tests.Shared;

public sealed class WriteLaneTests(DatabaseKind database) : HouseTest(database)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private WriteLane Lane => Host.Services.GetRequiredService<WriteLane>();

    private WriteGate Gate => Host.Services.GetRequiredService<WriteGate>();

    [Test]
    public async Task Eight_writers_of_a_hundred_writes_each_are_all_stored()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < 100; i++)
                await WriteThemeAsync($"{writer}/{i}");
        }))).WaitAsync(Patience);
        Assert.That(await Db().Themes.CountAsync(), Is.EqualTo(800));
    }

    [Test]
    public async Task A_write_that_fails_takes_no_other_of_its_group_with_it_and_keeps_the_type_of_its_exception()
    {
        Task[] good;
        Task rule, unique, other;
        using (await Gate.EnterAsync(CancellationToken.None))
        {
            // The lane waits for its turn meanwhile, so that all of them land in one group.
            var first = WriteThemeAsync("samme");
            rule = Lane.WriteAsync(Actor(), async db =>
            {
                await AddThemeAsync(db, "fortrudt");
                return await Task.FromException<int>(new RuleException("Nej."));
            });
            unique = Gate.OneWriter ? WriteThemeAsync("samme") : first.ContinueWith(_ => WriteThemeAsync("samme"), TaskScheduler.Default).Unwrap();
            other = Lane.WriteAsync(Actor(), _ => Task.FromException<int>(new NotSupportedException()));
            good = [first, .. Enumerable.Range(0, 20).Select(i => WriteThemeAsync("god " + i))];
        }
        await Task.WhenAll(good).WaitAsync(Patience);
        Assert.That(async () => await rule, Throws.TypeOf<RuleException>().With.Message.EqualTo("Nej."));
        Assert.That(async () => await unique, Throws.TypeOf<DbUpdateException>());
        Assert.That(async () => await other, Throws.TypeOf<NotSupportedException>());
        var names = await Db().Themes.Select(t => t.Name).ToListAsync();
        Assert.That(names, Is.EquivalentTo(Enumerable.Range(0, 20).Select(i => "god " + i).Append("samme")));
    }

    [Test]
    public async Task Ordinary_saves_and_the_lane_mix_without_waiting_for_each_other_for_ever()
    {
        await Task.WhenAll(Enumerable.Range(0, 6).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < 30; i++)
            {
                if (writer % 3 == 0)
                    await WriteThemeAsync($"{writer}/{i}");
                else
                    await SaveThemeAsync($"{writer}/{i}", inTransaction: writer % 3 == 1);
            }
        }))).WaitAsync(Patience);
        Assert.That(await Db().Themes.CountAsync(), Is.EqualTo(180));
    }

    [Test]
    public async Task A_lock_that_another_process_holds_for_seconds_is_waited_out()
    {
        if (Kind != DatabaseKind.Sqlite)
            Assert.Pass("PostgreSQL has no lock over the whole database.");
        await using var holder = Open(patienceSeconds: 30);
        Execute(holder, "BEGIN IMMEDIATE");
        var lane = Task.Run(() => WriteThemeAsync("bane"));
        var save = Task.Run(() => SaveThemeAsync("gem", inTransaction: false));
        // Somebody less patient gives up after three seconds: so long the lock was held at least.
        await using var impatient = Open(patienceSeconds: 3);
        Assert.That(() => Execute(impatient, "BEGIN IMMEDIATE"), Throws.TypeOf<SqliteException>().With.Message.Contains("locked"));
        Assert.That(lane.IsCompleted || save.IsCompleted, Is.False);
        Execute(holder, "COMMIT");
        await Task.WhenAll(lane, save).WaitAsync(Patience);
        Assert.That(await Db().Themes.CountAsync(), Is.EqualTo(2));
    }

    [Test]
    public async Task Every_connection_waits_for_the_disk_keeps_foreign_keys_and_wipes_what_is_deleted()
    {
        if (Kind != DatabaseKind.Sqlite)
            Assert.Pass("PostgreSQL's own settings decide.");
        // More at once than one, so that fresh and pooled connections are asked.
        var contexts = Enumerable.Range(0, 5).Select(_ => Db()).ToList();
        var answers = await Task.WhenAll(contexts.Select(SettingsAsync));
        var again = await SettingsAsync(Db());
        var lane = await Lane.WriteAsync(Actor(), SettingsAsync);
        Assert.That(answers.Append(again).Append(lane), Is.All.EqualTo("wal 2 1 1"));
    }

    /// <summary>Journal mode, synchronous (2 is FULL), foreign keys, secure_delete.</summary>
    private static async Task<string> SettingsAsync(LoesningsbrikkerContext db)
    {
        await db.Database.OpenConnectionAsync();
        var values = new List<string>();
        foreach (var pragma in new[] { "journal_mode", "synchronous", "foreign_keys", "secure_delete" })
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "PRAGMA " + pragma;
            command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
            values.Add(Convert.ToString(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture)!);
        }
        await db.Database.CloseConnectionAsync();
        return string.Join(' ', values);
    }

    private Actor Actor() => new() { MunicipalityId = City.MunicipalityId, UserId = City.User(Role.Consultant).Id };

    private Task<int> WriteThemeAsync(string name) => Lane.WriteAsync(Actor(), db => AddThemeAsync(db, name));

    private Task<int> AddThemeAsync(LoesningsbrikkerContext db, string name)
    {
        db.Add(new Theme { ProcessId = City.Process.Id, Name = name });
        return db.SaveChangesAsync();
    }

    private async Task SaveThemeAsync(string name, bool inTransaction)
    {
        await using var scope = Host.Scope(City.MunicipalityId);
        var db = scope.ServiceProvider.GetRequiredService<LoesningsbrikkerContext>();
        await (inTransaction ? db.InTransactionAsync(() => AddThemeAsync(db, name)) : AddThemeAsync(db, name));
    }

    private SqliteConnection Open(int patienceSeconds)
    {
        var connection = new SqliteConnection($"Data Source={Host.Settings.SqliteFile};Pooling=False;Default Timeout={patienceSeconds}");
        connection.Open();
        return connection;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = new SqliteCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
