using Loesningsbrikker.Accounts;
using Loesningsbrikker.BrowserTests.Shared;
using Microsoft.Playwright;

namespace Loesningsbrikker.BrowserTests.Interviews;

/// <summary>What the coding page does when the server does not take a change as it comes.</summary>
public sealed class CodingTroubleTests(Screen screen) : BrowserTest(screen)
{
    private const string Words = "én tilbage på stuen";

    private ILocator Status => Page.Locator("#coding-status");

    private ILocator Note => Page.GetByLabel("Note til uddraget");

    [SetUp]
    public async Task OpenTheInterview()
    {
        await CodingPage.AddTranscriptAsync(Host, City, 1, "Hvad fylder mest?", $"Klokken halv fire er der {Words}, og så hjælper det ikke.");
        await SignInAsync(Role.Consultant);
        await CodingPage.OpenAsync(Page, City);
    }

    [Test]
    public async Task What_is_marked_after_the_session_has_ended_waits_for_the_sign_in_and_is_sent_with_a_new_token()
    {
        await Context.ClearCookiesAsync();
        await TieAsync("Flere voksne");
        await Assertions.Expect(Status).ToContainTextAsync("Du er logget ud. 1 ændring venter");
        await Assertions.Expect(Status.GetByRole(AriaRole.Link)).ToHaveAttributeAsync("href", "/sign-in");
        await SignInElsewhereAsync(Role.Consultant);
        await CodingPage.SavedAsync(Page);
        await CodingPage.OpenAsync(Page, City);
        await Assertions.Expect(Page.Locator(".margin-card")).ToContainTextAsync("Flere voksne");
        ExpectComplaint("the server responded with a status of 40");
    }

    [Test]
    public async Task What_waits_is_never_sent_in_the_name_of_somebody_else()
    {
        await Context.ClearCookiesAsync();
        await SignInElsewhereAsync(Role.Leader);
        await TieAsync("Flere voksne");
        await Assertions.Expect(Status).ToContainTextAsync("En anden har logget ind i denne browser. 1 ændring venter");
        await Context.ClearCookiesAsync();
        await SignInElsewhereAsync(Role.Consultant);
        await CodingPage.SavedAsync(Page);
        ExpectComplaint("the server responded with a status of 40");
    }

    [Test]
    public async Task A_note_that_a_colleague_was_faster_with_is_told_and_what_was_typed_stays()
    {
        await TieAsync("Flere voksne");
        await CodingPage.SavedAsync(Page);
        await OpenNoteAsync(Page);
        await Note.FillAsync("Min tanke");
        var colleague = await Context.NewPageAsync();
        await CodingPage.OpenAsync(colleague, City);
        await OpenNoteAsync(colleague);
        await colleague.GetByLabel("Note til uddraget").FillAsync("Kollegaens tanke");
        await colleague.Locator("#palette-note-save").ClickAsync();
        await CodingPage.SavedAsync(colleague);

        await Page.Locator("#palette-note-save").ClickAsync();
        await Assertions.Expect(Status).ToContainTextAsync("Din ændring er ikke gemt");
        await Page.Locator(".margin-card").ClickAsync();
        await Assertions.Expect(Note).ToHaveValueAsync("Kollegaens tanke\nMin tanke");
        await Page.Locator("#palette-note-save").ClickAsync();
        await CodingPage.SavedAsync(Page);
        ExpectComplaint("409");
    }

    [Test]
    public async Task What_the_server_refuses_stays_on_the_screen_instead_of_saved()
    {
        await Page.Locator("#coding").EvaluateAsync("element => { document.getElementById('palette-field').maxLength = 1000; }");
        await TieAsync(new string('x', 400));
        await Assertions.Expect(Status).ToContainTextAsync("må højst fylde 300 tegn");
        await TieAsync("Flere voksne");
        await CodingPage.SavedAsync(Page);
        ExpectComplaint("400");
    }

    [Test]
    public async Task A_key_held_down_opens_the_field_and_ties_nothing()
    {
        await TieAsync("Flere voksne");
        await CodingPage.SavedAsync(Page);
        await Page.Locator("#transcript").FocusAsync();
        await Page.Keyboard.PressAsync("ArrowDown");
        for (var repeat = 0; repeat < 5; repeat++)
            await Page.Keyboard.DownAsync("Enter");
        await Page.Keyboard.UpAsync("Enter");
        await Assertions.Expect(Page.Locator("#palette")).ToBeVisibleAsync();
        await Assertions.Expect(Page.Locator(".margin-card")).ToHaveCountAsync(1);
    }

    private async Task TieAsync(string title)
    {
        await CodingPage.MarkAsync(Page, Words, Screen == Screen.Phone);
        await Page.Locator("#palette-field").FillAsync(title);
        await Page.Keyboard.PressAsync("Enter");
    }

    private async Task SignInElsewhereAsync(Role role)
    {
        var tab = await Context.NewPageAsync();
        await SignInAsync(tab, City.User(role).Email!);
        await tab.CloseAsync();
    }

    /// <summary>The stored note and its version have come when the server has answered.</summary>
    private static async Task OpenNoteAsync(IPage page)
    {
        await page.RunAndWaitForResponseAsync(() => page.Locator(".margin-card").ClickAsync(), answer => answer.Url.Contains("/passages/", StringComparison.Ordinal));
        await page.Locator("#palette-note summary").ClickAsync();
    }
}
