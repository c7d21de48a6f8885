using ClosedXML.Excel;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.BrowserTests.Interviews;
using Loesningsbrikker.BrowserTests.Shared;
using Microsoft.Playwright;

namespace Loesningsbrikker.BrowserTests;

/// <summary>The main path in one go, as a consultant walks it: from an interview to a workbook.</summary>
public sealed class MainPathTests(Screen screen) : BrowserTest(screen)
{
    private const string Text = """
        Interviewer: Hvad fylder mest for jer lige nu?

        Leder: Klokken halv fire er der én tilbage på stuen. Vi lukker af, fordi vi er nødt til det.

        Interviewer: Hvad kunne huset selv gøre?

        Leder: Vi kunne flytte personalemødet, så det ikke ligger der, hvor alle henter.
        """;

    [Test]
    public async Task A_consultant_goes_from_an_interview_to_the_workbook()
    {
        await SignInAsync(Role.Consultant);
        await Page.GotoAsync(City.Path);
        await RegisterInterviewAsync();
        await BringInTextAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "Kod interviewet" }).ClickAsync();
        await Page.WaitForSelectorAsync("#coding[data-ready=yes]");
        await TieAsync("Klokken halv fire er der én tilbage på stuen.", "Flere voksne i ydertimerne", "Politisk");
        await TieAsync("Vi kunne flytte personalemødet", "Personalemøder uden for hentetid", "Lokal");
        await FindInTheListAsync();
        await DownloadAsync();
    }

    private async Task RegisterInterviewAsync()
    {
        await Page.GetByRole(AriaRole.Navigation, new() { Name = City.Process.Name }).GetByRole(AriaRole.Link, new() { Name = "Interviews" }).ClickAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "Nyt interview" }).ClickAsync();
        await Page.GetByLabel("Titel").FillAsync("Leder, Børnehuset Egen");
        await Page.GetByLabel("Dato").FillAsync("2026-09-01");
        await Page.GetByLabel("Prøve Consultant").CheckAsync();
        await Page.Locator("form").Filter(new() { Has = Page.GetByLabel("Titel") }).GetByRole(AriaRole.Button).Last.ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Leder, Børnehuset Egen");
    }

    private async Task BringInTextAsync()
    {
        await Page.GetByRole(AriaRole.Link, new() { Name = "Læg tekst ind" }).ClickAsync();
        await Page.Locator("#File").SetInputFilesAsync(new FilePayload { Name = "leder.txt", MimeType = "text/plain", Buffer = System.Text.Encoding.UTF8.GetBytes(Text) });
        await Page.GetByRole(AriaRole.Button, new() { Name = "Videre til forhåndsvisning" }).ClickAsync();
        await Page.GetByText("Ordret: det, der blev sagt").ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Læs ind" }).ClickAsync();
        await Assertions.Expect(Page.GetByText("Vi læste 4 afsnit")).ToBeVisibleAsync();
    }

    private async Task TieAsync(string words, string title, string pieceClass)
    {
        await CodingPage.MarkAsync(Page, words, Screen == Screen.Phone);
        await Page.Locator("#palette-field").FillAsync(title);
        await Page.Locator("#palette").GetByLabel(pieceClass).CheckAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Opret" }).ClickAsync();
        await CodingPage.SavedAsync(Page);
    }

    private async Task FindInTheListAsync()
    {
        await Page.GetByRole(AriaRole.Navigation, new() { Name = City.Process.Name }).GetByRole(AriaRole.Link, new() { Name = "Løsningsbrikker" }).ClickAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "Flere voksne i ydertimerne" }).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Main)).ToContainTextAsync("Klokken halv fire er der én tilbage på stuen.");
        await Axe.AssertCleanAsync(Page);
    }

    private async Task DownloadAsync()
    {
        await Page.GetByRole(AriaRole.Navigation, new() { Name = City.Process.Name }).GetByRole(AriaRole.Link, new() { Name = "Excel" }).ClickAsync();
        var download = await Page.RunAndWaitForDownloadAsync(() => Page.GetByRole(AriaRole.Link, new() { Name = "Hent administrationens udgave" }).ClickAsync());
        await using var file = await download.CreateReadStreamAsync();
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        using var workbook = new XLWorkbook(bytes);
        var cells = workbook.Worksheets.SelectMany(s => s.CellsUsed(c => !c.HasFormula)).Select(c => c.GetString()).ToList();
        Assert.That(cells, Has.Member("Flere voksne i ydertimerne").And.Member("Vi kunne flytte personalemødet"));
    }
}
