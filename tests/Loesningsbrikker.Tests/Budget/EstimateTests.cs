using System.Net;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Budget;
using Loesningsbrikker.SolutionPieces;
using Loesningsbrikker.Tests.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Tests.Budget;

public sealed class EstimateTests(DatabaseKind database) : HouseTest(database)
{
    [Test]
    public async Task An_estimate_is_written_with_empty_fields_apart_from_0_and_every_krone_kept()
    {
        await BuildAsync();
        var site = await SignInAsync(Role.BudgetOfficer);
        Assert.That((await site.GetAsync(PathOf(3))).Text, Does.Contain("Ikke beregnet").And.Contain("2 brikker mangler").And.Contain("næste uden pris: D-6"));
        var answer = await site.PostAsync(PathOf(3), await FormAsync(3, ["1.250,125", "", "", ""], ["0", "1 000", "", ""], ["", "", "5", ""]));
        Assert.That((answer.Status, answer.Location), Is.EqualTo((HttpStatusCode.Found, PathOf(3))), answer.Text);
        var piece = await PieceAsync(3);
        Assert.That(piece.Estimate!.Lines.OrderBy(l => l.Year).ThenBy(l => l.Direction).Select(l => (l.Year, l.Kind, l.Direction, l.Amount)), Is.EqualTo(new[]
        {
            (2028, CostKind.Operating, CostDirection.Expenditure, 1_250_125L), (2029, CostKind.Operating, CostDirection.Expenditure, 0),
            (2029, CostKind.Operating, CostDirection.Income, 1_000_000), (2030, CostKind.Capital, CostDirection.Expenditure, 5_000),
        }));
        Assert.That((piece.Estimate.Status, piece.Estimate.PriceLevel, piece.Estimate.Note), Is.EqualTo((EstimateStatus.Rough, 2026, "Et bud.")));
        Assert.That(piece.Events[^1].Kind, Is.EqualTo(PieceEventKind.EstimateWritten));
        var page = await site.GetAsync(PathOf(3));
        Assert.That(page.Text, Does.Contain("Prisskønnet på D-3 er gemt.").And.Contain("Fortsæt med næste uden pris: D-6").And.Contain("1 brik mangler"));
        Assert.That(page.Html, Does.Contain("value=\"1.250,125\"").And.Contain("value=\"1.000\""));
    }

    [Test]
    public async Task The_next_piece_without_a_price_is_a_chosen_one_then_an_open_one_and_never_one_that_is_settled()
    {
        var pieces = await BuildAsync();
        var site = await SignInAsync(Role.BudgetOfficer);
        var db = Db();
        var more = new BudgetCase(db, City);
        var stages = new[] { PieceStage.Rejected, PieceStage.Declined, PieceStage.Closed, PieceStage.RolledBack, PieceStage.NotDesignated, PieceStage.NotValidated, PieceStage.Submitted };
        foreach (var stage in stages)
        {
            var piece = more.Formulated(PieceClass.Political, stage.ToString());
            piece.Number += 10;
            db.Entry(piece).Property(p => p.Stage).CurrentValue = stage;
        }
        await db.SaveChangesAsync();
        Assert.That(pieces, Is.Not.Null);
        Assert.That((await site.GetAsync(PathOf(3))).Text, Does.Contain("næste uden pris: D-17 ").And.Contain("3 brikker mangler"));
        Assert.That((await site.GetAsync(PathOf(17))).Text, Does.Contain("næste uden pris: D-3 "));
        await Db().SolutionPieces.Where(p => p.ProcessId == City.Process.Id && (p.Number == 17 || p.Number == 3)).ExecuteUpdateAsync(s => s.SetProperty(p => p.Stage, PieceStage.Closed));
        Assert.That((await site.GetAsync(PathOf(1))).Text, Does.Contain("næste uden pris: D-6 ").And.Contain("1 brik mangler"));
    }

    [Test]
    public async Task The_pages_of_a_piece_say_which_years_its_price_is_without()
    {
        await BuildAsync();
        var site = await SignInAsync(Role.BudgetOfficer);
        Assert.That((await site.GetAsync(PathOf(1))).Text, Does.Contain("2030 og 2031 er ikke beregnet og mangler i summen."));
        Assert.That((await site.GetAsync(PathOf(3))).Text, Does.Not.Contain("mangler i summen"));
        var reader = await SignInAsync(Role.Leader);
        var piece = (await reader.GetAsync($"{City.Path}/solution-pieces/1")).Text;
        Assert.That(piece, Does.Contain("7.301 (1.000 kr.) i alt, 2030 og 2031 er ikke beregnet Beregnet"));
        Assert.That(piece, Does.Contain("7.301 (1.000 kr.) i alt, 2030 og 2031 er ikke beregnet, beregnet, 2026-priser."));
        await site.PostAsync(PathOf(2), await FormAsync(2, ["1", "", "", ""], ["0", "", "", ""], ["0", "", "", ""], ["", "", "0", ""]));
        Assert.That((await site.GetAsync(PathOf(2))).Text, Does.Not.Contain("mangler i summen"));
        Assert.That((await reader.GetAsync($"{City.Path}/solution-pieces/2")).Text, Does.Contain("1 (1.000 kr.) i alt i 2028–2031 Groft skøn"));
    }

