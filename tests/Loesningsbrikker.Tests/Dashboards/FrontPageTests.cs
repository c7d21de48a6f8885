using System.Text.RegularExpressions;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.FollowUps;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.Meetings;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Loesningsbrikker.Tests.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Tests.Dashboards;

public sealed class FrontPageTests(DatabaseKind database) : HouseTest(database)
{
    [Test]
    public async Task A_consultant_sees_what_waits_with_links_to_it()
    {
        await FillAsync(City.Process.Id, 1);
        var page = await (await SignInAsync(Role.Consultant)).GetAsync("/");
        Assert.That(page.Text, Does.Contain("1 interview er under kodning Halvvejs 1 uddrag").And.Contain("1 interview mangler referat eller transskription Uden tekst"));
        Assert.That(page.Text, Does.Contain("1 brik har ingen uddrag D-1 Uden uddrag").And.Not.Contain("D-2 Med uddrag").And.Not.Contain("Kodet færdigt"));
        Assert.That(page.Text, Does.Contain("1 kladde venter på at blive formuleret"));
        Assert.That(page.Html, Does.Contain($"href=\"{City.Path}/interviews/2/coding\"").And.Contain($"href=\"{City.Path}/solution-pieces/1\""));
        Assert.That(page.Html, Does.Contain("href=\"/dialogue-processes/new\""));
    }

    [Test]
    public async Task A_consultant_sees_nothing_of_processes_of_others()
    {
        var db = Db();
        var other = new DialogueProcess { Name = "De andres", Prefix = "A", CreatedAtUtc = db.UtcNow };
        db.Add(other);
        await db.SaveChangesAsync();
        await FillAsync(other.Id, 1);
        var page = await (await SignInAsync(Role.Consultant)).GetAsync("/");
        Assert.That(page.Text, Does.Not.Contain("De andres").And.Not.Contain("Halvvejs").And.Not.Contain("Uden tekst").And.Contain("Dialog D"));
    }

    [TestCase(Role.Leader, "Politisk 1 Administrativ 1 Lokal 0")]
    [TestCase(Role.BudgetOfficer, "Politisk 1 Administrativ 1 Lokal 0")]
    [TestCase(Role.Committee, "Politisk 0 Administrativ 1 Lokal 0")]
    public async Task Others_see_their_processes_with_the_pieces_they_may_read(Role role, string counts)
    {
        await FillAsync(City.Process.Id, 1);
        var page = await (await SignInAsync(role)).GetAsync("/");
        Assert.That(page.Text, Does.Contain("Dialog D").And.Contain(counts));
        Assert.That(page.Text, Does.Not.Contain("Halvvejs").And.Not.Contain("under kodning"));
    }

    [Test]
    public async Task A_local_leader_without_pieces_is_told_so()
    {
        await FillAsync(City.Process.Id, 1);
        var page = await (await SignInAsync(Role.LocalLeader)).GetAsync("/");
        Assert.That(page.Text, Does.Contain("Ingen løsningsbrikker at læse endnu"));
        Assert.That(page.Html, Does.Not.Contain("href=\"/dialogue-processes/new\""));
    }

    [Test]
    public async Task An_administrator_sees_users_and_processes()
    {
        var page = await (await SignInAsync(Role.Administrator)).GetAsync("/");
        Assert.That(page.Text, Does.Contain("Brugere 6 åbne konti").And.Contain("Dialogprocesser 1 proces"));
        Assert.That(page.Html, Does.Contain("href=\"/users\"").And.Contain("href=\"/dialogue-processes\""));
    }

    [Test]
    public async Task Who_is_member_of_nothing_is_told_what_to_do([Values(Role.Consultant, Role.Committee)] Role role)
    {
        var db = Db();
        db.RemoveRange(await db.ProcessMembers.ToListAsync());
        await db.SaveChangesAsync();
        var page = await (await SignInAsync(role)).GetAsync("/");
        Assert.That(page.Text, Does.Contain("Du er ikke med i nogen dialogproces endnu."));
        Assert.That(page.Text.Contains("Opret en ny", StringComparison.Ordinal), Is.EqualTo(role == Role.Consultant));
    }

    [Test]
    public async Task Who_has_nothing_waiting_is_told_so_kindly([Values(Role.Leader, Role.LocalLeader, Role.BudgetOfficer)] Role role) =>
        Assert.That((await (await SignInAsync(role)).GetAsync("/")).Text, Does.Contain("Lige nu venter intet på dig."));

    [Test]
    public async Task A_consultant_sees_meetings_held_without_results()
    {
        await AddMeetingAsync(City.Process.Id, "Holdt", -2);
        await AddMeetingAsync(City.Process.Id, "Forude", 5);
        var text = (await (await SignInAsync(Role.Consultant)).GetAsync("/")).Text;
        Assert.That(text, Does.Contain("1 fællesmøde mangler resultater Holdt").And.Not.Contain("Forude"));
    }

