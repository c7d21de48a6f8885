using Loesningsbrikker.Accounts;
using Loesningsbrikker.BrowserTests.Shared;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Loesningsbrikker.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Loesningsbrikker.BrowserTests.Interviews;

/// <summary>The coding page in each of its states, and what the small window offers.</summary>
public sealed class CodingStatesTests(Screen screen) : BrowserTest(screen)
{
    private const string Words = "Legepladsen står under vand fra oktober til marts, og gyngerne er låst.";

    private ILocator Options => Page.Locator("#palette-options li");

    [SetUp]
    public async Task OpenTheInterview()
    {
        var transcript = await CodingPage.AddTranscriptAsync(Host, City, 9, "Hvad fylder mest?", Words, "Tak for snakken.");
        var pieces = await CodingPage.AddPiecesAsync(
            Host, City, ("Udeområder, der kan bruges hele året", PieceClass.Political, "Underlag og afvanding."), ("Fast plan for vedligehold af legepladser", PieceClass.Administrative, "Hvem gør hvad."),
            ("Udetøj og skift ved stuerne", PieceClass.Local, "Så man kan komme ud."));
        await using (var scope = Host.Scope(City.MunicipalityId))
        {
            var testimony = new Testimony(scope.ServiceProvider.GetRequiredService<LoesningsbrikkerContext>(), City.Process);
            await testimony.TieAsync(pieces[0], await testimony.SaidAsync("Der mangler dræn under gyngerne."), await testimony.SaidAsync("Uden dræn bliver det aldrig tørt."));
            await testimony.TieAsync(pieces[2], await testimony.PassageAsync(transcript, "Tak for snakken.", "Husk kaffen"));
        }
        await SignInAsync(Role.Consultant);
        await CodingPage.OpenAsync(Page, City, 9);
    }

    [Test]
    public async Task Each_state_of_the_page_is_accessible()
    {
        await Page.Locator("#transcript").FocusAsync();
        await Page.Keyboard.PressAsync("End");
        await CleanAsync("a passage is chosen");
        await Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Page.GetByLabel("Note til uddraget")).ToHaveValueAsync("Husk kaffen");
        await CleanAsync("the small window on a passage with a note");
        await Page.Keyboard.PressAsync("Escape");
        await Page.Keyboard.PressAsync("ArrowUp");
        await Page.Keyboard.PressAsync("Enter");
        await Page.Locator("#palette-field").FillAsync("dræn legeplads");
        await CleanAsync("something is typed");
        await Page.Keyboard.PressAsync("Escape");
        await Page.Keyboard.PressAsync("1");
        await CodingPage.SavedAsync(Page);
        await CleanAsync("something was told");
        await Page.Keyboard.PressAsync("l");
        await Page.Locator("#filter [name=class]").SelectOptionAsync("Local");
        await CleanAsync("the list and its filter");
        await Page.Locator("#passages-close").ClickAsync();
        await Page.Locator("#focus-on").ClickAsync();
        await CleanAsync("focus mode");
    }

    [Test]
    public async Task A_piece_is_found_by_its_title_its_description_and_what_was_said_elsewhere_and_says_why()
    {
        await OpenFieldAsync("dræn legeplads");
        await Assertions.Expect(Options.Nth(0)).ToContainTextAsync("Ny brik: dræn legeplads");
        await Assertions.Expect(Options.Filter(new() { HasText = "D-2" })).ToContainTextAsync("ligner: «legeplads» i titlen");
        await Assertions.Expect(Options.Filter(new() { HasText = "D-1" })).ToContainTextAsync("ligner: «dræn» i to uddrag");
        await Page.Locator("#palette-field").FillAsync("afvanding");
        await Assertions.Expect(Options.Filter(new() { HasText = "D-1" })).ToContainTextAsync("ligner: «afvanding» i beskrivelsen");
        await Page.Locator("#palette-field").FillAsync("vedligeholdelse");
        await Assertions.Expect(Options.Filter(new() { HasText = "D-2" })).ToContainTextAsync("ligner: «vedligehold» i titlen");
        await Page.Locator("#palette-field").FillAsync("d3");
        await Assertions.Expect(Options.Nth(0)).ToContainTextAsync("D-3 Udetøj");
    }

    [Test]
    public async Task Resembling_pieces_are_found_without_a_connection_too()
    {
        await OpenFieldAsync("");
        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await Context.SetOfflineAsync(true);
        await Page.Locator("#palette-field").FillAsync("dræn");
        await Assertions.Expect(Options.Filter(new() { HasText = "D-1" })).ToContainTextAsync("ligner: «dræn» i to uddrag");
        await Context.SetOfflineAsync(false);
    }

    [Test]
    public async Task The_passage_s_own_words_become_a_title_that_ends_with_a_word()
    {
        await CodingPage.MarkAsync(Page, Words, Screen == Screen.Phone);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Brug som titel" }).ClickAsync();
        await Assertions.Expect(Page.Locator("#palette-field")).ToHaveValueAsync("Legepladsen står under vand fra oktober til marts, og gyngerne er låst");
        await Page.Keyboard.PressAsync("Enter");
        await CodingPage.SavedAsync(Page);
        await Assertions.Expect(Page.Locator(".margin-card").First).ToContainTextAsync("Legepladsen står under vand");
    }

    [Test]
    public async Task A_note_that_was_not_stored_waits_when_the_window_is_opened_again()
    {
        await OpenFieldAsync("");
        await Page.Locator("#palette-note summary").ClickAsync();
        await Page.GetByLabel("Note til uddraget").FillAsync("Halvt tænkt");
        await Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(Page.Locator("#coding-told")).ToContainTextAsync("Noten er ikke gemt endnu.");
        await Page.Keyboard.PressAsync("Shift+Enter");
        await Assertions.Expect(Page.GetByLabel("Note til uddraget")).ToBeFocusedAsync();
        await Assertions.Expect(Page.GetByLabel("Note til uddraget")).ToHaveValueAsync("Halvt tænkt");
        await Page.Keyboard.PressAsync("Control+Enter");
        await CodingPage.SavedAsync(Page);
        await CodingPage.OpenAsync(Page, City, 9);
        await Page.Locator(".margin-card").First.ClickAsync();
        await Assertions.Expect(Page.GetByLabel("Note til uddraget")).ToHaveValueAsync("Halvt tænkt");
    }

    private async Task OpenFieldAsync(string typed)
    {
        await Page.Locator("#transcript").FocusAsync();
        await Page.Keyboard.PressAsync("Home");
        await Page.Keyboard.PressAsync("ArrowDown");
        await Page.Keyboard.PressAsync("Enter");
        await Page.Locator("#palette-field").FillAsync(typed);
    }

    private async Task CleanAsync(string state) => Assert.That(await Axe.ViolationsAsync(Page), Is.Empty, state);
}
