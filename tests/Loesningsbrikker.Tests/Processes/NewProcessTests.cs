using System.Net;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Tests.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Tests.Processes;

public sealed class NewProcessTests(DatabaseKind database) : HouseTest(database)
{
    private static readonly (string, string)[] Filled =
    [
        ("Name", "Dialog om folkeskolen"), ("Prefix", "s"), ("Area", "School"), ("Purpose", "At finde løsninger."),
        ("CaseNumber", "17.00.00-A00-1-26"), ("StartsOn", "2026-10-01"), ("BudgetYear", "2029"),
    ];

    [Test]
    public async Task A_consultant_starts_a_process_and_becomes_its_member()
    {
        var site = await SignInAsync(Role.Consultant);
        await site.GetAsync("/dialogue-processes/new");
        var answer = await site.PostAsync("/dialogue-processes/new", Filled);
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Found), answer.Text);
        var process = await Db().DialogueProcesses.Include(p => p.Members).SingleAsync(p => p.Prefix == "S");
        Assert.That(process.Members.Single().UserId, Is.EqualTo(City.User(Role.Consultant).Id));
        Assert.That((process.StartsOn, process.FirstYear), Is.EqualTo((new DateOnly(2026, 10, 1), 2029)));
        var page = await site.GetAsync(answer.Location!);
        Assert.That(page.Text, Does.Contain("Dialog om folkeskolen").And.Contain("Skoler").And.Contain("1.10.2026"));
    }

    [Test]
    public async Task An_administrator_starts_a_process_without_becoming_a_member_and_goes_on_to_its_members()
    {
        var site = await SignInAsync(Role.Administrator);
        await site.GetAsync("/dialogue-processes/new");
        var answer = await site.PostAsync("/dialogue-processes/new", Filled);
        Assert.That(answer.Location, Does.EndWith("/members"));
        Assert.That((await site.GetAsync(answer.Location!)).Text, Does.Contain("ingen medlemmer endnu"));
    }

    [Test]
    public async Task The_setup_of_an_earlier_process_is_copied()
    {
        var db = Db();
        db.Add(new InformantGroup { ProcessId = City.Process.Id, Name = "Børn", AreChildren = true });
        db.Add(new Theme { ProcessId = City.Process.Id, Name = "Normering" });
        db.Add(new Strategy { ProcessId = City.Process.Id, Name = "Børnepolitik", Link = "https://by.example/politik" });
        await db.SaveChangesAsync();
        var site = await SignInAsync(Role.Leader);
        await site.GetAsync("/dialogue-processes/new");
        await site.PostAsync("/dialogue-processes/new", [.. Filled, ("CopyFromId", City.Process.Id.ToString())]);
        var id = await Db().DialogueProcesses.Where(p => p.Prefix == "S").Select(p => p.Id).SingleAsync();
        Assert.That((await Db().InformantGroups.SingleAsync(g => g.ProcessId == id)).AreChildren, Is.True);
        Assert.That(await Db().Themes.CountAsync(t => t.ProcessId == id && t.Name == "Normering"), Is.EqualTo(1));
        Assert.That((await Db().Strategies.SingleAsync(s => s.ProcessId == id)).Link, Is.EqualTo("https://by.example/politik"));
    }

    [Test]
    public async Task The_setup_of_a_process_one_is_not_a_member_of_cannot_be_copied()
    {
        var db = Db();
        var other = new DialogueProcess { Name = "Hemmelig", Prefix = "H", CreatedAtUtc = db.UtcNow };
        db.Add(other);
        await db.SaveChangesAsync();
        var site = await SignInAsync(Role.Consultant);
        Assert.That((await site.GetAsync("/dialogue-processes/new")).Text, Does.Not.Contain("Hemmelig"));
        var answer = await site.PostAsync("/dialogue-processes/new", [.. Filled, ("CopyFromId", other.Id.ToString())]);
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await Db().DialogueProcesses.AnyAsync(p => p.Prefix == "S"), Is.False);
    }

    [TestCase("Prefix", "d", "Forbogstavet D bruges af en anden dialogproces")]
    [TestCase("Prefix", "S1", "et til tre bogstaver")]
    [TestCase("Prefix", "ABCD", "et til tre bogstaver")]
    [TestCase("Name", " ", "Udfyld Navn")]
    [TestCase("Area", "99", "99")]
    [TestCase("StartsOn", "0001-01-01", "mellem 2000 og 2100")]
    [TestCase("CopyFromId", "999999999", "Vælg en dialogproces")]
    public async Task A_mistake_is_told_and_what_was_typed_is_kept(string field, string value, string sentence)
    {
        var site = await SignInAsync(Role.Consultant);
        await site.GetAsync("/dialogue-processes/new");
        var answer = await site.PostAsync("/dialogue-processes/new", [.. Filled.Where(f => f.Item1 != field), (field, value)]);
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(answer.Text, Does.Contain(sentence));
        Assert.That(answer.Html, Does.Contain("17.00.00-A00-1-26").And.Contain("At finde løsninger."));
    }

    [Test]
    public async Task Control_characters_are_dropped_and_a_null_character_breaks_nothing()
    {
        var site = await SignInAsync(Role.Consultant);
        await site.GetAsync("/dialogue-processes/new");
        var others = Filled.Where(f => f.Item1 != "Name").ToArray();
        var refused = await site.PostAsync("/dialogue-processes/new", [.. others, ("Name", "Dialog\0")]);
        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        await site.GetAsync("/dialogue-processes/new");
        await site.PostAsync("/dialogue-processes/new", [.. others, ("Name", "Dialog\u0007 om  skolen")]);
        Assert.That(await Db().DialogueProcesses.Where(p => p.Prefix == "S").Select(p => p.Name).SingleAsync(), Is.EqualTo("Dialog om skolen"));
    }

    [Test]
    public async Task The_list_shows_own_processes_and_all_of_them_to_administrators()
    {
        var db = Db();
        db.Add(new DialogueProcess { Name = "Uden medlemmer", Prefix = "U", CreatedAtUtc = db.UtcNow });
        await db.SaveChangesAsync();
        var consultant = await (await SignInAsync(Role.Consultant)).GetAsync("/dialogue-processes");
        Assert.That(consultant.Text, Does.Contain("Dialog D").And.Not.Contain("Uden medlemmer"));
        Assert.That(consultant.Html, Does.Contain($"href=\"{City.Path}\""));
        var administrator = await (await SignInAsync(Role.Administrator)).GetAsync("/dialogue-processes");
        Assert.That(administrator.Text, Does.Contain("Dialog D").And.Contain("Uden medlemmer"));
        Assert.That(administrator.Html, Does.Not.Contain($"href=\"{City.Path}\"").And.Contain($"href=\"{City.Path}/members\""));
    }
}
