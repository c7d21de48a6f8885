using Loesningsbrikker.Accounts;
using Loesningsbrikker.BrowserTests.Shared;
using Loesningsbrikker.Tests.Exchange;
using Loesningsbrikker.Tests.Shared;
using Microsoft.Playwright;

namespace Loesningsbrikker.BrowserTests.Exchange;

public sealed class ZShots(Screen screen) : BrowserTest(screen)
{
    [Test]
    public async Task Shots()
    {
        var sample = await SampleProcess.CreateAsync(Host, City);
        var path = $"/dialogue-processes/{sample.Process.Id}";
        await SignInAsync(Role.Consultant);
        foreach (var name in new[] { "blank-atlas-project", "target-atlas-project" })
        {
            await Page.GotoAsync(path + "/exchange");
            await Page.GetByLabel("Fil").SetInputFilesAsync($"/tmp/exchange-ref/{name}.qdpx");
            await Page.GetByRole(AriaRole.Button, new() { Name = "Se projektet igennem" }).ClickAsync();
            await Page.Locator("h1").WaitForAsync();
            await ShotAsync(name);
        }
        await Page.GetByLabel("Alle koder, hvor der ikke er valgt andet, bliver til").SelectOptionAsync("Challenge");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Læs ind" }).ClickAsync();
        await Page.Locator("h1").WaitForAsync();
        await ShotAsync("after-target");
        await Page.GetByLabel("Fil").SetInputFilesAsync(new FilePayload { Name = "Skole.qdpx", MimeType = "application/zip", Buffer = Big() });
        await Page.GetByRole(AriaRole.Button, new() { Name = "Se projektet igennem" }).ClickAsync();
        await Page.Locator("#preview").WaitForAsync();
        await ShotAsync("preview");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Læs ind" }).ClickAsync();
        await Page.Locator(".alert, .error-summary, [class*=error]").First.WaitForAsync();
        await ShotAsync("preview-error");
        await Page.GetByLabel("Ordret:").CheckAsync();
        await Page.GetByLabel("Alle koder, hvor der ikke er valgt andet, bliver til").SelectOptionAsync("Local");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Læs ind" }).ClickAsync();
        await Page.GetByText("Læst ind:").First.WaitForAsync();
        await ShotAsync("exchange-after");
        await Page.GotoAsync(path + "/exchange/passages");
        await ShotAsync("passages");
        await Page.GotoAsync(path + "/interviews");
        await ShotAsync("interviews");
        await Page.GotoAsync(path + "/workbook");
        await ShotAsync("workbook");
        ExpectComplaint("status of 400");
    }

    private Task ShotAsync(string name) => Page.ScreenshotAsync(new() { Path = $"/tmp/shots-exchange/{name}-{Screen}.png", FullPage = true });

    private static byte[] Big()
    {
        const string Text = "Leder: Vi har for lidt tid 😀 om morgenen, og der er ikke ro til at tage imod.\r\nInterviewer: Hvorfor det?\r\nLeder: Der er mange vikarer, siger Mette Hansen, som man kan ringe til på 20 30 40 50.\r\nInterviewer: Ja?\r\nAnders Prøvesen: Vi mangler hænder.\r\nInterviewer: Tak.\r\nAnders Prøvesen: Selv tak.";
        int At(string words) => Text[..Text.IndexOf(words, StringComparison.Ordinal)].EnumerateRunes().Count();
        string Selection(string words, params string[] codes) => Qdpx.Selection(At(words), At(words) + words.EnumerateRunes().Count(), words, codes);
        return new Qdpx()
            .WithCodes(Qdpx.Code("Rammer", Qdpx.Code("Tid til at tage imod om morgenen og sige farvel om eftermiddagen", Qdpx.Code("Ro")) + Qdpx.Code("Vikarer"), codable: false), Qdpx.Code("Faste voksne om morgenen"), Qdpx.Code("For få voksne om morgenen"), Qdpx.Code("Mette Hansen siger"))
            .WithText("Samtale med lederen.docx", Text, Selection("Vi har for lidt tid 😀", "Ro"), Selection("Der er mange vikarer, siger Mette Hansen", "Vikarer", "Mette Hansen siger"), Selection("Vi mangler hænder.", "Faste voksne om morgenen"))
            .WithText("Møde 14. marts.txt", "Vi talte om legepladsen.\r\nDen er slidt.", Qdpx.Selection(0, 24, "Vi talte om legepladsen."))
            .WithPath("Mangler.docx", "absolute:///C:/Mangler.txt")
            .WithTail("<Graphs><Graph guid=\"" + Qdpx.Guid("g") + "\"/></Graphs>").WithSource("<PictureSource guid=\"" + Qdpx.Guid("p") + "\" name=\"Tegning af huset.png\"/>").Build();
    }
}
