using System.Net;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Decisions;
using Loesningsbrikker.Processes;
using Loesningsbrikker.SolutionPieces;
using Loesningsbrikker.Tests.Shared;

namespace Loesningsbrikker.Tests.Decisions;

/// <summary>One piece goes a step further, through its page.</summary>
public sealed class PieceStepTests(DatabaseKind database) : HouseTest(database)
{
    private const string ReasonDue = "Skriv en begrundelse. Deltagerne kan læse den.";
    private ChoiceCase _case = null!;

    [SetUp]
    public void MakeCase() => _case = new ChoiceCase(Db(), City);

    [Test]
    public async Task A_leader_takes_a_political_piece_from_the_choice_to_the_roll_back()
    {
        await _case.PieceAsync(PieceClass.Political, "To voksne ved åbning");
        var site = await SignInAsync(Role.Leader);
        var today = ChoiceCase.Today(_case.Db);
        Redirected(await _case.StepAsync(site, 1, "designation", ("Choice", "Designated"), ("Reason", "Det haster mest.")));
        Redirected(await _case.StepAsync(site, 1, "submission", ("CaseNumber", "17.01.04-A00-1-26")));
        Redirected(await _case.StepAsync(site, 1, "decision", ("Body", "Committee"), ("Standing", "Recommends"), ("Outcome", "Adopted"), ("DecidedOn", today)));
        var chain = await site.GetAsync(City.Path + "/solution-pieces/1/decision");
        Assert.That(chain.Text, Does.Contain("Fagudvalget indstillede").And.Contain("Vedtaget"));
        Redirected(await _case.StepAsync(site, 1, "decision", ("Body", "Council"), ("Standing", "Decides"), ("Outcome", "PartlyAdopted"), ("DecidedOn", today),
            ("CaseNumber", "00.30.00-S00-1-26"), ("Reason", "Kun de store huse.")));
        Redirected(await _case.StepAsync(site, 1, "roll-back", ("Reason", "Budgettet holdt ikke.")));
        var piece = await _case.FindAsync(1);
        Assert.That(piece.Stage, Is.EqualTo(PieceStage.RolledBack));
        Assert.That(piece.Decisions.Select(d => d.Body), Is.EquivalentTo(new[] { DecisionBody.Committee, DecisionBody.Council }));
        Assert.That(piece.Decisions.All(d => d.RecordedByUserId == City.User(Role.Leader).Id));
        var page = await site.GetAsync(City.Path + "/solution-pieces/1");
        Assert.That(page.Text, Does.Contain("Begrundelse: Det haster mest.").And.Contain("Sag 17.01.04-A00-1-26.").And.Contain("Kun de store huse.")
            .And.Contain("Begrundelse: Budgettet holdt ikke.").And.Contain("Det, der var vedtaget, er taget tilbage."));
    }

    [Test]
    public async Task The_department_accepts_or_declines_an_administrative_piece()
    {
        await _case.PieceAsync(PieceClass.Administrative, "Ét skema");
        await _case.PieceAsync(PieceClass.Administrative, "To skemaer");
        var site = await SignInAsync(Role.Leader);
        var today = ("DecidedOn", ChoiceCase.Today(_case.Db));
        Assert.That((await site.GetAsync(City.Path + "/acceptances")).Text, Does.Contain("2 brikker").And.Contain("Tag stilling"));
        Redirected(await _case.StepAsync(site, 1, "acceptance", ("Outcome", "Adopted"), today));
        var refused = await _case.StepAsync(site, 2, "acceptance", ("Outcome", "Rejected"), today, ("CaseNumber", "1-2-3"));
        Assert.That((int)refused.Status, Is.EqualTo(400));
        Assert.That(refused.Text, Does.Contain(ReasonDue));
        Assert.That(refused.Html, Does.Contain("value=\"1-2-3\""));
        Redirected(await _case.StepAsync(site, 2, "acceptance", ("Outcome", "Rejected"), today, ("Reason", "Det gør vi allerede.")));
        Assert.That(((await _case.FindAsync(1)).Stage, (await _case.FindAsync(2)).Stage), Is.EqualTo((PieceStage.Accepted, PieceStage.Declined)));
        Assert.That((await site.GetAsync(City.Path + "/acceptances")).Text, Does.Contain("Ingen administrative brikker venter"));
        Assert.That((await site.GetAsync(City.Path + "/refusals")).Text, Does.Contain("To skemaer").And.Contain("Det gør vi allerede."));
        Assert.That((int)(await _case.StepAsync(site, 1, "acceptance", ("Outcome", "Noted"), today)).Status, Is.EqualTo(400));
    }

