using Loesningsbrikker.Accounts;
using Loesningsbrikker.BrowserTests.Shared;
using Loesningsbrikker.Shared;
using Loesningsbrikker.Tests.Implementations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Loesningsbrikker.BrowserTests.Implementations;

/// <summary>A local leader has three minutes between two meetings: two taps to the field, one text, one tick.</summary>
public sealed class ProgressReportTests(Screen screen) : BrowserTest(screen)
{
    [Test]
    public async Task A_local_leader_tells_news_and_ticks_a_milestone()
    {
        var title = await MakeAsync();
        await SignInAsync(Role.LocalLeader);
        await Page.GotoAsync(City.Path);
        await Page.GetByRole(AriaRole.Navigation, new() { Name = City.Process.Name }).GetByRole(AriaRole.Link, new() { Name = "Udmøntning" }).ClickAsync();
        await Axe.AssertCleanAsync(Page);
        await Page.GetByRole(AriaRole.Link, new() { Name = "Skriv nyt om" }).ClickAsync();
        await Page.GetByLabel("Hvad er der sket?").FillAsync("Forældrene har tegnet med i dag.");
        await Page.GetByLabel("Tegning klar").CheckAsync();
        await ExpectFitAsync();
        await Axe.AssertCleanAsync(Page);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Gem" }).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Status)).ToContainTextAsync("Tak, det er gemt.");
        await Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(title);
        await Assertions.Expect(Page.GetByRole(AriaRole.Main)).ToContainTextAsync("Forældrene har tegnet med i dag.");
        await Assertions.Expect(Page.GetByRole(AriaRole.Main)).ToContainTextAsync("✓ Nået");
        await ExpectFitAsync();
        await Axe.AssertCleanAsync(Page);
    }

    [Test]
    public async Task The_same_is_done_with_the_keyboard_alone()
    {
        await MakeAsync();
        await SignInAsync(Role.LocalLeader);
        await Page.GotoAsync(City.Path + "/implementations");
        await TabToAsync(Page.GetByRole(AriaRole.Link, new() { Name = "Skriv nyt om" }));
        await Page.Keyboard.PressAsync("Enter");
        await TabToAsync(Page.GetByLabel("Hvad er der sket?"));
        await Page.Keyboard.TypeAsync("Sandet er kommet.");
        await Page.Keyboard.PressAsync("Tab");
        await Page.Keyboard.PressAsync("Space");
        await Assertions.Expect(Page.GetByLabel("Tegning klar")).ToBeCheckedAsync();
        await Page.Keyboard.PressAsync("Tab");
        await Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(Page.GetByRole(AriaRole.Status)).ToContainTextAsync("1 milepæl er nået.");
        await Assertions.Expect(Page.GetByRole(AriaRole.Main)).ToContainTextAsync("Sandet er kommet.");
    }

    /// <summary>A local piece that the local leader's institution has begun with; its title.</summary>
    private async Task<string> MakeAsync()
    {
        await using var scope = Host.Scope(City.MunicipalityId);
        var db = scope.ServiceProvider.GetRequiredService<LoesningsbrikkerContext>();
        var made = new CarriedOut(db, City);
        var piece = await made.BegunAsync("Fælles legeplads på tværs af stuerne", await made.InstitutionAsync("Børnehuset Egen"));
        await made.MilestoneAsync(piece, "Tegning klar", new DateOnly(2090, 1, 1));
        return piece.Title;
    }

    private async Task TabToAsync(ILocator target)
    {
        await target.WaitForAsync();
        for (var stops = 0; stops < 40 && !await target.EvaluateAsync<bool>("e => e === document.activeElement"); stops++)
            await Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(target).ToBeFocusedAsync();
    }

    private async Task ExpectFitAsync() => Assert.That(
        await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth"), Is.Zero, "the page scrolls sideways, in pixels");
}
