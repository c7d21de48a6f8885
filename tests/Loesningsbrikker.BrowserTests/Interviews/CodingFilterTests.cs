using Loesningsbrikker.Accounts;
using Loesningsbrikker.BrowserTests.Shared;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Loesningsbrikker.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Loesningsbrikker.BrowserTests.Interviews;

/// <summary>Passages that lie on one another, the list of all, and the filter.</summary>
public sealed class CodingFilterTests(Screen screen) : BrowserTest(screen)
{
    private const string Text = "Klokken halv fire er der én tilbage på stuen, og så hjælper det ikke, at pædagogikken er god.";

    private ILocator Rows => Page.Locator(".passages-row");

    [SetUp]
    public async Task OpenAnInterviewWithFivePassages()
    {
        var transcript = await CodingPage.AddTranscriptAsync(Host, City, 1, "Hvad fylder mest?", Text, "Tak.");
        var pieces = await CodingPage.AddPiecesAsync(
            Host, City, ("Flere voksne", PieceClass.Political, "Når der lukkes."), ("Fælles vagtplan", PieceClass.Administrative, "Én for alle."),
            ("Hjælp hinanden", PieceClass.Local, "På tværs af stuer."));
        await using var scope = Host.Scope(City.MunicipalityId);
        var testimony = new Testimony(scope.ServiceProvider.GetRequiredService<LoesningsbrikkerContext>(), City.Process);
        var db = testimony.Db;
        (await db.SolutionPieces.FindAsync(pieces[0].Id))!.Theme = new Theme { ProcessId = City.Process.Id, Name = "Normering" };
        await testimony.TieAsync(pieces[0], await testimony.PassageAsync(transcript, "Klokken halv fire er der én tilbage på stuen, og så hjælper det ikke", "Vigtigt"));
        await testimony.TieAsync(pieces[1], await testimony.PassageAsync(transcript, "er der én tilbage på stuen, og så hjælper"));
        await testimony.TieAsync(pieces[2], await testimony.PassageAsync(transcript, "én tilbage på stuen"));
        var fourth = await testimony.PassageAsync(transcript, "én tilbage");
        db.Add(new Coding
        {
            ProcessId = City.Process.Id, PassageId = fourth.Id, SolutionPieceId = pieces[0].Id, CodedAtUtc = db.UtcNow, CodedByUserId = City.User(Role.Consultant).Id,
        });
        await testimony.PassageAsync(transcript, "Tak.");
        await db.SaveChangesAsync();
        await SignInAsync(Role.Consultant);
        await CodingPage.OpenAsync(Page, City);
    }

    [Test]
    public async Task The_more_passages_lie_on_one_another_the_darker_the_ground_and_each_has_a_line_of_its_own()
    {
        async Task<string> Painted(string layer) => await CodingPage.PaintedAsync(Page, layer);
        Assert.That(await Painted("depth-2"), Is.EqualTo("er der |, og så hjælper"));
        Assert.That(await Painted("depth-3"), Is.EqualTo(" på stuen"));
        Assert.That(await Painted("depth-4"), Is.EqualTo("én tilbage"));
        Assert.That(await Painted("political-line-1"), Is.EqualTo("Klokken halv fire er der én tilbage på stuen, og så hjælper det ikke"));
        Assert.That(await Painted("administrative-line-2"), Is.EqualTo("er der én tilbage på stuen, og så hjælper"));
        Assert.That(await Painted("local-line-3"), Is.EqualTo("én tilbage på stuen"));
        Assert.That(await Painted("more"), Is.EqualTo("én tilbage"), "The fourth has no line of its own; a double line says so.");
    }

    [Test]
    public async Task The_list_tells_every_passage_in_order_and_leads_to_it()
    {
        await OpenListAsync();
        await Assertions.Expect(Rows).ToHaveTextAsync(
        [
            "Afsnit 2Klokken halv fire er der én tilbage på stuen, og så hjælper det ikkePolitisk D-1 Flere voksnenote",
            "Afsnit 2er der én tilbage på stuen, og så hjælperAdministrativ D-2 Fælles vagtplan",
            "Afsnit 2én tilbage på stuenLokal D-3 Hjælp hinanden",
            "Afsnit 2én tilbagePolitisk D-1 Flere voksnePrøve Consultant",
            "Afsnit 3Tak.Uden brik",
        ]);
        await Axe.AssertCleanAsync(Page);
        await Page.Keyboard.PressAsync("End");
        await Page.Keyboard.PressAsync("ArrowUp");
        await Page.Keyboard.PressAsync("Enter");
        Assert.That(await CodingPage.ChosenAsync(Page), Is.EqualTo("én tilbage"));
        await Assertions.Expect(Page.Locator("#transcript")).ToBeFocusedAsync();
    }

