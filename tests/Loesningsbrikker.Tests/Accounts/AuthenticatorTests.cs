using System.Net;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Privacy;
using Loesningsbrikker.Tests.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Tests.Accounts;

public sealed class AuthenticatorTests(DatabaseKind database) : HouseTest(database)
{
    private User Consultant => City.User(Role.Consultant);

    [Test]
    public async Task Turning_it_on_shows_a_picture_the_key_and_ten_recovery_codes_once()
    {
        var site = await SignInAsync(Role.Consultant);
        var app = await AuthenticatorApp.ScanAsync(site);
        var page = await site.GetAsync("/account/authenticator");
        Assert.That(page.Html, Does.Contain("<svg").And.Contain("<path d=\"M").And.Not.Contain("style=\""));

        await site.PostAsync("/account/authenticator", ("Code", app.Code()));
        Assert.That(AuthenticatorApp.CodesOf(await site.GetAsync("/account/authenticator")), Has.Count.EqualTo(10));
        var again = await site.GetAsync("/account/authenticator");
        Assert.That(AuthenticatorApp.CodesOf(again), Is.Empty);
        Assert.That(again.Html, Does.Not.Contain("<svg"), "the key is not shown again either");
    }

    [Test]
    public async Task A_wrong_code_turns_nothing_on()
    {
        var site = await SignInAsync(Role.Consultant);
        var app = await AuthenticatorApp.ScanAsync(site);
        var answer = await site.PostAsync("/account/authenticator", ("Code", app.WrongCode()));
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(answer.Text, Does.Contain("Koden passer ikke"));
        Assert.That((await Db().Users.SingleAsync(u => u.Id == Consultant.Id)).TwoFactorEnabled, Is.False);
    }

    [Test]
    public async Task The_password_alone_does_not_sign_in_any_more_but_with_the_code_it_does()
    {
        var (app, _) = await AuthenticatorApp.TurnOnAsync(await SignInAsync(Role.Consultant));
        var site = await GivePasswordAsync();
        Assert.That((await site.GetAsync("/account")).Status, Is.EqualTo(HttpStatusCode.Found), "not signed in yet");

        await site.GetAsync("/sign-in/code");
        var answer = await site.PostAsync("/sign-in/code", ("Code", app.Code().Insert(3, " ")), ("ReturnUrl", "/account"));
        Assert.That(answer.Location, Is.EqualTo("/account"), answer.Text);
        Assert.That((await site.GetAsync("/account")).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await Db().AccessLogEntries.CountAsync(e => e.Kind == AccessKind.SignedIn), Is.EqualTo(2));
    }

    [Test]
    public async Task A_recovery_code_works_once()
    {
        var (_, codes) = await AuthenticatorApp.TurnOnAsync(await SignInAsync(Role.Consultant));
        var first = await GiveCodeAsync(await GivePasswordAsync(), codes[3].ToLowerInvariant());
        var second = await GiveCodeAsync(await GivePasswordAsync(), codes[3]);
        var other = await GiveCodeAsync(await GivePasswordAsync(), codes[4].Replace("-", ""));
        Assert.That((first.Status, second.Status, other.Status), Is.EqualTo((HttpStatusCode.Found, HttpStatusCode.BadRequest, HttpStatusCode.Found)));
    }

