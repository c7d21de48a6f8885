using System.Text.RegularExpressions;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Processes;
using Loesningsbrikker.SolutionPieces;
using Loesningsbrikker.Tests.Shared;

namespace Loesningsbrikker.Tests.SolutionPieces;

public sealed class PieceListTests(DatabaseKind database) : HouseTest(database)
{
    private string List => City.Path + "/solution-pieces";

    [Test]
    public async Task An_empty_process_says_how_to_begin()
    {
        var page = await (await SignInAsync(Role.Consultant)).GetAsync(List);
        Assert.That(page.Text, Does.Contain("Der er ingen løsningsbrikker endnu").And.Contain("Gå til interviews"));
        Assert.That((await (await SignInAsync(Role.Committee)).GetAsync(List)).Text, Does.Not.Contain("Gå til interviews"));
    }

    [TestCase("q=NORMERING", "D-1")]
    [TestCase("q=d-2", "D-2")]
    [TestCase("q=3", "D-3")]
    [TestCase("q=åben+LEGEPLADS", "D-3")]
    [TestCase("q=100%25", "D-2")]
    [TestCase("q=legeplads+findesikke", "")]
    [TestCase("q=_", "")]
    [TestCase("q=%00legeplads", "D-3")]
    [TestCase("class=Administrative", "D-2")]
    [TestCase("class=political&stage=Formulated", "D-1")]
    [TestCase("stage=Draft", "D-2 D-3")]
    [TestCase("class=99&stage=noget&page=-5&theme=x", "D-1 D-2 D-3")]
    [TestCase("sort=Title", "D-2 D-1 D-3")]
    [TestCase("sort=Passages", "D-3 D-1 D-2")]
    public async Task The_list_filters_and_sorts(string query, string expected)
    {
        var testimony = new Testimony(Db(), City.Process);
        await testimony.PieceAsync(PieceClass.Political, "Ny normering", formulated: true);
        await testimony.PieceAsync(PieceClass.Administrative, "Fælles mad", description: "Mad til 100% af børnene");
        var third = await testimony.PieceAsync(PieceClass.Local, "Åben legeplads");
        await testimony.TieAsync(third, await testimony.SaidAsync("Porten er låst.", "Forældre"));
        var page = await (await SignInAsync(Role.Consultant)).GetAsync(List + "?" + query);
        Assert.That(string.Join(' ', Numbers(page)), Is.EqualTo(expected));
        if (expected.Length == 0)
            Assert.That(page.Text, Does.Contain("Ingen brikker passer til det, du har valgt").And.Contain("Ryd filtre"));
    }

    [Test]
    public async Task Theme_and_institution_filter_and_stay_in_the_address()
    {
        var testimony = new Testimony(Db(), City.Process);
        var piece = await testimony.PieceAsync(PieceClass.Local, "Med tema");
        await testimony.PieceAsync(PieceClass.Local, "Uden");
        var theme = new Theme { ProcessId = City.Process.Id, Name = "Hverdag" };
        piece.Theme = theme;
        piece.Institutions.Add(new Institution { Name = "Egen" });
        await testimony.Db.SaveChangesAsync();
        var site = await SignInAsync(Role.Consultant);
        var byTheme = await site.GetAsync($"{List}?theme={theme.Id}&sort=Title");
        Assert.That(Numbers(byTheme), Is.EqualTo(new[] { "D-1" }));
        Assert.That(byTheme.Html, Does.Contain($"?class=Local&amp;theme={theme.Id}&amp;sort=Title").And.Contain("Ryd filtre"));
        Assert.That(Numbers(await site.GetAsync($"{List}?institution={piece.Institutions[0].Id}")), Is.EqualTo(new[] { "D-1" }));
    }

    [Test]
    public async Task Merged_pieces_show_only_when_asked_for_and_point_to_the_survivor()
    {
        var testimony = new Testimony(Db(), City.Process);
        var (piece, survivor) = (await testimony.PieceAsync(PieceClass.Local, "Ender"), await testimony.PieceAsync(PieceClass.Local, "Lever"));
        piece.MergeInto(survivor, null, null, testimony.Db.UtcNow);
        await testimony.Db.SaveChangesAsync();
        var site = await SignInAsync(Role.Consultant);
        Assert.That(Numbers(await site.GetAsync(List)), Is.EqualTo(new[] { "D-2" }));
        var merged = await site.GetAsync(List + "?stage=Merged");
        Assert.That(Numbers(merged), Is.EqualTo(new[] { "D-1" }));
        Assert.That(merged.Text, Does.Contain("Lagt sammen med D-2"));
    }

