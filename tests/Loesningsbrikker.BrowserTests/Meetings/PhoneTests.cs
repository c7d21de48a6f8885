using Loesningsbrikker.Accounts;
using Loesningsbrikker.BrowserTests.Shared;
using Loesningsbrikker.Meetings.Live;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Loesningsbrikker.Tests.Meetings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Loesningsbrikker.BrowserTests.Meetings;

/// <summary>The participant's phone, 390 and 320 pixels wide, while a leader in another browser opens and closes questions.</summary>
public sealed class PhoneTests(Screen screen) : BrowserTest(screen)
{
    private const string Saved = "Dit svar er gemt. Du kan ændre det, til spørgsmålet lukker.";
    private const string Offline = "Ingen forbindelse: dit svar er gemt på telefonen og bliver sendt.";

    private AsyncServiceScope _scope;
    private LiveMeeting _live = null!;
    private IPage _leader = null!;

    private ILocator Status => Page.Locator("#phone-status");

    [SetUp]
    public async Task BeginAMeeting()
    {
        _scope = Host.Scope(City.MunicipalityId, City.User(Role.Leader).Id);
        _live = await LiveMeeting.PrepareAsync(Host, City, _scope.ServiceProvider.GetRequiredService<LoesningsbrikkerContext>(), secret: true, ("Medarbejdere", 2));
        _leader = await (await NewContextAsync()).NewPageAsync();
        await SignInAsync(_leader, City.User(Role.Leader).Email!);
        await Page.SetViewportSizeAsync(Screen == Screen.Phone ? 390 : 320, 740);
    }

    [TearDown]
    public async Task EndIt()
    {
        if (_leader is null)
            return;
        await _leader.Context.CloseAsync();
        await _scope.DisposeAsync();
    }

