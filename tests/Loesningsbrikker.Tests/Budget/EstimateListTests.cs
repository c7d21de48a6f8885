using System.Text.RegularExpressions;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.SolutionPieces;
using Loesningsbrikker.Tests.Shared;

namespace Loesningsbrikker.Tests.Budget;

public sealed class EstimateListTests(DatabaseKind database) : HouseTest(database)
{
    private string List => City.Path + "/estimates";

    [Test]
    public async Task A_process_without_formulated_pieces_says_what_is_missing() =>
        Assert.That((await (await SignInAsync(Role.BudgetOfficer)).GetAsync(List)).Text, Does.Contain("ingen brikker at sætte pris på endnu"));

    [Test]
    public async Task Sums_hold_every_calculated_piece_and_say_how_many_are_missing()
    {
        await BuildAsync();
        var page = await (await SignInAsync(Role.BudgetOfficer)).GetAsync(List);
        Assert.That(page.Text, Does.Contain("5 brikker. 2 er ikke beregnet og mangler i summen."));
        Assert.That(page.Text, Does.Contain("I alt for 3 beregnede brikker 2 mangler 1.001 1.300 – -12 5.000 – – –"));
        Assert.That(page.Text, Does.Contain("Bedre normering Politisk Beregnet 1.001 1.300 – – 5.000 – – –"));
        Assert.That(page.Text, Does.Contain("Ét skema Administrativ Groft skøn 0 – – –").And.Contain("Nyt tag Politisk Ikke beregnet D-4"));
        Assert.That(page.Text, Does.Contain("Der er også beløb i 2027.").And.Not.Contain("Kladden"));
    }

    [Test]
    public async Task Each_years_sum_says_how_many_calculated_pieces_it_is_without()
    {
        await BuildAsync();
        var site = await SignInAsync(Role.BudgetOfficer);
        const string Missing = "1 mangler 2028 2 mangler 2029 3 mangler 2030 2 mangler 2031";
        Assert.That((await site.GetAsync(List)).Text, Does.Contain($"Beregnede brikker, der mangler i årets sum {Missing} {Missing}"));
        var calculated = (await site.GetAsync(List + "?state=Calculated")).Text;
        Assert.That(calculated, Does.Contain("årets sum 1 mangler 2030 1 mangler 2031 1 mangler 2030"));
        Assert.That((await site.GetAsync(List + "?state=Missing")).Text, Does.Not.Contain("årets sum"));
    }

    [TestCase("", "D-1 D-2 D-3 D-4 D-6")]
    [TestCase("state=Missing", "D-3 D-6")]
    [TestCase("state=Rough", "D-2")]
    [TestCase("state=Calculated", "D-1")]
    [TestCase("state=QualityAssured", "D-4")]
    [TestCase("class=Political", "D-1 D-3 D-6")]
    [TestCase("designated=true", "D-1 D-3")]
    [TestCase("designated=true&state=Missing", "D-3")]
    [TestCase("sort=Title", "D-6 D-1 D-2 D-4 D-3")]
    [TestCase("sort=Amount", "D-1 D-4 D-2 D-3 D-6")]
    [TestCase("state=99&class=x&designated=noget&page=-5", "D-1 D-2 D-3 D-4 D-6")]
    [TestCase("class=Administrative&state=Missing", "")]
    public async Task The_list_filters_and_sorts(string query, string expected)
    {
        await BuildAsync();
        var page = await (await SignInAsync(Role.Leader)).GetAsync($"{List}?{query}");
        Assert.That(string.Join(' ', Regex.Matches(page.Html, "<td class=\"budget-piece\">(?<n>D-\\d+)<", RegexOptions.None, TimeSpan.FromSeconds(2)).Select(m => m.Groups["n"].Value)), Is.EqualTo(expected));
        if (expected.Length == 0)
            Assert.That(page.Text, Does.Contain("Ingen brikker passer").And.Contain("ryd filtre"));
    }

    [Test]
    public async Task Sums_reach_over_all_pages_and_the_list_sends_no_more_queries_when_it_grows()
    {
        var pieces = await BuildAsync();
        var site = await SignInAsync(Role.BudgetOfficer);
        var before = await QueryCounter.CountAsync(() => site.GetAsync(List));
        var db = Db();
        var more = new BudgetCase(db, City);
        for (var i = 0; i < 40; i++)
            more.Formulated(PieceClass.Local, "Brik " + i).Number += 100;
        foreach (var piece in db.SolutionPieces.Local.Take(30))
            piece.WriteEstimate(Loesningsbrikker.Budget.EstimateStatus.Rough, 2026, "", [BudgetCase.Line(2031, 1_000_000)], null, db.UtcNow);
        await db.SaveChangesAsync();
        Page? page = null;
        Assert.That(await QueryCounter.CountAsync(async () => page = await site.GetAsync(List + "?page=2")), Is.EqualTo(before).And.GreaterThan(0));
        Assert.That(page!.Text, Does.Contain("45 brikker. 12 er ikke beregnet").And.Contain("på alle sider 12 mangler 1.001 1.300 – 29.988 5.000"));
        Assert.That(pieces, Is.Not.Null);
    }

    [Test]
    public async Task Different_price_levels_are_told()
    {
        await BuildAsync();
        var site = await SignInAsync(Role.BudgetOfficer);
        Assert.That((await site.GetAsync(List)).Text, Does.Not.Contain("forskellige prisniveauer"));
        var db = Db();
        db.CostEstimates.First(e => e.Status == Loesningsbrikker.Budget.EstimateStatus.Rough).PriceLevel = 2025;
        await db.SaveChangesAsync();
        Assert.That((await site.GetAsync(List)).Text, Does.Contain("forskellige prisniveauer (2025 og 2026)"));
    }

    private Task<BudgetCase> BuildAsync() => new BudgetCase(Db(), City).BuildAsync();
}
