using System.Diagnostics;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.BrowserTests.Shared;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Loesningsbrikker.BrowserTests.Interviews;

/// <summary>Undo and redo, and two people in one interview at once, each in a browser of their own.</summary>
public sealed class CodingTogetherTests(Screen screen) : BrowserTest(screen)
{
    private const string Words = "én tilbage på stuen";
    private const string Other = "kender ikke børnenes navne";

    private bool Touch => Screen == Screen.Phone;

    private ILocator Undo => Page.Locator(".coding-undo-undo");

    private ILocator Redo => Page.Locator(".coding-undo-redo");

    private ILocator Cards => Page.Locator(".margin-card");

    [SetUp]
    public async Task OpenTheInterview()
    {
        await CodingPage.AddTranscriptAsync(Host, City, 1, "Hvad fylder mest?", $"Klokken halv fire er der {Words}, og så hjælper det ikke.", "Og ellers?", $"Vikarerne {Other}.");
        await SignInAsync(Role.Consultant);
        await CodingPage.OpenAsync(Page, City);
    }

    [Test]
    public async Task The_last_step_is_undone_by_name_also_after_a_reload_and_redone()
    {
        await Assertions.Expect(Undo).ToBeDisabledAsync();
        await TieAsync(Page, Words, "Flere voksne");
        await TieAsync(Page, Other, "Faste vikarer");
        await Assertions.Expect(Undo).ToContainTextAsync("Fortryd: knyttet til D-2");
        await Undo.ClickAsync();
        await Assertions.Expect(Undo).ToContainTextAsync("Fortryd: knyttet til D-1");
        await Assertions.Expect(Cards).ToHaveCountAsync(1);
        await Assertions.Expect(Page.Locator("#coding-spoken")).ToHaveTextAsync("Fortrudt: knyttet til D-2");
        await Axe.AssertCleanAsync(Page);

        await CodingPage.OpenAsync(Page, City);
        await Assertions.Expect(Redo).ToContainTextAsync("Gentag: knyttet til D-2");
        await Redo.ClickAsync();
        await Assertions.Expect(Cards).ToHaveCountAsync(2);
        await Undo.ClickAsync();
        await Undo.ClickAsync();
        await Assertions.Expect(Cards).ToHaveCountAsync(0);
        await Assertions.Expect(Undo).ToBeDisabledAsync();
        await CodingPage.SavedAsync(Page);
    }

