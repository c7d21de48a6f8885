using System.Net;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Meetings.Live;
using Loesningsbrikker.Processes;
using Loesningsbrikker.SolutionPieces;
using Loesningsbrikker.Tests.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Tests.Meetings;

/// <summary>Questions are planned, opened, closed and asked again; what they ask and how many there were is frozen.</summary>
public sealed class AgendaTests(DatabaseKind database) : HouseTest(database)
{
    [Test]
    public async Task Questions_are_made_from_a_theme_or_a_class_one_for_all_or_one_each_and_stand_in_the_order_that_was_chosen()
    {
        var live = await BeginAsync();
        var theme = new Theme { ProcessId = City.Process.Id, Name = "Normering" };
        live.Db.Add(theme);
        var (one, two, local) = (await live.PieceAsync("Første"), await live.PieceAsync("Anden"), await live.PieceAsync("Lokal", PieceClass.Local));
        one.Theme = two.Theme = theme;
        await live.Db.SaveChangesAsync();
        var offered = await live.Leader.GetAsync($"{live.Path}/rounds/new?themeId={theme.Id}");
        Assert.That(offered.Text, Does.Contain("Første").And.Contain("Anden").And.Not.Contain("Lokal D"));
        Assert.That((await live.Leader.GetAsync($"{live.Path}/rounds/new?class=Local")).Html, Does.Contain($"value=\"{local.Number}\" checked=\"checked\"").And.Not.Contain("Første"));
        var each = await live.Leader.PostAsync(live.Path + "/rounds/new", ("Kind", "Validity"), ("Pieces", $"{one.Number}"), ("Pieces", $"{two.Number}"), ("OneEach", "true"), ("Title", "Ikke brugt"));
        Assert.That(each.Location, Is.EqualTo(live.Path + "/agenda"));
        var all = await live.PlanAsync(RoundKind.Professional, [one, two, local]);
        Assert.That(await TitlesAsync(live), Is.EqualTo(new[] { "Første", "Anden", "Faglig prioritet 1–5" }));
        await live.DoAsync(all, "move", ("Up", "true"));
        Assert.That(await TitlesAsync(live), Is.EqualTo(new[] { "Første", "Faglig prioritet 1–5", "Anden" }));
        await live.DoAsync(all, "move");
        await live.DoAsync(all, "move");
        Assert.That(await TitlesAsync(live), Is.EqualTo(new[] { "Første", "Anden", "Faglig prioritet 1–5" }));
        await live.DoAsync(await live.Db.MeetingRounds.Where(r => r.Title == "Anden" && r.MeetingId == live.Meeting.Id).Select(r => r.Id).SingleAsync(), "delete");
        Assert.That(await TitlesAsync(live), Is.EqualTo(new[] { "Første", "Faglig prioritet 1–5" }));
        Assert.That((await live.Leader.GetAsync(live.Path + "/agenda")).Text, Does.Contain("Næste: Første"));
    }

    [Test]
    public async Task What_can_not_be_asked_is_refused_with_what_was_typed()
    {
        var live = await BeginAsync();
        var free = await live.PieceAsync("Uden pris");
        var draft = await new Testimony(live.Db, City.Process).PieceAsync(PieceClass.Local, "Kladde");
        async Task AssertAsync(string sentence, params (string, string)[] fields) =>
            LiveMeeting.AssertRefused(await live.Leader.PostAsync(live.Path + "/rounds/new", fields), sentence);
        await AssertAsync("Vælg mindst én brik.", ("Kind", "Validity"));
        await AssertAsync("er en kladde og kan ikke være med", ("Kind", "Validity"), ("Pieces", $"{draft.Number}"));
        await AssertAsync("har ingen pris", ("Kind", "Coins"), ("Pieces", $"{free.Number}"));
        await AssertAsync("hvor mange brikker hver højst kan vælge", ("Kind", "Choice"), ("Pieces", $"{free.Number}"), ("MaxChoices", "1"));
        await AssertAsync("»99« kan ikke bruges her.", ("Kind", "99"), ("Pieces", $"{free.Number}"));
        Assert.That(await live.Db.MeetingRounds.AnyAsync(r => r.MeetingId == live.Meeting.Id), Is.False);
    }

