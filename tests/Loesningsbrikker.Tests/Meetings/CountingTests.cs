using System.Net;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Meetings;
using Loesningsbrikker.Meetings.Live;
using Loesningsbrikker.Tests.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Tests.Meetings;

/// <summary>What becomes of the answers: counts that stay, and one source for all that comes after the meeting.</summary>
public sealed class CountingTests(DatabaseKind database) : HouseTest(database)
{
    [Test]
    public async Task A_counted_question_is_the_result_of_the_meeting_and_can_not_be_typed_over()
    {
        var live = await BeginAsync(("Ledere", 5), ("Medarbejdere", 6));
        var piece = await live.PieceAsync("Brik");
        await AskAsync(live, RoundKind.Validity, piece, 1, 1, 1, 1, 2, 1, 1, 1, 1, 2, 3);
        Assert.That((await live.Leader.GetAsync($"{live.Path}/solution-pieces/{piece.Number}")).Text,
            Does.Contain("Mødet siger ja: 8 ja, 2 nej, 1 ved ikke.").And.Contain("Ledere 4 1 0").And.Contain("Medarbejdere 4 1 1"));
        Assert.That((await live.Leader.GetAsync(live.Path)).Text, Does.Contain("11 af 11 inviterede kom"));
        var staff = (await live.GroupAsync("Medarbejdere"))!;
        var version = await Db().MeetingResults.Where(r => r.GroupId == staff.Id && r.SolutionPieceId == piece.Id).Select(r => r.Version).SingleAsync();
        (string, string)[] Line(string yes, string professional) =>
        [
            ("Rows[0].GroupId", $"{staff.Id}"), ("Rows[0].Version", $"{version}"),
            .. new[] { yes, "1", "1", professional, "", "", "", "", "", "", "", "", "" }.Select((text, i) => ($"Rows[0].Counts[{i}]", text)),
        ];
        LiveMeeting.AssertRefused(await live.Leader.PostAsync($"{live.Path}/results/{piece.Number}", Line("2", "")), "er talt på mødet og kan ikke rettes her");
        // What was not asked live is entered by hand as before.
        Assert.That((await live.Leader.PostAsync($"{live.Path}/results/{piece.Number}", Line("4", "3"))).Status, Is.EqualTo(HttpStatusCode.Found));
        Assert.That(await live.ResultOfAsync(piece), Is.EqualTo((8, 2, 1)));
    }

    [Test]
    public async Task A_repeated_question_counts_instead_of_the_first_and_both_can_be_read()
    {
        var live = await BeginAsync(("Ledere", 5));
        var piece = await live.PieceAsync("Brik");
        var phones = await live.JoinAsync(5);
        var first = await live.OpenAsync(RoundKind.Validity, piece);
        await AnswerAsync(phones, first, 1, 1, 1, 1, 1);
        await live.DoAsync(first, "close");
        await live.DoAsync(first, "repeat");
        var second = await Db().MeetingRounds.Where(r => r.RepeatsRoundId == first).Select(r => r.Id).SingleAsync();
        await live.DoAsync(second, "open");
        await AnswerAsync(phones, second, 2, 2, 2, 2, 1);
        await live.DoAsync(second, "close");
        Assert.That(await live.ResultOfAsync(piece), Is.EqualTo((1, 4, 0)));
        Assert.That((await RoundFigures.ReadAsync(Db(), City.Process.Id, first))!.Pieces[0].Shown.Total, Is.EqualTo(new[] { 5, 0, 0 }));
        Assert.That((await RoundFigures.ReadAsync(Db(), City.Process.Id, second))!.Pieces[0].Shown.Total, Is.EqualTo(new[] { 1, 4, 0 }));
        // A repetition that nobody answered takes nothing away.
        await live.DoAsync(second, "repeat");
        var third = await Db().MeetingRounds.Where(r => r.RepeatsRoundId == second).Select(r => r.Id).SingleAsync();
        await live.DoAsync(third, "open");
        await live.DoAsync(third, "close");
        Assert.That(await live.ResultOfAsync(piece), Is.EqualTo((1, 4, 0)));
    }

