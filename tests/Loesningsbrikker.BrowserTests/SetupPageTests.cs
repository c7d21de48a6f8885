using Loesningsbrikker.Accounts;
using Loesningsbrikker.BrowserTests.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Loesningsbrikker.BrowserTests;

/// <summary>The page for the first administrator, on a Host of its own because the system must be empty.</summary>
public sealed class SetupPageTests(Screen screen) : BrowserTest(screen)
{
    [Test]
    public async Task The_page_for_the_first_administrator_is_accessible()
    {
        await using var empty = new BrowserHost();
        var link = empty.Services.GetRequiredService<SetupLink>().Path!;
        await Page.GotoAsync(new Uri(empty.Address, link).ToString());
        Assert.That(await Page.Locator("h1").CountAsync(), Is.EqualTo(1));
        await Axe.AssertCleanAsync(Page);
    }
}
