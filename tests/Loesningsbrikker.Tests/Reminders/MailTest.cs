using Loesningsbrikker.Accounts;
using Loesningsbrikker.FollowUps;
using Loesningsbrikker.Reminders;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Loesningsbrikker.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Loesningsbrikker.Tests.Reminders;

/// <summary>
/// Base of the tests that run the jobs: a Host of their own with a clock that the test moves, because a job acts in every
/// municipality. Each test has a fresh municipality, and nothing of earlier tests is due.
/// </summary>
[TestFixture(DatabaseKind.Sqlite)]
[TestFixture(DatabaseKind.PostgreSql)]
public abstract class MailTest(DatabaseKind database)
{
    protected static readonly MailSettings Settings = new()
    {
        Host = "mail.prøveby.example", From = "brikker@proeveby.example", PublicAddress = "https://brikker.proeveby.example/",
    };

    private readonly List<AsyncServiceScope> _scopes = [];

    protected MovableClock Clock { get; } = new();

    protected TestHost Host { get; private set; } = null!;

    protected TestCity City { get; set; } = null!;

    protected DateOnly Today => DanishText.Day(Clock.GetUtcNow().UtcDateTime);

    [OneTimeSetUp]
    public void StartOwnHost()
    {
        TestHost.SkipWithoutServer(database);
        Host = new TestHost(database, Clock);
        MoveTo(new DateTime(2027, 1, 4, 5, 30, 0, DateTimeKind.Utc));
    }

    [SetUp]
    public async Task StartInAFreshMunicipality()
    {
        var (db, now) = (NewContext(null), Clock.GetUtcNow().UtcDateTime);
        await db.OutboxMessages.IgnoreQueryFilters().Where(m => m.SentAtUtc == null).ExecuteUpdateAsync(m => m.SetProperty(x => x.SentAtUtc, now));
        await db.FollowUps.IgnoreQueryFilters().Where(f => f.ClosedAtUtc == null).ExecuteUpdateAsync(f => f.SetProperty(x => x.ClosedAtUtc, now));
        City = await TestCity.CreateAsync(Host);
        await new Testimony(Db(), City.Process).PieceAsync(PieceClass.Local, "Faste voksne om morgenen");
    }

    [TearDown]
    public async Task CloseScopes()
    {
        foreach (var scope in _scopes)
            await scope.DisposeAsync();
        _scopes.Clear();
    }

    [OneTimeTearDown]
    public async Task StopOwnHost()
    {
        if (Host is not null)
            await Host.DisposeAsync();
    }

    /// <summary>A context that sees the test's municipality.</summary>
    protected LoesningsbrikkerContext Db() => NewContext(City.MunicipalityId);

    protected void MoveTo(DateTime utc) => Clock.Move(utc - Clock.GetUtcNow().UtcDateTime);

    /// <summary>Runs the job as the scheduler does: in a scope of its own where nobody is signed in.</summary>
    protected async Task<int> RemindAsync()
    {
        await using var scope = Host.Scope(null);
        return await new SendDueReminders(scope.ServiceProvider.GetRequiredService<LoesningsbrikkerContext>(), NullLogger<SendDueReminders>.Instance).RunAsync();
    }

    protected async Task<int> DeliverAsync(IMailTransport transport, MailSettings? settings = null)
    {
        await using var scope = Host.Scope(null);
        return await new DeliverOutbox(
            scope.ServiceProvider.GetRequiredService<LoesningsbrikkerContext>(), transport, settings ?? Settings, NullLogger<DeliverOutbox>.Instance).RunAsync();
    }

    /// <summary>A follow-up on the test's piece, set by nobody in particular.</summary>
    protected async Task<FollowUp> FollowUpAsync(Role who, DateOnly dueOn, Recurrence recurrence = Recurrence.Once)
    {
        var db = Db();
        var piece = await db.SolutionPieces.FirstAsync(p => p.ProcessId == City.Process.Id);
        var user = City.User(who);
        var followUp = FollowUp.Set(piece, new FollowUpPlan(dueOn, recurrence, user.Id, user.DisplayName, "Hemmelig note"), null, db.UtcNow);
        db.Add(followUp);
        await db.SaveChangesAsync();
        return followUp;
    }

    protected async Task LookAsync(FollowUp followUp)
    {
        var db = Db();
        var found = await db.FollowUps.SingleAsync(f => f.Id == followUp.Id);
        found.Check(await db.SolutionPieces.SingleAsync(p => p.Id == found.SolutionPieceId), "Set.", City.User(Role.Consultant).Id, db.UtcNow);
        await db.SaveChangesAsync();
    }

    protected Task<List<OutboxMessage>> OutboxAsync() => Db().OutboxMessages.AsNoTracking().OrderBy(m => m.Id).ToListAsync();

    private LoesningsbrikkerContext NewContext(long? municipalityId)
    {
        var scope = Host.Scope(municipalityId);
        _scopes.Add(scope);
        return scope.ServiceProvider.GetRequiredService<LoesningsbrikkerContext>();
    }
}

/// <summary>A mail server in memory.</summary>
/// <param name="answer">Runs for each mail; throws where the server says no.</param>
public sealed class FakeServer(Action<Mail>? answer = null) : IMailTransport
{
    private readonly List<Mail> _taken = [];

    /// <summary>What it took, in order; also what it took before the line broke.</summary>
    public IReadOnlyList<Mail> Taken
    {
        get
        {
            lock (_taken)
                return [.. _taken];
        }
    }

    public async Task SendAsync(Mail mail, CancellationToken cancellation)
    {
        await Task.Yield();
        answer?.Invoke(mail);
        Take(mail);
    }

    public void Take(Mail mail)
    {
        lock (_taken)
            _taken.Add(mail);
    }
}