    [Test]
    public async Task A_rehearsal_counts_nowhere()
    {
        var live = await BeginAsync(("Ledere", 5));
        var piece = await live.PieceAsync("Brik");
        var phones = await live.JoinAsync(5);
        var round = await live.PlanAsync(RoundKind.Validity, [piece], rehearsal: true);
        await live.DoAsync(round, "open");
        Assert.That((await phones[0].LookAsync()).Text, Does.Contain("Dette er en prøve. Svarene tæller ikke med."));
        await AnswerAsync(phones, round, 1, 1, 1, 1, 1);
        await live.DoAsync(round, "close");
        Assert.That((await live.CountOfAsync(round)).People, Is.EqualTo(5));
        Assert.That(await Db().MeetingResults.AnyAsync(r => r.MeetingId == live.Meeting.Id), Is.False);
        Assert.That((await live.Leader.GetAsync(live.Path + "/agenda")).Text, Does.Contain("prøverunde").And.Contain("Talt op: 5 svar"));
        // And asked for real afterwards, it does not mix.
        await AskAsync(live, phones, RoundKind.Validity, piece, 2, 2, 2, 2, 2);
        Assert.That(await live.ResultOfAsync(piece), Is.EqualTo((0, 5, 0)));
        Assert.That(MeetingFiguresOf(await MeetingFigures.ReadAsync(Db(), City.Process.Id), piece.Id).Total, Is.EqualTo(new VoteCounts(0, 5, 0)));
    }

    [Test]
    public async Task Coins_are_shown_where_the_economic_priority_is_and_a_group_is_small_by_its_people_and_not_by_its_coins()
    {
        var live = await BeginAsync(("Ledere", 3), ("Medarbejdere", 6));
        var (roof, hands) = (await live.PieceAsync("Nyt tag", kroner: 2_000_000), await live.PieceAsync("Flere hænder", kroner: 9_000_000));
        var phones = await live.JoinAsync(9);
        var round = await live.OpenAsync(RoundKind.Coins, roof, hands);
        for (var i = 0; i < phones.Length; i++)
            await phones[i].SendAsync(round, 1, (1, i < 3 ? 10 : 4, null), (2, i < 3 ? 0 : 6, null));
        await live.DoAsync(round, "close");
        var page = (await live.Leader.GetAsync($"{live.Path}/solution-pieces/{roof.Number}")).Text;
        Assert.That(page, Does.Contain("54 mønter fra 9 af de 9, der svarede.").And.Contain("Ledere vises ikke Medarbejdere vises ikke"));
        Assert.That((await live.Leader.GetAsync($"{live.Path}/solution-pieces/{hands.Number}")).Text, Does.Contain("36 mønter fra 6 af de 9, der svarede."));
        Assert.That((await live.Leader.GetAsync(live.Path)).Text, Does.Contain("Økonomisk prioritet").Or.Contain("54 mønter"));
        Assert.That(MeetingFiguresOf(await MeetingFigures.ReadAsync(Db(), City.Process.Id), roof.Id).Coins.Total, Is.EqualTo(new CoinCounts(9, 9, 54)));
        Assert.That((await live.Leader.GetAsync($"{City.Path}/solution-pieces/{roof.Number}/designation")).Text, Does.Contain("54 mønter fra 9 af 9").Or.Contain("ingen tilkendegivelser"));
    }

    [Test]
    public async Task A_group_that_was_hidden_once_stays_hidden_when_the_question_is_asked_again()
    {
        var live = await BeginAsync(("Ledere", 5), ("MED", 7), ("Medarbejdere", 9));
        var piece = await live.PieceAsync("Brik");
        var phones = await live.JoinAsync(21);
        var first = await live.OpenAsync(RoundKind.Validity, piece);
        // One leader has not come yet.
        await Task.WhenAll(phones[1..].Select(p => p.AnswerAsync(first, AnswerValues.Yes)));
        await live.DoAsync(first, "close");
        await live.DoAsync(first, "repeat");
        var second = await Db().MeetingRounds.Where(r => r.RepeatsRoundId == first).Select(r => r.Id).SingleAsync();
        await live.DoAsync(second, "open");
        await Task.WhenAll(phones.Select(p => p.AnswerAsync(second, AnswerValues.Yes)));
        await live.DoAsync(second, "close");
        var figures = MeetingFiguresOf(await MeetingFigures.ReadAsync(Db(), City.Process.Id), piece.Id);
        Assert.That(figures.Total, Is.EqualTo(new VoteCounts(21, 0, 0)));
        Assert.That(figures.Groups.Where(g => g.IsHidden).Select(g => g.Name), Is.EqualTo(new[] { "Ledere", "MED" }), "Shown, the five leaders would tell what the four of before said.");
        foreach (var round in new[] { first, second })
            Assert.That((await RoundFigures.ReadAsync(Db(), City.Process.Id, round))!.Pieces[0].Shown.Groups.Where(g => g.Counts is null).Select(g => g.Name), Is.EqualTo(new[] { "Ledere", "MED" }));
    }

