using System.Text.RegularExpressions;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Implementations;
using Loesningsbrikker.Shared;
using Loesningsbrikker.Tests.Shared;

namespace Loesningsbrikker.Tests.Implementations;

public sealed class ImplementationListTests(DatabaseKind database) : HouseTest(database)
{
    private CarriedOut Made => _made ??= new CarriedOut(Db(), City);
    private CarriedOut? _made;

    [Test]
    public async Task An_empty_list_says_what_will_come()
    {
        Assert.That((await (await SignInAsync(Role.Consultant)).GetAsync(Made.List)).Text, Does.Contain("Der er ingen udmøntning at se endnu").And.Contain("Se løsningsbrikkerne"));
        Assert.That((await (await SignInAsync(Role.LocalLeader)).GetAsync(Made.List)).Text, Does.Contain("din institution får overdraget"));
    }

    [TestCase("", "Forsinket Tavs Planlagt Venter Færdig")]
    [TestCase("show=Late", "Forsinket")]
    [TestCase("show=silent", "Tavs")]
    [TestCase("show=NotBegun", "Venter")]
    [TestCase("show=Closed", "Færdig")]
    [TestCase("show=99&page=-4&institution=x&mine=ja", "Forsinket Tavs Planlagt Venter Færdig")]
    [TestCase("mine=true", "Planlagt")]
    [TestCase("institution=OWN&show=Late", "Forsinket")]
    [TestCase("institution=987654", "")]
    public async Task Late_and_silent_come_first_and_filters_narrow(string query, string expected)
    {
        var own = await Made.InstitutionAsync("Egen");
        await AddAsync(own, "Planlagt", i => (i.DueOn, i.ResponsibleUserId) = (Today.AddDays(9), City.User(Role.Consultant).Id));
        await AddAsync(own, "Færdig", i => (i.ClosedAtUtc, i.Outcome) = (Made.Db.UtcNow, ImplementationOutcome.Achieved));
        await AddAsync(own, "Tavs", i => i.LastNewsAtUtc = Made.Db.UtcNow.AddDays(-200));
        await AddAsync(own, "Venter", i => i.BegunAtUtc = null);
        await AddAsync(own, "Forsinket", i => i.DueOn = Today.AddDays(-1));
        var page = await (await SignInAsync(Role.Consultant)).GetAsync($"{Made.List}?{query.Replace("OWN", $"{own.Id}", StringComparison.Ordinal)}");
        Assert.That(string.Join(' ', Titles(page)), Is.EqualTo(expected));
        if (query.Length == 0)
            Assert.That(page.Text, Does.Contain("Alle 5 Forsinkede 1 Tavse 1 Ikke begyndt 1 Afsluttede 1"));
        if (expected.Length == 0)
            Assert.That(page.Text, Does.Contain("Ingen passer til det, du har valgt"));
    }

    [Test]
    public async Task A_longer_list_costs_no_more_queries_and_has_pages([Values(Role.Consultant, Role.LocalLeader, Role.Committee)] Role role)
    {
        var own = await Made.InstitutionAsync("Egen");
        await Made.BegunAsync("Første", own);
        var site = await SignInAsync(role);
        var few = await QueryCounter.CountAsync(() => site.GetAsync(Made.List));
        for (var i = 0; i < 27; i++)
            await Made.MilestoneAsync(await Made.BegunAsync("Brik " + i, own), "Tegning", Today.AddDays(i + 1));
        Page page = null!;
        var many = await QueryCounter.CountAsync(async () => page = await site.GetAsync(Made.List));
        Assert.That(few, Is.GreaterThan(0).And.LessThanOrEqualTo(8));
        Assert.That(many, Is.EqualTo(few));
        Assert.That(page.Text, Does.Contain("Side 1 af 2").And.Contain("Tegning"));
        Assert.That((await site.GetAsync(Made.List + "?page=2")).Text, Does.Contain("Side 2 af 2"));
    }

    private DateOnly Today => DanishText.Day(Made.Db.UtcNow);

    private async Task AddAsync(Loesningsbrikker.Processes.Institution institution, string title, Action<Implementation> shape)
    {
        var piece = await Made.BegunAsync(title, institution);
        shape(piece.Implementations[0]);
        await Made.Db.SaveChangesAsync();
    }

    private static List<string> Titles(Page page) =>
        [.. Regex.Matches(page.Html, "implementation-code\">[^<]+</span> (?<title>[^<]+)</a>", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(2))
            .Select(m => m.Groups["title"].Value)];
}