    [Test]
    public async Task Joins_by_link_answers_changes_and_an_answer_given_without_network_arrives_once()
    {
        await PlanAsync(RoundKind.Validity, "Flere voksne i ydertimerne");
        await JoinAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Vent på næste spørgsmål" })).ToBeVisibleAsync();
        await Axe.AssertCleanAsync(Page);
        await OpenNextAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Flere voksne i ydertimerne" })).ToBeFocusedAsync();
        await AssertFitsAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Ja" }).ClickAsync();
        await Assertions.Expect(Status).ToHaveTextAsync(Saved);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Nej", Exact = true }).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Nej", Pressed = true })).ToBeVisibleAsync();
        await Assertions.Expect(Status).ToHaveTextAsync(Saved);
        await Axe.AssertCleanAsync(Page);

        await Context.SetOfflineAsync(true);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Ved ikke" }).ClickAsync();
        await Assertions.Expect(Status).ToHaveTextAsync(Offline);
        Assert.That(await ValuesAsync(), Is.EqualTo(new[] { AnswerValues.No }));
        await Context.SetOfflineAsync(false);
        await Assertions.Expect(Status).ToHaveTextAsync(Saved);
        Assert.That(await ValuesAsync(), Is.EqualTo(new[] { AnswerValues.DontKnow }));
        ExpectComplaint("ERR_INTERNET_DISCONNECTED");

        await Page.ReloadAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Ved ikke", Pressed = true })).ToBeVisibleAsync();
        await _leader.GetByRole(AriaRole.Button, new() { Name = "Luk og tæl op" }).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Vent på næste spørgsmål" })).ToBeVisibleAsync();
        Assert.That(await _live.ResultOfAsync(await _live.Db.SolutionPieces.FirstAsync(p => p.ProcessId == City.Process.Id)), Is.EqualTo((0, 0, 1)));
    }

    [Test]
    public async Task An_answer_that_waits_survives_a_reload_and_is_refused_in_plain_words_when_it_comes_too_late()
    {
        await PlanAsync(RoundKind.Validity, "Brik");
        await JoinAsync();
        await OpenNextAsync();
        await Page.GetByRole(AriaRole.Heading, new() { Name = "Brik" }).WaitForAsync();
        // The network fails for the answer alone, so that the page itself can be loaded again.
        await Page.RouteAsync("**/ballot", route => route.AbortAsync());
        await Page.GetByRole(AriaRole.Button, new() { Name = "Ja" }).ClickAsync();
        await Assertions.Expect(Status).ToHaveTextAsync(Offline);
        await Page.ReloadAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Ja", Pressed = true })).ToBeVisibleAsync();
        await Assertions.Expect(Status).ToHaveTextAsync(Offline);
        await _leader.GetByRole(AriaRole.Button, new() { Name = "Luk og tæl op" }).ClickAsync();
        await Page.GetByRole(AriaRole.Heading, new() { Name = "Vent på næste spørgsmål" }).WaitForAsync();
        await Page.UnrouteAsync("**/ballot");
        await Assertions.Expect(Status).ToHaveTextAsync("Forrige spørgsmål: Spørgsmålet er lukket, og dit svar nåede ikke frem. Det er ikke talt med.");
        ExpectComplaint("Failed to load resource");
    }

    [Test]
    public async Task A_set_is_answered_at_the_participants_own_pace()
    {
        await PlanAsync(RoundKind.Professional, "A", "B", "C");
        await JoinAsync();
        await OpenNextAsync();
        await Assertions.Expect(Page.GetByText("Brik 1 af 3")).ToBeVisibleAsync();
        await Assertions.Expect(Page.GetByText("Brik 2 af 3")).ToBeHiddenAsync();
        await Page.Locator("#brik-1").GetByRole(AriaRole.Button, new() { Name = "5, vigtigst" }).ClickAsync();
        await Assertions.Expect(Status).ToHaveTextAsync(Saved);
        await AssertFitsAsync();
        await Axe.AssertCleanAsync(Page);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Næste" }).ClickAsync();
        await Assertions.Expect(Page.Locator("#brik-2")).ToBeFocusedAsync();
        await Page.GetByText("Alle 3 brikker").ClickAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "C" }).ClickAsync();
        await Page.Locator("#brik-3").GetByRole(AriaRole.Button, new() { Name = "2", Exact = true }).ClickAsync();
        await Assertions.Expect(Page.GetByText("2 besvaret")).ToBeVisibleAsync();
        await Assertions.Expect(Status).ToHaveTextAsync(Saved);
        await Page.ReloadAsync();
        await Assertions.Expect(Page.GetByText("Brik 2 af 3")).ToBeVisibleAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Tilbage" }).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Button, new() { Name = "5, vigtigst", Pressed = true })).ToBeVisibleAsync();
        Assert.That(await ValuesAsync(), Is.EquivalentTo(new[] { 5, 2 }));
    }

    [Test]
    public async Task Ten_coins_can_be_laid_and_no_eleventh()
    {
        await PlanAsync(RoundKind.Coins, "Nyt tag", "Flere hænder");
        await JoinAsync();
        await OpenNextAsync();
        await Assertions.Expect(Page.GetByText("10 mønter tilbage af 10")).ToBeVisibleAsync();
        var (roof, hands) = (Page.Locator("#brik-1 [data-coin='1']"), Page.Locator("#brik-2 [data-coin='1']"));
        for (var i = 0; i < 7; i++)
            await roof.ClickAsync();
        for (var i = 0; i < 3; i++)
            await hands.ClickAsync();
        await Assertions.Expect(Page.GetByText("0 mønter tilbage af 10")).ToBeVisibleAsync();
        await Assertions.Expect(roof).ToBeDisabledAsync();
        await Page.Locator("#brik-1 [data-coin='-1']").ClickAsync();
        await Assertions.Expect(hands).ToBeEnabledAsync();
        await Assertions.Expect(Status).ToHaveTextAsync(Saved);
        await AssertFitsAsync();
        await Axe.AssertCleanAsync(Page);
        await Page.ReloadAsync();
        await Assertions.Expect(Page.GetByText("1 mønt tilbage af 10")).ToBeVisibleAsync();
        Assert.That(await ValuesAsync(), Is.EquivalentTo(new[] { 6, 3 }));
    }

    [Test]
    public async Task Without_script_the_same_page_is_a_form()
    {
        await PlanAsync(RoundKind.Validity, "Brik");
        await using var plain = await BrowserRun.Browser!.NewContextAsync(new() { BaseURL = Host.Address.ToString(), JavaScriptEnabled = false, ViewportSize = new() { Width = 320, Height = 640 } });
        var page = await plain.NewPageAsync();
        await JoinAsync(page);
        await OpenNextAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Se efter, om der er et nyt spørgsmål" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Ja" }).ClickAsync();
        await Assertions.Expect(page.Locator("#phone-status")).ToHaveTextAsync(Saved);
        await page.GetByRole(AriaRole.Button, new() { Name = "Nej", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Nej", Pressed = true })).ToBeVisibleAsync();
        Assert.That(await ValuesAsync(), Is.EqualTo(new[] { AnswerValues.No }));
    }

    private Task JoinAsync() => JoinAsync(Page);

    /// <summary>The link of a slip, and one tap.</summary>
    private async Task JoinAsync(IPage page)
    {
        await page.GotoAsync($"/m/{_live.Code}/{_live.NextSlip()}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Vær med" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Vent på næste spørgsmål" }).WaitForAsync();
    }

    private async Task PlanAsync(RoundKind kind, params string[] titles)
    {
        var pieces = new List<AskedPiece>();
        foreach (var title in titles)
        {
            var piece = await _live.PieceAsync(title, PieceClass.Political, kind == RoundKind.Coins ? 1_000_000 : null);
            pieces.Add(new AskedPiece(piece.Id, piece.Number, piece.Stage, piece.Title, piece.Description, kind == RoundKind.Coins ? "1,0 mio. kr." : null));
        }
        _live.Db.Add(MeetingRound.Plan(_live.Meeting, 1, new RoundPlan(kind, null, null, IsRehearsal: false), pieces, City.User(Role.Leader).Id, _live.Db.UtcNow));
        await _live.Db.SaveChangesAsync();
    }

    private async Task OpenNextAsync()
    {
        await _leader.GotoAsync(_live.Path + "/agenda");
        await _leader.GetByRole(AriaRole.Button, new() { Name = "Åbn spørgsmålet" }).ClickAsync();
        await _leader.GetByRole(AriaRole.Button, new() { Name = "Luk og tæl op" }).WaitForAsync();
    }

    private Task<List<int>> ValuesAsync() => _live.Db.BallotAnswers.AsNoTracking().OrderBy(a => a.SolutionPieceId).Select(a => a.Value).ToListAsync();

    /// <summary>Every button in sight is at least 48 pixels high, and nothing makes the page scroll sideways.</summary>
    private async Task AssertFitsAsync()
    {
        foreach (var button in await Page.Locator("main button:visible").AllAsync())
            Assert.That((await button.BoundingBoxAsync())!.Height, Is.GreaterThanOrEqualTo(48), await button.TextContentAsync());
        Assert.That(await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"), Is.Zero);
    }
}
