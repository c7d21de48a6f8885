using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loesningsbrikker.Tests.Shared;

/// <summary>Contexts are used again; what one user did in one must not be there for the next.</summary>
public sealed class ContextPoolTests(DatabaseKind database) : HouseTest(database)
{
    private ContextPool Pool => Host.Services.GetRequiredService<ContextPool>();

    [Test]
    public async Task Whoever_rents_a_context_tracks_nothing_and_sees_the_own_municipality_only()
    {
        var other = await TestCity.CreateAsync(Host);
        // More at once than are kept, and each kept one many times.
        await Task.WhenAll(Enumerable.Range(0, ContextPool.MostKept * 2).Select(turn => Task.Run(async () =>
        {
            for (var n = 0; n < 10; n++)
            {
                var mine = (turn + n) % 2 == 0 ? City : other;
                await using var db = Pool.Rent(new Actor { MunicipalityId = mine.MunicipalityId });
                Assert.That(db.ChangeTracker.Entries(), Is.Empty);
                Assert.That((await db.DialogueProcesses.SingleAsync()).Id, Is.EqualTo(mine.Process.Id));
            }
        })));
    }

    [Test]
    public async Task A_context_that_was_given_back_acts_for_nobody()
    {
        var db = Pool.Rent(new Actor { MunicipalityId = City.MunicipalityId });
        await db.DisposeAsync();
        Assert.That(() => db.Actor, Throws.InvalidOperationException);
    }

    [Test]
    public async Task Settings_of_one_user_of_a_context_are_gone_for_the_next()
    {
        await using (var db = Pool.Rent(Actor()))
        {
            db.ChangeTracker.AutoDetectChangesEnabled = false;
            db.Database.AutoSavepointsEnabled = false;
            db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        }
        await using var next = Pool.Rent(Actor());
        Assert.That((next.ChangeTracker.AutoDetectChangesEnabled, next.Database.AutoSavepointsEnabled, next.ChangeTracker.QueryTrackingBehavior),
            Is.EqualTo((true, true, QueryTrackingBehavior.TrackAll)));
    }

    [Test]
    public async Task A_transaction_that_nobody_ended_is_undone_and_stops_nobody()
    {
        await using (var db = Pool.Rent(Actor()))
        {
            await db.Database.BeginTransactionAsync();
            await AddThemeAsync(db, "glemt");
        }
        await using var next = Pool.Rent(Actor());
        await AddThemeAsync(next, "gemt").WaitAsync(TimeSpan.FromMinutes(1));
        Assert.That(await Db().Themes.Select(t => t.Name).ToListAsync(), Is.EqualTo(new[] { "gemt" }));
    }

    [Test]
    public async Task A_save_notices_what_was_changed_on_the_entities_and_gives_each_a_new_version()
    {
        var db = Db();
        var process = await db.DialogueProcesses.SingleAsync();
        var before = process.Version;
        process.Name = "Omdøbt";
        await db.SaveChangesAsync();
        Assert.That(process.Version, Is.Not.EqualTo(before));
        var stored = await Db().DialogueProcesses.AsNoTracking().SingleAsync();
        Assert.That((stored.Name, stored.Version), Is.EqualTo(("Omdøbt", process.Version)));
        process.Name = "Igen";
        Assert.That(db.ChangeTracker.HasChanges(), "changes are looked for after a save as before it");
    }

    private Actor Actor() => new() { MunicipalityId = City.MunicipalityId };

    private Task<int> AddThemeAsync(LoesningsbrikkerContext db, string name)
    {
        db.Add(new Theme { ProcessId = City.Process.Id, Name = name });
        return db.SaveChangesAsync();
    }
}
