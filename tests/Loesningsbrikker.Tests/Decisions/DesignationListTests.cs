using System.Text.RegularExpressions;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Decisions;
using Loesningsbrikker.SolutionPieces;
using Loesningsbrikker.Tests.Shared;

namespace Loesningsbrikker.Tests.Decisions;

/// <summary>The table, the matrix beside it and the line on top.</summary>
public sealed class DesignationListTests(DatabaseKind database) : HouseTest(database)
{
    private string List => City.Path + "/designations";

    [Test]
    public async Task The_line_on_top_counts_the_chosen_their_kroner_and_what_the_meeting_wanted_in_vain()
    {
        await FillAsync();
        var page = await (await SignInAsync(Role.Leader)).GetAsync(List);
        Assert.That(page.Text, Does.Contain("2 af 4 politiske brikker er udpeget."));
        Assert.That(page.Text, Does.Contain($"De koster 1,3 mio. kr. i alt i {PieceCosts.Span(City.Process)}; 1 er ikke beregnet."));
        Assert.That(page.Text, Does.Contain("Fællesmødet ønskede 1 brik, der ikke er udpeget: D-3"));
        Assert.That(page.Text, Does.Contain("Ikke beregnet").And.Not.Contain("Ét skema"));
    }

    [TestCase("", "D-1 D-2 D-3 D-4")]
    [TestCase("?state=Waiting", "D-4")]
    [TestCase("?state=Designated", "D-1 D-2")]
    [TestCase("?state=NotDesignated", "D-3")]
    [TestCase("?sort=Professional", "D-3 D-1 D-2 D-4")]
    [TestCase("?sort=Economic", "D-2 D-3 D-1 D-4")]
    [TestCase("?sort=Yes", "D-3 D-1 D-2 D-4")]
    [TestCase("?sort=Cost", "D-1 D-2 D-3 D-4")]
    [TestCase("?sort=Title", "D-1 D-4 D-3 D-2")]
    [TestCase("?sort=noget&state=99", "D-1 D-2 D-3 D-4")]
    public async Task The_table_filters_and_sorts(string query, string expected)
    {
        await FillAsync();
        var page = await (await SignInAsync(Role.Leader)).GetAsync(List + query);
        Assert.That(string.Join(' ', Regex.Matches(page.Html, "<tr id=\"piece-(?<n>\\d+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(2))
            .Select(m => "D-" + m.Groups["n"].Value)), Is.EqualTo(expected));
    }

    [Test]
    public async Task Every_circle_of_the_matrix_is_a_link_to_its_row_and_the_row_leads_to_the_choice()
    {
        var c = await FillAsync();
        var site = await SignInAsync(Role.Leader);
        var page = await site.GetAsync(List);
        foreach (var number in new[] { 1, 2, 3 })
            Assert.That(page.Html, Does.Contain($"href=\"#piece-{number}\"").And.Contain($"id=\"piece-{number}\""));
        Assert.That(page.Text, Does.Contain("1 brik har ingen prioritet, der kan vises, og står kun i tabellen."));
        Assert.That(page.Html, Does.Not.Contain("href=\"#piece-4\""));
        var chosen = await site.PostAsync(City.Path + "/solution-pieces/4/designation",
            ("Version", await c.VersionAsync(4)), ("Back", "designations"), ("Choice", "Designated"), ("Reason", "Den koster lidt."));
        Assert.That(chosen.Location, Is.EqualTo(List));
        Assert.That((await site.GetAsync(List)).Text, Does.Contain("D-4 er udpeget.").And.Contain("Den koster lidt.").And.Contain("3 af 4 politiske"));
    }

    [TestCase(Role.Consultant, true, false)]
    [TestCase(Role.BudgetOfficer, true, false)]
    [TestCase(Role.Committee, false, false)]
    [TestCase(Role.Leader, true, true)]
    public async Task Who_reads_no_estimates_sees_no_kroner_and_who_does_not_choose_gets_no_form(Role role, bool costs, bool chooses)
    {
        await FillAsync();
        var page = await (await SignInAsync(role)).GetAsync(List);
        Assert.That(page.Text.Contains("1.250"), Is.EqualTo(costs));
        Assert.That(page.Text.Contains("Ikke beregnet"), Is.EqualTo(costs));
        Assert.That(page.Html.Contains("/designation\""), Is.EqualTo(chooses));
    }

    [Test]
    public async Task More_pieces_cost_no_more_queries()
    {
        var c = await FillAsync();
        var site = await SignInAsync(Role.Leader);
        await site.GetAsync(List);
        var few = await QueryCounter.CountAsync(() => site.GetAsync(List));
        for (var i = 0; i < 6; i++)
            await c.SaidAsync(await c.PieceAsync(PieceClass.Political, "Endnu en"), 8, 4, 4);
        Assert.That(few, Is.GreaterThan(0));
        Assert.That(await QueryCounter.CountAsync(() => site.GetAsync(List)), Is.EqualTo(few));
    }

    [Test]
    public async Task Several_designated_pieces_are_sent_as_one_case()
    {
        var c = await FillAsync();
        var site = await SignInAsync(Role.Leader);
        var form = await site.GetAsync(City.Path + "/submissions/new");
        Assert.That(form.Text, Does.Contain("D-1").And.Contain("D-2").And.Not.Contain("D-3").And.Not.Contain("D-4"));
        var none = await site.PostAsync(City.Path + "/submissions", ("CaseNumber", "1-2-3"));
        Assert.That((int)none.Status, Is.EqualTo(400));
        Assert.That(none.Text, Does.Contain("Vælg mindst én brik."));
        await site.PostAsync(City.Path + "/submissions",
            [("CaseNumber", "1-2-3"), .. Ticks(1, await c.VersionAsync(1), 0), .. Ticks(2, await c.VersionAsync(2), 1)]);
        foreach (var number in new[] { 1, 2 })
            Assert.That((await c.FindAsync(number)).Events.Single(e => e.Kind == PieceEventKind.Submitted).Details, Is.EqualTo("Sag 1-2-3."));
    }

    internal static (string Name, string Value)[] Ticks(int number, string version, int place) =>
        [($"Items[{place}].Number", $"{number}"), ($"Items[{place}].Version", version), ($"Items[{place}].Chosen", "true")];

    /// <summary>Two chosen, one left out that the meeting wanted, one that waits and that the meeting did not talk about; an administrative one.</summary>
    private async Task<ChoiceCase> FillAsync()
    {
        var c = new ChoiceCase(Db(), City);
        var (first, second) = (await c.PieceAsync(PieceClass.Political, "Bedre lys"), await c.PieceAsync(PieceClass.Political, "Åbne døre"));
        var (third, _) = (await c.PieceAsync(PieceClass.Political, "Mindre grupper"), await c.PieceAsync(PieceClass.Political, "Flere træer"));
        await c.PieceAsync(PieceClass.Administrative, "Ét skema");
        await c.SaidAsync(first, yes: 8, professional: 4, economic: 2);
        await c.SaidAsync(second, yes: 3, professional: 2, economic: 5);
        await c.SaidAsync(third, yes: 9, professional: 5, economic: 4);
        await c.CostsAsync(first, 1_250_000);
        first.Designate(DesignationChoice.Designated, "Det haster.", null, c.Db.UtcNow);
        second.Designate(DesignationChoice.Designated, "Det er billigt.", null, c.Db.UtcNow);
        third.Designate(DesignationChoice.NotDesignated, "Det er for dyrt lige nu.", null, c.Db.UtcNow);
        await c.Db.SaveChangesAsync();
        return c;
    }
}
