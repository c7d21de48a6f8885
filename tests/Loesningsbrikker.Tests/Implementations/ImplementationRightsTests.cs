using System.Net;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Tests.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Loesningsbrikker.Tests.Implementations;

/// <summary>Who reads and who writes, beyond the table of routes.</summary>
public sealed class ImplementationRightsTests(DatabaseKind database) : HouseTest(database)
{
    private static readonly string[] Pages = ["begin", "plan", "report", "closure", "milestones/new"];
    private CarriedOut Made => _made ??= new CarriedOut(Db(), City);
    private CarriedOut? _made;

    [Test]
    public async Task A_local_leader_neither_sees_nor_writes_what_another_institution_does_with_the_same_piece()
    {
        var piece = await Made.BegunAsync("Legeplads", await Made.InstitutionAsync("Egen"), await Made.InstitutionAsync("Fremmed", own: false));
        var site = await SignInAsync(Role.LocalLeader);
        Assert.That((await site.GetAsync(Made.List)).Text, Does.Contain("Egen").And.Not.Contain("Fremmed"));
        foreach (var page in Pages)
            Assert.That((await site.GetAsync($"{Made.PathOf(piece, 1)}/{page}")).Status, Is.EqualTo(HttpStatusCode.NotFound), page);
        await site.GetAsync(Made.PathOf(piece) + "/report");
        Assert.That((await site.PostAsync(Made.PathOf(piece, 1) + "/report", ("Text", "Hej"))).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await site.PostAsync(Made.PathOf(piece) + "/report", ("Text", "Hej"))).Status, Is.EqualTo(HttpStatusCode.Found));
        Assert.That(await Db().ProgressReports.CountAsync(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_local_leader_reads_but_does_not_write_what_the_department_does_for_her_institution()
    {
        var piece = await Made.AcceptedAsync("Ét skema");
        piece.Institutions.Add(await Made.InstitutionAsync("Egen"));
        piece.Begin("Dagtilbudschef", null, null, null, Made.Db.UtcNow);
        await Made.Db.SaveChangesAsync();
        var site = await SignInAsync(Role.LocalLeader);
        var page = await site.GetAsync(Made.PathOf(piece));
        Assert.That(page.Text, Does.Contain("Dagtilbudschef").And.Not.Contain("Skriv nyt"));
        foreach (var form in Pages)
            Assert.That((await site.GetAsync($"{Made.PathOf(piece)}/{form}")).Status, Is.EqualTo(HttpStatusCode.Forbidden), form);
        Assert.That((await site.PostAsync(Made.PathOf(piece) + "/report", ("Text", "Hej"))).Status, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task The_leader_of_the_institution_that_took_over_answers_also_through_two_mergers()
    {
        var (first, second, third) = (await Made.InstitutionAsync("Først", own: false), await Made.InstitutionAsync("Så", own: false), await Made.InstitutionAsync("Nu", own: false));
        third.LeaderUserId = City.User(Role.LocalLeader).Id;
        await using var scope = Host.Scope(City.MunicipalityId);
        var old = await City.AddUserAsync(scope.ServiceProvider.GetRequiredService<UserManager<User>>(), Made.Db, Role.LocalLeader);
        first.LeaderUserId = old.Id;
        Made.Db.Add(new Loesningsbrikker.Processes.ProcessMember { ProcessId = City.Process.Id, UserId = old.Id, AddedAtUtc = Made.Db.UtcNow });
        var piece = await Made.BegunAsync("Legeplads", first);
        var path = Made.PathOf(piece);
        Assert.That((await (await SignInAsync(Role.LocalLeader)).GetAsync(path)).Status, Is.EqualTo(HttpStatusCode.NotFound));
        first.Close(second, Made.Db.UtcNow);
        second.Close(third, Made.Db.UtcNow);
        await Made.Db.SaveChangesAsync();

        var site = await SignInAsync(Role.LocalLeader);
        Assert.That((await site.GetAsync(Made.List)).Text, Does.Contain("Legeplads").And.Contain("Skriv nyt"));
        Assert.That((await site.GetAsync($"{City.Path}/solution-pieces/{piece.Number}")).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await site.GetAsync(path + "/plan")).Text, Does.Contain("Prøve LocalLeader"));
        Assert.That((await site.PostAsync(path + "/report", ("Text", "Vi har overtaget."))).Status, Is.EqualTo(HttpStatusCode.Found));
        Assert.That((await (await Site.SignInAsync(Host, old.Email!)).GetAsync(path + "/report")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task The_committee_reads_without_buttons()
    {
        var piece = await Made.BegunAsync("Legeplads", await Made.InstitutionAsync("Egen"));
        var site = await SignInAsync(Role.Committee);
        Assert.That((await site.GetAsync(Made.PathOf(piece))).Text, Does.Contain("Legeplads").And.Not.Contain("Skriv nyt").And.Not.Contain("Ret planen"));
        Assert.That((await site.GetAsync(Made.List)).Text, Does.Contain("Legeplads").And.Not.Contain("Kun dem, jeg har ansvaret for"));
    }
}
