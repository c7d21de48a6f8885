using System.Net;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Tests.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loesningsbrikker.Tests.Processes;

public sealed class SettingsAndMembersTests(DatabaseKind database) : HouseTest(database)
{
    private string Settings => City.Path + "/settings";

    private string Members => City.Path + "/members";

    [Test]
    public async Task Settings_are_changed_by_an_administrator_who_is_no_member()
    {
        var site = await SignInAsync(Role.Administrator);
        await site.GetAsync(Settings);
        var answer = await site.PostAsync(Settings, await FilledAsync("Nyt navn"));
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Found), answer.Text);
        var stored = await Db().DialogueProcesses.SingleAsync(p => p.Id == City.Process.Id);
        Assert.That((stored.Name, stored.CaseNumber, stored.Area), Is.EqualTo(("Nyt navn", "17.00.00-A00-1-26", ProcessArea.School)));
    }

    [Test]
    public async Task The_loser_of_two_simultaneous_edits_gets_409_with_what_was_typed()
    {
        var shown = await FilledAsync("Min udgave");
        var site = await SignInAsync(Role.Consultant);
        await site.GetAsync(Settings);
        await site.PostAsync(Settings, await FilledAsync("Kollegaens udgave"));
        await site.GetAsync(Settings);
        var answer = await site.PostAsync(Settings, shown);
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(answer.Text, Does.Contain("Min udgave"));
        Assert.That((await Db().DialogueProcesses.SingleAsync(p => p.Id == City.Process.Id)).Name, Is.EqualTo("Kollegaens udgave"));
    }

    [Test]
    public async Task Leaders_are_let_into_transcripts_and_out_again_and_the_change_log_keeps_who()
    {
        var site = await SignInAsync(Role.Consultant);
        await site.GetAsync(Settings);
        await site.PostAsync(Settings + "/leader-reading");
        Assert.That((await Db().DialogueProcesses.SingleAsync(p => p.Id == City.Process.Id)).LeadersReadTranscriptsSinceUtc, Is.Not.Null);
        Assert.That((await site.GetAsync(Settings)).Text, Does.Contain("har kunnet læse referater og transskriptioner siden"));
        Assert.That((await site.PostAsync(Settings + "/leader-reading")).Status, Is.EqualTo(HttpStatusCode.BadRequest));
        await site.GetAsync(Settings);
        await site.PostAsync(Settings + "/leader-reading/withdraw");
        Assert.That((await Db().DialogueProcesses.SingleAsync(p => p.Id == City.Process.Id)).LeadersReadTranscriptsSinceUtc, Is.Null);
        var lines = await Db().AuditEntries.Where(e => e.EntityName == "DialogueProcess" && e.Fields.Contains("LeadersRead")).ToListAsync();
        Assert.That(lines.Select(l => l.UserId), Is.EqualTo(new long?[] { City.User(Role.Consultant).Id, City.User(Role.Consultant).Id }));
    }

    [Test]
    public async Task A_user_is_found_added_and_removed()
    {
        var newcomer = await AddUserAsync("Åse Ny", Role.Consultant);
        var site = await SignInAsync(Role.Leader);
        Assert.That((await site.GetAsync(Members + "?q=%C3%A5se")).Text, Does.Contain("Åse Ny"));
        Assert.That((await site.GetAsync(Members + "?q=findes-ikke")).Text, Does.Not.Contain("Åse Ny").And.Contain("passer til »findes-ikke«"));
        await site.PostAsync(Members, ("userId", newcomer.Id.ToString()));
        var member = await Db().ProcessMembers.SingleAsync(m => m.UserId == newcomer.Id);
        Assert.That(member.AddedByUserId, Is.EqualTo(City.User(Role.Leader).Id));
        Assert.That((await site.PostAsync(Members, ("userId", newcomer.Id.ToString()))).Status, Is.EqualTo(HttpStatusCode.BadRequest));
        await site.GetAsync(Members);
        await site.PostAsync($"{Members}/{member.Id}/remove");
        Assert.That(await Db().ProcessMembers.AnyAsync(m => m.UserId == newcomer.Id), Is.False);
    }

    [Test]
    public async Task A_user_of_another_municipality_cannot_be_added()
    {
        var elsewhere = await TestCity.CreateAsync(Host);
        var site = await SignInAsync(Role.Administrator);
        await site.GetAsync(Members);
        var answer = await site.PostAsync(Members, ("userId", elsewhere.User(Role.Consultant).Id.ToString()));
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await Db().ProcessMembers.CountAsync(m => m.ProcessId == City.Process.Id), Is.EqualTo(5));
    }

    [Test]
    public async Task A_member_of_another_process_cannot_be_reached_through_this_one()
    {
        var other = await City.AddProcessAsync(Db(), "X");
        var member = other.Members.Single(m => m.UserId == City.User(Role.Consultant).Id);
        var site = await SignInAsync(Role.Leader);
        await site.GetAsync(Members);
        foreach (var verb in new[] { "remove", "key-permission", "key-permission/withdraw" })
            Assert.That((await site.PostAsync($"{Members}/{member.Id}/{verb}")).Status, Is.EqualTo(HttpStatusCode.NotFound), verb);
        Assert.That(await Db().ProcessMembers.CountAsync(m => m.ProcessId == other.Id), Is.EqualTo(5));
    }

    [Test]
    public async Task The_key_permission_is_given_and_withdrawn_and_keeps_by_whom()
    {
        var member = await MemberAsync(Role.Consultant);
        var site = await SignInAsync(Role.Leader);
        await site.GetAsync(Members);
        await site.PostAsync($"{Members}/{member}/key-permission/withdraw");
        Assert.That((await Db().ProcessMembers.SingleAsync(m => m.Id == member)).KeyPermissionSinceUtc, Is.Null);
        await site.GetAsync(Members);
        await site.PostAsync($"{Members}/{member}/key-permission");
        var stored = await Db().ProcessMembers.SingleAsync(m => m.Id == member);
        Assert.That(stored.KeyPermissionSinceUtc, Is.Not.Null);
        Assert.That(stored.KeyPermissionByUserId, Is.EqualTo(City.User(Role.Leader).Id));
        Assert.That((await site.GetAsync(Members)).Text, Does.Contain("givet af Prøve Leader"));
    }

    [Test]
    public async Task Only_consultants_get_the_key_permission_and_consultants_do_not_give_it()
    {
        var leader = await SignInAsync(Role.Leader);
        await leader.GetAsync(Members);
        var answer = await leader.PostAsync($"{Members}/{await MemberAsync(Role.BudgetOfficer)}/key-permission");
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(answer.Text, Does.Contain("Kun konsulenter kan få kodenøglen"));
        var consultant = await SignInAsync(Role.Consultant);
        Assert.That((await consultant.GetAsync(Members)).Html, Does.Not.Contain("key-permission"));
        answer = await consultant.PostAsync($"{Members}/{await MemberAsync(Role.Consultant)}/key-permission");
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task The_list_of_members_sends_the_same_number_of_queries_however_many_there_are()
    {
        var site = await SignInAsync(Role.Leader);
        await site.GetAsync(Members);
        var before = await QueryCounter.CountAsync(() => site.GetAsync(Members));
        var db = Db();
        foreach (var name in new[] { "Bo", "Ib" })
            db.Add(new ProcessMember { ProcessId = City.Process.Id, UserId = (await AddUserAsync(name, Role.Committee)).Id, AddedAtUtc = db.UtcNow });
        await db.SaveChangesAsync();
        Assert.That(await QueryCounter.CountAsync(() => site.GetAsync(Members)), Is.EqualTo(before).And.GreaterThan(0));
    }

    private Task<long> MemberAsync(Role role)
    {
        var userId = City.User(role).Id;
        return Db().ProcessMembers.Where(m => m.ProcessId == City.Process.Id && m.UserId == userId).Select(m => m.Id).SingleAsync();
    }

    private async Task<User> AddUserAsync(string name, Role role)
    {
        await using var scope = Host.Scope(City.MunicipalityId);
        var db = scope.ServiceProvider.GetRequiredService<Loesningsbrikker.Shared.LoesningsbrikkerContext>();
        var user = await City.AddUserAsync(scope.ServiceProvider.GetRequiredService<UserManager<User>>(), db, role);
        user.DisplayName = name;
        await db.SaveChangesAsync();
        return user;
    }

    private async Task<(string, string)[]> FilledAsync(string name)
    {
        var version = await Db().DialogueProcesses.Where(p => p.Id == City.Process.Id).Select(p => p.Version).SingleAsync();
        return
        [
            ("Name", name), ("Area", "School"), ("Purpose", "Formål"), ("CaseNumber", "17.00.00-A00-1-26"), ("StartsOn", "2026-09-01"),
            ("Version", version.ToString()),
        ];
    }
}
