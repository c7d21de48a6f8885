using Loesningsbrikker.Accounts;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.Processes;
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
        Assert.That(page.Text, Does.Contain("Under kodning Halvvejs 1 uddrag").And.Contain("Interviews uden referat eller transskription Uden tekst"));
        Assert.That(page.Text, Does.Contain("Løsningsbrikker uden uddrag D-1 Uden uddrag").And.Not.Contain("D-2 Med uddrag").And.Not.Contain("Kodet færdigt"));
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
        Assert.That(page.Text, Does.Not.Contain("Halvvejs").And.Not.Contain("Under kodning"));
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
    public async Task The_page_sends_the_same_number_of_queries_however_much_there_is([Values] Role role)
    {
        var site = await SignInAsync(role);
        await site.GetAsync("/");
        var before = await QueryCounter.CountAsync(() => site.GetAsync("/"));
        await FillAsync(City.Process.Id, 1);
        for (var n = 0; n < 3; n++)
            await FillAsync((await City.AddProcessAsync(Db(), "X" + (char)('A' + n))).Id, 1);
        Assert.That(await QueryCounter.CountAsync(() => site.GetAsync("/")), Is.EqualTo(before).And.GreaterThan(0));
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