    [Test]
    public async Task Ten_wrong_codes_lock_the_account([Values] bool recoveryCode)
    {
        var (app, codes) = await AuthenticatorApp.TurnOnAsync(await SignInAsync(Role.Consultant));
        var site = await GivePasswordAsync();
        for (var i = 0; i < 10; i++)
            await GiveCodeAsync(site, recoveryCode ? "BBBBB-BBBBB" : app.WrongCode());
        Assert.That((await GiveCodeAsync(site, app.Code())).Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((await GiveCodeAsync(site, codes[0])).Status, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task An_account_closed_between_password_and_code_stays_out()
    {
        var (app, _) = await AuthenticatorApp.TurnOnAsync(await SignInAsync(Role.Consultant));
        var site = await GivePasswordAsync();
        var db = Db();
        (await db.Users.SingleAsync(u => u.Id == Consultant.Id)).Close(City.User(Role.Administrator).Id, db.UtcNow);
        await db.SaveChangesAsync();
        Assert.That((await GiveCodeAsync(site, app.Code())).Status, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task The_code_page_without_a_password_goes_back_to_the_first_step()
    {
        var site = Site.Anonymous(Host);
        Assert.That((await site.GetAsync("/sign-in/code?returnUrl=%2Faccount")).Location, Is.EqualTo("/sign-in?returnUrl=%2Faccount"));
        await site.GetAsync("/sign-in");
        Assert.That((await site.PostAsync("/sign-in/code", ("Code", "123456"))).Location, Is.EqualTo("/sign-in"));
    }

    [Test]
    public async Task Turning_it_off_asks_for_the_password_and_forgets_key_and_codes()
    {
        var site = await SignInAsync(Role.Consultant);
        await AuthenticatorApp.TurnOnAsync(site);
        await site.GetAsync("/account/authenticator/removal");
        var wrong = await site.PostAsync("/account/authenticator/removal", ("Password", "forkert"));
        Assert.That((wrong.Status, await Tokens().CountAsync()), Is.EqualTo((HttpStatusCode.BadRequest, 2)));

        var right = await site.PostAsync("/account/authenticator/removal", ("Password", TestCity.Password));
        Assert.That((right.Location, await Tokens().CountAsync()), Is.EqualTo(("/account", 0)));
        var next = await GivePasswordAsync();
        Assert.That((await next.GetAsync("/account")).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Using_a_recovery_code_leaves_a_line_in_the_change_log()
    {
        var (_, codes) = await AuthenticatorApp.TurnOnAsync(await SignInAsync(Role.Consultant));
        var before = await Db().AuditEntries.MaxAsync(e => e.Sequence);
        Assert.That((await GiveCodeAsync(await GivePasswordAsync(), codes[0])).Location, Is.EqualTo("/"));
        var lines = await Db().AuditEntries.Where(e => e.Sequence > before).ToListAsync();
        Assert.That(lines.Select(l => (l.EntityName.Split('<')[0], l.Fields)), Does.Contain(("IdentityUserToken", "Value")));
    }

    [Test]
    public async Task The_database_gives_neither_key_nor_recovery_codes_away()
    {
        var site = await SignInAsync(Role.Consultant);
        var (_, codes) = await AuthenticatorApp.TurnOnAsync(site);
        var tokens = await Tokens().ToListAsync();
        Assert.That(tokens, Has.Count.EqualTo(2));
        foreach (var token in tokens)
        {
            Assert.That(token.Value, Does.Not.Contain(codes[0]));
            var cipher = Convert.FromBase64String(token.Value!);
            Assert.That(MasterKey.NameOf(cipher), Is.EqualTo("test"));
        }
    }

    [Test]
    public async Task A_token_copied_to_another_user_opens_nothing()
    {
        var (app, _) = await AuthenticatorApp.TurnOnAsync(await SignInAsync(Role.Consultant));
        await AuthenticatorApp.TurnOnAsync(await SignInAsync(Role.Leader));
        var db = Db();
        var own = await db.UserTokens.SingleAsync(t => t.UserId == Consultant.Id && t.Name == "AuthenticatorKey");
        var others = await db.UserTokens.SingleAsync(t => t.UserId == City.User(Role.Leader).Id && t.Name == "AuthenticatorKey");
        others.Value = own.Value;
        await db.SaveChangesAsync();
        var site = await GivePasswordAsync(Role.Leader);
        await GiveCodeAsync(site, app.Code());
        Assert.That((await site.GetAsync("/account")).Status, Is.EqualTo(HttpStatusCode.Found), "not signed in");
    }

    [Test]
    public async Task A_new_master_key_takes_the_tokens_over()
    {
        await AuthenticatorApp.TurnOnAsync(await SignInAsync(Role.Consultant));
        var rotated = MasterKey.Parse(MasterKey.NewLine("k2") + "test:" + Convert.ToBase64String(new byte[32]));
        var token = await Tokens().FirstAsync();
        ProtectedUserStore.Reprotect(token, rotated);
        Assert.That(MasterKey.NameOf(Convert.FromBase64String(token.Value!)), Is.EqualTo("k2"));
    }

    private IQueryable<IdentityUserToken<long>> Tokens() => Db().UserTokens.AsNoTracking().Where(t => t.UserId == Consultant.Id);

    private async Task<Site> GivePasswordAsync(Role role = Role.Consultant)
    {
        var site = Site.Anonymous(Host);
        await site.GetAsync("/sign-in");
        await site.PostAsync("/sign-in", ("Email", City.User(role).Email!), ("Password", TestCity.Password));
        return site;
    }

    private static async Task<Page> GiveCodeAsync(Site site, string code)
    {
        await site.GetAsync("/sign-in/code");
        return await site.PostAsync("/sign-in/code", ("Code", code));
    }
}
