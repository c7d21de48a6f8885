using Loesningsbrikker.Accounts;
using Loesningsbrikker.BrowserTests.Shared;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Loesningsbrikker.BrowserTests.Interviews;

/// <summary>The coding page without a mouse.</summary>
public sealed class CodingKeyboardTests(Screen screen) : BrowserTest(screen)
{
    private const string First = "Klokken halv fire er der én tilbage på stuen. Det går ikke. Legepladsen er våd hele vinteren.";
    private const string Second = "Vikarerne kender ikke børnenes navne. Der mangler en fast måde at gøre det på.";

    private ILocator Told => Page.Locator("#coding-told");

    private ILocator Field => Page.Locator("#palette-field");

    [SetUp]
    public async Task OpenTheInterview()
    {
        await CodingPage.AddPiecesAsync(
            Host, City, ("Flere voksne", PieceClass.Political, "Når der lukkes."), ("Fast vikarkorps", PieceClass.Administrative, "Kendte ansigter."));
        await CodingPage.AddTranscriptAsync(Host, City, 1, "Hvad fylder mest i jeres hverdag?", First, "Og hvad ellers her i huset?", Second);
        await SignInAsync(Role.Consultant);
        await CodingPage.OpenAsync(Page, City);
    }

    [Test]
    public async Task A_whole_interview_is_coded_with_the_keyboard_alone()
    {
        await CodingPage.TabToTextAsync(Page);
        await PressAsync("ArrowDown", "ArrowDown", "1");
        await Assertions.Expect(Told).ToHaveTextAsync("Knyttet til D-1 Flere voksne.");
        await PressAsync("n", "Shift+ArrowDown", "Shift+ArrowLeft", "Enter", " ");
        await Assertions.Expect(Field).ToHaveValueAsync("Det går ikke. Legepladsen er våd hele");
        await PressAsync("Shift+Enter");
        await Page.Keyboard.TypeAsync("Spørg ind til dræn");
        await PressAsync("Control+Enter");
        await Assertions.Expect(Page.Locator("#transcript")).ToBeFocusedAsync();
        await PressAsync("n", "n", "2");
        await Assertions.Expect(Told).ToHaveTextAsync("Knyttet til D-2 Fast vikarkorps.");
        await CodingPage.SavedAsync(Page);

        var stored = await StoredAsync();
        Assert.That(stored, Is.EqualTo(new[]
        {
            "Klokken halv fire er der én tilbage på stuen. → D-1",
            "Det går ikke. Legepladsen er våd hele → D-3 (Spørg ind til dræn)",
            "Vikarerne kender ikke børnenes navne. → D-2",
        }));
    }

    [Test]
    public async Task Both_ends_move_by_sentence_and_by_word()
    {
        await CodingPage.TabToTextAsync(Page);
        await PressAsync("Home", "ArrowDown", "ArrowDown");
        (string Key, string Chosen)[] steps =
        [
            ("Shift+ArrowRight", "Det går ikke. Legepladsen"), ("Shift+ArrowLeft", "Det går ikke."), ("Shift+ArrowLeft", "Det går"),
            ("Shift+ArrowDown", "Det går ikke."), ("Shift+ArrowDown", "Det går ikke. Legepladsen er våd hele vinteren."), ("Shift+ArrowUp", "Det går ikke."),
            (",", "Klokken halv fire er der én tilbage på stuen. Det går ikke."), ("ArrowRight", "halv fire er der én tilbage på stuen. Det går ikke."),
            (".", "Det går ikke."), ("ArrowLeft", "stuen. Det går ikke."), ("End", "Der mangler en fast måde at gøre det på."), ("Home", "Hvad fylder mest i jeres hverdag?"),
        ];
        foreach (var (key, chosen) in steps)
        {
            await PressAsync(key);
            Assert.That(await CodingPage.ChosenAsync(Page), Is.EqualTo(chosen), key);
        }
    }

