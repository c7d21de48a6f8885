using System.Net;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Tests.Shared;

namespace Loesningsbrikker.Tests.Accounts;

public sealed class SignInTests(DatabaseKind database) : HouseTest(database)
{
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
        var site = Site.Anonymous(Host);
        await site.GetAsync("/sign-in");
        var wrong = await site.PostAsync("/sign-in", ("Email", City.User(Role.Leader).Email!), ("Password", "forkert"));
        var unknown = await site.PostAsync("/sign-in", ("Email", "ingen@prøveby.example"), ("Password", "forkert"));
        Assert.That(wrong.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(unknown.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(unknown.Text, Does.Contain("E-mail eller adgangskode er forkert"));
        Assert.That(wrong.Text, Is.EqualTo(unknown.Text));
    }
}
