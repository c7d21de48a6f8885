using System.Net;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Privacy;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Loesningsbrikker.Tests.Shared;

namespace Loesningsbrikker.Tests.Privacy;

public sealed class LogsTests(DatabaseKind database) : HouseTest(database)
{
    [Test]
    public async Task The_change_log_tells_in_Danish_who_changed_what()
    {
        var consultant = City.User(Role.Consultant);
        await AddThemesAsync(Db(consultant), 1, "Hemmeligt tema");
        var page = await (await SignInAsync(Role.Administrator)).GetAsync("/logs");
        Assert.That(page.Text, Does.Contain("Prøve Consultant Tema oprettet"));
        Assert.That(page.Text, Does.Not.Contain("Hemmeligt tema"));
    }

    [Test]
    public async Task The_change_log_is_filtered_by_kind_person_and_day()
    {
        var consultant = City.User(Role.Consultant);
        await AddThemesAsync(Db(consultant), 3);
        var today = DanishText.Date(DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(Db().UtcNow, DanishText.Copenhagen)));
        var site = await SignInAsync(Role.Administrator);
        Assert.That(Count(await site.GetAsync("/logs?entityName=Theme"), "Tema oprettet"), Is.EqualTo(3));
        Assert.That(Count(await site.GetAsync($"/logs?userId={consultant.Id}"), today), Is.EqualTo(3));
        Assert.That(Count(await site.GetAsync("/logs?entityName=Theme&to=2001-01-01"), "Tema oprettet"), Is.Zero);
        Assert.That(Count(await site.GetAsync("/logs?entityName=Theme&from=2001-01-01&to=9999-12-31"), "Tema oprettet"), Is.EqualTo(3));
    }

    [Test]
    public async Task Older_lines_are_reached_by_key_and_each_line_is_shown_once()
    {
        await AddThemesAsync(Db(), LogPage.Size + 10);
        var site = await SignInAsync(Role.Administrator);
        var first = await site.GetAsync("/logs?entityName=Theme");
        Assert.That(Count(first, "Tema oprettet"), Is.EqualTo(LogPage.Size));
        var older = System.Text.RegularExpressions.Regex.Match(first.Html, "href=\"(?<href>[^\"]+)\" rel=\"next\"", default, TimeSpan.FromSeconds(2)).Groups["href"].Value;
        var second = await site.GetAsync(WebUtility.HtmlDecode(older));
        Assert.That(Count(second, "Tema oprettet"), Is.EqualTo(10));
        Assert.That(second.Html, Does.Not.Contain("rel=\"next\""));
    }

    [Test]
    public async Task The_access_log_tells_who_signed_in_and_who_read_what()
    {
        var reader = Db(City.User(Role.Consultant));
        reader.Add(AccessLogEntry.Of(reader, AccessKind.TranscriptRead, City.Process.Id, 4711));
        await reader.SaveChangesAsync();
        var site = await SignInAsync(Role.Administrator);
        var page = await site.GetAsync("/logs/access");
        Assert.That(page.Text, Does.Contain("Prøve Consultant Åbnede et referat Dialog D 4711"));
        Assert.That(page.Text, Does.Contain("Prøve Administrator Loggede ind"));
        Assert.That((await site.GetAsync("/logs/access?kind=SignedIn")).Text, Does.Not.Contain("4711"));
    }

    [Test]
    public async Task Another_municipalitys_lines_are_not_shown()
    {
        var other = await TestCity.CreateAsync(Host);
        await using var scope = Host.Scope(other.MunicipalityId, other.User(Role.Consultant).Id);
        var db = (LoesningsbrikkerContext)scope.ServiceProvider.GetService(typeof(LoesningsbrikkerContext))!;
        db.Add(AccessLogEntry.Of(db, AccessKind.IdentityRead, other.Process.Id, 987654));
        await AddThemesAsync(db, 1, processId: other.Process.Id);
        var site = await SignInAsync(Role.Administrator);
        Assert.That((await site.GetAsync("/logs/access")).Text, Does.Not.Contain("987654"));
        Assert.That(Count(await site.GetAsync($"/logs?userId={other.User(Role.Consultant).Id}"), "Tema oprettet"), Is.Zero);
    }

    [Test]
    public async Task The_button_says_that_the_chain_holds()
    {
        var site = await SignInAsync(Role.Administrator);
        await site.GetAsync("/logs");
        Assert.That((await site.PostAsync("/logs/chain-checks")).Location, Is.EqualTo("/logs"));
        Assert.That((await site.GetAsync("/logs")).Text, Does.Contain("Loggen hænger sammen"));
    }

    [Test]
    public async Task Nonsense_in_the_address_is_answered_with_a_page()
    {
        var site = await SignInAsync(Role.Administrator);
        foreach (var query in new[] { "from=x&to=31-31-31", "userId=a", "before=99999999999999999999", "entityName=<script>alert(1)</script>" })
        {
            var page = await site.GetAsync("/logs?" + query);
            Assert.That(page.Status, Is.EqualTo(HttpStatusCode.OK), query);
            Assert.That(page.Html, Does.Not.Contain("<script>alert"), query);
        }
    }

    [Test]
    public async Task The_lists_send_no_more_queries_when_they_grow()
    {
        var site = await SignInAsync(Role.Administrator);
        var few = await QueryCounter.CountAsync(() => site.GetAsync("/logs"));
        await AddThemesAsync(Db(City.User(Role.Leader)), 30);
        Assert.That(await QueryCounter.CountAsync(() => site.GetAsync("/logs")), Is.EqualTo(few));
        Assert.That(few, Is.InRange(1, 6));
    }

    [Test]
    public void Every_kind_of_row_in_the_change_log_has_a_Danish_word()
    {
        var missing = Db().Model.GetEntityTypes()
            .Where(t => !t.ClrType.IsAssignableTo(typeof(INotAudited)) && !LogWords.Entities.ContainsKey(t.ShortName()))
            .Select(t => t.ShortName());
        Assert.That(missing, Is.Empty, "Add them to LogWords.Entities.");
    }

    private static int Count(Page page, string text)
    {
        Assert.That(page.Status, Is.EqualTo(HttpStatusCode.OK));
        return page.Text.Split(text).Length - 1;
    }

    private async Task AddThemesAsync(LoesningsbrikkerContext db, int count, string name = "Tema", long? processId = null)
    {
        for (var i = 0; i < count; i++)
            db.Add(new Theme { ProcessId = processId ?? City.Process.Id, Name = $"{name} {Guid.NewGuid()}" });
        await db.SaveChangesAsync();
    }
}
