using Loesningsbrikker.Accounts;
using Loesningsbrikker.Budget;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Loesningsbrikker.Tests.Implementations;
using Loesningsbrikker.Tests.Shared;

namespace Loesningsbrikker.Tests.SolutionPieces;

/// <summary>The story tells each reader what is theirs to read.</summary>
public sealed class PieceStoryRightsTests(DatabaseKind database) : HouseTest(database)
{
    [Test]
    public async Task A_local_leader_reads_her_own_institutions_news_and_no_other()
    {
        var world = new CarriedOut(Db(), City);
        var (own, other) = (await world.InstitutionAsync("Egen"), await world.InstitutionAsync("Åkanden", own: false));
        var piece = await world.BegunAsync("Fælles legeplads", own, other);
        piece.Report(piece.Implementations.Single(i => i.InstitutionId == own.Id), "Vi har malet plankeværket.", null, world.Db.UtcNow);
        piece.Report(piece.Implementations.Single(i => i.InstitutionId == other.Id), "Hos os er der slået et hul.", null, world.Db.UtcNow);
        await world.Db.SaveChangesAsync();

        var hers = await (await SignInAsync(Role.LocalLeader)).GetAsync($"{City.Path}/solution-pieces/{piece.Number}");
        Assert.That(hers.Text, Does.Contain("Vi har malet plankeværket.").And.Not.Contain("slået et hul"));
        var all = await (await SignInAsync(Role.Leader)).GetAsync($"{City.Path}/solution-pieces/{piece.Number}");
        Assert.That(all.Text, Does.Contain("Vi har malet plankeværket.").And.Contain("slået et hul"));
    }

    [TestCase(Role.Committee, false)]
    [TestCase(Role.BudgetOfficer, true)]
    public async Task A_price_that_was_written_and_taken_away_is_told_to_those_who_read_prices(Role role, bool told)
    {
        var db = Db();
        var piece = await new Testimony(db, City.Process).PieceAsync(PieceClass.Political, "Nyt tag", formulated: true);
        piece.WriteEstimate(EstimateStatus.Rough, 2026, "", [new CostLine { Year = 2028, Amount = 4_200_000 }], null, db.UtcNow);
        await db.SaveChangesAsync();
        piece.RemoveEstimate("De 4,2 millioner var regnet forkert.", null, db.UtcNow);
        await db.SaveChangesAsync();
        var page = await (await SignInAsync(role)).GetAsync($"{City.Path}/solution-pieces/{piece.Number}");
        Assert.That(page.Text.Contains("4,2 millioner", StringComparison.Ordinal), Is.EqualTo(told));
        Assert.That(page.Text.Contains("Prisskøn skrevet", StringComparison.Ordinal), Is.EqualTo(told));
    }

    [Test]
    public async Task A_second_tap_with_the_same_words_is_one_piece_of_news()
    {
        var world = new CarriedOut(Db(), City);
        var piece = await world.BegunAsync("Fælles legeplads", await world.InstitutionAsync("Egen"));
        var site = await SignInAsync(Role.LocalLeader);
        var address = $"{world.List}/{piece.Implementations[0].Id}/report";
        await site.GetAsync(address);
        foreach (var text in new[] { "Hegnet er oppe.", "Hegnet er oppe.", "Lågen mangler." })
            await site.PostAsync(address, ("Text", text));
        var page = await site.GetAsync($"{world.List}/{piece.Implementations[0].Id}");
        Assert.That(page.Text.Split("Hegnet er oppe.").Length - 1, Is.EqualTo(1));
        Assert.That(page.Text, Does.Contain("Lågen mangler."));
    }

    [Test]
    public async Task An_address_to_go_back_to_that_no_page_gave_is_not_followed()
    {
        var db = Db();
        var piece = await new Testimony(db, City.Process).PieceAsync(PieceClass.Political, "Nyt tag", formulated: true);
        var site = await SignInAsync(Role.Leader);
        await site.GetAsync($"{City.Path}/solution-pieces/{piece.Number}/designation");
        var answer = await site.PostAsync($"{City.Path}/solution-pieces/{piece.Number}/designation",
            ("Choice", "Designated"), ("Reason", "Det haster."), ("Version", piece.Version.ToString()), ("Back", "designations?æøå\u2028"));
        Assert.That(answer.Location, Is.EqualTo($"{City.Path}/solution-pieces/{piece.Number}"));
    }

    [TestCase("Rows.index")]
    [TestCase("Rows[0]")]
    public async Task A_form_with_a_line_that_is_not_there_is_refused(string key)
    {
        var site = await SignInAsync(Role.Leader);
        await site.GetAsync($"{City.Path}/validation-meetings/conclusions");
        var answer = await site.PostAsync($"{City.Path}/validation-meetings/conclusions", (key, "a"));
        Assert.That((int)answer.Status, Is.EqualTo(400));
        Assert.That(answer.Text, Does.Contain(ErrorPage.Of(400).Sentence));
    }
}
