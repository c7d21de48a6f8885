using System.Net;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Meetings.Live;
using Loesningsbrikker.Tests.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Tests.Meetings;

/// <summary>What a phone may answer, how often, and until when.</summary>
public sealed class BallotTests(DatabaseKind database) : HouseTest(database)
{
    [Test]
    public async Task A_link_and_one_tap_let_in_and_the_answer_is_told_as_saved_and_can_be_changed_until_the_question_closes()
    {
        var live = await BeginAsync(secret: true, ("Ledere", 1));
        var piece = await live.PieceAsync("Flere voksne i ydertimerne");
        var phone = await live.JoinAsync();
        Assert.That((await phone.LookAsync()).Text, Does.Contain("Vent på næste spørgsmål").And.Contain("Du er med som Ledere").And.Contain("Mødet er hemmeligt."));
        var round = await live.OpenAsync(RoundKind.Validity, piece);
        Assert.That((await phone.LookAsync()).Text, Does.Contain("Flere voksne i ydertimerne").And.Contain("Kan du genkende denne brik?"));
        Assert.That((await phone.AnswerAsync(round, AnswerValues.Yes)).Json<BallotReceipt>(), Is.EqualTo(new BallotReceipt(1, 1)));
        Assert.That((await phone.AnswerAsync(round, AnswerValues.No, "Ikke hos os.")).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await phone.LookAsync()).Html, Does.Contain("value=\"2\" aria-pressed=\"true\"").And.Contain("Ikke hos os."));
        await live.DoAsync(round, "close");
        LiveMeeting.AssertRefused(await phone.AnswerAsync(round, AnswerValues.Yes), "Spørgsmålet er lukket.");
        Assert.That(await live.ResultOfAsync(piece), Is.EqualTo((0, 1, 0)));
    }

    [Test]
    public async Task The_same_ballot_sent_again_changes_nothing_and_an_older_one_that_arrives_late_overwrites_nothing([Values] bool secret)
    {
        var live = await BeginAsync(secret, ("Ledere", 1));
        var piece = await live.PieceAsync("Brik");
        var round = await live.OpenAsync(RoundKind.Validity, piece);
        var phone = await live.JoinAsync();
        await phone.SendAsync(round, 1, (1, AnswerValues.Yes, null));
        await phone.SendAsync(round, 2, (1, AnswerValues.No, null));
        // The answer to the second was lost, and the first comes once more from a slow network.
        Assert.That((await phone.SendAsync(round, 2, (1, AnswerValues.No, null))).Json<BallotReceipt>().Revision, Is.EqualTo(2));
        Assert.That((await phone.SendAsync(round, 1, (1, AnswerValues.Yes, null))).Json<BallotReceipt>().Revision, Is.EqualTo(2));
        await live.DoAsync(round, "close");
        Assert.That(await live.ResultOfAsync(piece), Is.EqualTo((0, 1, 0)));
        Assert.That(await Db().RoundVoters.CountAsync(v => v.RoundId == round), Is.EqualTo(1));
    }

    [Test]
    public async Task A_retry_after_closing_is_told_as_saved_where_the_meeting_is_open_and_as_answered_where_it_is_secret([Values] bool secret)
    {
        var live = await BeginAsync(secret, ("Ledere", 2));
        var round = await live.OpenAsync(RoundKind.Validity, await live.PieceAsync("Brik"));
        var (answered, silent) = (await live.JoinAsync(), await live.JoinAsync());
        await answered.SendAsync(round, 1, (1, AnswerValues.Yes, null));
        await live.DoAsync(round, "close");
        var again = await answered.SendAsync(round, 1, (1, AnswerValues.Yes, null));
        if (secret)
            Assert.That(again.Text, Does.Contain("Spørgsmålet er lukket. Du har svaret"));
        else
            Assert.That(again.Status, Is.EqualTo(HttpStatusCode.OK), again.Text);
        Assert.That((await silent.SendAsync(round, 1, (1, AnswerValues.Yes, null))).Text, Does.Contain("dit svar nåede ikke frem. Det er ikke talt med."));
    }

    [Test]
    public async Task A_second_phone_with_the_same_slip_is_refused_in_a_secret_meeting_and_takes_over_in_an_open_one([Values] bool secret)
    {
        var live = await BeginAsync(secret, ("Ledere", 1));
        var piece = await live.PieceAsync("Brik");
        var round = await live.OpenAsync(RoundKind.Validity, piece);
        var slip = live.NextSlip();
        var (first, second) = (await Phone.JoinAsync(live, slip), await Phone.JoinAsync(live, slip));
        await first.SendAsync(round, 3, (1, AnswerValues.Yes, null));
        var answer = await second.SendAsync(round, 1, (1, AnswerValues.No, null));
        Assert.That(answer.Status, Is.EqualTo(secret ? HttpStatusCode.Conflict : HttpStatusCode.OK), answer.Text);
        if (secret)
            Assert.That(answer.Text, Does.Contain("Der er allerede svaret med din seddel fra en anden telefon"));
        await live.DoAsync(round, "close");
        Assert.That(await live.ResultOfAsync(piece), Is.EqualTo(secret ? (1, 0, 0) : (0, 1, 0)));
        Assert.That((await Site.Anonymous(Host).GetAsync($"/m/{live.Code}/{slip}")).Text, Does.Contain("Sedlen er brugt på en telefon før."));
    }

    [Test]
    public async Task Without_script_a_form_does_the_same_and_a_set_is_answered_piece_by_piece()
    {
        var live = await BeginAsync(secret: true, ("Ledere", 1));
        var pieces = new[] { await live.PieceAsync("A"), await live.PieceAsync("B"), await live.PieceAsync("C") };
        var round = await live.OpenAsync(RoundKind.Professional, pieces);
        var phone = await live.JoinAsync();
        Task<Page> PressAsync(int revision, int place, int value) => phone.Site.PostAsync(
            $"/m/{live.Code}/rounds/{round}/ballot", ("Revision", $"{revision}"), ("Answers[0].Place", $"{place}"), ("Answers[0].Value", $"{value}"));
        Assert.That((await PressAsync(1, 1, 5)).Location, Is.EqualTo($"/m/{live.Code}#brik-1"));
        Assert.That((await phone.LookAsync()).Text, Does.Contain("1 besvaret").And.Contain("Dit svar er gemt."));
        await PressAsync(2, 3, 2);
        LiveMeeting.AssertRefused(await PressAsync(3, 2, 6), "Vælg et af svarene.");
        await live.DoAsync(round, "close");
        var results = await Db().MeetingResults.Where(r => r.MeetingId == live.Meeting.Id).ToListAsync();
        Assert.That(results.Select(r => (r.SolutionPieceId, r.Professional5, r.Professional2)), Is.EquivalentTo(new[] { (pieces[0].Id, 1, 0), (pieces[2].Id, 0, 1) }));
    }

    [Test]
    public async Task Each_kind_of_question_takes_its_own_answers_only()
    {
        var live = await BeginAsync(secret: true, ("Ledere", 1));
        var pieces = new[] { await live.PieceAsync("A", kroner: 1), await live.PieceAsync("B", kroner: 1), await live.PieceAsync("C", kroner: 1) };
        var phone = await live.JoinAsync();
        var revision = 0;
        async Task AssertAsync(long round, string? sentence, params (int Place, int Value, string? Comment)[] answers)
        {
            var page = await phone.SendAsync(round, ++revision, answers);
            Assert.That(page.Status, Is.EqualTo(sentence is null ? HttpStatusCode.OK : HttpStatusCode.BadRequest), page.Text);
            Assert.That(page.Text, Does.Contain(sentence ?? "revision"));
        }
        var validity = await live.OpenAsync(RoundKind.Validity, pieces[0]);
        await AssertAsync(validity, "Vælg et af svarene.", (1, 4, null));
        await AssertAsync(validity, "Vælg et af svarene.", (1, 0, null));
        await AssertAsync(validity, "ikke med i spørgsmålet", (2, 1, null));
        await AssertAsync(validity, "kun have ét svar", (1, 1, null), (1, 2, null));
        await AssertAsync(validity, "Vælg et svar.");
        await AssertAsync(validity, "Kommentaren", (1, 1, new string('x', 1001)));
        await live.DoAsync(validity, "close");
        var coins = await live.OpenAsync(RoundKind.Coins, pieces);
        await AssertAsync(coins, "Du har lagt 11 mønter. Der er 10 at lægge.", (1, 6, null), (2, 5, null));
        await AssertAsync(coins, "Læg mellem 0 og 10 mønter", (1, int.MaxValue, null), (2, int.MaxValue, null));
        await AssertAsync(coins, "Læg mellem 0 og 10 mønter", (1, -1, null));
        await AssertAsync(coins, "Læg mindst én mønt.", (1, 0, null));
        await AssertAsync(coins, null, (1, 6, null), (2, 4, null), (3, 0, null));
        await AssertAsync(coins, null, (2, 3, null));
        await live.DoAsync(coins, "close");
        var choice = await live.OpenAsync(RoundKind.Choice, pieces);
        await AssertAsync(choice, "Vælg højst 2.", (1, 1, null), (2, 1, null), (3, 1, null));
        await AssertAsync(choice, null, (1, 1, null), (3, 1, null));
        await live.DoAsync(choice, "close");
        // What was told last replaced what was told before.
        Assert.That((await live.CountOfAsync(coins)).Results.Select(r => (r.SolutionPieceId, r.Value, r.People)),
            Is.EquivalentTo(new[] { (pieces[0].Id, 0, 1), (pieces[1].Id, 3, 1), (pieces[2].Id, 0, 1) }));
        Assert.That((await live.CountOfAsync(choice)).Results.Select(r => (r.SolutionPieceId, r.Value, r.People)),
            Is.EquivalentTo(new[] { (pieces[0].Id, 1, 1), (pieces[1].Id, 0, 1), (pieces[2].Id, 1, 1) }));
        var qualification = await live.OpenAsync(RoundKind.Qualification, pieces);
        await AssertAsync(qualification, "Spørgsmålet er lukket", (1, 1, null));
    }

    [Test]
    public async Task Who_joined_after_the_question_opened_waits_for_the_next_and_who_was_taken_off_the_list_is_refused()
    {
        var live = await BeginAsync(secret: false, ("Ledere", 2));
        await live.Leader.PostAsync(live.Path + "/live/settings", ("WithoutSlip", "true"));
        var round = await live.OpenAsync(RoundKind.Validity, await live.PieceAsync("Brik"));
        var group = (await live.GroupAsync("Ledere"))!;
        var late = Site.Anonymous(Host);
        await late.GetAsync($"/m/{live.Code}");
        await late.PostAsync($"/m/{live.Code}/join", ("GroupId", $"{group.Id}"));
        await late.GetAsync($"/m/{live.Code}");
        Task<Page> AnswerAsync(Site site) => site.SendJsonAsync(
            HttpMethod.Put, $"/m/{live.Code}/rounds/{round}/ballot", new { revision = 1, answers = new[] { new { place = 1, value = 1 } } });
        Assert.That((await AnswerAsync(late)).Text, Does.Contain("Spørgsmålet var åbnet, før du kom med."));
        // The same phone is the same participant, however often it joins; another slip's phone came too late but was on the list.
        await late.PostAsync($"/m/{live.Code}/join", ("GroupId", $"{group.Id}"));
        Assert.That(await Db().MeetingParticipants.CountAsync(p => p.MeetingId == live.Meeting.Id && p.Way == ParticipantWay.MeetingCode), Is.EqualTo(1));
        var phone = await live.JoinAsync();
        Assert.That((await AnswerAsync(phone.Site)).Status, Is.EqualTo(HttpStatusCode.OK));
        var erased = await live.JoinAsync();
        var ids = await Db().MeetingParticipants.Where(p => p.MeetingId == live.Meeting.Id && p.Way == ParticipantWay.Slip).OrderBy(p => p.Id).Select(p => p.Id).ToListAsync();
        await live.Leader.PostAsync($"{live.Path}/participants/{ids[1]}/withdrawal");
        Assert.That((await AnswerAsync(erased.Site)).Text, Does.Contain("Du er ikke længere på mødets liste."));
        Assert.That((await erased.LookAsync()).Text, Does.Contain("Kom med i mødet"));
    }

    [Test]
    public async Task A_slip_of_another_meeting_lets_nobody_in_and_a_pass_of_another_meeting_answers_nothing()
    {
        var (here, there) = (await BeginAsync(secret: true, ("Ledere", 1)), await BeginAsync(secret: true, ("Ledere", 1)));
        var round = await here.OpenAsync(RoundKind.Validity, await here.PieceAsync("Brik"));
        var site = Site.Anonymous(Host);
        var slip = there.NextSlip();
        Assert.That((await site.GetAsync($"/m/{here.Code}/{slip}")).Text, Does.Contain("Ingen seddel til dette møde har den kode."));
        Assert.That((await site.PostAsync($"/m/{here.Code}/join", ("Slip", slip))).Status, Is.EqualTo(HttpStatusCode.BadRequest));
        var stranger = await Phone.JoinAsync(there, slip);
        Task<Page> SendAsync(string code) => stranger.Site.SendJsonAsync(
            HttpMethod.Put, $"/m/{code}/rounds/{round}/ballot", new { revision = 1, answers = new[] { new { place = 1, value = 1 } } });
        Assert.That((await SendAsync(here.Code)).Text, Does.Contain("Du er ikke med i mødet på denne telefon."));
        Assert.That((await SendAsync(there.Code)).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await Db().Ballots.AnyAsync(b => b.RoundId == round), Is.False);
    }

    [Test]
    public async Task When_the_time_is_up_no_answer_is_taken_although_nobody_has_closed()
    {
        var live = await BeginAsync(secret: true, ("Ledere", 1));
        var round = await live.OpenAsync(RoundKind.Validity, await live.PieceAsync("Brik"));
        var phone = await live.JoinAsync();
        await live.DoAsync(round, "extend", ("Seconds", "60"));
        Assert.That((await phone.LookAsync()).Html, Does.Match("data-closes-in=\"(5\\d|60)\""));
        Assert.That((await phone.AnswerAsync(round, AnswerValues.Yes)).Status, Is.EqualTo(HttpStatusCode.OK));
        // Past the rules of the agenda, instead of waiting for a minute.
        await Db().MeetingRounds.Where(r => r.Id == round).ExecuteUpdateAsync(set => set.SetProperty(r => r.ClosesAtUtc, r => r.OpenedAtUtc!.Value.AddHours(-1)));
        Assert.That((await phone.AnswerAsync(round, AnswerValues.No)).Text, Does.Contain("Spørgsmålet er lukket."));
    }

    private Task<LiveMeeting> BeginAsync(bool secret, params (string, int)[] groups) =>
        LiveMeeting.BeginAsync(Host, City, Db(City.User(Role.Leader)), secret, groups);
}
