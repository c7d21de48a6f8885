using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Loesningsbrikker.Tests.Shared;

/// <summary>Base of every test that goes through the product: once on SQLite, once on PostgreSQL, each test in a municipality of its own.</summary>
[TestFixture(DatabaseKind.Sqlite)]
[TestFixture(DatabaseKind.PostgreSql)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public abstract class HouseTest(DatabaseKind database)
{
    private readonly List<IAsyncDisposable> _scopes = [];

    protected DatabaseKind Kind { get; } = database;

    protected TestHost Host { get; private set; } = null!;

    /// <summary>The test's municipality with a user per role and one process.</summary>
    protected TestCity City { get; private set; } = null!;

    [SetUp]
    public async Task StartInAFreshMunicipality()
    {
        TestHost.SkipWithoutServer(Kind);
        Host = TestHost.Shared(Kind);
        City = await TestCity.CreateAsync(Host);
    }

    [TearDown]
    public async Task CloseScopes()
    {
        foreach (var scope in _scopes)
            await scope.DisposeAsync();
    }

    /// <summary>A context that sees the test's municipality; closed after the test.</summary>
    protected LoesningsbrikkerContext Db(User? user = null)
    {
        var scope = Host.Scope(City.MunicipalityId, user?.Id);
        _scopes.Add(scope);
        return scope.ServiceProvider.GetRequiredService<LoesningsbrikkerContext>();
    }

    /// <summary>A browser without scripts, signed in as the city's user with that role.</summary>
    protected Task<Site> SignInAsync(Role role) => Site.SignInAsync(Host, City.User(role).Email!);
}

/// <summary>Stops the shared Hosts when all tests have run.</summary>
[SetUpFixture]
public sealed class WholeRun
{
    [OneTimeTearDown]
    public Task StopHosts() => TestHost.StopSharedAsync();
}