    [TestCase(Role.Consultant, "D-1 D-2 D-3")]
    [TestCase(Role.Leader, "D-1 D-2 D-3")]
    [TestCase(Role.BudgetOfficer, "D-1 D-2 D-3")]
    [TestCase(Role.Committee, "D-1")]
    [TestCase(Role.LocalLeader, "D-3")]
    public async Task Each_role_sees_its_pieces_in_list_and_on_page(Role role, string expected)
    {
        var testimony = new Testimony(Db(), City.Process);
        await testimony.PieceAsync(PieceClass.Political, "Formuleret", formulated: true);
        await testimony.PieceAsync(PieceClass.Political, "Kladde");
        var own = await testimony.PieceAsync(PieceClass.Local, "Egen institution");
        own.Institutions.Add(new Institution { Name = "Egen", LeaderUserId = City.User(Role.LocalLeader).Id });
        await testimony.Db.SaveChangesAsync();
        var site = await SignInAsync(role);
        Assert.That(string.Join(' ', Numbers(await site.GetAsync(List))), Is.EqualTo(expected));
        foreach (var number in new[] { 1, 2, 3 })
            Assert.That((int)(await site.GetAsync($"{List}/{number}")).Status, Is.EqualTo(expected.Contains($"D-{number}") ? 200 : 404), $"D-{number}");
    }

    [Test]
    public async Task Two_roles_see_what_each_of_them_sees()
    {
        var testimony = new Testimony(Db(), City.Process);
        await testimony.PieceAsync(PieceClass.Political, "Formuleret", formulated: true);
        await testimony.PieceAsync(PieceClass.Political, "Kladde");
        var own = await testimony.PieceAsync(PieceClass.Local, "Egen institution");
        own.Institutions.Add(new Institution { Name = "Egen", LeaderUserId = City.User(Role.LocalLeader).Id });
        testimony.Db.Add(new RoleAssignment { UserId = City.User(Role.LocalLeader).Id, Role = Role.Committee, GrantedAtUtc = testimony.Db.UtcNow });
        await testimony.Db.SaveChangesAsync();
        Assert.That(Numbers(await (await SignInAsync(Role.LocalLeader)).GetAsync(List)), Is.EqualTo(new[] { "D-1", "D-3" }));
    }

    [Test]
    public async Task A_longer_list_costs_no_more_queries_and_has_pages()
    {
        var testimony = new Testimony(Db(), City.Process);
        var site = await SignInAsync(Role.Consultant);
        await testimony.TieAsync(await testimony.PieceAsync(PieceClass.Local, "Første"), await testimony.SaidAsync("Ja.", "Ledere", "MED"));
        var few = await QueryCounter.CountAsync(() => site.GetAsync(List));
        for (var i = 0; i < 29; i++)
            await testimony.TieAsync(await testimony.PieceAsync(PieceClass.Political, "Brik " + i), await testimony.SaidAsync("Nej.", "Ledere"));
        Page page = null!;
        var many = await QueryCounter.CountAsync(async () => page = await site.GetAsync(List));
        Assert.That(few, Is.GreaterThan(0));
        Assert.That(many, Is.EqualTo(few));
        Assert.That(Numbers(page), Has.Count.EqualTo(25));
        Assert.That(page.Text, Does.Contain("30 brikker").And.Contain("1 uddrag fra 2 informantgrupper").And.Contain("Politisk 29"));
        Assert.That(Numbers(await site.GetAsync(List + "?page=2")), Has.Count.EqualTo(5));
    }

    private static List<string> Numbers(Page page) =>
        [.. Regex.Matches(page.Html, "pieces-number\">(?<number>D-\\d+)<", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(2))
            .Select(m => m.Groups["number"].Value)];
}
