using System.Net;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.Processes;
using Loesningsbrikker.SolutionPieces;
using Loesningsbrikker.Tests.Shared;

namespace Loesningsbrikker.Tests.Processes;

public sealed class ProcessPageTests(DatabaseKind database) : HouseTest(database)
{
    [Test]
    public async Task A_new_process_asks_for_informant_groups_first()
    {
        var page = await (await SignInAsync(Role.Consultant)).GetAsync(City.Path);
        Assert.That(page.Text, Does.Contain("Opret først informantgrupperne").And.Contain("Fællesmøde Ikke begyndt"));
        Assert.That(page.Html, Does.Contain($"href=\"{City.Path}/informant-groups/new\""));
    }

    [Test]
    public async Task The_steps_count_interviews_coding_and_pieces()
    {
        await FillAsync();
        var page = await (await SignInAsync(Role.Consultant)).GetAsync(City.Path);
        Assert.That(page.Text, Does.Contain("2 interviews").And.Contain("1 af 2 færdige").And.Contain("3 brikker"));
        Assert.That(page.Text, Does.Contain("1 interview mangler referat eller transskription"));
        Assert.That(page.Html, Does.Contain($"href=\"{City.Path}/interviews\"").And.Contain($"href=\"{City.Path}/solution-pieces\""));
    }

    [TestCase(Role.BudgetOfficer, "3 brikker")]
    [TestCase(Role.Committee, "2 brikker")]
    [TestCase(Role.LocalLeader, "1 brik")]
    public async Task Other_roles_count_the_pieces_they_may_read_and_open_no_interviews(Role role, string figure)
    {
        await FillAsync();
        var page = await (await SignInAsync(role)).GetAsync(City.Path);
        Assert.That(page.Text, Does.Contain("Løsningsbrikker " + figure));
        Assert.That(page.Html, Does.Not.Contain($"href=\"{City.Path}/interviews\"").And.Contain($"href=\"{City.Path}/solution-pieces\""));
        Assert.That(page.Html, Does.Not.Contain($"href=\"{City.Path}/setup\""));
    }

    [Test]
    public async Task The_line_goes_on_to_what_came_of_the_pieces_with_counts_that_are_links()
    {
        var sample = await SampleProcess.CreateAsync(Host, City);
        var path = $"/dialogue-processes/{sample.Process.Id}";
        var page = await (await SignInAsync(Role.Leader)).GetAsync(path);
        Assert.That(page.Text, Does.Contain("Fællesmøde 5 af 6 konkluderet").And.Contain("Udpegning 2 af 3 udpeget")
            .And.Contain("Beslutninger 2 beslutninger").And.Contain("Udmøntning 1 i gang, 0 afsluttet"));
        foreach (var step in new[] { "validation-meetings", "designations", "decisions", "implementations" })
            Assert.That(page.Html, Does.Contain($"href=\"{path}/{step}\""), step);
        Assert.That(page.Text, Does.Contain("1 løsningsbrik fra fællesmødet mangler en konklusion"));
    }

    [Test]
    public async Task The_page_sends_the_same_number_of_queries_however_much_there_is()
    {
        var site = await SignInAsync(Role.Consultant);
        await site.GetAsync(City.Path);
        var before = await QueryCounter.CountAsync(() => site.GetAsync(City.Path));
        await FillAsync();
        Assert.That(before, Is.GreaterThan(0));
        Assert.That(await QueryCounter.CountAsync(() => site.GetAsync(City.Path)), Is.EqualTo(before));
    }

    [Test]
    public async Task Somebody_who_is_no_member_learns_nothing_and_an_administrator_only_reaches_setup()
    {
        var db = Db();
        var closed = new DialogueProcess { Name = "Lukket kreds", Prefix = "L", CreatedAtUtc = db.UtcNow };
        db.Add(closed);
        await db.SaveChangesAsync();
        var consultant = await SignInAsync(Role.Consultant);
        foreach (var path in new[] { "", "/settings", "/members", "/setup", "/themes" })
            Assert.That((await consultant.GetAsync($"/dialogue-processes/{closed.Id}{path}")).Status, Is.EqualTo(HttpStatusCode.NotFound), path);
        var administrator = await SignInAsync(Role.Administrator);
        foreach (var (path, status) in new[]
                 {
                     ("", HttpStatusCode.NotFound), ("/setup", HttpStatusCode.NotFound), ("/informants", HttpStatusCode.NotFound),
                     ("/settings", HttpStatusCode.OK), ("/members", HttpStatusCode.OK),
                 })
            Assert.That((await administrator.GetAsync($"/dialogue-processes/{closed.Id}{path}")).Status, Is.EqualTo(status), path);
    }

    [Test]
    public async Task A_process_of_another_municipality_does_not_exist_even_for_an_administrator()
    {
        var elsewhere = await TestCity.CreateAsync(Host);
        var site = await SignInAsync(Role.Administrator);
        Assert.That((await site.GetAsync(elsewhere.Path + "/members")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await site.GetAsync(elsewhere.Path + "/settings")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Roles_without_setup_are_refused()
    {
        foreach (var role in new[] { Role.LocalLeader, Role.BudgetOfficer, Role.Committee })
        {
            var site = await SignInAsync(role);
            foreach (var path in new[] { "/setup", "/settings", "/members", "/themes", "/informants/new" })
                Assert.That((await site.GetAsync(City.Path + path)).Status, Is.EqualTo(HttpStatusCode.Forbidden), role + path);
        }
    }

    /// <summary>Two interviews, one coded; a draft, two formulated pieces (one at the local leader's institution), one merged.</summary>
    private async Task FillAsync()
    {
        var db = Db();
        var house = new Institution { Name = "Børnehuset", LeaderUserId = City.User(Role.LocalLeader).Id };
        db.Add(new InformantGroup { ProcessId = City.Process.Id, Name = "Ledere" });
        var coded = new Interview { ProcessId = City.Process.Id, Number = 1, Title = "A", CreatedAtUtc = db.UtcNow, CodingFinishedAtUtc = db.UtcNow };
        db.AddRange(house, coded, new Interview { ProcessId = City.Process.Id, Number = 2, Title = "B", CreatedAtUtc = db.UtcNow });
        await db.SaveChangesAsync();
        db.Add(TranscriptText.Freeze(coded, 1, TranscriptKind.Rendered, [new("", "Vi mangler tid.")], "", null, db.UtcNow));
        for (var number = 1; number <= 4; number++)
        {
            var piece = SolutionPiece.Draft(City.Process.Id, number, PieceClass.Local, "Brik " + number, null, db.UtcNow);
            piece.Stage = number switch { 1 => PieceStage.Draft, 4 => PieceStage.Merged, _ => PieceStage.Formulated };
            if (number == 2)
                piece.Institutions.Add(house);
            db.Add(piece);
        }
        await db.SaveChangesAsync();
    }
}
