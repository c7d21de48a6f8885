using Loesningsbrikker.Accounts;
using Loesningsbrikker.BrowserTests.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.Playwright;

namespace Loesningsbrikker.BrowserTests.Interviews;

/// <summary>The coding page under a finger, at 390 px.</summary>
[TestFixture(Screen.Phone)]
public sealed class CodingTouchTests(Screen screen) : BrowserTest(screen)
{
    [SetUp]
    public async Task OpenTheInterview()
    {
        await CodingPage.AddPiecesAsync(Host, City, ("Flere voksne", PieceClass.Political, "Når der lukkes."), ("Fast vikarkorps", PieceClass.Administrative, "Kendte."));
        await CodingPage.AddTranscriptAsync(Host, City, 1, [.. Enumerable.Range(1, 60).Select(i => $"Afsnit {i} handler om legepladsen, og den er våd.")]);
        await SignInAsync(Role.Consultant);
        await CodingPage.OpenAsync(Page, City);
    }

    [Test]
    public async Task What_a_finger_has_selected_is_tied_with_one_tap_on_a_piece()
    {
        await SelectAsync("Afsnit 30 handler");
        await Page.Locator(".quick-piece", new() { HasText = "D-2" }).TapAsync();
        await Assertions.Expect(Page.Locator("#coding-told")).ToHaveTextAsync("Knyttet til D-2 Fast vikarkorps.");
        await CodingPage.SavedAsync(Page);
        await Assertions.Expect(Page.Locator("#quick")).Not.ToBeVisibleAsync();
        Assert.That(await CodingPage.PaintedAsync(Page, "administrative"), Is.EqualTo("Afsnit 30 handler"));
        Assert.That(await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"), Is.Zero);
    }

    [Test]
    public async Task Everything_that_has_a_key_has_a_button_large_enough_for_a_finger()
    {
        await Page.Locator("#go-next-uncoded").TapAsync();
        await Assertions.Expect(Page.Locator("#quick-extent")).ToContainTextAsync("Afsnit 1 ");
        await Page.Locator(".quick-piece", new() { HasText = "D-1" }).TapAsync();
        await Page.Locator("#go-next-uncoded").TapAsync();
        Assert.That(await CodingPage.ChosenAsync(Page), Is.EqualTo("Afsnit 2 handler om legepladsen, og den er våd."));
        await Page.Locator("#go-former-passage").TapAsync();
        Assert.That(await CodingPage.ChosenAsync(Page), Is.EqualTo("Afsnit 1 handler om legepladsen, og den er våd."));
        await Page.Locator("#quick-close").TapAsync();
        await Assertions.Expect(Page.Locator("#quick")).Not.ToBeVisibleAsync();
        var small = await Page.Locator("#coding button:visible").EvaluateAllAsync<string[]>(
            "all => all.filter((b) => { const r = b.getBoundingClientRect(); return r.width < 24 || r.height < 24; }).map((b) => b.id || b.textContent)");
        Assert.That(small, Is.Empty);
    }

    [Test]
    public async Task The_list_opens_over_the_text_and_leads_to_a_passage_far_down()
    {
        await SelectAsync("Afsnit 50 handler");
        await Page.Locator(".quick-piece", new() { HasText = "D-1" }).TapAsync();
        await CodingPage.SavedAsync(Page);
        await Page.EvaluateAsync("scrollTo(0, 0)");
        await Page.Locator("#passages-open").TapAsync();
        await Page.Locator(".passages-row").TapAsync();
        await Assertions.Expect(Page.Locator("#passages")).Not.ToBeVisibleAsync();
        await Assertions.Expect(Page.Locator("#a50")).ToBeInViewportAsync();
        await Page.Locator("#coding-mark").TapAsync();
        await Assertions.Expect(Page.Locator("#palette")).ToContainTextAsync("D-1 Flere voksne");
        await Axe.AssertCleanAsync(Page);
    }

    private async Task SelectAsync(string words)
    {
        await Page.GetByText(words).First.ScrollIntoViewIfNeededAsync();
        await CodingPage.SelectByFingerAsync(Page, words);
        await Assertions.Expect(Page.Locator("#quick")).ToBeVisibleAsync();
    }
}
