using System.Net;
using System.Text.RegularExpressions;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Meetings;
using Loesningsbrikker.Processes;
using Loesningsbrikker.SolutionPieces;
using Loesningsbrikker.Tests.Shared;

namespace Loesningsbrikker.Tests.Meetings;

public sealed class MeetingPagesTests(DatabaseKind database) : HouseTest(database)
{
    private MeetingData _data = null!;
    private InformantGroup _leaders = null!;
    private InformantGroup _parents = null!;
    private InformantGroup _staff = null!;
    private ValidationMeeting _meeting = null!;

    private string Meeting => $"{City.Path}/validation-meetings/{_meeting.Id}";

    [SetUp]
    public async Task HoldAMeeting()
    {
        _data = new MeetingData(Db(), City.Process);
        (_leaders, _parents, _staff) = (await _data.GroupAsync("Ledere"), await _data.GroupAsync("Forældre"), await _data.GroupAsync("Medarbejdere"));
        _meeting = await _data.MeetingAsync("Møde", new DateOnly(2026, 10, 1), (_leaders, 3), (_parents, 30), (_staff, 40));
    }

    [Test]
    public async Task Counts_come_first_and_no_page_lets_a_small_group_be_computed()
    {
        var piece = await _data.PieceAsync("Brik");
        await _data.SayAsync(_meeting, piece, _leaders, 1, 2, professional: [3, 0, 0, 0, 0]);
        await _data.SayAsync(_meeting, piece, _parents, 11, 7, 4, professional: [0, 2, 3, 7, 8]);
        await _data.SayAsync(_meeting, piece, _staff, 28, 5, 3, professional: [0, 0, 5, 9, 13]);
        var site = await SignInAsync(Role.Committee);
        var page = await site.GetAsync($"{Meeting}/solution-pieces/1");
        Assert.That(page.Text, Does.Contain("Mødet siger ja: 40 ja, 14 nej, 7 ved ikke.").And.Contain("usikkerhed 61–84 %"));
        Assert.That(page.Text, Does.Contain("Medarbejdere 28 5 3 83 %").And.Contain("Ledere vises ikke").And.Contain("Forældre vises ikke"));
        Assert.That(page.Text, Does.Contain("Medarbejdere 0 0 5 9 13").And.Contain("I alt 3 2 8 16 21").And.Contain("Hvor færre end fem har svaret"));
        Assert.That((await site.GetAsync(Meeting)).Text, Does.Contain("73 af 76 inviterede kom").And.Contain("Brik").And.Contain("40 14 7 74 % 4 –"));
    }

    [Test]
    public async Task Fewer_than_five_answers_are_hidden_altogether()
    {
        var piece = await _data.PieceAsync("Brik");
        await _data.SayAsync(_meeting, piece, _leaders, 1, 2);
        var site = await SignInAsync(Role.Leader);
        Assert.That((await site.GetAsync($"{Meeting}/solution-pieces/1")).Text, Does.Contain("Færre end fem har svaret").And.Not.Contain("Mødet siger"));
        Assert.That((await site.GetAsync(Meeting)).Text, Does.Contain("Brik Politisk vises ikke"));
    }

    [Test]
    public async Task The_list_of_disagreements_says_why_each_piece_is_on_it()
    {
        var (agreed, split, apart, camps) = (await _data.PieceAsync("Enige"), await _data.PieceAsync("Delt"), await _data.PieceAsync("Langt fra"), await _data.PieceAsync("To lejre"));
        await _data.SayAsync(_meeting, agreed, _staff, 36, 2);
        await _data.SayAsync(_meeting, split, _staff, 20, 20);
        await _data.SayAsync(_meeting, apart, _staff, 40, 0);
        await _data.SayAsync(_meeting, apart, _parents, 12, 9);
        await _data.SayAsync(_meeting, camps, _staff, 40, 0, professional: [18, 1, 0, 1, 20]);
        var page = await (await SignInAsync(Role.Committee)).GetAsync(Meeting + "/disagreements");
        Assert.That(page.Text, Does.Contain("3 brikker, mest uenighed først.").And.Not.Contain("Enige "));
        Assert.That(page.Text, Does.Contain("Næsten lige mange siger ja og nej (20 mod 20).")
            .And.Contain("Mindst enige: Forældre (57 %). Mest enige: Medarbejdere (98 %).").And.Contain("Den faglige prioritet falder i to lejre."));
    }