    [Test]
    public async Task A_piece_that_was_merged_after_planning_is_not_asked_about()
    {
        var live = await BeginAsync();
        var (one, two) = (await live.PieceAsync("Én"), await live.PieceAsync("To"));
        var round = await live.PlanAsync(RoundKind.Validity, [one]);
        one.MergeInto(two, "Det samme.", null, live.Db.UtcNow);
        await live.Db.SaveChangesAsync();
        Assert.That((await live.TryAsync(round, "open")).Text, Does.Contain("lagt sammen med en anden"));
    }

    [Test]
    public async Task Only_one_question_is_open_an_asked_one_stays_where_it_is_and_the_meeting_does_not_end_under_it()
    {
        var live = await BeginAsync();
        var (first, second) = (await live.OpenAsync(RoundKind.Validity, await live.PieceAsync("A")), await live.PlanAsync(RoundKind.Validity, [await live.PieceAsync("B")]));
        Assert.That((await live.TryAsync(second, "open")).Text, Does.Contain("»A« er åbent. Luk det først"));
        foreach (var verb in new[] { "move", "delete" })
            Assert.That((await live.TryAsync(first, verb)).Text, Does.Contain("kan ikke længere flyttes eller slettes"), verb);
        Assert.That((await live.TryAsync(first, "open")).Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That((await live.TryAsync(first, "count")).Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That((await live.TryAsync(first, "repeat")).Text, Does.Contain("kan gentages, når det er lukket"));
        Assert.That((await live.Leader.PostAsync(live.Path + "/live/end")).Text, Does.Contain("Et spørgsmål er åbent."));
        await live.DoAsync(first, "close");
        Assert.That((await live.Leader.PostAsync(live.Path + "/live/end")).Status, Is.EqualTo(HttpStatusCode.Found));
        Assert.That((await live.TryAsync(second, "open")).Text, Does.Contain("Mødet er slut."));
        Assert.That((await live.Leader.PostAsync(live.Path + "/live")).Status, Is.EqualTo(HttpStatusCode.Found), "It was ended too early.");
        await live.DoAsync(second, "open");
    }

    [Test]
    public async Task Secret_or_open_is_decided_before_the_first_question_and_a_rehearsal_decides_nothing()
    {
        var live = await BeginAsync(begun: false);
        var piece = await live.PieceAsync("Brik");
        Assert.That((await live.Leader.PostAsync(live.Path + "/live")).Text, Does.Contain("Vælg, om svarene er hemmelige eller åbne."));
        Assert.That((await live.TryAsync(await live.PlanAsync(RoundKind.Validity, [piece]), "open")).Text, Does.Contain("Mødet er ikke i gang endnu."));
        await live.Leader.PostAsync(live.Path + "/live", ("Secret", "true"));
        var rehearsal = await live.PlanAsync(RoundKind.Validity, [piece], rehearsal: true);
        await live.DoAsync(rehearsal, "open");
        await live.DoAsync(rehearsal, "close");
        Assert.That((await live.Leader.PostAsync(live.Path + "/live/settings", ("Secret", "false"))).Status, Is.EqualTo(HttpStatusCode.Found));
        await live.OpenAsync(RoundKind.Validity, piece);
        Assert.That((await live.Leader.PostAsync(live.Path + "/live/settings", ("Secret", "true"))).Text, Does.Contain("kan det ikke længere ændres").Or.Contain("kan ikke længere ændres"));
        Assert.That(await Db().MeetingRounds.Where(r => r.MeetingId == live.Meeting.Id && r.OpenedAtUtc != null).OrderBy(r => r.Id).Select(r => r.IsSecret).ToListAsync(), Is.EqualTo(new[] { true, false }));
    }

    [Test]
    public async Task What_was_asked_and_how_many_there_were_is_frozen_when_the_question_opens()
    {
        var live = await BeginAsync(("Ledere", 3));
        var piece = await live.PieceAsync("Gamle ord", kroner: 1_200_000);
        await live.JoinAsync();
        var round = await live.OpenAsync(RoundKind.Coins, piece);
        piece.Reword("Nye ord", "Noget andet.", "Det blev sagt bedre.", null, live.Db.UtcNow);
        await live.Db.SaveChangesAsync();
        await live.JoinAsync();
        var phone = await live.JoinAsync();
        Assert.That((await phone.LookAsync()).Text, Does.Contain("Gamle ord").And.Contain("1,2 mio. kr.").And.Not.Contain("Nye ord"));
        var turnout = await Db().RoundTurnouts.SingleAsync(t => t.RoundId == round);
        Assert.That((turnout.Entitled, turnout.Present), Is.EqualTo((3, 1)));
        Assert.That((await live.Leader.GetAsync(live.Path + "/agenda")).Text, Does.Contain("0 har svaret · 1 til stede, da spørgsmålet åbnede"));
    }

    [Test]
    public async Task Released_quotations_stand_with_their_piece_and_one_that_is_withdrawn_stands_no_longer()
    {
        var live = await BeginAsync(("Ledere", 1));
        var testimony = new Testimony(live.Db, City.Process);
        var piece = await live.PieceAsync("Brik");
        var passages = new[] { await testimony.SaidAsync("Klokken halv fire er der én tilbage.", "Forældre"), await testimony.SaidAsync("Det her er ikke frigivet.", "Forældre") };
        await testimony.TieAsync(piece, passages);
        passages[0].Release(City.User(Role.Leader).Id, live.Db.UtcNow);
        await live.Db.SaveChangesAsync();
        await live.OpenAsync(RoundKind.Validity, piece);
        var phone = await live.JoinAsync();
        Assert.That((await phone.LookAsync()).Text, Does.Contain("Klokken halv fire er der én tilbage. Forældre").And.Not.Contain("Det her er ikke frigivet."));
        passages[0].Withdraw();
        await live.Db.SaveChangesAsync();
        Assert.That((await phone.LookAsync()).Text, Does.Not.Contain("Klokken halv fire"));
    }

    [Test]
    public async Task Children_get_no_slip_and_are_on_no_list()
    {
        var live = await BeginAsync();
        var children = await new MeetingData(live.Db, City.Process).GroupAsync("Børnehavebørn", areChildren: true);
        await live.Leader.PostAsync(live.Path + "/live/settings", ("WithoutSlip", "true"));
        Assert.That((await live.Leader.GetAsync(live.Path + "/participants")).Text, Does.Not.Contain("Børnehavebørn"));
        var refused = await live.Leader.PostAsync(live.Path + "/participants", ("Groups[0].GroupId", $"{children.Id}"), ("Groups[0].Count", "3"));
        Assert.That(refused.Text, Does.Contain("Børn inviteres ikke til fællesmødet."));
        var site = Site.Anonymous(Host);
        Assert.That((await site.GetAsync($"/m/{live.Code}")).Text, Does.Contain("Ledere").And.Not.Contain("Børnehavebørn"));
        Assert.That((await site.PostAsync($"/m/{live.Code}/join", ("GroupId", $"{children.Id}"))).Text, Does.Contain("Vælg en gruppe fra listen."));
    }

    [Test]
    public async Task The_agenda_asks_as_often_for_thirty_questions_as_for_three()
    {
        var live = await BeginAsync();
        var pieces = new List<SolutionPiece>();
        for (var i = 0; i < 3; i++)
            pieces.Add(await live.PieceAsync($"Brik {i}"));
        foreach (var piece in pieces)
            await live.PlanAsync(RoundKind.Validity, [piece]);
        var few = await QueryCounter.CountAsync(() => live.Leader.GetAsync(live.Path + "/agenda"));
        for (var i = 0; i < 9; i++)
            foreach (var piece in pieces)
                await live.PlanAsync(RoundKind.Professional, [piece]);
        Assert.That(await QueryCounter.CountAsync(() => live.Leader.GetAsync(live.Path + "/agenda")), Is.EqualTo(few));
    }

    private static async Task<string[]> TitlesAsync(LiveMeeting live) =>
        await live.Db.MeetingRounds.AsNoTracking().Where(r => r.MeetingId == live.Meeting.Id).OrderBy(r => r.Number).Select(r => r.Title).ToArrayAsync();

    private Task<LiveMeeting> BeginAsync(params (string, int)[] groups) =>
        LiveMeeting.BeginAsync(Host, City, Db(City.User(Role.Leader)), secret: true, groups.Length > 0 ? groups : [("Ledere", 0)]);

    private async Task<LiveMeeting> BeginAsync(bool begun)
    {
        var live = await BeginAsync();
        if (!begun)
            await live.Db.ValidationMeetings.Where(m => m.Id == live.Meeting.Id).ExecuteUpdateAsync(set => set
                .SetProperty(m => m.LiveSinceUtc, (DateTime?)null).SetProperty(m => m.SecrecyDecidedAtUtc, (DateTime?)null).SetProperty(m => m.JoinCode, (string?)null));
        return live;
    }
}
