using System.Net;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Tests.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Tests.Meetings;

public sealed class MeetingFactsTests(DatabaseKind database) : HouseTest(database)
{
    private static readonly DateOnly Day = new(2026, 10, 1);

    private string List => City.Path + "/validation-meetings";

    [Test]
    public async Task A_consultant_sets_up_a_meeting_and_children_are_never_offered()
    {
        var data = new MeetingData(Db(), City.Process);
        var (leaders, staff) = (await data.GroupAsync("Ledere"), await data.GroupAsync("Medarbejdere"));
        var children = await data.GroupAsync("Børnehavebørn", areChildren: true);
        var site = await SignInAsync(Role.Consultant);
        Assert.That((await site.GetAsync(List + "/new")).Text, Does.Contain("Ledere").And.Contain("Medarbejdere").And.Not.Contain("Børnehavebørn"));
        var created = await site.PostAsync(List + "/new", [("Title", " Fællesmøde "), ("HeldOn", "2026-10-01"), ("Place", ""), .. Lines((leaders, "10", "8"), (staff, "", ""))]);
        Assert.That(created.Status, Is.EqualTo(HttpStatusCode.Found), created.Text);
        Assert.That((await site.GetAsync(created.Location!)).Text, Does.Contain("8 af 10 inviterede kom").And.Contain("Ledere 8 af 10").And.Not.Contain("Medarbejdere"));
        var refused = await site.PostAsync(List + "/new", [("Title", "Nyt"), ("HeldOn", "2026-10-01"), .. Lines((children, "10", "8"))]);
        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await Db().ValidationMeetings.CountAsync(m => m.ProcessId == City.Process.Id), Is.EqualTo(1));
    }

    [Test]
    public async Task Impossible_numbers_are_told_at_their_line_and_what_was_typed_is_kept()
    {
        var data = new MeetingData(Db(), City.Process);
        var (leaders, staff) = (await data.GroupAsync("Ledere"), await data.GroupAsync("Medarbejdere"));
        var site = await SignInAsync(Role.Leader);
        await site.GetAsync(List + "/new");
        var refused = await site.PostAsync(List + "/new", [("Title", "Mødet"), ("HeldOn", "2026-10-01"), .. Lines((leaders, "-1", "8"), (staff, "20", "99999"))]);
        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(refused.Text, Does.Contain("Ledere: skriv et antal inviterede mellem 0 og 10.000.").And.Contain("Medarbejdere: skriv et antal fremmødte"));
        Assert.That(refused.Html, Does.Contain("value=\"99999\"").And.Contain("value=\"Mødet\""));
        var words = await site.PostAsync(List + "/new", [("Title", ""), ("HeldOn", ""), .. Lines((leaders, "mange", "8"))]);
        Assert.That(words.Text, Does.Contain("Giv mødet en titel.").And.Contain("Skriv datoen.").And.Contain("mange"));
        Assert.That(await Db().ValidationMeetings.AnyAsync(m => m.ProcessId == City.Process.Id), Is.False);
    }

    [Test]
    public async Task Fewer_can_not_have_come_than_answered_and_a_group_with_answers_stays()
    {
        var data = new MeetingData(Db(), City.Process);
        var (leaders, staff) = (await data.GroupAsync("Ledere"), await data.GroupAsync("Medarbejdere"));
        var meeting = await data.MeetingAsync("Møde", Day, (leaders, 8), (staff, 20));
        await data.SayAsync(meeting, await data.PieceAsync("Brik"), staff, 3, 2, 0, professional: [0, 0, 4, 4, 4]);
        var site = await SignInAsync(Role.Consultant);
        var path = $"{List}/{meeting.Id}/edit";
        await site.GetAsync(path);
        foreach (var present in new[] { "11", "" })
        {
            var refused = await site.PostAsync(path, [("Title", "Møde"), ("HeldOn", "2026-10-01"), ("Version", $"{meeting.Version}"), .. Lines((leaders, "8", "7"), (staff, "", present))]);
            Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(refused.Text, Does.Contain("Medarbejdere: der er indtastet svar fra 12"));
        }
        var saved = await site.PostAsync(path, [("Title", "Møde"), ("HeldOn", "2026-10-02"), ("Version", $"{meeting.Version}"), .. Lines((leaders, "", ""), (staff, "20", "12"))]);
        Assert.That(saved.Status, Is.EqualTo(HttpStatusCode.Found), saved.Text);
        var left = await Db().MeetingAttendances.Where(a => a.MeetingId == meeting.Id).ToListAsync();
        Assert.That(left.Select(a => (a.GroupId, a.Invited, a.Present)), Is.EqualTo(new[] { (staff.Id, 20, 12) }));
    }

    [Test]
    public async Task The_loser_of_a_race_over_the_attendance_gets_409()
    {
        var data = new MeetingData(Db(), City.Process);
        var leaders = await data.GroupAsync("Ledere");
        var meeting = await data.MeetingAsync("Møde", Day, (leaders, 8));
        var site = await SignInAsync(Role.Consultant);
        await site.GetAsync($"{List}/{meeting.Id}/edit");
        var fields = new[] { ("Title", "Møde"), ("HeldOn", "2026-10-01"), ("Version", $"{meeting.Version}") };
        Assert.That((await site.PostAsync($"{List}/{meeting.Id}/edit", [.. fields, .. Lines((leaders, "9", "9"))])).Status, Is.EqualTo(HttpStatusCode.Found));
        Assert.That((await site.PostAsync($"{List}/{meeting.Id}/edit", [.. fields, .. Lines((leaders, "9", "7"))])).Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That((await Db().MeetingAttendances.SingleAsync(a => a.MeetingId == meeting.Id)).Present, Is.EqualTo(9));
    }

    private static IEnumerable<(string, string)> Lines(params (InformantGroup Group, string Invited, string Present)[] lines) =>
        lines.SelectMany((line, i) => new[]
        {
            ($"Attendances[{i}].GroupId", $"{line.Group.Id}"), ($"Attendances[{i}].Invited", line.Invited), ($"Attendances[{i}].Present", line.Present),
        });
}