    [TestCase("", "D-1 D-2 D-3")]
    [TestCase("?sort=Share", "D-2 D-3 D-1")]
    [TestCase("?sort=Professional", "D-3 D-1 D-2")]
    [TestCase("?sort=Economic", "D-1 D-3 D-2")]
    [TestCase("?sort=Disagreement", "D-1 D-3 D-2")]
    [TestCase("?sort=77", "D-1 D-2 D-3")]
    public async Task The_results_stand_in_the_order_that_is_asked_for(string query, string expected)
    {
        await SayAsync(await _data.PieceAsync("Første"), 18, 22, professional: 3, economic: 5);
        await SayAsync(await _data.PieceAsync("Anden"), 40, 0, professional: 1, economic: 1);
        await SayAsync(await _data.PieceAsync("Tredje"), 30, 10, professional: 5, economic: 3);
        Assert.That(Numbers(await (await SignInAsync(Role.Consultant)).GetAsync(Meeting + query)), Is.EqualTo(expected));
    }

    [Test]
    public async Task A_local_leader_sees_what_was_said_about_her_own_pieces_only()
    {
        var (own, other) = (await _data.PieceAsync("Egen", PieceClass.Local), await _data.PieceAsync("Fremmed", PieceClass.Local));
        own.Institutions.Add(new Institution { Name = "Egen", LeaderUserId = City.User(Role.LocalLeader).Id });
        await _data.Db.SaveChangesAsync();
        foreach (var piece in new[] { own, other })
            await _data.SayAsync(_meeting, piece, _staff, 20, 20);
        var site = await SignInAsync(Role.LocalLeader);
        Assert.That(Numbers(await site.GetAsync(Meeting)), Is.EqualTo("D-1"));
        Assert.That(Numbers(await site.GetAsync(Meeting + "/disagreements")), Is.EqualTo("D-1"));
        Assert.That((await site.GetAsync(City.Path + "/validation-meetings")).Text, Does.Contain("73 af 76 1"));
        Assert.That((await site.GetAsync(Meeting + "/solution-pieces/1")).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await site.GetAsync(Meeting + "/solution-pieces/2")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Each_piece_has_the_figures_of_the_newest_meeting_that_took_it_up()
    {
        var (both, once) = (await _data.PieceAsync("Begge"), await _data.PieceAsync("Kun først"));
        var later = await _data.MeetingAsync("Igen", new DateOnly(2026, 11, 1), (_staff, 40));
        await _data.SayAsync(_meeting, both, _staff, 10, 20);
        await _data.SayAsync(_meeting, once, _staff, 30, 1);
        await _data.SayAsync(later, both, _staff, 38, 2);
        IReadOnlyDictionary<long, PieceFigures> figures = null!;
        var db = Db();
        Assert.That(await QueryCounter.CountAsync(async () => figures = await MeetingFigures.ReadAsync(db, City.Process.Id)), Is.EqualTo(1));
        Assert.That((figures[both.Id].MeetingId, figures[both.Id].Total!.Yes), Is.EqualTo((later.Id, 38)));
        Assert.That((figures[once.Id].MeetingId, figures[once.Id].MeetingSaysYes), Is.EqualTo((_meeting.Id, true)));
        Assert.That((await MeetingFigures.ReadOfPieceAsync(db, City.Process.Id, both.Id))!.MeetingId, Is.EqualTo(later.Id));
        Assert.That((await MeetingFigures.ReadOfMeetingAsync(db, City.Process.Id, _meeting.Id))[both.Id].MeetingSaysYes, Is.False);
    }

    [Test]
    public async Task A_longer_list_of_results_costs_no_more_queries_and_has_pages()
    {
        await SayAsync(await _data.PieceAsync("Første"), 18, 22, 3, 5);
        var site = await SignInAsync(Role.Consultant);
        var few = await QueryCounter.CountAsync(() => site.GetAsync(Meeting));
        for (var i = 0; i < 26; i++)
            await SayAsync(await _data.PieceAsync("Brik " + i), 30, 4, 3, 5);
        Page page = null!;
        var many = await QueryCounter.CountAsync(async () => page = await site.GetAsync(Meeting));
        Assert.That((many, few > 0), Is.EqualTo((few, true)));
        Assert.That(page.Text, Does.Contain("27 brikker har resultat.").And.Contain("Side 1 af 2"));
    }

    private Task SayAsync(SolutionPiece piece, int yes, int no, int professional, int economic) =>
        _data.SayAsync(_meeting, piece, _staff, yes, no, 0, Only(professional), Only(economic));

    private static int[] Only(int priority) => [.. Enumerable.Range(1, 5).Select(p => p == priority ? 20 : 0)];

    private static string Numbers(Page page) => string.Join(' ', Regex.Matches(page.Html, "meeting-number\">(?<number>D-\\d+)<", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(2))
        .Select(m => m.Groups["number"].Value));
}
