using Loesningsbrikker.Accounts;
using Loesningsbrikker.Tests.Shared;

namespace Loesningsbrikker.Tests.SolutionPieces;

/// <summary>The page of a piece further on in its life: the one next step per role, the facts, and the text for the agenda.</summary>
public sealed class PieceStoryTests(DatabaseKind database) : HouseTest(database)
{
    // The pieces of the sample, by what was last done with them.
    private const int Formulated = 1;
    private const int CarriedOut = 3;
    private const int Submitted = 4;
    private const int Administrative = 5;
    private const int Validated = 6;
    private const int Adopted = 7;

    [TestCase(Role.Leader, Formulated, "Konkludér", "validation-meetings/conclusions")]
    [TestCase(Role.Leader, Validated, "Vælg, om den udpeges", "solution-pieces/6/designation")]
    [TestCase(Role.Leader, Submitted, "Skriv beslutning", "solution-pieces/4/decision")]
    [TestCase(Role.Consultant, Submitted, "Skriv beslutning", "solution-pieces/4/decision")]
    [TestCase(Role.Leader, Administrative, "Acceptér eller afvis", "solution-pieces/5/acceptance")]
    [TestCase(Role.Leader, Adopted, "Begynd udmøntningen", "solution-pieces/7/implementation/new")]
    [TestCase(Role.LocalLeader, CarriedOut, "Skriv nyt", "implementations/")]
    [TestCase(Role.BudgetOfficer, Validated, "Skriv prisskøn", "solution-pieces/6/estimate")]
    public async Task The_one_next_step_is_the_primary_button(Role role, int number, string text, string address)
    {
        var page = await ShowAsync(role, number);
        Assert.That(page.Html.Split("button button-primary").Length - 1, Is.EqualTo(1), "one primary action");
        Assert.That(page.Html, Does.Match($"<a class=\"button button-primary\" href=\"[^\"]*{address}[^\"]*\">{text}</a>"));
    }

    [TestCase(Role.Consultant, Validated)]
    [TestCase(Role.Committee, Submitted)]
    [TestCase(Role.BudgetOfficer, Submitted)]
    public async Task Where_it_is_somebody_elses_turn_there_is_no_primary_button_but_a_sentence(Role role, int number)
    {
        var page = await ShowAsync(role, number);
        Assert.That(page.Html, Does.Not.Contain("button-primary"));
        Assert.That(page.Text, Does.Contain(number == Submitted ? "Politikerne behandler brikken." : "Forvaltningen og lederne vælger, om brikken skal til politikerne."));
    }

    [TestCase(Role.Consultant, true)]
    [TestCase(Role.BudgetOfficer, true)]
    [TestCase(Role.Committee, false)]
    public async Task Who_reads_no_estimates_does_not_read_that_one_was_written(Role role, bool reads)
    {
        var page = await ShowAsync(role, Submitted);
        Assert.That(page.Text.Contains("Prisskøn skrevet"), Is.EqualTo(reads));
        Assert.That(page.Text.Contains("1.200 (1.000 kr.)"), Is.EqualTo(reads));
        Assert.That(page.Text, Does.Contain("12 ja, 2 nej, 1 ved ikke").And.Contain("Fagudvalget indstillede 1.10.2026: Vedtaget."));
    }

    [Test]
    public async Task The_facts_tell_who_carries_it_out_and_how_far_it_is()
    {
        var page = await ShowAsync(Role.Committee, CarriedOut);
        Assert.That(page.Text, Does.Contain("Ansvarlig: Institutionsleder, Prøve LocalLeader. Færdig: 1.4.2027").And.Contain("Forældrene tegner med."));
    }

    [Test]
    public async Task The_text_for_the_agenda_has_everything_and_only_those_who_prepare_one_get_it()
    {
        var page = await ShowAsync(Role.Leader, Submitted);
        var agenda = OnOneLine(page);
        Assert.That(agenda, Does.Contain("Flere hænder i ydertimerne Politisk løsningsbrik fra Dialog om alt. Stadie: Til politisk behandling."));
        Assert.That(agenda, Does.Contain("Forslag Det hjælper børnene.").And.Contain("Fællesmødets input 12 af 14 genkender brikken. Faglig prioritet 4 af 5."));
        Assert.That(agenda, Does.Contain("Det haster.").And.Contain("Økonomi 1.200 (1.000 kr.) i alt, 2030 og 2031 er ikke beregnet, groft skøn, 2026-priser.").And.Contain("Fagudvalget indstillede"));
        Assert.That((await ShowAsync(Role.Committee, Submitted)).Text, Does.Not.Contain("Kopiér til dagsorden"));
        Assert.That((await ShowAsync(Role.Leader, Adopted)).Text, Does.Contain("Kopiér til dagsorden"));
    }

    [Test]
    public async Task An_amount_outside_the_four_years_is_no_price()
    {
        var sample = await SampleProcess.CreateAsync(Host, City);
        var db = Db();
        (await db.DialogueProcesses.FindAsync(sample.Process.Id))!.BudgetYear = 2040;
        await db.SaveChangesAsync();
        var page = await (await SignInAsync(Role.Leader)).GetAsync($"/dialogue-processes/{sample.Process.Id}/solution-pieces/{Submitted}");
        Assert.That(OnOneLine(page), Does.Contain("Pris Ikke beregnet").And.Contain("Økonomi Ikke beregnet."));
    }

    /// <summary>The text of the page, the lines of the agenda folded too.</summary>
    private static string OnOneLine(Page page) => string.Join(' ', page.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private async Task<Page> ShowAsync(Role role, int number)
    {
        var sample = await SampleProcess.CreateAsync(Host, City);
        return await (await SignInAsync(role)).GetAsync($"/dialogue-processes/{sample.Process.Id}/solution-pieces/{number}");
    }
}
