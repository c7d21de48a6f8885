using System.Net;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Tests.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Tests.Processes;

public sealed class InstitutionTests(DatabaseKind database) : HouseTest(database)
{
    [Test]
    public async Task An_institution_is_made_changed_and_listed_with_its_leader()
    {
        var site = await SignInAsync(Role.Administrator);
        await CreateAsync(site, "Ågård Skole", City.User(Role.LocalLeader).Id);
        var page = await site.GetAsync("/institutions");
        Assert.That(page.Text, Does.Contain("Ågård Skole Skole Prøve LocalLeader Åben"));
        var path = $"/institutions/{(await Db().Institutions.SingleAsync()).Id}";
        var version = await SetupListTests.VersionAsync(site, path);
        await site.PostAsync(path, ("Name", "Ågårdskolen"), ("Kind", "School"), ("Version", version));
        Assert.That((await site.GetAsync("/institutions")).Text, Does.Contain("Ågårdskolen Skole Ingen med konto"));
        await site.GetAsync(path);
        var late = await site.PostAsync(path, ("Name", "For sent"), ("Kind", "School"), ("Version", version));
        Assert.That(late.Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(late.Text, Does.Contain("For sent"));
    }

    [Test]
    public async Task The_leader_must_be_a_local_leader_of_the_municipality()
    {
        var elsewhere = await TestCity.CreateAsync(Host);
        var site = await SignInAsync(Role.Consultant);
        await site.GetAsync("/institutions/new");
        foreach (var leader in new[] { City.User(Role.Committee).Id, elsewhere.User(Role.LocalLeader).Id })
        {
            var answer = await site.PostAsync("/institutions/new", ("Name", "Skolen"), ("Kind", "School"), ("LeaderUserId", leader.ToString()));
            Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(answer.Html, Does.Contain("value=\"Skolen\""));
        }
        Assert.That(await Db().Institutions.AnyAsync(), Is.False);
    }

    [Test]
    public async Task A_name_is_unique_in_the_municipality_and_free_in_another()
    {
        var site = await SignInAsync(Role.Leader);
        await CreateAsync(site, "Skolen");
        await site.GetAsync("/institutions/new");
        Assert.That((await site.PostAsync("/institutions/new", ("Name", "skolen"), ("Kind", "School"))).Status, Is.EqualTo(HttpStatusCode.BadRequest));
        var elsewhere = await TestCity.CreateAsync(Host);
        await CreateAsync(await Site.SignInAsync(Host, elsewhere.User(Role.Leader).Email!), "Skolen");
    }

    [Test]
    public async Task A_closed_institution_names_its_successor_and_is_no_longer_a_choice()
    {
        var site = await SignInAsync(Role.Consultant);
        await CreateAsync(site, "Nordskolen");
        await CreateAsync(site, "Sydskolen");
        var (north, south) = (await IdAsync("Nordskolen"), await IdAsync("Sydskolen"));
        var closure = $"/institutions/{north}/closure";
        var version = await SetupListTests.VersionAsync(site, closure);
        var itself = await site.PostAsync(closure, ("SuccessorId", north.ToString()), ("Version", version));
        Assert.That(itself.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        var answer = await site.PostAsync(closure, ("SuccessorId", south.ToString()), ("Version", version));
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Found), answer.Text);
        Assert.That((await site.GetAsync("/institutions")).Text, Does.Contain("Lagt sammen med Sydskolen"));
        Assert.That((await site.GetAsync(closure)).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await site.GetAsync($"/institutions/{south}/closure")).Text, Does.Not.Contain("Nordskolen"));
    }

    [Test]
    public async Task An_institution_of_another_municipality_is_not_found()
    {
        var elsewhere = await TestCity.CreateAsync(Host);
        await CreateAsync(await SignInAsync(Role.Leader), "Skolen");
        var id = await IdAsync("Skolen");
        var stranger = await Site.SignInAsync(Host, elsewhere.User(Role.Administrator).Email!);
        foreach (var path in new[] { $"/institutions/{id}", $"/institutions/{id}/closure" })
            Assert.That((await stranger.GetAsync(path)).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await stranger.GetAsync("/institutions")).Text, Does.Not.Contain("Skolen"));
    }

    [Test]
    public async Task Other_roles_are_refused()
    {
        foreach (var role in new[] { Role.LocalLeader, Role.BudgetOfficer, Role.Committee })
            Assert.That((await (await SignInAsync(role)).GetAsync("/institutions")).Status, Is.EqualTo(HttpStatusCode.Forbidden), role.ToString());
    }

    private static async Task CreateAsync(Site site, string name, long? leader = null)
    {
        await site.GetAsync("/institutions/new");
        var answer = await site.PostAsync("/institutions/new", ("Name", name), ("Kind", "School"), ("LeaderUserId", leader?.ToString() ?? ""));
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Found), answer.Text);
    }

    private Task<long> IdAsync(string name) => Db().Institutions.Where(i => i.Name == name).Select(i => i.Id).SingleAsync();
}