    [Test]
    public async Task Uncoded_places_and_passages_are_gone_to_in_both_directions()
    {
        await CodingPage.TabToTextAsync(Page);
        await PressAsync("Home", "ArrowDown", "1", "ArrowDown", "ArrowDown", "ArrowDown", "ArrowDown", "2", "Home");
        (string Key, string Chosen)[] steps =
        [
            ("m", "Klokken halv fire er der én tilbage på stuen."), ("m", "Vikarerne kender ikke børnenes navne."),
            ("Shift+M", "Klokken halv fire er der én tilbage på stuen."), ("n", "Det går ikke."), ("n", "Og hvad ellers her i huset?"),
            ("n", "Der mangler en fast måde at gøre det på."), ("p", "Og hvad ellers her i huset?"), ("p", "Det går ikke."),
        ];
        foreach (var (key, chosen) in steps)
        {
            await PressAsync(key);
            Assert.That(await CodingPage.ChosenAsync(Page), Is.EqualTo(chosen), key);
        }
        await PressAsync("End", "n");
        await Assertions.Expect(Told).ToHaveTextAsync("Der er ikke flere ukodede steder længere nede.");
    }

    [Test]
    public async Task What_is_chosen_is_read_aloud_with_what_it_is_tied_to()
    {
        var spoken = Page.Locator("#coding-spoken");
        await CodingPage.TabToTextAsync(Page);
        await PressAsync("Home", "ArrowDown", "1", "ArrowUp", "ArrowDown");
        await Assertions.Expect(spoken).ToHaveTextAsync("Afsnit 2: Klokken halv fire er der én tilbage på stuen. Knyttet til D-1 Flere voksne.");
        await PressAsync("Shift+ArrowDown");
        await Assertions.Expect(spoken).ToHaveTextAsync("Med: Det går ikke.");
        await PressAsync("1", "1");
        await Assertions.Expect(spoken).ToHaveTextAsync("Stykket er allerede knyttet til D-1 Flere voksne.");
    }

    [Test]
    public async Task Single_keys_do_nothing_outside_the_text()
    {
        await CodingPage.TabToTextAsync(Page);
        await PressAsync("Home", "Tab", "1", "n", "f", "?", "Shift+?");
        await Assertions.Expect(Page.Locator("#help")).Not.ToBeVisibleAsync();
        await Assertions.Expect(Page.Locator("#coding")).Not.ToHaveAttributeAsync("data-focus", "yes");
        await Assertions.Expect(Page.Locator("#coding-status")).ToBeEmptyAsync();
        await Page.Locator("#transcript").FocusAsync();
        await PressAsync("Enter");
        await Page.Keyboard.TypeAsync("natur 1");
        await Assertions.Expect(Field).ToHaveValueAsync("natur 1");
    }

    [Test]
    public async Task A_piece_keeps_its_key_in_the_next_interview()
    {
        await CodingPage.AddTranscriptAsync(Host, City, 2, "Her er et andet interview.", "Det har to afsnit.");
        await CodingPage.TabToTextAsync(Page);
        await PressAsync("Home", "2", "ArrowDown", "Enter");
        await Page.Keyboard.TypeAsync("En ny brik");
        await PressAsync("Enter", "ArrowDown", "2");
        await CodingPage.SavedAsync(Page);
        var keys = await KeysAsync();
        await CodingPage.OpenAsync(Page, City, 2);
        await CodingPage.TabToTextAsync(Page);
        await PressAsync("Home");
        Assert.That(await KeysAsync(), Is.EqualTo(keys).And.EqualTo(new[] { "1 D-1 Flere voksne", "2 D-2 Fast vikarkorps", "3 D-3 En ny brik" }));
    }

    private async Task<string[]> KeysAsync() =>
        [.. (await Page.Locator(".quick-piece").EvaluateAllAsync<string[]>("all => all.map((b) => `${b.querySelector('kbd').textContent} ${b.querySelector('.quick-words').textContent}`)"))];

    private async Task PressAsync(params string[] keys)
    {
        foreach (var key in keys)
            await Page.Keyboard.PressAsync(key);
    }

    /// <summary>What is in the database: the words, the pieces and the note of each passage.</summary>
    private async Task<string[]> StoredAsync()
    {
        await using var scope = Host.Scope(City.MunicipalityId);
        var db = scope.ServiceProvider.GetRequiredService<LoesningsbrikkerContext>();
        var passages = await db.Passages.Where(p => p.ProcessId == City.Process.Id).OrderBy(p => p.StartUtf16)
            .Select(p => new { p.Quote, p.Note, Pieces = p.Codings.Select(c => db.SolutionPieces.Single(s => s.Id == c.SolutionPieceId).Number) }).ToListAsync();
        return [.. passages.Select(p => $"{p.Quote} → {string.Join(", ", p.Pieces.Select(n => "D-" + n))}{(p.Note.Length > 0 ? $" ({p.Note})" : "")}")];
    }
}
