using System.Net;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Tests.Shared;

namespace Loesningsbrikker.Tests.Accounts;

public sealed class OwnPasswordTests(DatabaseKind database) : HouseTest(database)
{
    private const string NewPassword = "Fem-røde-æbler-i-en-skål";

    [Test]
    public async Task My_account_shows_name_email_and_roles()
    {
        var page = await (await SignInAsync(Role.BudgetOfficer)).GetAsync("/account");
        Assert.That(page.Text, Does.Contain("Prøve BudgetOfficer").And.Contain(City.User(Role.BudgetOfficer).Email!).And.Contain("Økonomikonsulent"));
    }

    [Test]
    public async Task The_new_password_works_and_the_old_one_does_not()
    {
        var answer = await ChangeAsync(await SignInAsync(Role.Leader), TestCity.Password, NewPassword, NewPassword);
        Assert.That(answer.Location, Is.EqualTo("/account"), answer.Text);
        Assert.That((await TryAsync(NewPassword)).Status, Is.EqualTo(HttpStatusCode.Found));
        Assert.That((await TryAsync(TestCity.Password)).Status, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [TestCase("forkert", NewPassword, NewPassword, "Den nuværende adgangskode er forkert.")]
    [TestCase(TestCity.Password, "kort", "kort", "Adgangskoden skal fylde mindst 12 tegn.")]
    [TestCase(TestCity.Password, "aaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaa", "mindst 5 forskellige tegn")]
    [TestCase(TestCity.Password, NewPassword, "noget andet", "De to felter er ikke ens.")]
    [TestCase(TestCity.Password, "", "", "Udfyld Ny adgangskode.")]
    public async Task What_is_wrong_is_said_in_Danish(string current, string wanted, string repeated, string sentence)
    {
        var answer = await ChangeAsync(await SignInAsync(Role.Leader), current, wanted, repeated);
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(answer.Text, Does.Contain(sentence));
        Assert.That((await TryAsync(TestCity.Password)).Status, Is.EqualTo(HttpStatusCode.Found));
    }

    [Test]
    public async Task A_borrowed_session_cannot_guess_the_password_for_ever()
    {
        var site = await SignInAsync(Role.Leader);
        for (var i = 0; i < 10; i++)
            await ChangeAsync(site, "forkert", NewPassword, NewPassword);
        var answer = await ChangeAsync(site, TestCity.Password, NewPassword, NewPassword);
        Assert.That(answer.Text, Does.Contain("ti forkerte forsøg"));
    }

    private static async Task<Page> ChangeAsync(Site site, string current, string wanted, string repeated)
    {
        await site.GetAsync("/account/password");
        return await site.PostAsync(
            "/account/password", ("CurrentPassword", current), ("NewPassword", wanted), ("RepeatedPassword", repeated));
    }

    private async Task<Page> TryAsync(string password)
    {
        var site = Site.Anonymous(Host);
        await site.GetAsync("/sign-in");
        return await site.PostAsync("/sign-in", ("Email", City.User(Role.Leader).Email!), ("Password", password));
    }
}
