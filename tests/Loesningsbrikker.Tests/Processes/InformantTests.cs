using System.Net;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Loesningsbrikker.Tests.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Tests.Processes;

public sealed class InformantTests(DatabaseKind database) : HouseTest(database)
{
    private InformantGroup _leaders = null!;
    private InformantGroup _children = null!;
    private Institution _house = null!;

    private string Informants => City.Path + "/informants";

    [SetUp]
    public async Task AddGroupsAndAnInstitution()
    {
        var db = Db();
        _leaders = new InformantGroup { ProcessId = City.Process.Id, Name = "Ledere" };
        _children = new InformantGroup { ProcessId = City.Process.Id, Name = "Børn", AreChildren = true };
        _house = new Institution { Name = "Børnehuset", Kind = InstitutionKind.Daycare };
        db.AddRange(_leaders, _children, _house);
        await db.SaveChangesAsync();
    }

    [Test]
    public async Task The_code_is_suggested_from_prefix_and_group_with_the_next_number()
    {
        var db = Db();
        db.Add(new Informant { ProcessId = City.Process.Id, Code = "D-L-07", GroupId = _leaders.Id });
        await db.SaveChangesAsync();
        var site = await SignInAsync(Role.Consultant);
        Assert.That((await site.GetAsync(Informants + "/new")).Html, Does.Contain($"new?groupId={_leaders.Id}"));
        Assert.That((await site.GetAsync($"{Informants}/new?groupId={_leaders.Id}")).Html, Does.Contain("value=\"D-L-08\""));
        var answer = await site.PostAsync(Informants + "/new", ("GroupId", _leaders.Id.ToString()), ("Code", "d-l-08"), ("Headcount", "1"));
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Found), answer.Text);
        Assert.That((await site.GetAsync(Informants)).Text, Does.Contain("D-L-08 Ledere Ingen 1 0"));
    }

    [Test]
    public async Task A_code_is_used_once_in_a_process()
    {
        var site = await SignInAsync(Role.Consultant);
        await site.GetAsync(Informants + "/new");
        var form = new[] { ("GroupId", _leaders.Id.ToString()), ("Code", "D-L-01"), ("Headcount", "3") };
        await site.PostAsync(Informants + "/new", form);
        var answer = await site.PostAsync(Informants + "/new", form);
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(answer.Text, Does.Contain("Koden D-L-01 er i brug"));
        Assert.That(answer.Html, Does.Contain("value=\"3\""));
    }

    [Test]
    public async Task Children_are_a_group_with_house_age_and_number()
    {
        var site = await SignInAsync(Role.Consultant);
        var page = await site.GetAsync($"{Informants}/new?groupId={_children.Id}");
        Assert.That(page.Text, Does.Contain("Børn registreres kun som gruppe").And.Contain("Der kan ikke gemmes en kodenøgle for børn"));
        var answer = await site.PostAsync(Informants + "/new", Children("12", "4", "6"));
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Found), answer.Text);
        Assert.That((await site.GetAsync(Informants)).Text, Does.Contain("Børnehuset 12 børn, 4–6 år"));
    }

    [TestCase("1", "4", "6", "mindst 2")]
    [TestCase("", "4", "6", "mindst 2")]
    [TestCase("12", "", "6", "det yngste barn")]
    [TestCase("12", "6", "4", "det ældste barn")]
    public async Task Children_without_number_or_age_are_refused(string headcount, string from, string to, string sentence)
    {
        var site = await SignInAsync(Role.Consultant);
        await site.GetAsync(Informants + "/new");
        var answer = await site.PostAsync(Informants + "/new", Children(headcount, from, to));
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(answer.Text, Does.Contain(sentence));
        Assert.That(answer.Html, Does.Contain("value=\"D-B-01\""));
    }

    [Test]
    public async Task Children_without_a_house_are_refused()
    {
        var site = await SignInAsync(Role.Consultant);
        await site.GetAsync(Informants + "/new");
        var answer = await site.PostAsync(Informants + "/new", [.. Children("12", "4", "6").Where(f => f.Item1 != "InstitutionId")]);
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(answer.Text, Does.Contain("Vælg den institution, børnene går i."));
    }

    [Test]
    public async Task An_informant_never_moves_between_children_and_adults()
    {
        var adult = await AddAsync("D-L-01", _leaders);
        var site = await SignInAsync(Role.Consultant);
        var version = await SetupListTests.VersionAsync(site, $"{Informants}/{adult}");
        var answer = await site.PostAsync($"{Informants}/{adult}", [.. Children("12", "4", "6"), ("Version", version)]);
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((await Db().Informants.SingleAsync(i => i.Id == adult)).GroupId, Is.EqualTo(_leaders.Id));
    }

    [Test]
    public async Task Groups_and_institutions_from_elsewhere_are_refused()
    {
        var elsewhere = await TestCity.CreateAsync(Host);
        await using var scope = Host.Scope(elsewhere.MunicipalityId);
        var db = (LoesningsbrikkerContext)scope.ServiceProvider.GetService(typeof(LoesningsbrikkerContext))!;
        var group = new InformantGroup { ProcessId = elsewhere.Process.Id, Name = "Fremmede" };
        var house = new Institution { Name = "Fremmed hus" };
        db.AddRange(group, house);
        await db.SaveChangesAsync();
        var site = await SignInAsync(Role.Consultant);
        await site.GetAsync(Informants + "/new");
        foreach (var (groupId, houseId) in new[] { (group.Id, _house.Id), (_leaders.Id, house.Id) })
        {
            var answer = await site.PostAsync(Informants + "/new", ("GroupId", groupId.ToString()), ("Code", "D-L-01"), ("Headcount", "1"), ("InstitutionId", houseId.ToString()));
            Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        }
        Assert.That((await site.GetAsync($"{Informants}/new?groupId={group.Id}")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await Db().Informants.AnyAsync(), Is.False);
    }

    [Test]
    public async Task An_informant_of_another_process_is_not_found()
    {
        var other = await City.AddProcessAsync(Db(), "X");
        var adult = await AddAsync("D-L-01", _leaders);
        var site = await SignInAsync(Role.Consultant);
        foreach (var page in new[] { "", "/identity" })
            Assert.That((await site.GetAsync($"/dialogue-processes/{other.Id}/informants/{adult}{page}")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    private (string, string)[] Children(string headcount, string from, string to) =>
    [
        ("GroupId", _children.Id.ToString()), ("Code", "D-B-01"), ("InstitutionId", _house.Id.ToString()), ("Headcount", headcount),
        ("AgeFrom", from), ("AgeTo", to),
    ];

    private async Task<long> AddAsync(string code, InformantGroup group)
    {
        var db = Db();
        var informant = new Informant { ProcessId = City.Process.Id, Code = code, GroupId = group.Id };
        db.Add(informant);
        await db.SaveChangesAsync();
        return informant.Id;
    }
}
