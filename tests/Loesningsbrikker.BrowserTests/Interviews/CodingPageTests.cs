using Loesningsbrikker.Accounts;
using Loesningsbrikker.BrowserTests.Shared;
using Microsoft.Playwright;

namespace Loesningsbrikker.BrowserTests.Interviews;

public sealed class CodingPageTests(Screen screen) : BrowserTest(screen)
{
    private const string First = "Klokken halv fire er der én tilbage på stuen, og så hjælper det ikke.";
    private const string Second = "Vikarerne kender ikke børnenes navne. Det kunne man godt lave en fast måde at gøre på.";

    private bool Touch => Screen == Screen.Phone;

    [SetUp]
    public async Task OpenTheInterview()
    {
        await CodingPage.AddTranscriptAsync(Host, City, 1, "Hvad fylder mest?", First, "Og ellers?", Second);
        await SignInAsync(Role.Consultant);
        await CodingPage.OpenAsync(Page, City);
    }

    [Test]
    public async Task A_marked_stretch_becomes_a_piece_and_is_there_again_after_a_reload()
    {
        await CodingPage.MarkAsync(Page, "én tilbage på stuen", Touch);
        await Page.Locator("#palette-field").FillAsync("Flere voksne i ydertimerne");
        await Page.Locator("#palette").GetByLabel("Lokal").CheckAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Opret" }).ClickAsync();
        await CodingPage.SavedAsync(Page);
        await Axe.AssertCleanAsync(Page);

        await CodingPage.OpenAsync(Page, City);
        var card = Page.Locator(".margin-card");
        await Assertions.Expect(card).ToContainTextAsync("Lokal D-1Flere voksne i ydertimerne1 uddrag");
        Assert.That(await CodingPage.PaintedAsync(Page, "local"), Is.EqualTo("én tilbage på stuen"));
    }

    [Test]
    public async Task The_keyboard_alone_marks_a_sentence_and_ties_it()
    {
        await Page.Locator("#transcript").FocusAsync();
        await Page.Keyboard.PressAsync("ArrowDown");
        await Page.Keyboard.PressAsync("ArrowDown");
        await Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Page.Locator("#palette-field")).ToBeFocusedAsync();
        await Page.Keyboard.TypeAsync("Flere voksne");
        await Page.Keyboard.PressAsync("Enter");
        await CodingPage.SavedAsync(Page);
        await Assertions.Expect(Page.Locator("#transcript")).ToBeFocusedAsync();
        Assert.That(await CodingPage.PaintedAsync(Page, "political"), Is.EqualTo(First));
    }

    [Test]
    public async Task Overlapping_passages_are_both_painted_and_both_listed()
    {
        await TieAsync("Klokken halv fire er der én tilbage", "Brik et");
        await TieAsync("er der én tilbage på stuen", "Brik to");
        Assert.That(await CodingPage.PaintedAsync(Page, "depth-2"), Is.EqualTo("er der én tilbage"));
        Assert.That(await CodingPage.PaintedAsync(Page, "political-line-1"), Is.EqualTo("Klokken halv fire er der én tilbage"));
        Assert.That(await CodingPage.PaintedAsync(Page, "political-line-2"), Is.EqualTo("er der én tilbage på stuen"));
        await Assertions.Expect(Page.Locator(".margin-card")).ToHaveCountAsync(2);
    }

    [Test]
    public async Task Several_pieces_on_one_passage_are_listed_and_one_is_untied()
    {
        await TieAsync("én tilbage på stuen", "Brik et");
        await TieAsync("én tilbage på stuen", "Brik to");
        await Page.Locator(".margin-card").First.ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Løsn fra" }).First.ClickAsync();
        await CodingPage.SavedAsync(Page);
        await Assertions.Expect(Page.Locator(".margin-card")).ToHaveCountAsync(1);
        await Assertions.Expect(Page.Locator(".margin-card")).ToContainTextAsync("Brik to");
    }

    [Test]
    public async Task Marking_far_down_in_a_long_text_leaves_the_page_where_it_was()
    {
        await CodingPage.AddTranscriptAsync(Host, City, 2, [.. Enumerable.Range(1, 80).Select(i => $"Afsnit {i}: {First}")]);
        await CodingPage.OpenAsync(Page, City, 2);
        await Page.EvaluateAsync("document.getElementById('a40').scrollIntoView({ block: 'center' })");
        await Page.WaitForTimeoutAsync(200);
        var before = await Page.EvaluateAsync<int>("Math.round(scrollY)");
        await CodingPage.MarkAsync(Page, "Afsnit 40", Touch);
        Assert.That(await Page.EvaluateAsync<int>("Math.round(scrollY)"), Is.EqualTo(before));
        await Assertions.Expect(Page.Locator("#palette")).ToBeInViewportAsync();
    }

    [Test]
    public async Task A_note_is_kept_with_the_passage()
    {
        await TieAsync("én tilbage på stuen", "Brik et");
        await Page.Locator(".margin-card").ClickAsync();
        await Page.Locator("#palette-note summary").ClickAsync();
        await Page.GetByLabel("Note til uddraget").FillAsync("Spørg ind til fredage");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Gem noten" }).ClickAsync();
        await CodingPage.SavedAsync(Page);
        await CodingPage.OpenAsync(Page, City);
        await Page.Locator(".margin-card").ClickAsync();
        await Assertions.Expect(Page.GetByLabel("Note til uddraget")).ToHaveValueAsync("Spørg ind til fredage");
    }

    [Test]
    public async Task What_is_marked_without_a_connection_is_told_kept_and_sent_when_it_is_back()
    {
        await Context.SetOfflineAsync(true);
        await CodingPage.MarkAsync(Page, "én tilbage på stuen", Touch);
        await Page.Locator("#palette-field").FillAsync("Flere voksne");
        await Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Page.Locator("#coding-status")).ToContainTextAsync("Ingen forbindelse. 1 ændring venter");
        await Context.SetOfflineAsync(false);
        await CodingPage.SavedAsync(Page);
        await CodingPage.OpenAsync(Page, City);
        await Assertions.Expect(Page.Locator(".margin-card")).ToContainTextAsync("Flere voksne");
        ExpectComplaint("ERR_INTERNET_DISCONNECTED");
    }

    [Test]
    public async Task A_leader_who_may_read_sees_the_marks_and_no_field()
    {
        await TieAsync("én tilbage på stuen", "Brik et");
        await City.LetLeadersReadAsync(Host);
        await using var context = await NewContextAsync();
        var page = await context.NewPageAsync();
        await SignInAsync(page, City.User(Role.Leader).Email!);
        await CodingPage.OpenAsync(page, City);
        await page.Locator(".margin-card").ClickAsync();
        await Assertions.Expect(page.Locator("#palette")).ToContainTextAsync("én tilbage på stuen");
        await Assertions.Expect(page.Locator("#palette-field")).ToHaveCountAsync(0);
    }

    private async Task TieAsync(string words, string title)
    {
        await CodingPage.MarkAsync(Page, words, Touch);
        await Page.Locator("#palette-field").FillAsync(title);
        await Page.Keyboard.PressAsync("Enter");
        await CodingPage.SavedAsync(Page);
    }
}