    [TestCase("piece", "2", "er der én tilbage på stuen, og så hjælper")]
    [TestCase("piece", "none", "Tak.")]
    [TestCase("theme", "Normering", "Klokken halv fire er der én tilbage på stuen, og så hjælper det ikke|én tilbage")]
    [TestCase("class", "Local", "én tilbage på stuen")]
    public async Task The_filter_takes_paint_margin_and_list_says_how_many_and_stands_in_the_address(string field, string value, string shown)
    {
        await OpenListAsync();
        await Page.Locator($"#filter [name={field}]").SelectOptionAsync(value);
        await ExpectShownAsync(shown);
        await Axe.AssertCleanAsync(Page);
        Assert.That(Page.Url, Does.Contain($"{field}={value}"));

        var link = Page.Url;
        await Page.GotoAsync("about:blank");
        await Page.GotoAsync(link);
        await Page.WaitForSelectorAsync("#coding[data-ready=yes]");
        await ExpectShownAsync(shown);
        await Page.Locator("#filter-told [data-show-all]").ClickAsync();
        await Assertions.Expect(Page.Locator("#filter-told")).Not.ToBeVisibleAsync();
        Assert.That(Page.Url, Does.Not.Contain("?"));
    }

    [Test]
    public async Task The_filter_finds_the_notes_and_who_coded()
    {
        await OpenListAsync();
        await Page.GetByLabel("Med note").CheckAsync();
        await ExpectShownAsync("Klokken halv fire er der én tilbage på stuen, og så hjælper det ikke");
        await Page.GetByLabel("Med note").UncheckAsync();
        await Page.GetByLabel("Kodet af").SelectOptionAsync(new SelectOptionValue { Label = "Prøve Consultant" });
        await ExpectShownAsync("én tilbage");
    }

    [Test]
    public async Task What_is_coded_behind_the_filter_is_told()
    {
        await OpenListAsync();
        await Page.Locator("#filter [name=class]").SelectOptionAsync("Local");
        await Page.Locator("#passages-close").ClickAsync();
        await Page.Locator("#transcript").FocusAsync();
        await Page.Keyboard.PressAsync("Home");
        await Page.Keyboard.PressAsync("1");
        await Assertions.Expect(Page.Locator("#coding-told")).ToContainTextAsync("Filteret skjuler uddraget.");
    }

    [Test]
    public async Task Where_the_browser_has_no_highlights_marks_stand_in_the_text_and_offsets_still_fit()
    {
        await Context.AddInitScriptAsync("Object.defineProperty(navigator, 'userAgent', { get: () => 'Gecko/20100101' });");
        await CodingPage.OpenAsync(Page, City);
        await Assertions.Expect(Page.Locator("mark.coded-depth-4")).ToHaveTextAsync("én tilbage");
        await Page.Locator("#transcript").FocusAsync();
        await Page.Keyboard.PressAsync("End");
        await Assertions.Expect(Page.Locator("mark.coded-chosen")).ToHaveTextAsync("Tak.");
        await Page.Keyboard.PressAsync("1");
        await CodingPage.SavedAsync(Page);
        await Assertions.Expect(Page.Locator("mark.coded-political").Last).ToHaveTextAsync("Tak.");
    }

    private async Task ExpectShownAsync(string shown)
    {
        var passages = shown.Split('|');
        await Assertions.Expect(Page.Locator("#filter-count")).ToHaveTextAsync($"Viser {passages.Length} af 5 uddrag");
        var painted = await Page.EvaluateAsync<string[]>("""
            () => ['political', 'administrative', 'local', 'bare'].flatMap((kind) => [...CSS.highlights.get(kind)].map((r) => r.startContainer.data.slice(r.startOffset, r.endOffset)))
            """);
        Assert.That(painted, Is.EquivalentTo(passages));
        if (Screen == Screen.Desktop)
            await Assertions.Expect(Rows).ToHaveCountAsync(passages.Length);
    }

    private async Task OpenListAsync()
    {
        await Page.Locator("#passages-open").ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Uddrag i interviewet" })).ToBeVisibleAsync();
    }
}
