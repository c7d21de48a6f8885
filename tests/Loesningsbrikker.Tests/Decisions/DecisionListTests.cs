using System.Net;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Decisions;
using Loesningsbrikker.SolutionPieces;
using Loesningsbrikker.Tests.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Tests.Decisions;

/// <summary>The list of decisions, what was said no to, and one meeting's decision about many pieces.</summary>
public sealed class DecisionListTests(DatabaseKind database) : HouseTest(database)
{
    private ChoiceCase _case = null!;

    private string List => City.Path + "/decisions";

    [SetUp]
    public void MakeCase() => _case = new ChoiceCase(Db(), City);

    [Test]
    public async Task One_evening_of_the_council_is_written_down_at_once_with_a_common_reason_and_an_own_one()
    {
        for (var i = 1; i <= 3; i++)
            await _case.SubmittedAsync("Brik " + i);
        var site = await SignInAsync(Role.Consultant);
        Assert.That((await site.GetAsync(List + "/new")).Text, Does.Contain("D-1").And.Contain("D-3"));
        var answer = await site.PostAsync(List, [.. await EveningAsync("Rejected", "Der er ikke råd.", 1, 2), ("Items[1].Reason", "Taget er nyt.")]);
        Assert.That(answer.Location, Is.EqualTo(List));
        Assert.That((await _case.FindAsync(1)).Decisions.Single().Reason, Is.EqualTo("Der er ikke råd."));
        Assert.That((await _case.FindAsync(2)).Decisions.Single().Reason, Is.EqualTo("Taget er nyt."));
        Assert.That((await _case.FindAsync(3)).Stage, Is.EqualTo(PieceStage.Submitted));
        var refusals = await site.GetAsync(City.Path + "/refusals");
        Assert.That(refusals.Text, Does.Contain("2 brikker").And.Contain("Taget er nyt.").And.Contain("Der er ikke råd.").And.Not.Contain("Brik 3"));
    }

