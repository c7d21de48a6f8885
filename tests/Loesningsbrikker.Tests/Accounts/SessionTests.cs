using System.Net;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Tests.Shared;

namespace Loesningsbrikker.Tests.Accounts;

/// <summary>Sessions that end because something changed; with a Host whose clock the tests move.</summary>
[TestFixture(DatabaseKind.Sqlite)]
[TestFixture(DatabaseKind.PostgreSql)]
public sealed class SessionTests(DatabaseKind database)
{
    private readonly MovableClock _clock = new();
    private TestHost? _host;
    private TestCity _city = null!;

    [OneTimeSetUp]
    public void StartHost()
    {
        TestHost.SkipWithoutServer(database);
        _host = new TestHost(database, _clock);
    }

    [SetUp]
    public async Task StartInAFreshMunicipality() => _city = await TestCity.CreateAsync(_host!);

    [OneTimeTearDown]
    public async Task StopHost()
    {
        if (_host is not null)
            await _host.DisposeAsync();
    }

    [Test]
    public async Task A_new_password_ends_the_other_sessions_within_a_minute_and_keeps_this_one()
    {
        var (here, elsewhere) = (await SignInAsync(Role.Leader), await SignInAsync(Role.Leader));
        await here.GetAsync("/account/password");
        await here.PostAsync("/account/password",
            ("CurrentPassword", TestCity.Password), ("NewPassword", "Fem-røde-æbler-i-en-skål"), ("RepeatedPassword", "Fem-røde-æbler-i-en-skål"));
        _clock.Move(TimeSpan.FromSeconds(61));
        Assert.That((await here.GetAsync("/account")).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await elsewhere.GetAsync("/account")).Status, Is.EqualTo(HttpStatusCode.Found));
    }

    [Test]
    public async Task Beginning_with_the_app_ends_no_session_but_turning_it_on_ends_the_other_ones()
    {
        var (here, elsewhere) = (await SignInAsync(Role.Leader), await SignInAsync(Role.Leader));
        var app = await AuthenticatorApp.ScanAsync(here);
        _clock.Move(TimeSpan.FromSeconds(61));
        Assert.That((await elsewhere.GetAsync("/account")).Status, Is.EqualTo(HttpStatusCode.OK));

        await here.GetAsync("/account/authenticator");
        await here.PostAsync("/account/authenticator", ("Code", app.Code()));
        _clock.Move(TimeSpan.FromSeconds(61));
        Assert.That((await here.GetAsync("/account")).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await elsewhere.GetAsync("/account")).Status, Is.EqualTo(HttpStatusCode.Found));
    }

    [TestCase("/closing")]
    [TestCase("/password")]
    [TestCase("?roles")]
    public async Task What_an_administrator_does_ends_the_users_sessions_within_a_minute(string verb)
    {
        var consultant = await SignInAsync(Role.Consultant);
        var administrator = await SignInAsync(Role.Administrator);
        var path = $"/users/{_city.User(Role.Consultant).Id}";
        var page = await administrator.GetAsync(path);
        var answer = verb == "?roles"
            ? await administrator.PostAsync(path, UserFields.Of(page, [Role.BudgetOfficer]))
            : await administrator.PostAsync(path + verb);
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Found), answer.Text);

        _clock.Move(TimeSpan.FromSeconds(61));
        Assert.That((await consultant.GetAsync("/account")).Location, Does.StartWith("https://localhost/sign-in"));
        Assert.That((await administrator.GetAsync("/account")).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task An_administrator_who_changes_the_own_roles_stays_signed_in()
    {
        var administrator = await SignInAsync(Role.Administrator);
        var path = $"/users/{_city.User(Role.Administrator).Id}";
        var page = await administrator.GetAsync(path);
        await administrator.PostAsync(path, UserFields.Of(page, [Role.Administrator, Role.Leader]));
        _clock.Move(TimeSpan.FromSeconds(61));
        Assert.That((await administrator.GetAsync("/account")).Text, Does.Contain("Administrator, Chef"));
    }

    private Task<Site> SignInAsync(Role role) => Site.SignInAsync(_host!, _city.User(role).Email!);
}