    [Test]
    public async Task A_leader_sees_the_next_meeting_and_every_choice_that_is_hers()
    {
        await AddMeetingAsync(City.Process.Id, "Aftenmøde", 5);
        await AddMeetingAsync(City.Process.Id, "Holdt", -2);
        await new StatusCase(Db(), City.Process, City.User(Role.LocalLeader).Id).BuildAsync();
        var text = (await (await SignInAsync(Role.Leader)).GetAsync("/")).Text;
        Assert.That(text, Does.Contain($"Næste fællesmøde er {DanishText.Date(DanishText.Day(Db().UtcNow).AddDays(5))} Aftenmøde"));
        Assert.That(text, Does.Contain("2 brikker venter på en konklusion efter fællesmødet D-2").And.Contain("1 politisk brik venter på udpegning D-3"));
        Assert.That(text, Does.Contain("1 lokal brik venter på at blive overdraget D-21").And.Contain("Der er sagt ja til 4 brikker, som ingen er begyndt på"));
        Assert.That(text, Does.Contain("1 brik er forsinket D-13").And.Contain("1 brik har været tavs i over et halvt år D-20"));
        Assert.That(text, Does.Not.Contain("forvaltningens svar"), "Nothing is shown where nothing waits.");
    }

    [Test]
    public async Task Before_the_meeting_nothing_waits_for_a_conclusion()
    {
        await new StatusCase(Db(), City.Process, City.User(Role.LocalLeader).Id).BuildAsync();
        Assert.That((await (await SignInAsync(Role.Leader)).GetAsync("/")).Text, Does.Not.Contain("konklusion"));
    }

    [Test]
    public async Task A_budget_officer_sees_what_is_not_reckoned()
    {
        await new StatusCase(Db(), City.Process, City.User(Role.LocalLeader).Id).BuildAsync();
        var page = await (await SignInAsync(Role.BudgetOfficer)).GetAsync("/");
        Assert.That(page.Text, Does.Contain("2 udpegede brikker mangler et prisskøn D-7").And.Contain("2 udpegede brikker har kun et groft skøn D-5"));
        Assert.That(page.Html, Does.Contain($"href=\"{City.Path}/solution-pieces/7/estimate\""));
    }

    [Test]
    public async Task A_local_leader_sees_what_her_own_institution_carries_out()
    {
        await new StatusCase(Db(), City.Process, City.User(Role.LocalLeader).Id).BuildAsync();
        var db = Db();
        var begun = await db.Implementations.SingleAsync(i => i.SolutionPiece.Number == 23);
        var page = await (await SignInAsync(Role.LocalLeader)).GetAsync("/");
        Assert.That(page.Text, Does.Contain("1 brik er overdraget til dig og ikke begyndt D-22").And.Contain("1 brik hos dig er i gang uden at være forsinket D-23"));
        Assert.That(page.Text, Does.Contain("Skriv nyt").And.Contain("Ikke begyndt").And.Not.Contain("D-13").And.Not.Contain("hos dig er forsinket"));
        Assert.That(page.Html, Does.Contain($"href=\"{City.Path}/implementations/{begun.Id}\""));
    }

    [Test]
    public async Task A_committee_member_reads_the_status_of_each_process_in_words()
    {
        await new StatusCase(Db(), City.Process, City.User(Role.LocalLeader).Id).BuildAsync();
        var page = await (await SignInAsync(Role.Committee)).GetAsync("/");
        Assert.That(page.Text, Does.Contain("Af 23 brikker er 13 besluttet og 2 gennemført"));
        Assert.That(page.Html, Does.Contain($"<a href=\"{City.Path}/dashboard\">Dialog D</a>").And.Contain($"href=\"{City.Path}/solution-pieces?status=Silent\""));
    }

    [Test]
    public async Task Who_promised_to_look_again_is_told_on_the_day_and_nobody_else()
    {
        await new StatusCase(Db(), City.Process, City.User(Role.LocalLeader).Id).BuildAsync();
        var db = Db();
        var today = DanishText.Day(db.UtcNow);
        foreach (var (number, days) in new[] { (2, -1), (3, 0), (5, 1) })
            db.Add(new FollowUp
            {
                ProcessId = City.Process.Id, SolutionPieceId = (await db.SolutionPieces.SingleAsync(p => p.Number == number)).Id,
                AssignedToUserId = City.User(Role.Leader).Id, FirstDueOn = today.AddDays(days), DueOn = today.AddDays(days), CreatedAtUtc = db.UtcNow,
            });
        await db.SaveChangesAsync();
        Assert.That((await (await SignInAsync(Role.Leader)).GetAsync("/")).Text, Does.Contain($"2 opfølgninger venter på dig D-2 Forslag 2 Politisk skulle følges op {DanishText.Date(today.AddDays(-1))}"));
        Assert.That((await (await SignInAsync(Role.Consultant)).GetAsync("/")).Text, Does.Not.Contain("opfølgning"));
    }

