using System.Net;
using System.Text;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Tests.Shared;

/// <summary>What is said when something goes wrong, and that nothing else is.</summary>
public sealed class ErrorPageTests(DatabaseKind database) : HouseTest(database)
{
    [Test]
    public async Task A_form_with_a_null_character_and_no_token_reaches_no_action()
    {
        var site = await SignInAsync(Role.Consultant);
        var request = new HttpRequestMessage(HttpMethod.Post, City.Path + "/themes/new")
        {
            Content = new StringContent("Name=Tema&x=%00", Encoding.ASCII, "application/x-www-form-urlencoded"),
        };
        var page = await site.SendAsync(request);
        Assert.That((page.Status, await Db().Themes.AnyAsync()), Is.EqualTo((HttpStatusCode.BadRequest, false)));
        // A verb without a form has no model that could stop it.
        var signOut = new HttpRequestMessage(HttpMethod.Post, "/sign-out")
        {
            Content = new StringContent("x=%00", Encoding.ASCII, "application/x-www-form-urlencoded"),
        };
        Assert.That((await site.SendAsync(signOut)).Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((await site.GetAsync("/account")).Status, Is.EqualTo(HttpStatusCode.OK), "still signed in");
    }

    [Test]
    public async Task An_address_that_is_used_the_wrong_way_is_answered_with_405_in_plain_words()
    {
        var page = await (await SignInAsync(Role.Consultant)).PostAsync("/account");
        Assert.That(page.Status, Is.EqualTo(HttpStatusCode.MethodNotAllowed));
        Assert.That(page.Text, Does.Contain("Det kan ikke gøres her").And.Not.Contain("Fejlen er noteret"));
    }

    [Test]
    public async Task Content_of_a_foreign_kind_is_no_breakdown()
    {
        var site = await SignInAsync(Role.Consultant);
        await site.GetAsync(City.Path + "/themes/new");
        foreach (var kind in new[] { "text/plain", "application/xml" })
        {
            var request = new HttpRequestMessage(HttpMethod.Post, City.Path + "/transcripts/1/passages") { Content = new StringContent("x", Encoding.ASCII, kind) };
            request.Headers.Add("RequestVerificationToken", site.Token);
            var page = await site.SendAsync(request);
            Assert.That((int)page.Status, Is.InRange(400, 415).And.Not.EqualTo(401).And.Not.EqualTo(403));
            Assert.That(page.Text, Does.Not.Contain("Fejlen er noteret"));
        }
    }

    [Test]
    public async Task A_script_gets_problem_details_also_where_no_action_answered()
    {
        var site = await SignInAsync(Role.Leader);
        foreach (var (address, status) in new[] { (City.Path + "/transcripts/1/passages", 403), ("/no-such-page", 404), ("/sign-out", 405) })
        {
            var page = await site.SendJsonAsync(HttpMethod.Get, address, null);
            Assert.That(((int)page.Status, page.MediaType), Is.EqualTo((status, "application/problem+json")), address);
            Assert.That(page.Text, Does.Contain(ErrorPage.Of(status).Sentence), address);
        }
    }

    [Test]
    public void Every_status_that_can_happen_has_words_of_its_own() =>
        Assert.That(new[] { 400, 401, 403, 404, 405, 409, 413, 415, 429, 500, 503 }.Select(s => ErrorPage.Of(s).Heading), Is.Unique);

    [Test]
    public async Task What_a_colleague_deleted_meanwhile_is_a_conflict_and_no_breakdown()
    {
        var db = Db();
        db.Add(new Challenge { ProcessId = City.Process.Id, Title = "Udfordring", ThemeId = 999_999_999 });
        var thrown = Assert.CatchAsync<DbUpdateException>(async () => await db.SaveChangesAsync())!;
        Assert.That(DatabaseErrors.Told(thrown)!.Value.Status, Is.EqualTo(409));
    }

    [Test]
    public async Task Two_writes_that_wait_for_each_other_end_in_a_conflict_and_no_breakdown()
    {
        if (Kind == DatabaseKind.Sqlite)
            Assert.Pass("SQLite has one writer.");
        var themes = new[] { new Theme { ProcessId = City.Process.Id, Name = "a" }, new Theme { ProcessId = City.Process.Id, Name = "b" } };
        var db = Db();
        db.AddRange(themes);
        await db.SaveChangesAsync();
        var bothHoldOne = new Barrier(2);
        var outcomes = await Task.WhenAll(Task.Run(() => UpdateBothAsync(themes[0].Id, themes[1].Id)), Task.Run(() => UpdateBothAsync(themes[1].Id, themes[0].Id)));
        var loser = outcomes.Single(o => o is not null)!;
        Assert.That(DatabaseErrors.Told(loser)?.Status, Is.EqualTo(409), loser.ToString());

        async Task<Exception?> UpdateBothAsync(long first, long second)
        {
            await using var scope = Host.Scope(City.MunicipalityId);
            var own = (LoesningsbrikkerContext)scope.ServiceProvider.GetService(typeof(LoesningsbrikkerContext))!;
            try
            {
                await own.InTransactionAsync(async () =>
                {
                    await own.Themes.Where(t => t.Id == first).ExecuteUpdateAsync(s => s.SetProperty(t => t.Name, "x" + first));
                    bothHoldOne.SignalAndWait(TimeSpan.FromSeconds(30));
                    await own.Themes.Where(t => t.Id == second).ExecuteUpdateAsync(s => s.SetProperty(t => t.Name, "y" + second));
                });
                return null;
            }
            catch (Exception exception)
            {
                return exception;
            }
        }
    }
}

/// <summary>On a Host of its own, whose database is broken.</summary>
[TestFixture]
public sealed class BreakdownTests
{
    [Test]
    public async Task A_breakdown_tells_nothing_and_keeps_the_headers()
    {
        await using var host = new TestHost(DatabaseKind.Sqlite);
        var city = await TestCity.CreateAsync(host);
        var site = await Site.SignInAsync(host, city.User(Role.Administrator).Email!);
        await using (var scope = host.Scope(null))
            await ((LoesningsbrikkerContext)scope.ServiceProvider.GetService(typeof(LoesningsbrikkerContext))!)
                .Database.ExecuteSqlRawAsync("""ALTER TABLE "AccessLogEntries" RENAME TO "Elsewhere" """);
        var page = await site.GetAsync("/logs/access");
        Assert.That(page.Status, Is.EqualTo(HttpStatusCode.InternalServerError));
        Assert.That(page.Text, Does.Contain("Noget gik galt hos os").And.Not.Contain("SQLite").And.Not.Contain("AccessLogEntries").And.Not.Contain(" at "));
        foreach (var header in new[] { "Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy" })
            Assert.That(page.Headers.Contains(header), header);
        Assert.That(page.Headers.CacheControl?.NoStore, Is.True);
    }
}
