using System.Net;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Privacy;
using Loesningsbrikker.Tests.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Tests.Accounts;

public sealed class SignInTests(DatabaseKind database) : HouseTest(database)
{
    private string Email => City.User(Role.Leader).Email!;

    [Test]
    public async Task Every_role_signs_in_and_sees_its_front_page([Values] Role role)
    {
        var site = await SignInAsync(role);
        var page = await site.GetAsync("/");
        Assert.That(page.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(page.Text, Does.Contain("Prøve " + role));
    }

    [Test]
    public async Task A_wrong_password_and_an_unknown_user_get_the_same_answer()
    {
        var wrong = await TryAsync(Email, "forkert");
        var unknown = await TryAsync("ingen@prøveby.example", "forkert");
        Assert.That(wrong.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(unknown.Text, Does.Contain("E-mail eller adgangskode er forkert"));
        Assert.That((wrong.Status, wrong.Text), Is.EqualTo((unknown.Status, unknown.Text)));
    }

    [Test]
    public async Task A_closed_user_gets_the_same_answer_as_an_unknown_one()
    {
        var db = Db(City.User(Role.Administrator));
        var user = await db.Users.SingleAsync(u => u.Email == Email);
        user.Close(City.User(Role.Administrator).Id, db.UtcNow);
        await db.SaveChangesAsync();

        var closed = await TryAsync(Email, TestCity.Password);
        var unknown = await TryAsync("ingen@prøveby.example", TestCity.Password);
        Assert.That((closed.Status, closed.Text), Is.EqualTo((unknown.Status, unknown.Text)));
    }

    [Test]
    public async Task After_ten_wrong_passwords_the_right_one_is_refused_with_the_same_answer()
    {
        for (var i = 0; i < 9; i++)
            await TryAsync(Email, "forkert");
        var tenth = await TryAsync(Email, "forkert");
        var right = await TryAsync(Email, TestCity.Password);
        Assert.That((right.Status, right.Text), Is.EqualTo((tenth.Status, tenth.Text)));
        Assert.That(right.Status, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task Nine_wrong_passwords_are_forgiven()
    {
        for (var i = 0; i < 9; i++)
            await TryAsync(Email, "forkert");
        Assert.That((await TryAsync(Email, TestCity.Password)).Status, Is.EqualTo(HttpStatusCode.Found));
    }

    [Test]
    public async Task The_lock_lasts_a_quarter_of_an_hour_and_then_opens_by_itself()
    {
        for (var i = 0; i < 10; i++)
            await TryAsync(Email, "forkert");
        var db = Db();
        var user = await db.Users.SingleAsync(u => u.Email == Email);
        Assert.That(user.LockoutEnd, Is.EqualTo(DateTimeOffset.UtcNow.AddMinutes(15)).Within(TimeSpan.FromMinutes(1)));

        user.LockoutEnd = new DateTimeOffset(db.UtcNow.AddSeconds(-1));
        await db.SaveChangesAsync();
        Assert.That((await TryAsync(Email, TestCity.Password)).Status, Is.EqualTo(HttpStatusCode.Found));
    }

    [Test]
    public async Task Wrong_passwords_that_arrive_at_once_are_all_counted()
    {
        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => TryAsync(Email, "forkert"))));
        Assert.That((await TryAsync(Email, TestCity.Password)).Status, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task A_wrong_password_is_logged_with_the_fields_that_it_changed_and_no_others()
    {
        await TryAsync(Email, "forkert");
        var line = await Db().AuditEntries.OrderByDescending(e => e.Sequence).FirstAsync();
        Assert.That((line.EntityName, line.Fields), Is.EqualTo(("User", "AccessFailedCount,ConcurrencyStamp")));
    }

    [Test]
    public async Task A_sign_in_is_written_into_the_access_log()
    {
        await SignInAsync(Role.Leader);
        var lines = await Db().AccessLogEntries.Where(e => e.Kind == AccessKind.SignedIn).ToListAsync();
        Assert.That(lines.Select(l => l.UserId), Is.EqualTo(new long?[] { City.User(Role.Leader).Id }));
    }

    [Test]
    public async Task Sign_in_goes_on_to_pages_of_this_site_only()
    {
        var inside = await TryAsync(Email, TestCity.Password, "/account");
        var outside = await TryAsync(Email, TestCity.Password, "https://ondt.example/");
        var slashes = await TryAsync(Email, TestCity.Password, "//ondt.example/");
        Assert.That(new[] { inside.Location, outside.Location, slashes.Location }, Is.EqualTo(new[] { "/account", "/", "/" }));
    }

    [Test]
    public async Task Strange_signs_in_the_email_are_a_broken_rule_and_no_breakdown()
    {
        foreach (var sign in new[] { "\0", "\u0001", "\u007f" })
            Assert.That((await TryAsync($"a{sign}b@prøveby.example", TestCity.Password)).Status, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task One_address_gets_sixty_attempts_a_minute()
    {
        var address = new IPAddress([203, 0, 113, (byte)(Kind == DatabaseKind.Sqlite ? 7 : 8)]);
        for (var i = 0; i < 60; i++)
            Assert.That(await StatusFromAsync(address), Is.EqualTo(400));
        Assert.That(await StatusFromAsync(address), Is.EqualTo(429));
        Assert.That(await StatusFromAsync(new IPAddress([203, 0, 113, 99])), Is.EqualTo(400), "another address is not held up");
    }

    private async Task<int> StatusFromAsync(IPAddress address)
    {
        var answer = await Host.Server.SendAsync(http =>
        {
            (http.Request.Method, http.Request.Path, http.Request.Scheme, http.Connection.RemoteIpAddress) = ("POST", "/sign-in", "https", address);
        });
        return answer.Response.StatusCode;
    }

    private async Task<Page> TryAsync(string email, string password, string returnUrl = "")
    {
        var site = Site.Anonymous(Host);
        await site.GetAsync("/sign-in");
        return await site.PostAsync("/sign-in", ("Email", email), ("Password", password), ("ReturnUrl", returnUrl));
    }
}