    [Test]
    public async Task Several_roles_get_the_blocks_of_each_and_none_twice()
    {
        await new StatusCase(Db(), City.Process, City.User(Role.LocalLeader).Id).BuildAsync();
        var db = Db();
        db.Add(new RoleAssignment { UserId = City.User(Role.LocalLeader).Id, Role = Role.BudgetOfficer, GrantedAtUtc = db.UtcNow });
        await db.SaveChangesAsync();
        var page = await (await SignInAsync(Role.LocalLeader)).GetAsync("/");
        Assert.That(page.Text, Does.Contain("hos dig").And.Contain("mangler et prisskøn"));
        var ids = Regex.Matches(page.Html, "<h2 id=\"(?<id>[^\"]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(2)).Select(m => m.Groups["id"].Value).ToList();
        Assert.That(ids, Is.Unique.And.Not.Empty);
    }

    [Test]
    public async Task A_block_shows_five_lines_and_leads_to_lists_of_the_length_it_tells()
    {
        var db = Db();
        var second = await City.AddProcessAsync(db, "E");
        foreach (var n in Enumerable.Range(1, 10))
            db.Add(SolutionPiece.Draft(City.Process.Id, n, PieceClass.Local, "Kladde " + n, null, db.UtcNow));
        db.Add(SolutionPiece.Draft(second.Id, 1, PieceClass.Local, "Den anden", null, db.UtcNow));
        await db.SaveChangesAsync();
        var page = await (await SignInAsync(Role.Consultant)).GetAsync("/");
        Assert.That(page.Text, Does.Contain("11 kladder venter på at blive formuleret").And.Contain("Se listen i Dialog D (10)").And.Contain("Se listen i Dialog E (1)"));
        Assert.That(page.Html, Does.Contain($"href=\"{City.Path}/solution-pieces?stage=Draft\""));
        Assert.That(Regex.Count(page.Text, "Kladde \\d", RegexOptions.None, TimeSpan.FromSeconds(2)), Is.EqualTo(8), "Four of ten in each of two blocks, beside the other process's one.");
    }

    [Test]
    public async Task The_page_sends_the_same_number_of_queries_however_much_there_is([Values] Role role)
    {
        var site = await SignInAsync(role);
        await site.GetAsync("/");
        var before = await QueryCounter.CountAsync(() => site.GetAsync("/"));
        await FillAsync(City.Process.Id, 101);
        await AddMeetingAsync(City.Process.Id, "Holdt", -2);
        await new StatusCase(Db(), City.Process, City.User(Role.LocalLeader).Id).BuildAsync();
        for (var n = 0; n < 3; n++)
            await FillAsync((await City.AddProcessAsync(Db(), "X" + (char)('A' + n))).Id, 1);
        Assert.That(await QueryCounter.CountAsync(() => site.GetAsync("/")), Is.EqualTo(before).And.GreaterThan(0));
    }

    private async Task AddMeetingAsync(long processId, string title, int days)
    {
        var db = Db();
        db.Add(new ValidationMeeting { ProcessId = processId, Title = title, HeldOn = DanishText.Day(db.UtcNow).AddDays(days), CreatedAtUtc = db.UtcNow });
        await db.SaveChangesAsync();
    }

    /// <summary>One interview without text, one being coded with a passage, one coded; a political draft without evidence, an administrative piece with.</summary>
    private async Task FillAsync(long processId, int first)
    {
        var db = Db();
        var interviews = new[] { "Uden tekst", "Halvvejs", "Kodet færdigt" }
            .Select((title, n) => new Interview { ProcessId = processId, Number = first + n, Title = title, HeldOn = new DateOnly(2026, 9, 1), CreatedAtUtc = db.UtcNow })
            .ToArray();
        interviews[2].CodingFinishedAtUtc = db.UtcNow;
        db.AddRange(interviews);
        await db.SaveChangesAsync();
        var texts = interviews[1..].Select(i => TranscriptText.Freeze(i, 1, TranscriptKind.Rendered, [new("", "Vi mangler tid.")], "", null, db.UtcNow)).ToArray();
        db.AddRange(texts.AsEnumerable());
        var draft = SolutionPiece.Draft(processId, first, PieceClass.Political, "Uden uddrag", null, db.UtcNow);
        var formulated = SolutionPiece.Draft(processId, first + 1, PieceClass.Administrative, "Med uddrag", null, db.UtcNow);
        formulated.Stage = PieceStage.Formulated;
        db.AddRange(draft, formulated);
        await db.SaveChangesAsync();
        var passage = new Passage { ProcessId = processId, TranscriptId = texts[0].Id, EndUtf16 = 3, Quote = "Vi ", CreatedAtUtc = db.UtcNow };
        passage.Codings.Add(new Coding { ProcessId = processId, SolutionPieceId = formulated.Id, CodedAtUtc = db.UtcNow });
        db.Add(passage);
        await db.SaveChangesAsync();
    }
}
