using System.Net;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.Tests.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Tests.Interviews;

public sealed class InterviewFactsTests(DatabaseKind database) : HouseTest(database)
{
    private string Interviews => City.Path + "/interviews";

    [Test]
    public async Task A_consultant_registers_an_interview_with_a_new_informant()
    {
        var db = Db();
        var group = await db.AddGroupAsync(City, "Forældre", "F-01");
        var known = await db.Informants.SingleAsync(i => i.ProcessId == City.Process.Id);
        var site = await SignInAsync(Role.Consultant);
        await site.GetAsync(Interviews + "/new");
        var saved = await site.PostAsync(Interviews + "/new", ("Title", "Forældre, Åkanden"), ("HeldOn", "2026-09-14"), ("Method", "DialogueMeeting"),
            ("Place", "Salen"), ("InterviewerIds", City.User(Role.Consultant).Id.ToString()), ("InformantIds", known.Id.ToString()),
            ("NewInformantCode", "F-02"), ("NewInformantGroupId", group.Id.ToString()));
        Assert.That(saved.Location, Is.EqualTo(Interviews + "/1"), saved.Text);
        var page = await site.GetAsync(saved.Location!);
        Assert.That(page.Text, Does.Contain("Interview 1 Forældre, Åkanden").And.Contain("14.9.2026").And.Contain("Dialogmøde")
            .And.Contain("Salen").And.Contain("Prøve Consultant").And.Contain("F-01, F-02 (Forældre)").And.Contain("Læg tekst ind"));
        Assert.That((await site.GetAsync(Interviews)).Text, Does.Contain("Forældre, Åkanden").And.Contain("Mangler tekst"));
    }

    [Test]
    public async Task Numbers_go_on_per_process()
    {
        await Db().AddInterviewAsync(City);
        var site = await SignInAsync(Role.Consultant);
        await site.GetAsync(Interviews + "/new");
        var saved = await site.PostAsync(Interviews + "/new", ("Title", "To"), ("HeldOn", "2026-09-14"), ("Method", "Interview"));
        Assert.That(saved.Location, Is.EqualTo(Interviews + "/2"));
    }