    [Test]
    public async Task A_local_piece_is_handed_over_to_several_institutions_with_a_message()
    {
        await _case.PieceAsync(PieceClass.Local, "Fælles legeplads");
        var open = new[] { "Ågården", "Bøgen" }.Select(n => new Institution { Name = n, LeaderUserId = City.User(Role.LocalLeader).Id }).ToList();
        var closed = new Institution { Name = "Lukkede", ClosedAtUtc = _case.Db.UtcNow };
        _case.Db.AddRange(open);
        _case.Db.Add(closed);
        await _case.Db.SaveChangesAsync();
        var site = await SignInAsync(Role.Leader);
        Assert.That((await site.GetAsync(City.Path + "/solution-pieces/1/hand-over")).Text, Does.Contain("Bøgen Ågården").And.Not.Contain("Lukkede"));
        Assert.That((await _case.StepAsync(site, 1, "hand-over")).Text, Does.Contain("Vælg mindst én institution."));
        Assert.That((await _case.StepAsync(site, 1, "hand-over", ("Institutions", $"{closed.Id}"))).Text, Does.Contain("Lukkede er lukket"));
        Assert.That((await _case.StepAsync(site, 1, "hand-over", ("Institutions", "987654321"))).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Redirected(await _case.StepAsync(site, 1, "hand-over",
            ("Institutions", $"{open[0].Id}"), ("Institutions", $"{open[1].Id}"), ("Reason", "Tag forældrene med.")));
        var piece = await _case.FindAsync(1);
        Assert.That((piece.Stage, piece.Implementations.Count), Is.EqualTo((PieceStage.HandedOver, 2)));
        var local = await (await SignInAsync(Role.LocalLeader)).GetAsync(City.Path + "/solution-pieces/1");
        Assert.That(local.Text, Does.Contain("Bøgen og Ågården.").And.Contain("Tag forældrene med.").And.Contain("Begynd udmøntningen (Bøgen)"));
        Assert.That((await site.GetAsync(City.Path + "/solution-pieces/1/hand-over")).Text, Does.Contain("Bøgen og Ågården har den allerede."));
    }

    [TestCase("designation", "Choice", "NotDesignated", "Reason", ReasonDue)]
    [TestCase("designation", "Reason", "Fordi", "", "Vælg, om brikken bliver udpeget.")]
    [TestCase("designation", "Choice", "77", "", "ikke gyldig")]
    public async Task A_choice_that_is_not_whole_is_asked_again(string step, string name, string value, string field, string sentence)
    {
        await _case.PieceAsync(PieceClass.Political, "To voksne");
        var page = await _case.StepAsync(await SignInAsync(Role.Leader), 1, step, (name, value));
        Assert.That((int)page.Status, Is.EqualTo(400));
        if (value != "77")
            Assert.That(page.Text, Does.Contain(sentence));
        if (field.Length > 0)
            Assert.That(page.Html, Does.Contain($"href=\"#{field}\""));
        Assert.That((await _case.FindAsync(1)).Stage, Is.EqualTo(PieceStage.Validated));
    }

    [Test]
    public async Task A_decision_of_tomorrow_or_by_the_department_is_refused()
    {
        await _case.SubmittedAsync("To voksne");
        var site = await SignInAsync(Role.Consultant);
        var tomorrow = await _case.StepAsync(site, 1, "decision", ("Body", "Council"), ("Standing", "Decides"), ("Outcome", "Adopted"),
            ("DecidedOn", DateOnly.FromDateTime(_case.Db.UtcNow.AddDays(2)).ToString("O")));
        Assert.That(tomorrow.Text, Does.Contain("Datoen er ikke kommet endnu."));
        var department = await _case.StepAsync(site, 1, "decision", ("Body", "Department"), ("Standing", "Decides"), ("Outcome", "Adopted"),
            ("DecidedOn", ChoiceCase.Today(_case.Db)));
        Assert.That(department.Text, Does.Contain("En politisk brik afgøres af et politisk organ."));
        Assert.That((await _case.FindAsync(1)).Decisions, Is.Empty);
    }

    [TestCase("designation", "Choice=Designated&Reason=Fordi")]
    [TestCase("submission", "")]
    [TestCase("decision", "Body=Council&Standing=Decides&Outcome=Adopted&DecidedOn=2026-01-01")]
    [TestCase("acceptance", "Outcome=Adopted&DecidedOn=2026-01-01")]
    [TestCase("hand-over", "")]
    [TestCase("roll-back", "Reason=Fordi")]
    public async Task A_page_of_a_step_that_is_not_open_leads_to_the_piece_and_its_form_is_refused_with_a_sentence(string step, string fields)
    {
        var piece = await _case.PieceAsync(PieceClass.Political, "Lukket");
        piece.Stage = PieceStage.Closed;
        await _case.Db.SaveChangesAsync();
        var site = await SignInAsync(Role.Leader);
        Assert.That((await site.GetAsync($"{City.Path}/solution-pieces/1/{step}")).Location, Is.EqualTo(City.Path + "/solution-pieces/1"));
        await site.GetAsync(City.Path + "/solution-pieces/1");
        var page = await site.PostAsync($"{City.Path}/solution-pieces/1/{step}",
            [("Version", await _case.VersionAsync(1)), .. fields.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(f => (f.Split('=')[0], f.Split('=')[1]))]);
        Assert.That((int)page.Status, Is.EqualTo(400));
        Assert.That(page.Text, Does.Contain("Brikken "));
        Assert.That((await _case.FindAsync(1)).Stage, Is.EqualTo(PieceStage.Closed));
    }

    [Test]
    public async Task The_loser_of_a_race_hears_of_the_colleague_even_when_the_winner_only_added_a_recommendation()
    {
        await _case.SubmittedAsync("To voksne");
        var stale = await _case.VersionAsync(1);
        var site = await SignInAsync(Role.Leader);
        Redirected(await _case.StepAsync(site, 1, "decision", ("Body", "Committee"), ("Standing", "Recommends"), ("Outcome", "Adopted"),
            ("DecidedOn", ChoiceCase.Today(_case.Db))));
        await site.GetAsync(City.Path + "/solution-pieces/1/decision");
        var lost = await site.PostAsync(City.Path + "/solution-pieces/1/decision", ("Version", stale), ("Body", "Council"), ("Standing", "Decides"),
            ("Outcome", "Rejected"), ("DecidedOn", ChoiceCase.Today(_case.Db)), ("Reason", "Min lange grund"));
        Assert.That(lost.Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(lost.Text, Does.Contain("En kollega har ændret D-1").And.Contain("Min lange grund"));
    }

    [Test]
    public async Task An_address_from_outside_is_not_followed()
    {
        await _case.PieceAsync(PieceClass.Political, "To voksne");
        var site = await SignInAsync(Role.Leader);
        foreach (var (choice, back, expected) in new[]
                 {
                     ("Designated", "//ond.example", "/solution-pieces/1"), ("NotDesignated", "designations?state=Waiting", "/designations?state=Waiting"),
                     ("Designated", "designations/../../x", "/solution-pieces/1"),
                 })
            Assert.That((await _case.StepAsync(site, 1, "designation", ("Choice", choice), ("Reason", "Fordi"), ("Back", back))).Location,
                Is.EqualTo(City.Path + expected));
    }

    private static void Redirected(Page page) => Assert.That(page.Status, Is.EqualTo(HttpStatusCode.Found), page.Text);
}
