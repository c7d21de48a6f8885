using System.Text;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.BrowserTests.Shared;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Loesningsbrikker.BrowserTests.Interviews;

/// <summary>From a file with names to a text without them, as a consultant walks it.</summary>
public sealed class ImportJourneyTests(Screen screen) : BrowserTest(screen)
{
    private const string Meeting =
        """
        WEBVTT

        0f0e-1/12-0
        00:00:03.000 --> 00:00:05.000
        <v Karin Prøvesen>Nazrins far ringer fra 22 33 44 55, og Nazrin græder på Solstuen.</v>

        0f0e-1/13-0
        00:00:05.000 --> 00:00:07.000
        <v Interviewer>Og hvad gør I, Karin?</v>

        0f0e-1/14-0
        00:00:07.000 --> 00:00:09.000
        <v Karin Prøvesen>Vi spørger Vibeke. Drengens nummer, 070761-4285, har vi jo.</v>

        """;

    [Test]
    public async Task A_Teams_file_is_looked_through_corrected_and_stored_with_pseudonyms()
    {
        await AddGroupAsync("Ledere");
        await SignInAsync(Role.Consultant);
        await ChooseAsync(File("Samtale med Karin Prøvesen.vtt", Meeting));
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Forhåndsvisning");
        await AssertFitsAsync();

        // Correct one, untick one, add one, and say who speaks.
        await Page.GetByLabel("Erstat Nazrin med").FillAsync("[et barn]");
        await BoxOf("Vibeke").UncheckAsync();
        await Page.GetByLabel("Erstat også").FillAsync("Solstuen");
        await Page.GetByLabel("med", new() { Exact = true }).FillAsync("[en stue]");
        await Page.GetByRole(AriaRole.Group, new() { Name = "Karin Prøvesen" }).GetByLabel("Er", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "Ny informant: D-L-01" });
        await Page.GetByRole(AriaRole.Button, new() { Name = "Opdatér", Exact = true }).ClickAsync();
        var text = Page.GetByRole(AriaRole.Region, new() { Name = "Teksten", Exact = true });
        await Expect(text).ToContainTextAsync("D-L-01: [et barn]s far ringer fra [telefonnummer], og [et barn] græder på [en stue].");
        await Expect(text).ToContainTextAsync("Og hvad gør I, [D-L-01]?");
        await Expect(text).ToContainTextAsync("Vi spørger Vibeke. Drengens nummer, [CPR-nummer], har vi jo.");
        await AssertFitsAsync();

        await Page.GetByLabel("Dato").FillAsync("2026-09-01");
        await Page.GetByText("Ordret: det, der blev sagt").ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Læs ind" }).ClickAsync();
        await Expect(Page.GetByText("Vi læste 3 afsnit")).ToBeVisibleAsync();
        var main = Page.GetByRole(AriaRole.Main);
        await Expect(main).ToContainTextAsync("[et barn]s far ringer fra [telefonnummer]");
        await Expect(main).Not.ToContainTextAsync("Nazrin");
        await Expect(main).Not.ToContainTextAsync("Karin");
        await Expect(main).ToContainTextAsync("Samtale med [D-L-01].vtt");
    }

    [Test]
    public async Task Of_three_files_the_one_that_cannot_be_read_stops_none()
    {
        await SignInAsync(Role.Consultant);
        await ChooseAsync(File("første.txt", "Vi mangler ro."), File("regneark.xlsx", "PK"), File("anden.md", "# Vi mangler tid."));
        var files = Page.Locator("#import-files");
        await Expect(Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("2 af 3 filer er læst. 1 kunne ikke læses.");
        await Expect(files.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(3);
        await Expect(files).ToContainTextAsync("Kunne ikke læses: Vælg en fil af typen");
        await AssertFitsAsync();
        await files.GetByRole(AriaRole.Link).First.ClickAsync();
        await Expect(Page.GetByText("Det er tekst 1 af 2")).ToBeVisibleAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "Næste tekst" }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("anden.md");
        // What is missing is asked for, with a link to the field.
        await Page.GetByRole(AriaRole.Button, new() { Name = "Læs ind" }).ClickAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "Skriv datoen for det nye interview" }).ClickAsync();
        await Expect(Page.GetByLabel("Dato")).ToBeFocusedAsync();
        await AssertFitsAsync();
        ExpectComplaint("400");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Smid teksten væk" }).ClickAsync();
        await Expect(Page.GetByText("Der er ikke gemt noget af den")).ToBeVisibleAsync();
        await Expect(Page.GetByRole(AriaRole.Link, new() { Name = "første.txt" })).ToBeVisibleAsync();
    }

    private async Task ChooseAsync(params FilePayload[] files)
    {
        await Page.GotoAsync(City.Path + "/interviews");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Læs filer ind" }).ClickAsync();
        await Page.GetByLabel("Filer", new() { Exact = true }).SetInputFilesAsync(files);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Læs filerne" }).ClickAsync();
    }

    /// <summary>The box is drawn by the label, which is what one clicks.</summary>
    private ILocator BoxOf(string found) => Page.GetByRole(AriaRole.Checkbox, new() { Name = "Erstat " + found });

    private async Task AssertFitsAsync()
    {
        Assert.That(await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"), Is.Zero, "the page scrolls sideways, in pixels");
        await Axe.AssertCleanAsync(Page);
    }

    private async Task AddGroupAsync(string name)
    {
        await using var scope = Host.Scope(City.MunicipalityId);
        var db = scope.ServiceProvider.GetRequiredService<LoesningsbrikkerContext>();
        db.Add(new InformantGroup { ProcessId = City.Process.Id, Name = name });
        await db.SaveChangesAsync();
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);

    private static FilePayload File(string name, string text) => new() { Name = name, MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes(text) };
}
