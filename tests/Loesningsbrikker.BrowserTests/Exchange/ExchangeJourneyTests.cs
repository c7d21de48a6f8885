using Loesningsbrikker.Accounts;
using Loesningsbrikker.BrowserTests.Shared;
using Loesningsbrikker.Tests.Exchange;
using Microsoft.Playwright;

namespace Loesningsbrikker.BrowserTests.Exchange;

/// <summary>From a project of another tool to passages in this one, and out again as files.</summary>
public sealed class ExchangeJourneyTests(Screen screen) : BrowserTest(screen)
{
    private const string Text = "Leder: Vi har for lidt tid 😀 om morgenen.\r\nInterviewer: Hvorfor?\r\nLeder: Der er mange vikarer, siger Mette Hansen.\r\nInterviewer: Ja?";

    [Test]
    public async Task A_consultant_brings_a_project_in_by_its_preview_finds_its_passages_and_takes_them_out()
    {
        await SignInAsync(Role.Consultant);
        await Page.GotoAsync(City.Path + "/interviews");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Gå til udveksling" }).ClickAsync();
        await Page.GetByLabel("Fil").SetInputFilesAsync(new FilePayload { Name = "Skole.qdpx", MimeType = "application/zip", Buffer = Project() });
        await Page.GetByRole(AriaRole.Button, new() { Name = "Se projektet igennem" }).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Main)).ToContainTextAsync("Intet er gemt endnu.");
        await Assertions.Expect(Page.GetByRole(AriaRole.Main)).ToContainTextAsync("1 tekst, som ikke ligger i filen: »Mangler«.");
        await Axe.AssertCleanAsync(Page);
        await StoreAsync();
        await ReadAsync();
        await TakeOutAsync();
    }

    private async Task StoreAsync()
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "Læs ind" }).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Link, new() { Name = "Vælg, om teksterne er ordrette eller gengivet." })).ToBeVisibleAsync();
        ExpectComplaint("status of 400");
        await Axe.AssertCleanAsync(Page);
        await Page.GetByLabel("Ordret:").CheckAsync();
        await Page.GetByLabel("Alle koder, hvor der ikke er valgt andet, bliver til").SelectOptionAsync("Local");
        await Page.GetByLabel("Vikarer bliver til").SelectOptionAsync("Challenge");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Læs ind" }).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Status).First).ToContainTextAsync("Læst ind: 1 interview, 2 uddrag, 2 knytninger, 2 brikker og 1 udfordring.");
        await Axe.AssertCleanAsync(Page);
    }

    private async Task ReadAsync()
    {
        await Page.GetByRole(AriaRole.Link, new() { Name = "Vælg uddrag" }).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Main)).ToContainTextAsync("Der er mange vikarer, siger [person A]");
        await Axe.AssertCleanAsync(Page);
        await Page.GetByLabel("Klasse").SelectOptionAsync("Local");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Vis", Exact = true }).ClickAsync();
        await Assertions.Expect(Page.GetByText("1 uddrag", new() { Exact = true }).First).ToBeVisibleAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "Interview 1, afsnit 1" }).ClickAsync();
        await Assertions.Expect(Page.GetByText("Vi har for lidt tid 😀 om morgenen.").First).ToBeVisibleAsync();
        await Page.GoBackAsync();
    }

    private async Task TakeOutAsync()
    {
        var csv = await Page.RunAndWaitForDownloadAsync(() => Page.GetByRole(AriaRole.Link, new() { Name = "Hent som tekst (.csv)" }).ClickAsync());
        Assert.That(await File.ReadAllTextAsync(await csv.PathAsync()), Does.Contain("Vi har for lidt tid 😀").And.Not.Contain("vikarer"));
        await Page.GotoAsync(City.Path + "/exchange");
        var project = await Page.RunAndWaitForDownloadAsync(() => Page.GetByRole(AriaRole.Link, new() { Name = "Hent projektet" }).ClickAsync());
        Assert.That(project.SuggestedFilename, Does.Match("^Dialog-D-projekt-.*\\.qdpx$"));
        Assert.That((await File.ReadAllBytesAsync(await project.PathAsync()))[..2], Is.EqualTo("PK"u8.ToArray()));
    }

    private static byte[] Project()
    {
        int At(string words) => Text[..Text.IndexOf(words, StringComparison.Ordinal)].EnumerateRunes().Count();
        string Selection(string words, string code) => Qdpx.Selection(At(words), At(words) + words.EnumerateRunes().Count(), words, code);
        return new Qdpx().WithCodes(Qdpx.Code("Rammer", Qdpx.Code("Tid") + Qdpx.Code("Ro")), Qdpx.Code("Vikarer"))
            .WithText("Samtale.docx", Text, Selection("Vi har for lidt tid 😀", "Tid"), Selection("Der er mange vikarer, siger Mette Hansen", "Vikarer"))
            .WithPath("Mangler", "internal://ingen.txt").Build();
    }
}
