using System.Data.Common;
using System.Net;
using System.Text;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Privacy;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Tests.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Tests.Processes;

public sealed class IdentityTests(DatabaseKind database) : HouseTest(database)
{
    private const string Name = "Grethe Opdigtet";
    private const string Email = "grethe@opdigtet.example";

    private long _adult;
    private long _children;

    private string Identity => $"{City.Path}/informants/{_adult}/identity";

    [SetUp]
    public async Task AddInformants()
    {
        var db = Db();
        var adult = new Informant { ProcessId = City.Process.Id, Code = "D-L-01", Group = new InformantGroup { ProcessId = City.Process.Id, Name = "Ledere" } };
        var children = new Informant
        {
            ProcessId = City.Process.Id, Code = "D-B-01", Headcount = 9,
            Group = new InformantGroup { ProcessId = City.Process.Id, Name = "Børn", AreChildren = true },
        };
        db.AddRange(adult, children);
        await db.SaveChangesAsync();
        (_adult, _children) = (adult.Id, children.Id);
    }

    [Test]
    public async Task Name_and_email_stand_nowhere_in_clear_and_come_back_to_who_holds_the_key()
    {
        var site = await WriteAsync();
        var raw = await RawRowAsync();
        Assert.That(raw, Does.Not.Contain("Grethe").And.Not.Contain("opdigtet"));
        var page = await site.GetAsync(Identity);
        Assert.That(page.Html, Does.Contain($"value=\"{Name}\"").And.Contain($"value=\"{Email}\""));
    }

    [Test]
    public async Task Every_reading_is_logged_and_an_empty_form_is_no_reading()
    {
        var site = await SignInAsync(Role.Consultant);
        await site.GetAsync(Identity);
        Assert.That(await ReadingsAsync(), Is.Empty);
        await WriteAsync();
        await site.GetAsync(Identity);
        await site.GetAsync(Identity);
        var readings = await ReadingsAsync();
        Assert.That(readings, Has.Count.EqualTo(2));
        Assert.That(readings.Select(r => (r.UserId, r.ProcessId, r.SubjectId)).Distinct(),
            Is.EqualTo(new[] { ((long?)City.User(Role.Consultant).Id, (long?)City.Process.Id, (long?)_adult) }));
    }

    [Test]
    public async Task Children_have_no_identity()
    {
        var site = await SignInAsync(Role.Consultant);
        var path = $"{City.Path}/informants/{_children}/identity";
        Assert.That((await site.GetAsync(path)).Status, Is.EqualTo(HttpStatusCode.NotFound));
        await site.GetAsync(Identity);
        Assert.That((await site.PostAsync(path, ("Name", Name))).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await site.PostAsync(path, ("Name", ""))).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await Db().InformantIdentities.AnyAsync(), Is.False);
        Assert.That((await site.GetAsync(City.Path + "/informants")).Text, Does.Contain("Børn har ingen"));
    }

    [Test]
    public async Task A_consultant_without_the_key_permission_and_other_roles_are_refused()
    {
        await WriteAsync();
        var db = Db();
        (await db.ProcessMembers.Include(m => m.User).SingleAsync(m => m.ProcessId == City.Process.Id && m.UserId == City.User(Role.Consultant).Id))
            .WithdrawKeyPermission();
        await db.SaveChangesAsync();
        foreach (var role in new[] { Role.Consultant, Role.Leader, Role.Committee })
            Assert.That((await (await SignInAsync(role)).GetAsync(Identity)).Status, Is.EqualTo(HttpStatusCode.Forbidden), role.ToString());
        Assert.That((await (await SignInAsync(Role.Administrator)).GetAsync(Identity)).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await ReadingsAsync(), Is.Empty);
    }

    [Test]
    public async Task A_wrong_email_is_told_and_what_was_typed_is_kept()
    {
        var site = await SignInAsync(Role.Consultant);
        await site.GetAsync(Identity);
        var answer = await site.PostAsync(Identity, ("Name", Name), ("Email", "ikke en adresse"));
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(answer.Html, Does.Contain($"value=\"{Name}\"").And.Contain("value=\"ikke en adresse\""));
    }

    [Test]
    public async Task The_loser_of_two_simultaneous_edits_gets_409_also_when_none_was_stored()
    {
        var site = await WriteAsync();
        await site.GetAsync(Identity);
        var first = await site.PostAsync(Identity, ("Name", "En anden"));
        var late = await site.PostAsync(Identity, ("Name", "En tredje"), ("Version", Guid.NewGuid().ToString()));
        Assert.That((first.Status, late.Status), Is.EqualTo((HttpStatusCode.Conflict, HttpStatusCode.Conflict)));
        Assert.That(late.Text, Does.Contain("En tredje"));
        Assert.That((await site.GetAsync(Identity)).Html, Does.Contain($"value=\"{Name}\""));
    }

    [Test]
    public async Task A_deleted_identity_is_gone_and_then_the_informant_may_go_too()
    {
        var site = await WriteAsync();
        var informant = $"{City.Path}/informants/{_adult}";
        Assert.That((await site.PostAsync(informant + "/delete")).Text, Does.Contain("Slet først kodenøglen"));
        await site.GetAsync(Identity);
        await site.PostAsync(Identity + "/delete");
        Assert.That(await Db().InformantIdentities.AnyAsync(), Is.False);
        await site.GetAsync(informant);
        Assert.That((await site.PostAsync(informant + "/delete")).Status, Is.EqualTo(HttpStatusCode.Found));
    }

    private async Task<Site> WriteAsync()
    {
        var site = await SignInAsync(Role.Consultant);
        await site.GetAsync(Identity);
        var answer = await site.PostAsync(Identity, ("Name", Name), ("Email", Email));
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Found), answer.Text);
        return site;
    }

    private Task<List<AccessLogEntry>> ReadingsAsync() => Db().AccessLogEntries.Where(e => e.Kind == AccessKind.IdentityRead).ToListAsync();

    /// <summary>Every column of the stored row as text, bytes read as UTF-8 and as Latin-1.</summary>
    private async Task<string> RawRowAsync()
    {
        var db = Db();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT * FROM \"InformantIdentities\" WHERE \"InformantId\" = {_adult}";
        await using DbDataReader reader = await command.ExecuteReaderAsync();
        Assert.That(await reader.ReadAsync(), Is.True);
        var raw = new StringBuilder();
        for (var column = 0; column < reader.FieldCount; column++)
            raw.Append(reader.GetValue(column) is byte[] bytes ? Encoding.UTF8.GetString(bytes) + Encoding.Latin1.GetString(bytes) : reader.GetValue(column));
        return raw.ToString();
    }
}