    [Test]
    public async Task Every_cell_that_is_wrong_is_told_and_all_that_was_typed_stays()
    {
        await BuildAsync();
        var site = await SignInAsync(Role.BudgetOfficer);
        await site.GetAsync(PathOf(3));
        var answer = await site.PostAsync(PathOf(3), await FormAsync(3, ["1,2 mio.", "-5", "77", ""]));
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(answer.Text, Does.Contain("Drift, udgift 2028: Skriv kun tallet").And.Contain("Drift, indtægt 2028: Skriv beløbet uden minus"));
        Assert.That(answer.Html, Does.Contain("value=\"1,2 mio.\"").And.Contain("value=\"77\"").And.Contain("href=\"#Years_0__Cells_1_\""));
        Assert.That((await PieceAsync(3)).Estimate, Is.Null);
    }

    [Test]
    public async Task A_grid_without_amounts_is_no_estimate()
    {
        await BuildAsync();
        var site = await SignInAsync(Role.BudgetOfficer);
        await site.GetAsync(PathOf(3));
        var answer = await site.PostAsync(PathOf(3), await FormAsync(3, ["", "", "", ""]));
        Assert.That((answer.Status, answer.Text.Contains("Koster brikken ingenting, så skriv 0.")), Is.EqualTo((HttpStatusCode.BadRequest, true)));
    }

    [Test]
    public async Task Amounts_in_years_outside_the_budget_stay_and_foreign_years_are_refused()
    {
        await BuildAsync();
        var site = await SignInAsync(Role.BudgetOfficer);
        Assert.That((await site.GetAsync(PathOf(4))).Text, Does.Contain("2027 uden for budgettet"));
        // The grid of D-4 begins with 2027; a form without it would lose an amount.
        var lost = await site.PostAsync(PathOf(4), await FormAsync(4, ["1", "", "", ""]));
        Assert.That((lost.Status, lost.Text.Contains("Hent siden igen")), Is.EqualTo((HttpStatusCode.BadRequest, true)));
        await site.GetAsync(PathOf(3));
        var foreign = await site.PostAsync(PathOf(3), [.. await FormAsync(3), ("Years[0].Year", "2099"), ("Years[0].Cells[0]", "1")]);
        Assert.That((foreign.Status, (await PieceAsync(3)).Estimate), Is.EqualTo((HttpStatusCode.BadRequest, (CostEstimate?)null)));
    }

    [Test]
    public async Task The_loser_of_two_changes_gets_409_with_what_was_typed_and_a_changed_amount_alone_is_a_change()
    {
        await BuildAsync();
        var site = await SignInAsync(Role.BudgetOfficer);
        await site.GetAsync(PathOf(2));
        var mine = await FormAsync(2, ["111", "", "", ""]);
        Assert.That((await site.PostAsync(PathOf(2), await FormAsync(2, ["222", "", "", ""]))).Status, Is.EqualTo(HttpStatusCode.Found));
        var lost = await site.PostAsync(PathOf(2), mine);
        Assert.That((lost.Status, lost.Text.Contains("prisskønnet på D-2"), lost.Text.Contains("111")), Is.EqualTo((HttpStatusCode.Conflict, true, true)));
        Assert.That((await PieceAsync(2)).Estimate!.Lines.Single().Amount, Is.EqualTo(222_000));
    }

    [Test]
    public async Task Two_first_estimates_at_once_leave_one_and_the_other_is_told()
    {
        await BuildAsync();
        var form = await FormAsync(3, ["5", "", "", ""]);
        var sites = new[] { await SignInAsync(Role.BudgetOfficer), await SignInAsync(Role.BudgetOfficer) };
        foreach (var site in sites)
            await site.GetAsync(PathOf(3));
        var answers = await Task.WhenAll(sites.Select(site => Task.Run(() => site.PostAsync(PathOf(3), form))));
        Assert.That(answers.Select(a => a.Status), Is.EquivalentTo(new[] { HttpStatusCode.Found, HttpStatusCode.Conflict }));
        Assert.That(await Db().CostEstimates.CountAsync(e => e.ProcessId == City.Process.Id), Is.EqualTo(4));
    }

    [Test]
    public async Task Storing_the_same_again_leaves_no_line_in_the_history()
    {
        await BuildAsync();
        var site = await SignInAsync(Role.BudgetOfficer);
        await site.GetAsync(PathOf(2));
        await site.PostAsync(PathOf(2), await FormAsync(2, ["0", "", "", ""]));
        Assert.That((await site.GetAsync(PathOf(2))).Text, Does.Contain("var uændret"));
        Assert.That((await PieceAsync(2)).Events.Count(e => e.Kind == PieceEventKind.EstimateWritten), Is.EqualTo(1));
    }