    [Test]
    public async Task What_was_typed_is_kept_when_something_is_missing()
    {
        var group = await Db().AddGroupAsync(City, "Børn", "B-01");
        var children = Db();
        (await children.InformantGroups.SingleAsync(g => g.Id == group.Id)).AreChildren = true;
        await children.SaveChangesAsync();
        var site = await SignInAsync(Role.Consultant);
        var page = await site.GetAsync(Interviews + "/new");
        Assert.That(page.Html, Does.Not.Contain($"<option value=\"{group.Id}\">"), "children are not offered as a new informant");
        foreach (var (field, value, sentence) in new[]
                 {
                     ("Title", "", "Udfyld Titel."), ("Title", " \u200B ", "Udfyld Titel."), ("HeldOn", "", "Udfyld Dato."), ("HeldOn", "1066-10-14", "mellem 2000 og 2100"),
                     ("HeldOn", "i går", "passer ikke"), ("Method", "Samtale", "passer ikke"), ("InstitutionId", "999999", "Institutionen findes ikke"),
                     ("InterviewerIds", City.User(Role.Administrator).Id.ToString(), "ikke længere med"), ("InformantIds", "999999", "findes ikke længere"),
                     ("NewInformantCode", "X-1", "Vælg den nye informants gruppe"), ("NewInformantCode", "B-01", "er i brug"),
                 })
        {
            var fields = new Dictionary<string, string> { ["Title"] = "Skrevet", ["HeldOn"] = "2026-09-14", ["Method"] = "Interview", ["Place"] = "Rådhuset", [field] = value };
            var answer = await site.PostAsync(Interviews + "/new", [.. fields.Select(f => (f.Key, f.Value))]);
            Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.BadRequest), field);
            Assert.That(answer.Text, Does.Contain(sentence), field);
            Assert.That(answer.Html, Does.Contain("Rådhuset"), field);
        }
        var child = await site.PostAsync(Interviews + "/new", ("Title", "T"), ("HeldOn", "2026-09-14"), ("NewInformantCode", "B-02"), ("NewInformantGroupId", group.Id.ToString()));
        Assert.That(child.Text, Does.Contain("Børn oprettes under Informanter"));
        Assert.That(await Db().Interviews.CountAsync(i => i.ProcessId == City.Process.Id), Is.Zero);
    }

    [Test]
    public async Task Of_two_who_edit_at_once_the_later_is_told_and_keeps_the_words()
    {
        var interview = await Db().AddInterviewAsync(City);
        await Db().AddGroupAsync(City, "Ledere", "L-01");
        var informant = await Db().Informants.SingleAsync(i => i.ProcessId == City.Process.Id);
        var site = await SignInAsync(Role.Consultant);
        var path = $"{Interviews}/{interview.Number}/edit";
        Assert.That((await site.GetAsync(path)).Html, Does.Contain("value=\"2026-09-01\""));
        (string, string)[] Fields(string title, params (string, string)[] more) =>
            [("Title", title), ("HeldOn", "2026-09-01"), ("Method", "Interview"), ("Version", interview.Version.ToString()), .. more];
        // Only the list changes, and still the version must move.
        var first = await site.PostAsync(path, Fields("Forældrebestyrelsen", ("InformantIds", informant.Id.ToString())));
        var second = await site.PostAsync(path, Fields("Min egen titel"));
        Assert.That(first.Status, Is.EqualTo(HttpStatusCode.Found), first.Text);
        Assert.That(second.Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(second.Html, Does.Contain("Min egen titel"));
        Assert.That((await site.GetAsync($"{Interviews}/{interview.Number}")).Text, Does.Contain("L-01 (Ledere)"));
    }

    [Test]
    public async Task An_interview_is_deleted_only_without_text()
    {
        var db = Db();
        var empty = await db.AddInterviewAsync(City, "Tomt", i => i.Interviewers.Add(db.Users.First(u => u.Id == City.User(Role.Leader).Id)));
        var told = await db.AddInterviewAsync(City, "Fortalt");
        await db.AddTranscriptAsync(told, "Vi mangler tid.");
        var site = await SignInAsync(Role.Consultant);
        await site.GetAsync($"{Interviews}/{empty.Number}");
        var stale = await site.PostAsync($"{Interviews}/{empty.Number}/delete", ("version", Guid.NewGuid().ToString()));
        var refused = await site.PostAsync($"{Interviews}/{told.Number}/delete", ("version", told.Version.ToString()));
        var deleted = await site.PostAsync($"{Interviews}/{empty.Number}/delete", ("version", empty.Version.ToString()));
        Assert.That(stale.Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(refused.Text, Does.Contain("har en tekst"));
        Assert.That(deleted.Location, Is.EqualTo(Interviews));
        Assert.That(await Db().Interviews.Where(i => i.ProcessId == City.Process.Id).Select(i => i.Title).ToListAsync(), Is.EqualTo(new[] { "Fortalt" }));
    }

    [Test]
    public async Task Coding_is_called_finished_and_taken_up_again()
    {
        var db = Db();
        var interview = await db.AddInterviewAsync(City);
        var path = $"{Interviews}/{interview.Number}";
        var site = await SignInAsync(Role.Consultant);
        await site.GetAsync(path);
        Assert.That((await site.PostAsync(path + "/completion")).Text, Does.Contain("ingen tekst endnu"));
        await db.AddTranscriptAsync(interview, "Vi mangler tid.");
        await site.GetAsync(path);
        Assert.That((await site.PostAsync(path + "/completion")).Location, Is.EqualTo(path));
        Assert.That((await site.GetAsync(path)).Text, Does.Contain("meldt færdig").And.Contain("Genoptag kodning").And.Contain("af Prøve Consultant"));
        Assert.That((await site.GetAsync(Interviews)).Text, Does.Contain("Færdig "));
        Assert.That((await site.PostAsync(path + "/completion")).Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((await site.PostAsync(path + "/reopening")).Location, Is.EqualTo(path));
        Assert.That((await site.GetAsync(path)).Text, Does.Contain("Kodning færdig"));
        Assert.That((await site.PostAsync(path + "/reopening")).Status, Is.EqualTo(HttpStatusCode.BadRequest));
        var log = await Db().AuditEntries.Where(a => a.EntityName == nameof(Interview) && a.UserId == City.User(Role.Consultant).Id).ToListAsync();
        Assert.That(log.Select(l => l.Fields), Has.Exactly(2).Contains(nameof(Interview.CodingFinishedAtUtc)));
    }

    [Test]
    public async Task A_leader_sets_up_interviews_but_reads_only_where_the_process_allows_it()
    {
        var leader = await SignInAsync(Role.Leader);
        await leader.GetAsync(Interviews + "/new");
        var saved = await leader.PostAsync(Interviews + "/new", ("Title", "Chefens"), ("HeldOn", "2026-09-14"), ("Method", "Interview"));
        Assert.That(saved.Location, Is.EqualTo(City.Path));
        Assert.That((await leader.GetAsync(Interviews + "/1")).Status, Is.EqualTo(HttpStatusCode.Forbidden));
        var db = Db();
        (await db.DialogueProcesses.SingleAsync(p => p.Id == City.Process.Id)).LeadersReadTranscriptsSinceUtc = db.UtcNow;
        await db.SaveChangesAsync();
        Assert.That((await leader.GetAsync(Interviews + "/1")).Text, Does.Contain("Chefens").And.Not.Contain("Læg tekst ind"));
    }

    [Test]
    public async Task An_interview_of_another_process_does_not_exist_here()
    {
        var interview = await Db().AddInterviewAsync(City);
        var other = await City.AddProcessAsync(Db(), "X");
        var site = await SignInAsync(Role.Consultant);
        foreach (var page in new[] { "", "/edit", "/transcripts/new", "/transcripts/1" })
            Assert.That((await site.GetAsync($"/dialogue-processes/{other.Id}/interviews/{interview.Number}{page}")).Status, Is.EqualTo(HttpStatusCode.NotFound), page);
        foreach (var verb in new[] { "completion", "reopening", "delete" })
            Assert.That((await site.PostAsync($"/dialogue-processes/{other.Id}/interviews/{interview.Number}/{verb}")).Status, Is.EqualTo(HttpStatusCode.NotFound), verb);
    }
}
