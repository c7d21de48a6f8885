using Loesningsbrikker.Accounts;
using Loesningsbrikker.BrowserTests.Shared;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Loesningsbrikker.Tests.Decisions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Loesningsbrikker.BrowserTests.Decisions;

/// <summary>From the choice to the council's decision, as a leader walks it.</summary>
public sealed class DesignateAndDecideTests(Screen screen) : BrowserTest(screen)
{
    [Test]
    public async Task A_leader_designates_from_the_matrix_sends_two_pieces_and_writes_the_evening_down()
    {
        await using (var scope = Host.Scope(City.MunicipalityId))
            await FillAsync(scope.ServiceProvider.GetRequiredService<LoesningsbrikkerContext>());
        await SignInAsync(Role.Leader);
        await Page.GotoAsync(City.Path + "/designations");
        await Axe.AssertCleanAsync(Page);
        await DesignateAsync(1, "Det haster mest.");
        await DesignateAsync(2, "Den er billig.");
        await Assertions.Expect(Page.GetByRole(AriaRole.Main)).ToContainTextAsync("2 af 3 politiske brikker er udpeget.");
        await Page.GetByRole(AriaRole.Link, new() { Name = "Send udpegede til politisk behandling" }).ClickAsync();
        await Page.GetByLabel("Sagsnummer").FillAsync("17.01.04-A00-1-26");
        await Axe.AssertCleanAsync(Page);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Send de valgte" }).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Status).First).ToContainTextAsync("2 brikker er sendt til politisk behandling.");
        await DecideAsync();
        await ReadStoryAsync();
    }

    private async Task FillAsync(LoesningsbrikkerContext db)
    {
        var c = new ChoiceCase(db, City);
        for (var i = 1; i <= 3; i++)
        {
            var piece = await c.PieceAsync(PieceClass.Political, "Forslag " + i);
            // All on the same place, so that the drawing must lay them apart.
            await c.SaidAsync(piece, yes: 8, professional: 4, economic: 3);
        }
    }

    private async Task DesignateAsync(int number, string reason)
    {
        await Page.Locator($"a.choice-point[href='#piece-{number}']").ClickAsync();
        var row = Page.Locator($"#piece-{number}");
        await row.GetByText("Vælg").First.ClickAsync();
        await row.GetByLabel("Begrundelse").FillAsync(reason);
        await row.GetByRole(AriaRole.Button, new() { Name = "Udpeg", Exact = true }).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Status).First).ToContainTextAsync($"D-{number} er udpeget.");
    }

    private async Task DecideAsync()
    {
        await Page.GetByRole(AriaRole.Navigation, new() { Name = City.Process.Name }).GetByRole(AriaRole.Link, new() { Name = "Beslutninger" }).ClickAsync();
        await Page.GetByRole(AriaRole.Link, new() { Name = "Skriv beslutninger ind" }).ClickAsync();
        await Axe.AssertCleanAsync(Page);
        await Page.GetByLabel("Hvem").SelectOptionAsync("Council");
        await Page.GetByLabel("Indstiller eller afgør").SelectOptionAsync("Decides");
        await Page.GetByLabel("Udfald").SelectOptionAsync("Rejected");
        await Page.GetByLabel("Mødedato").FillAsync("2026-01-15");
        await Page.GetByLabel("Begrundelse", new() { Exact = true }).FillAsync("Der er ikke råd i år.");
        await Page.GetByLabel("D-1 Forslag 1").CheckAsync();
        await Page.GetByLabel("D-2 Forslag 2").CheckAsync();
        await Page.GetByText("Egen begrundelse").Nth(1).ClickAsync();
        await Page.GetByLabel("Begrundelse for D-2").FillAsync("Det er allerede løst.");
        await Page.GetByRole(AriaRole.Button, new() { Name = "Gem beslutningerne" }).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Status).First).ToContainTextAsync("2 beslutninger er skrevet ind.");
        await Axe.AssertCleanAsync(Page);
    }

    private async Task ReadStoryAsync()
    {
        await Page.GetByRole(AriaRole.Link, new() { Name = "Sagt nej til" }).ClickAsync();
        await Axe.AssertCleanAsync(Page);
        await Page.GetByRole(AriaRole.Link, new() { Name = "Forslag 2" }).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Main)).ToContainTextAsync("Det er allerede løst.");
        await Assertions.Expect(Page.GetByRole(AriaRole.Main)).ToContainTextAsync("Der er sagt nej til brikken.");
        await Page.GetByText("Kopiér til dagsorden").ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Kopiér teksten" }).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Button, new() { Name = "Kopieret" })).ToBeVisibleAsync();
        await Axe.AssertCleanAsync(Page);
    }
}