    [Test]
    public async Task All_of_them_are_stored_or_none_and_the_piece_that_lacks_something_is_named()
    {
        await _case.SubmittedAsync("Brik 1");
        await _case.SubmittedAsync("Brik 2");
        var site = await SignInAsync(Role.Leader);
        await site.GetAsync(List + "/new");
        var missing = await site.PostAsync(List, [.. await EveningAsync("Postponed", "", 1, 2), ("Items[0].Reason", "Vi venter på tal.")]);
        Assert.That((int)missing.Status, Is.EqualTo(400));
        Assert.That(missing.Text, Does.Contain("D-2: Skriv en begrundelse. Deltagerne kan læse den.").And.Contain("Vi venter på tal."));
        var evening = await EveningAsync("Adopted", "", 1, 2);
        var piece = await _case.Db.SolutionPieces.FindAsync((await _case.FindAsync(2)).Id);
        piece!.Reword("Andre ord", piece.Description, "Klarere", null, _case.Db.UtcNow);
        await _case.Db.SaveChangesAsync();
        var lost = await site.PostAsync(List, [.. evening]);
        Assert.That(lost.Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(lost.Text, Does.Contain("En kollega har ændret D-2").And.Contain("Ingen af brikkerne er gemt."));
        Assert.That((await _case.FindAsync(1)).Decisions.Concat((await _case.FindAsync(2)).Decisions), Is.Empty);
    }

    [TestCase("", "D-3 D-2 D-1")]
    [TestCase("?body=Council", "D-2")]
    [TestCase("?outcome=Adopted", "D-3 D-1")]
    [TestCase("?class=Administrative", "D-3")]
    [TestCase("?body=FinanceCommittee", "")]
    [TestCase("?body=nogen&page=-4", "D-3 D-2 D-1")]
    public async Task The_list_stands_by_day_and_is_narrowed_by_body_outcome_and_class(string query, string expected)
    {
        var (first, second) = (await _case.SubmittedAsync("Første"), await _case.SubmittedAsync("Anden"));
        var third = await _case.PieceAsync(PieceClass.Administrative, "Tredje");
        Decide(first, DecisionBody.Committee, DecisionOutcome.Adopted, new DateOnly(2026, 3, 1));
        Decide(second, DecisionBody.Council, DecisionOutcome.Rejected, new DateOnly(2026, 4, 1));
        third.Accept(null, new DateOnly(2026, 5, 1), null, null, _case.Db.UtcNow);
        await _case.Db.SaveChangesAsync();
        var page = await (await SignInAsync(Role.Committee)).GetAsync(List + query);
        var shown = new[] { (3, "Tredje"), (2, "Anden"), (1, "Første") }.Where(p => page.Html.Contains($"/solution-pieces/{p.Item1}\">{p.Item2}"))
            .OrderBy(p => page.Html.IndexOf($"/solution-pieces/{p.Item1}\"", StringComparison.Ordinal)).Select(p => "D-" + p.Item1);
        Assert.That(string.Join(' ', shown), Is.EqualTo(expected));
        if (expected.Length == 0)
            Assert.That(page.Text, Does.Contain("Ingen beslutninger passer til det, du har valgt"));
    }

    [TestCase("decisions")]
    [TestCase("refusals")]
    [TestCase("acceptances")]
    public async Task The_lists_have_pages_and_cost_no_more_queries_when_they_grow(string list)
    {
        var site = await SignInAsync(Role.Leader);
        await AddAsync(1);
        await site.GetAsync($"{City.Path}/{list}");
        var few = await QueryCounter.CountAsync(() => site.GetAsync($"{City.Path}/{list}"));
        await AddAsync(27);
        await site.GetAsync($"{City.Path}/{list}");
        Page page = null!;
        Assert.That(await QueryCounter.CountAsync(async () => page = await site.GetAsync($"{City.Path}/{list}")), Is.EqualTo(few));
        Assert.That(few, Is.GreaterThan(0));
        Assert.That(page.Text, Does.Contain("Side 1 af 2"));
        Assert.That((await site.GetAsync($"{City.Path}/{list}?page=2")).Text, Does.Contain("Side 2 af 2"));
    }

    [Test]
    public async Task A_local_leader_reads_only_about_the_pieces_of_her_institution_and_another_process_is_another_list()
    {
        await AddAsync(1);
        Assert.That((await (await SignInAsync(Role.LocalLeader)).GetAsync(List)).Text, Does.Contain("Der er ingen beslutninger endnu"));
        var other = await City.AddProcessAsync(_case.Db, "S");
        Assert.That((await (await SignInAsync(Role.Leader)).GetAsync($"/dialogue-processes/{other.Id}/decisions")).Text, Does.Contain("Der er ingen beslutninger endnu"));
    }

    [Test]
    public async Task Several_pieces_of_another_process_are_not_found()
    {
        await _case.SubmittedAsync("Egen");
        var other = await City.AddProcessAsync(_case.Db, "S");
        var site = await SignInAsync(Role.Leader);
        await site.GetAsync(List + "/new");
        var answer = await site.PostAsync($"/dialogue-processes/{other.Id}/decisions", [.. await EveningAsync("Adopted", "", 1)]);
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await _case.FindAsync(1)).Decisions, Is.Empty);
    }

    /// <summary>The form of an evening with these pieces ticked.</summary>
    private async Task<List<(string, string)>> EveningAsync(string outcome, string reason, params int[] numbers)
    {
        List<(string, string)> fields =
        [
            ("Body", "Council"), ("Standing", "Decides"), ("Outcome", outcome), ("DecidedOn", ChoiceCase.Today(_case.Db)), ("CaseNumber", "00.30.00-S00-1-26"), ("Reason", reason),
        ];
        for (var i = 0; i < numbers.Length; i++)
            fields.AddRange(DesignationListTests.Ticks(numbers[i], await _case.VersionAsync(numbers[i]), i));
        return fields;
    }

    /// <summary>So many pieces with a decision, so many that were declined, so many that wait for the department.</summary>
    private async Task AddAsync(int count)
    {
        // In one save: what takes minutes on a loaded machine would have the cookie looked up again in the middle of the counting.
        var (first, now) = (await _case.Db.SolutionPieces.CountAsync(p => p.ProcessId == City.Process.Id) + 1, _case.Db.UtcNow);
        for (var number = first; number < first + 2 * count; number++)
        {
            var piece = SolutionPiece.Draft(City.Process.Id, number, PieceClass.Administrative, "Brik " + number, null, now, "Fordi.");
            piece.Formulate(null, now);
            if (number % 2 == 0)
                piece.Decline("Nej.", new DateOnly(2026, 2, 1), null, null, now);
            _case.Db.Add(piece);
        }
        await _case.Db.SaveChangesAsync();
    }

    private void Decide(SolutionPiece piece, DecisionBody body, DecisionOutcome outcome, DateOnly on) => piece.Decide(
        new Decision { Body = body, Standing = DecisionStanding.Decides, Outcome = outcome, DecidedOn = on, Reason = "Sådan blev det." }, null, _case.Db.UtcNow);
}