    [Test]
    public async Task Answers_on_paper_wait_with_the_result_count_once_and_are_told()
    {
        var live = await BeginAsync(("Ledere", 7));
        var piece = await live.PieceAsync("Brik");
        var phones = await live.JoinAsync(5);
        var round = await live.OpenAsync(RoundKind.Validity, piece);
        await AnswerAsync(phones, round, 1, 1, 1, 1, 1);
        await live.DoAsync(round, "close", ("AwaitPaper", "true"));
        Assert.That(await Db().MeetingResults.AnyAsync(r => r.MeetingId == live.Meeting.Id), Is.False, "A result that grows by two tells what those two answered.");
        Assert.That(await RoundFigures.ReadAsync(Db(), City.Process.Id, round), Is.Null);
        Assert.That((await phones[0].AnswerAsync(round, 2)).Text, Does.Contain("Spørgsmålet er lukket."));
        var leaders = (await live.GroupAsync("Ledere"))!;
        var table = $"{live.Path}/rounds/{round}/table";
        Assert.That((await live.Leader.GetAsync(table)).Text, Does.Contain("Skriv papirsvar ind").And.Contain("5 har svaret"));
        (string, string)[] Paper(string code, Guid ballot, int value) =>
            [("Code", code), ("GroupId", $"{leaders.Id}"), ("BallotId", $"{ballot}"), ("NewcomerId", $"{ballot}"), ("Answers[0].Place", "1"), ("Answers[0].Value", $"{value}")];
        var slip = live.NextSlip();
        Assert.That((await live.Leader.PostAsync(table, Paper(slip, Guid.NewGuid(), 2))).Status, Is.EqualTo(HttpStatusCode.Found));
        Assert.That((await live.Leader.PostAsync(table, Paper(slip, Guid.NewGuid(), 1))).Text, Does.Contain("Deltageren har allerede svaret"));
        // Somebody without a slip; the button was tapped twice.
        var twice = Guid.NewGuid();
        await live.Leader.PostAsync(table, Paper("", twice, 2));
        await live.Leader.PostAsync(table, Paper("", twice, 2));
        LiveMeeting.AssertRefused(await live.Leader.PostAsync(table, Paper("", Guid.NewGuid(), 7)), "Vælg et af svarene.");
        await live.DoAsync(round, "count");
        var count = await live.CountOfAsync(round);
        Assert.That((count.Number, count.People, count.OnPaper, count.CountedByUserId), Is.EqualTo((2, 7, 2, City.User(Role.Leader).Id)));
        Assert.That(await live.ResultOfAsync(piece), Is.EqualTo((5, 2, 0)));
        Assert.That((await live.Leader.GetAsync(live.Path + "/agenda")).Text, Does.Contain("Talt op: 7 svar, heraf 2 på papir"));
        Assert.That((await live.Leader.PostAsync(table, Paper("", Guid.NewGuid(), 1))).Text, Does.Contain("Optællingen er afsluttet, så spørgsmålet tager ikke imod flere svar."));
        Assert.That(await Db().MeetingParticipants.Where(p => p.MeetingId == live.Meeting.Id).GroupBy(p => p.Way).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(),
            Is.EquivalentTo(new[] { new { Key = ParticipantWay.Slip, Count = 7 }, new { Key = ParticipantWay.Paper, Count = 1 } }));
    }