    [Test]
    public async Task A_boundary_is_moved_word_by_word_from_the_window_and_undone()
    {
        await TieAsync(Page, Words, "Flere voksne");
        await Cards.ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Slut et ord senere" }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Begynd et ord før" }).ClickAsync();
        await Assertions.Expect(Page.Locator("#palette-quote")).ToHaveTextAsync($"«der {Words}, og»");
        await Axe.AssertCleanAsync(Page);
        await Page.Locator("#palette-close").ClickAsync();
        await CodingPage.SavedAsync(Page);
        await Assertions.Expect(Undo).ToContainTextAsync("Fortryd: grænsen flyttet");
        await Undo.ClickAsync();
        await Undo.ClickAsync();
        await Assertions.Expect(Undo).ToContainTextAsync("Fortryd: knyttet til D-1");
        Assert.That(await Page.EvaluateAsync<string>("[...CSS.highlights.get('local') ?? [], ...CSS.highlights.get('political') ?? []].map((r) => r.startContainer.data.slice(r.startOffset, r.endOffset)).join('|')"),
            Is.EqualTo(Words));
    }

    [Test]
    public async Task Undo_pressed_before_the_coding_was_stored_undoes_that_coding()
    {
        await TieAsync(Page, Words, "Flere voksne");
        await Context.SetOfflineAsync(true);
        await TieAsync(Page, Other, "Faste vikarer", saved: false);
        await Undo.ClickAsync();
        await Context.SetOfflineAsync(false);
        await CodingPage.SavedAsync(Page);
        await Assertions.Expect(Undo).ToContainTextAsync("Fortryd: knyttet til D-1");
        await Assertions.Expect(Cards).ToHaveCountAsync(1);
        ExpectComplaint("ERR_INTERNET_DISCONNECTED");
    }

    [Test]
    public async Task A_coding_by_a_colleague_shows_within_two_seconds_and_both_see_that_the_other_is_here()
    {
        var jonas = await OpenAsJonasAsync();
        await Assertions.Expect(Page.Locator("#coding-others")).ToHaveTextAsync("Jonas Kode er her også");
        await Assertions.Expect(jonas.Locator("#coding-others")).ToHaveTextAsync("Prøve Consultant er her også");
        var delays = new List<TimeSpan>();
        foreach (var (words, title) in new[] { (Words, "Flere voksne"), (Other, "Faste vikarer"), ("halv fire", "Længere åbent") })
        {
            await TieAsync(jonas, words, title);
            var watch = Stopwatch.StartNew();
            await Assertions.Expect(Page.Locator(".margin-card", new() { HasText = title })).ToBeAttachedAsync();
            delays.Add(watch.Elapsed);
        }
        // The middle one, because other tests keep the machine busy.
        Assert.That(delays.Order().ElementAt(1), Is.LessThan(TimeSpan.FromSeconds(2)));
        await Assertions.Expect(Undo).ToBeDisabledAsync();
        await jonas.Locator(".coding-undo-undo").ClickAsync();
        await Assertions.Expect(Cards).ToHaveCountAsync(2);
        await jonas.Context.CloseAsync();
        await Assertions.Expect(Page.Locator("#coding-others")).ToBeEmptyAsync(new() { Timeout = 40_000 });
    }

    [Test]
    public async Task A_mark_taken_away_by_a_colleague_waits_until_the_note_is_written_and_the_note_is_kept()
    {
        await CodingPage.MarkAsync(Page, Words, Touch);
        await Page.Locator("#palette-bare").ClickAsync();
        await CodingPage.SavedAsync(Page);
        var jonas = await OpenAsJonasAsync();
        await Assertions.Expect(jonas.Locator(".margin-card")).ToHaveCountAsync(1);
        await Page.RunAndWaitForResponseAsync(() => Cards.ClickAsync(), answer => answer.Url.Contains("/passages/", StringComparison.Ordinal));
        await Page.Locator("#palette-note summary").ClickAsync();
        var note = Page.GetByLabel("Note til uddraget");
        await note.FillAsync("Min tanke");
        await jonas.Locator(".margin-card").ClickAsync();
        await jonas.RunAndWaitForResponseAsync(() => jonas.Locator("#palette-remove").ClickAsync(), answer => answer.Request.Method == "DELETE");
        await TieAsync(jonas, Other, "Faste vikarer");
        await Assertions.Expect(Page.Locator(".margin-card", new() { HasText = "Faste vikarer" })).ToBeAttachedAsync(new() { Timeout = 3_000 });
        await Assertions.Expect(note).ToHaveValueAsync("Min tanke");

        await Page.Locator("#palette-note-save").ClickAsync();
        await Assertions.Expect(Page.Locator("#coding-status")).ToContainTextAsync("Noten er ikke gemt.");
        await Assertions.Expect(Cards).ToHaveCountAsync(1);
        await CodingPage.MarkAsync(Page, Words, Touch);
        await Assertions.Expect(Page.GetByLabel("Note til uddraget")).ToHaveValueAsync("Min tanke");
        // The mark that is not there any more, and the note that was too late.
        ExpectComplaint("the server responded with a status of 40");
    }

    private async Task<IPage> OpenAsJonasAsync()
    {
        string email;
        await using (var scope = Host.Scope(City.MunicipalityId))
        {
            var db = scope.ServiceProvider.GetRequiredService<LoesningsbrikkerContext>();
            var jonas = await City.AddUserAsync(scope.ServiceProvider.GetRequiredService<UserManager<User>>(), db, Role.Consultant);
            jonas.DisplayName = "Jonas Kode";
            db.Add(new ProcessMember { ProcessId = City.Process.Id, UserId = jonas.Id, AddedAtUtc = db.UtcNow });
            await db.SaveChangesAsync();
            email = jonas.Email!;
        }
        var page = await (await NewContextAsync()).NewPageAsync();
        await SignInAsync(page, email);
        await CodingPage.OpenAsync(page, City);
        return page;
    }

    private async Task TieAsync(IPage page, string words, string title, bool saved = true)
    {
        await CodingPage.MarkAsync(page, words, Touch);
        await page.Locator("#palette-field").FillAsync(title);
        await page.Keyboard.PressAsync("Enter");
        if (saved)
            await CodingPage.SavedAsync(page);
    }
}
