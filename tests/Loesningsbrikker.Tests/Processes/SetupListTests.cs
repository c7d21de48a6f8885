using System.Net;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.Processes;
using Loesningsbrikker.SolutionPieces;
using Loesningsbrikker.Tests.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Tests.Processes;

public sealed class SetupListTests(DatabaseKind database) : HouseTest(database)
{
    private static readonly string[] Lists = ["themes", "challenges", "strategies", "informant-groups"];

    private static (string, string)[] Form(string list, string name) => list switch
    {
        "challenges" => [("Title", name)],
        "strategies" => [("Name", name), ("Link", "https://by.example/politik")],
        _ => [("Name", name)],
    };

    [TestCaseSource(nameof(Lists))]
    public async Task A_row_is_written_changed_and_deleted(string list)
    {
        var site = await SignInAsync(Role.Leader);
        await CreateAsync(site, list, "Ærlig tale");
        var row = await RowPathAsync(site, list, "Ærlig tale");
        var version = await VersionAsync(site, row);
        var answer = await site.PostAsync(row, [.. Form(list, "Åben dialog"), ("Version", version)]);
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Found), answer.Text);
        Assert.That((await site.GetAsync($"{City.Path}/{list}")).Text, Does.Contain("Åben dialog").And.Not.Contain("Ærlig tale"));
        await site.PostAsync(row + "/delete");
        Assert.That((await site.GetAsync($"{City.Path}/{list}")).Text, Does.Contain("er slettet"));
        Assert.That((await site.GetAsync(row)).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [TestCaseSource(nameof(Lists))]
    public async Task A_name_is_unique_in_the_process_whatever_the_case_and_free_in_another(string list)
    {
        var other = await City.AddProcessAsync(Db(), "X");
        var site = await SignInAsync(Role.Consultant);
        await CreateAsync(site, list, "Ærlig tale");
        await site.GetAsync($"{City.Path}/{list}/new");
        var twice = await site.PostAsync($"{City.Path}/{list}/new", Form(list, "ÆRLIG TALE"));
        Assert.That(twice.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(twice.Html, Does.Contain("ÆRLIG TALE"));
        var elsewhere = await site.PostAsync($"/dialogue-processes/{other.Id}/{list}/new", Form(list, "Ærlig tale"));
        Assert.That(elsewhere.Status, Is.EqualTo(HttpStatusCode.Found));
    }

    [TestCaseSource(nameof(Lists))]
    public async Task The_loser_of_two_simultaneous_edits_gets_409_with_what_was_typed(string list)
    {
        var site = await SignInAsync(Role.Consultant);
        await CreateAsync(site, list, "Først");
        var row = await RowPathAsync(site, list, "Først");
        var version = await VersionAsync(site, row);
        await site.PostAsync(row, [.. Form(list, "Kollegaens"), ("Version", version)]);
        await site.GetAsync(row);
        var answer = await site.PostAsync(row, [.. Form(list, "Min egen tekst"), ("Version", version)]);
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(answer.Text, Does.Contain("Min egen tekst"));
    }

    [TestCaseSource(nameof(Lists))]
    public async Task A_row_of_another_process_or_municipality_is_not_found(string list)
    {
        var other = await City.AddProcessAsync(Db(), "X");
        var elsewhere = await TestCity.CreateAsync(Host);
        var site = await SignInAsync(Role.Consultant);
        await CreateAsync(site, list, "Vores");
        var id = (await RowPathAsync(site, list, "Vores")).Split('/')[^1];
        var swapped = $"/dialogue-processes/{other.Id}/{list}/{id}";
        Assert.That((await site.GetAsync(swapped)).Status, Is.EqualTo(HttpStatusCode.NotFound));
        await site.GetAsync($"{City.Path}/{list}");
        Assert.That((await site.PostAsync(swapped, Form(list, "Stjålet"))).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await site.PostAsync(swapped + "/delete")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        var stranger = await Site.SignInAsync(Host, elsewhere.User(Role.Consultant).Email!);
        Assert.That((await stranger.GetAsync($"{City.Path}/{list}/{id}")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await stranger.GetAsync($"{elsewhere.Path}/{list}/{id}")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await site.GetAsync($"{City.Path}/{list}")).Text, Does.Contain("Vores"));
    }

    [Test]
    public async Task What_is_in_use_says_why_it_cannot_be_deleted()
    {
        var db = Db();
        var (theme, challenge, strategy) = (
            new Theme { ProcessId = City.Process.Id, Name = "Tema" }, new Challenge { ProcessId = City.Process.Id, Title = "Udfordring" },
            new Strategy { ProcessId = City.Process.Id, Name = "Strategi" });
        var group = new InformantGroup { ProcessId = City.Process.Id, Name = "Ledere" };
        challenge.Theme = theme;
        var piece = SolutionPiece.Draft(City.Process.Id, 1, PieceClass.Local, "Brik", null, db.UtcNow);
        piece.Theme = theme;
        piece.Challenges.Add(challenge);
        piece.Strategies.Add(strategy);
        var informant = new Informant { ProcessId = City.Process.Id, Code = "D-L-01", Group = group };
        var interview = new Interview { ProcessId = City.Process.Id, Number = 1, Title = "A", CreatedAtUtc = db.UtcNow };
        interview.Informants.Add(informant);
        db.AddRange(theme, challenge, strategy, group, piece, informant, interview);
        await db.SaveChangesAsync();
        var site = await SignInAsync(Role.Consultant);
        foreach (var (path, sentence) in new[]
                 {
                     ($"themes/{theme.Id}", "fordi det bruges af 1 udfordring og 1 løsningsbrik"),
                     ($"challenges/{challenge.Id}", "fordi den bruges af 1 løsningsbrik"),
                     ($"strategies/{strategy.Id}", "fordi den bruges af 1 løsningsbrik"),
                     ($"informant-groups/{group.Id}", "fordi den har 1 informant"),
                     ($"informants/{informant.Id}", "fordi koden bruges i 1 interview"),
                 })
        {
            Assert.That((await site.GetAsync($"{City.Path}/{path}")).Text, Does.Contain(sentence));
            var answer = await site.PostAsync($"{City.Path}/{path}/delete");
            Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.BadRequest), path);
            Assert.That(answer.Text, Does.Contain(sentence));
        }
        Assert.That(await Db().Themes.CountAsync() + await Db().Informants.CountAsync(), Is.EqualTo(2));
    }

    [TestCase("javascript:alert(1)")]
    [TestCase("http://by.example")]
    [TestCase("by.example")]
    public async Task A_strategy_links_to_https_only(string link)
    {
        var site = await SignInAsync(Role.Consultant);
        await site.GetAsync(City.Path + "/strategies/new");
        var answer = await site.PostAsync(City.Path + "/strategies/new", ("Name", "Politik"), ("Link", link));
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(answer.Text, Does.Contain("begynder med https://"));
        Assert.That(answer.Html, Does.Contain("value=\"Politik\""));
    }

    [Test]
    public async Task A_challenge_takes_no_theme_of_another_process()
    {
        var db = Db();
        var theme = new Theme { ProcessId = (await City.AddProcessAsync(db, "X")).Id, Name = "Fremmed" };
        db.Add(theme);
        await db.SaveChangesAsync();
        var site = await SignInAsync(Role.Consultant);
        Assert.That((await site.GetAsync(City.Path + "/challenges/new")).Text, Does.Not.Contain("Fremmed"));
        var answer = await site.PostAsync(City.Path + "/challenges/new", ("Title", "Larm"), ("ThemeId", theme.Id.ToString()));
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await Db().Challenges.AnyAsync(), Is.False);
    }

    [Test]
    public async Task Whether_a_group_is_children_is_fixed_when_it_is_made()
    {
        var site = await SignInAsync(Role.Consultant);
        await CreateAsync(site, "informant-groups", "Forældre");
        var row = await RowPathAsync(site, "informant-groups", "Forældre");
        var version = await VersionAsync(site, row);
        await site.PostAsync(row, ("Name", "Forældre"), ("AreChildren", "true"), ("Version", version));
        Assert.That((await Db().InformantGroups.SingleAsync()).AreChildren, Is.False);
    }

    [TestCase("themes")]
    [TestCase("challenges")]
    [TestCase("strategies")]
    [TestCase("informant-groups")]
    public async Task A_list_is_paged_in_Danish_order_and_sends_the_same_number_of_queries(string list)
    {
        var site = await SignInAsync(Role.Consultant);
        await CreateAsync(site, list, "Ål");
        var path = $"{City.Path}/{list}";
        await site.GetAsync(path);
        var before = await QueryCounter.CountAsync(() => site.GetAsync(path));
        for (var n = 0; n < 25; n++)
            await CreateAsync(site, list, $"Navn {n:00}");
        await site.GetAsync(path);
        Page first = null!;
        Assert.That(await QueryCounter.CountAsync(async () => first = await site.GetAsync(path)), Is.EqualTo(before).And.GreaterThan(0));
        Assert.That(first.Text, Does.Contain("Navn 00").And.Not.Contain("Ål").And.Contain("Side 1 af 2"));
        Assert.That((await site.GetAsync(path + "?page=2")).Text, Does.Contain("Ål").And.Not.Contain("Navn 00"));
    }

    private async Task CreateAsync(Site site, string list, string name)
    {
        await site.GetAsync($"{City.Path}/{list}/new");
        var answer = await site.PostAsync($"{City.Path}/{list}/new", Form(list, name));
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Found), answer.Text);
    }

    /// <summary>The address that the list gives to the row of that name.</summary>
    private async Task<string> RowPathAsync(Site site, string list, string name)
    {
        var html = (await site.GetAsync($"{City.Path}/{list}")).Html;
        var end = html.IndexOf($"\">{name}</a>", StringComparison.Ordinal);
        Assert.That(end, Is.GreaterThan(0), html);
        return html[(html.LastIndexOf("href=\"", end, StringComparison.Ordinal) + 6)..end];
    }

    /// <summary>The version that the form of a row carries.</summary>
    internal static async Task<string> VersionAsync(Site site, string row)
    {
        var html = (await site.GetAsync(row)).Html;
        var at = html.IndexOf("name=\"Version\"", StringComparison.Ordinal);
        var start = html.IndexOf("value=\"", at, StringComparison.Ordinal) + 7;
        return html[start..html.IndexOf('"', start)];
    }
}