    [Test]
    public async Task An_estimate_is_taken_away_with_a_reason_and_the_piece_is_not_calculated_again()
    {
        await BuildAsync();
        var site = await SignInAsync(Role.BudgetOfficer);
        await site.GetAsync(PathOf(1) + "/removal");
        var version = (await PieceAsync(1)).Estimate!.Version.ToString();
        var without = await site.PostAsync(PathOf(1) + "/removal", ("Version", version));
        Assert.That((without.Status, without.Text.Contains("Skriv en begrundelse")), Is.EqualTo((HttpStatusCode.BadRequest, true)));
        var stale = await site.PostAsync(PathOf(1) + "/removal", ("Version", Guid.NewGuid().ToString()), ("Reason", "Forkert"));
        Assert.That(stale.Status, Is.EqualTo(HttpStatusCode.Conflict));
        var answer = await site.PostAsync(PathOf(1) + "/removal", ("Version", version), ("Reason", "Priserne er for gamle."));
        Assert.That(answer.Location, Is.EqualTo(PathOf(1)), answer.Text);
        var piece = await PieceAsync(1);
        Assert.That((piece.Estimate, piece.Events[^1].Kind, piece.Events[^1].Reason), Is.EqualTo(((CostEstimate?)null, PieceEventKind.EstimateRemoved, "Priserne er for gamle.")));
        Assert.That(await Db().CostLines.CountAsync(l => l.ProcessId == City.Process.Id), Is.EqualTo(3));
        Assert.That((await site.GetAsync(PathOf(1))).Text, Does.Contain("Ikke beregnet"));
        Assert.That((await site.GetAsync(PathOf(1) + "/removal")).Location, Is.EqualTo(PathOf(1)));
        Assert.That((await site.GetAsync($"{City.Path}/solution-pieces/1")).Text, Does.Contain("Prisskøn fjernet"));
    }

    [TestCase(Role.Consultant)]
    [TestCase(Role.Leader)]
    public async Task Who_only_reads_sees_the_amounts_and_no_form(Role role)
    {
        await BuildAsync();
        var site = await SignInAsync(role);
        var page = await site.GetAsync(PathOf(1));
        Assert.That(page.Text, Does.Contain("2028 budgetår 1.250,5 250 5.000 – 1.000,5 5.000").And.Contain("2026-priser").And.Contain(BudgetCase.Note));
        Assert.That(page.Html, Does.Not.Contain("Gem prisskønnet"));
        Assert.That((await site.GetAsync(PathOf(3))).Text, Does.Contain("Brikken er ikke beregnet endnu"));
        Assert.That((await site.PostAsync(PathOf(3), await FormAsync(3, ["5", "", "", ""]))).Status, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task A_draft_has_no_estimate()
    {
        await BuildAsync();
        var site = await SignInAsync(Role.BudgetOfficer);
        Assert.That((await site.GetAsync(PathOf(5))).Location, Is.EqualTo($"{City.Path}/solution-pieces/5"));
        await site.GetAsync(PathOf(3));
        var answer = await site.PostAsync(PathOf(5), await FormAsync(5, ["5", "", "", ""]));
        Assert.That((answer.Status, answer.Text.Contains("Formulér den, før den får en pris")), Is.EqualTo((HttpStatusCode.BadRequest, true)));
    }

    [Test]
    public async Task The_budget_year_of_the_process_decides_the_years()
    {
        await BuildAsync();
        var db = Db();
        (await db.DialogueProcesses.SingleAsync(p => p.Id == City.Process.Id)).BudgetYear = 2027;
        await db.SaveChangesAsync();
        var page = await (await SignInAsync(Role.BudgetOfficer)).GetAsync(PathOf(4));
        Assert.That(page.Text, Does.Contain("2027 budgetår").And.Contain("2030 overslagsår").And.Contain("2031 uden for budgettet"));
    }

    private string PathOf(int number) => $"{City.Path}/solution-pieces/{number}/estimate";

    private Task<BudgetCase> BuildAsync() => new BudgetCase(Db(), City).BuildAsync();

    private Task<SolutionPiece> PieceAsync(int number) =>
        Db().SolutionPieces.Include(p => p.Estimate!.Lines).Include(p => p.Events.OrderBy(e => e.Id)).SingleAsync(p => p.ProcessId == City.Process.Id && p.Number == number);

    /// <summary>The form as it stands now, with the rows typed for 2028 and on.</summary>
    private async Task<(string, string)[]> FormAsync(int number, params string[][] rows)
    {
        var estimate = (await PieceAsync(number)).Estimate;
        return
        [
            ("Version", (estimate?.Version ?? Guid.Empty).ToString()), ("Status", "Rough"), ("PriceLevel", "2026"), ("Note", estimate is null ? "Et bud." : estimate.Note),
            .. rows.SelectMany((row, i) => row.Select((text, j) => ($"Years[{i}].Cells[{j}]", text)).Prepend(($"Years[{i}].Year", (2028 + i).ToString()))),
        ];
    }
}