    [Test]
    public async Task A_table_host_enters_for_somebody_without_a_phone_and_not_over_what_a_phone_answered()
    {
        var live = await BeginAsync(("Ledere", 2));
        var piece = await live.PieceAsync("Brik");
        var round = await live.OpenAsync(RoundKind.Validity, piece);
        var slips = new[] { live.NextSlip(), live.NextSlip() };
        await (await Phone.JoinAsync(live, slips[0])).AnswerAsync(round, 1);
        var table = $"{live.Path}/rounds/{round}/table";
        await live.Leader.GetAsync(table);
        Task<Page> EnterAsync(string code) => live.Leader.PostAsync(
            table, ("Code", code), ("BallotId", $"{Guid.NewGuid()}"), ("NewcomerId", $"{Guid.NewGuid()}"), ("Answers[0].Place", "1"), ("Answers[0].Value", "2"));
        Assert.That((await EnterAsync(slips[0])).Status, Is.EqualTo(HttpStatusCode.Conflict));
        LiveMeeting.AssertRefused(await EnterAsync("XXXXXX"), "Ingen på mødets liste har den kode.");
        Assert.That((await EnterAsync(slips[1].ToLowerInvariant())).Status, Is.EqualTo(HttpStatusCode.Found));
        await live.DoAsync(round, "close");
        Assert.That((await live.CountOfAsync(round)).OnPaper, Is.Zero);
        Assert.That(await live.ResultOfAsync(piece), Is.EqualTo((1, 1, 0)));
        Assert.That(await Db().RoundVoters.Where(v => v.RoundId == round && v.EnteredByUserId == City.User(Role.Leader).Id).Select(v => v.Way).ToListAsync(),
            Is.EqualTo(new[] { ParticipantWay.TableHost }));
    }

    [Test]
    public async Task A_count_survives_the_erasure_of_a_participant_and_nobody_is_erased_before_it()
    {
        var live = await BeginAsync(secret: false, ("Ledere", 5));
        var piece = await live.PieceAsync("Brik");
        var phones = await live.JoinAsync(5);
        var round = await live.OpenAsync(RoundKind.Validity, piece);
        await AnswerAsync(phones, round, 1, 1, 1, 1, 1);
        var erased = await Db().MeetingParticipants.Where(p => p.MeetingId == live.Meeting.Id).MinAsync(p => p.Id);
        Assert.That((await live.Leader.PostAsync($"{live.Path}/participants/{erased}/erasure")).Text, Does.Contain("der ikke er talt op. Vent, til det er."));
        await live.DoAsync(round, "close");
        Assert.That((await live.Leader.PostAsync($"{live.Path}/participants/{erased}/erasure")).Status, Is.EqualTo(HttpStatusCode.Found));
        var db = Db();
        Assert.That(await db.MeetingParticipants.AnyAsync(p => p.Id == erased) || await db.Ballots.AnyAsync(b => b.ParticipantId == erased)
            || await db.RoundVoters.AnyAsync(v => v.ParticipantId == erased), Is.False);
        Assert.That(await db.Ballots.CountAsync(b => b.RoundId == round), Is.EqualTo(4));
        Assert.That((await live.CountOfAsync(round)).People, Is.EqualTo(5));
        Assert.That(await live.ResultOfAsync(piece), Is.EqualTo((5, 0, 0)));
        Assert.That((await phones[0].LookAsync()).Text, Does.Contain("Kom med i mødet"));
    }

    private static PieceFigures MeetingFiguresOf(IReadOnlyDictionary<long, PieceFigures> figures, long pieceId) => figures[pieceId];

    private static async Task AskAsync(LiveMeeting live, RoundKind kind, Loesningsbrikker.SolutionPieces.SolutionPiece piece, params int[] values) =>
        await AskAsync(live, await live.JoinAsync(values.Length), kind, piece, values);

    private static async Task AskAsync(LiveMeeting live, Phone[] phones, RoundKind kind, Loesningsbrikker.SolutionPieces.SolutionPiece piece, params int[] values)
    {
        var round = await live.OpenAsync(kind, piece);
        await AnswerAsync(phones, round, values);
        await live.DoAsync(round, "close");
    }

    private static async Task AnswerAsync(Phone[] phones, long round, params int[] values)
    {
        var answers = await Task.WhenAll(phones.Zip(values).Select(p => p.First.AnswerAsync(round, p.Second)));
        Assert.That(answers.Select(a => a.Status), Is.All.EqualTo(HttpStatusCode.OK));
    }

    private Task<LiveMeeting> BeginAsync(params (string, int)[] groups) => BeginAsync(secret: true, groups);

    private Task<LiveMeeting> BeginAsync(bool secret, params (string, int)[] groups) =>
        LiveMeeting.BeginAsync(Host, City, Db(City.User(Role.Leader)), secret, groups);
}
