using System.Net;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Loesningsbrikker.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loesningsbrikker.Tests.Accounts;

/// <summary>The link for the first administrator; each test on a Host and a database of its own, because the system must be empty.</summary>
[TestFixture(DatabaseKind.Sqlite)]
[TestFixture(DatabaseKind.PostgreSql)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class SetupTests(DatabaseKind database)
{
    private TestHost? _host;

    private string Link => _host!.Services.GetRequiredService<SetupLink>().Path!;

    [SetUp]
    public void StartEmpty()
    {
        TestHost.SkipWithoutServer(database);
        _host = new TestHost(database);
    }

    [TearDown]
    public async Task StopHost()
    {
        if (_host is not null)
            await _host.DisposeAsync();
    }

    [Test]
    public async Task The_link_makes_a_municipality_and_its_administrator_and_is_void_afterwards()
    {
        var site = Site.Anonymous(_host!);
        Assert.That((await site.GetAsync(Link)).Text, Does.Contain("Opret kommunen"));
        var used = Link;
        var answer = await site.PostAsync(used, Fields("Lyngholm Kommune"));
        Assert.That(answer.Location, Is.EqualTo("/sign-in"), answer.Text);

        Assert.That((await site.GetAsync(used)).Status, Is.EqualTo(HttpStatusCode.NotFound));
        await site.GetAsync("/sign-in");
        Assert.That((await site.PostAsync(used, Fields("En til"))).Status, Is.EqualTo(HttpStatusCode.NotFound));
        var administrator = await Site.SignInAsync(_host!, "astrid@egebjerg.example", "Fem-røde-æbler-i-en-skål");
        Assert.That((await administrator.GetAsync("/users")).Text, Does.Contain("1 bruger").And.Contain("Astrid Admin"));
        Assert.That((await administrator.GetAsync("/account")).Text, Does.Contain("Lyngholm Kommune"));
    }

    [Test]
    public async Task Another_token_is_a_page_that_does_not_exist()
    {
        var site = Site.Anonymous(_host!);
        var wrong = Link[..^1] + (Link[^1] == '0' ? '1' : '0');
        await site.GetAsync(Link);
        foreach (var path in new[] { wrong, "/setup/x", Link + "0", "/setup/%C3%A6" })
        {
            Assert.That((await site.GetAsync(path)).Status, Is.EqualTo(HttpStatusCode.NotFound), path);
            Assert.That((await site.PostAsync(path, ("Email", "x"))).Status, Is.EqualTo(HttpStatusCode.NotFound), path);
        }
    }

    [Test]
    public async Task A_weak_password_leaves_nothing_behind_and_the_link_still_works()
    {
        var site = Site.Anonymous(_host!);
        await site.GetAsync(Link);
        var weak = await site.PostAsync(Link, Fields("Lyngholm Kommune", "kort"));
        Assert.That(weak.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(weak.Text, Does.Contain("mindst 12 tegn"));
        Assert.That(await CountAsync(), Is.EqualTo((0, 0)));
        Assert.That((await site.PostAsync(Link, Fields("Lyngholm Kommune"))).Location, Is.EqualTo("/sign-in"));
    }

    [Test]
    public async Task Two_at_once_create_only_one()
    {
        var sites = new[] { Site.Anonymous(_host!), Site.Anonymous(_host!), Site.Anonymous(_host!) };
        foreach (var site in sites)
            await site.GetAsync(Link);
        var link = Link;
        var answers = await Task.WhenAll(sites.Select((site, i) => site.PostAsync(link, Fields("Kommune " + i))));
        Assert.That(answers.Count(a => a.Status == HttpStatusCode.Found), Is.EqualTo(1));
        Assert.That(answers.Count(a => a.Status == HttpStatusCode.NotFound), Is.EqualTo(2));
        Assert.That(await CountAsync(), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task A_system_with_users_offers_no_link()
    {
        await TestCity.CreateAsync(_host!);
        _host!.Services.GetRequiredService<SetupLink>().Close();
        await SetupLink.OfferAsync(_host.Services);
        Assert.That(_host.Services.GetRequiredService<SetupLink>().Path, Is.Null);
    }

    private static (string, string)[] Fields(string municipality, string password = "Fem-røde-æbler-i-en-skål") =>
    [
        ("MunicipalityName", municipality), ("DisplayName", "Astrid Admin"), ("Email", "astrid@egebjerg.example"),
        ("Password", password), ("RepeatedPassword", password),
    ];

    private async Task<(int Municipalities, int Users)> CountAsync()
    {
        await using var scope = _host!.Scope(municipalityId: null);
        var db = scope.ServiceProvider.GetRequiredService<LoesningsbrikkerContext>();
        return (await db.Municipalities.CountAsync(), await db.Users.CountAsync());
    }
}
