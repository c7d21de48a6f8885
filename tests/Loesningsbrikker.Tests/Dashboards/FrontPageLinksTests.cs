using Loesningsbrikker.Accounts;
using Loesningsbrikker.Meetings;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Loesningsbrikker.Tests.Shared;

namespace Loesningsbrikker.Tests.Dashboards;

/// <summary>The way from what waits to where one acts on it.</summary>
public sealed class FrontPageLinksTests(DatabaseKind database) : HouseTest(database)
{
    [Test]
    public async Task A_leader_is_led_to_where_she_acts_and_finds_as_many_there_as_the_front_page_tells()
    {
        await City.AddProcessAsync(Db(), "E");
        await new StatusCase(Db(), City.Process, City.User(Role.LocalLeader).Id).BuildAsync();
        var db = Db();
        var answered = SolutionPiece.Draft(City.Process.Id, 201, PieceClass.Administrative, "Ét skema", null, db.UtcNow);
        answered.Stage = PieceStage.Validated;
        db.AddRange(answered, new ValidationMeeting { ProcessId = City.Process.Id, Title = "Holdt", HeldOn = DanishText.Day(db.UtcNow), CreatedAtUtc = db.UtcNow });
        await db.SaveChangesAsync();
        var site = await SignInAsync(Role.Leader);
        var page = await site.GetAsync("/");
        // The piece put in as recognised has no conclusion yet: it waits on the page of conclusions too.
        Assert.That(page.Html, Does.Contain($"<a href=\"{City.Path}/validation-meetings/conclusions\">Se listen i Dialog D (3)</a>")
            .And.Contain($"<a href=\"{City.Path}/designations?state=Waiting\">Se listen i Dialog D</a>")
            .And.Contain($"<a href=\"{City.Path}/acceptances?stage=Validated\">Se listen i Dialog D (1)</a>"));
        Assert.That((await site.GetAsync(City.Path + "/validation-meetings/conclusions")).Text, Does.Contain("Venter 3"));
        Assert.That((await site.GetAsync(City.Path + "/acceptances?stage=Validated")).Text, Does.Contain("1 brik, de ældste først. Kun").And.Contain("D-201"));
        Assert.That((await site.GetAsync(City.Path + "/designations?state=Waiting")).Text, Does.Contain("Ikke valgt endnu"));
    }
}
