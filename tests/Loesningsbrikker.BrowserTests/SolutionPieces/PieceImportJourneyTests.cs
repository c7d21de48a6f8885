using System.Text;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.BrowserTests.Shared;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Loesningsbrikker.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Loesningsbrikker.BrowserTests.SolutionPieces;

/// <summary>A municipality that has its pieces in a table, as the consultant brings them in.</summary>
public sealed class PieceImportJourneyTests(Screen screen) : BrowserTest(screen)
{
    private const string Table =
        """
        Løsningsbrikker;;;;;;;
        Nr.;Brik;;Klasse;Afgørelse;;;Økonomi (1.000 kr.)
        ;Titel;Uddybning;;Status;Dato;Begrundelse;Drift 2028
        Om hverdagen;;;;;;;
        1;Faste voksne hver morgen;De samme to.;Lokal;Ny;;;
        2;Flere hænder på Åkanden;Alle steder.;Politisk;Ikke vedtaget;09-10-2025;Der var ikke råd.;1.200
        3;Fælles værksted;;Fælles;Ny;;;
        I alt;;;;;;;1.200
        """;

    [Test]
    public async Task From_an_empty_process_to_the_story_of_a_piece()
    {
        await using (var scope = Host.Scope(City.MunicipalityId))
            await new Testimony(scope.ServiceProvider.GetRequiredService<LoesningsbrikkerContext>(), City.Process).PieceAsync(PieceClass.Local, "Faste voksne om morgenen");
        await SignInAsync(Role.Consultant);
        await Page.GotoAsync(City.Path + "/solution-pieces");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Indlæs fra regneark eller Word" }).ClickAsync();
        await Page.GetByLabel("Fil", new() { Exact = true }).SetInputFilesAsync(new FilePayload
        {
            Name = "brikker.csv", MimeType = "text/csv", Buffer = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(Table),
        });
        await GoOnAsync("Læs tabellen", "Hvad står i kolonnerne?");
        await Assertions.Expect(Page.GetByText("Overskrifterne står i række 2 og 3")).ToBeVisibleAsync();
        await Assertions.Expect(Page.GetByLabel("Brik – Titel læses som")).ToHaveValueAsync("Title");
        await GoOnAsync("Videre til ordene", "Hvad betyder ordene?");
        await Assertions.Expect(Page.GetByLabel("»Ikke vedtaget«")).ToHaveValueAsync("Rejected");
        await GoOnAsync("Videre til rækkerne", "Se rækkerne igennem");
        await Assertions.Expect(Page.GetByText("2 rækker mangler et valg eller en rettelse")).ToBeVisibleAsync();

        await SettleAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Indlæs 2 brikker" }).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Status).First).ToContainTextAsync("2 brikker er læst ind som D-2 til D-3.");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Flere hænder på Åkanden" }).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Main)).ToContainTextAsync("Kommunalbestyrelsen afgjorde 9.10.2025: Ikke vedtaget.");
        await Axe.AssertCleanAsync(Page);
    }

    [Test]
    public async Task A_table_copied_from_Word_keeps_its_merged_cells_and_lines()
    {
        await SignInAsync(Role.Consultant);
        await Page.GotoAsync(City.Path + "/solution-pieces/imports");
        // The clipboard as Word fills it: markup beside the plain text.
        await Page.GetByLabel("Eller sæt tabellen ind her").EvaluateAsync(
            """
            (field) => {
              const data = new DataTransfer();
              data.setData('text/plain', 'Nr Titel');
              data.setData('text/html', '<table><tr><th>Nr</th><th>Titel</th><th>Tema</th></tr>'
                + '<tr><td>1</td><td><p>Ro</p><p>på stuen</p></td><td rowspan="2">Rum</td></tr><tr><td>2</td><td>Lys "her"</td></tr></table>');
              field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """);
        await Assertions.Expect(Page.GetByText("3 rækker og 3 kolonner er sat ind.")).ToBeVisibleAsync();
        await Assertions.Expect(Page.GetByLabel("Eller sæt tabellen ind her")).ToHaveValueAsync("Nr\tTitel\tTema\n1\t\"Ro\npå stuen\"\tRum\n2\t\"Lys \"\"her\"\"\"\tRum");
        await GoOnAsync("Læs tabellen", "Hvad står i kolonnerne?");
        await Assertions.Expect(Page.GetByLabel("Tema læses som")).ToHaveValueAsync("Theme");
    }

    /// <summary>The row that resembles a piece is the same; the unclear one gets a class and a text.</summary>
    private async Task SettleAsync()
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "Vis dem, der mangler" }).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Mangler et valg (2)" })).ToHaveAttributeAsync("aria-pressed", "true");
        await Page.GetByText("Samme som D-1: udelad rækken").ClickAsync();
        var unclear = Page.Locator("li", new() { Has = Page.GetByRole(AriaRole.Heading, new() { Name = "Fælles værksted" }) });
        await Assertions.Expect(unclear).ToContainTextAsync("»Fælles« er ingen klasse. Vælg, hvem der skal handle.");
        await unclear.GetByLabel("Hvem skal handle?").SelectOptionAsync("Administrative");
        await unclear.GetByLabel("Beskrivelse").FillAsync("Et værksted for alle huse.");
        await Axe.AssertCleanAsync(Page);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Gem rettelser" }).ClickAsync();
        await Assertions.Expect(Page.GetByText("2 rækker bliver nye brikker.")).ToBeVisibleAsync();
    }

    private async Task GoOnAsync(string button, string heading)
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(heading);
        var tooWide = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.That(tooWide, Is.Zero, heading);
        await Axe.AssertCleanAsync(Page);
    }
}
