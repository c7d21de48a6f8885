using System.Collections.Concurrent;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.BrowserTests.Shared;
using Loesningsbrikker.Tests.Shared;
using Microsoft.Playwright;

namespace Loesningsbrikker.BrowserTests;

/// <summary>Every page of the route table as a role that may see it; each role keeps its browser from page to page.</summary>
public sealed class EveryPageTests(Screen screen) : BrowserTest(screen)
{
    private static readonly SemaphoreSlim OneSample = new(1, 1);
    private static readonly ConcurrentDictionary<(Screen Screen, Role? Role), Visitor> Visitors = new();
    private static SampleProcess? _sample;

    [TestCaseSource(nameof(Pages))]
    public async Task Is_accessible_has_a_title_and_one_heading_and_fits_the_screen(RouteRow row)
    {
        var sample = await SampleAsync();
        await VisitAsync(sample, row.IsAnonymous ? null : RoleFor(row));
        if (await OpenAsync(await SampleAddress.OfAsync(row, sample)) is not { } answer)
            return;
        // The error page answers as what it tells about.
        if (row.IsAnonymous && answer.Status >= 400)
            ExpectComplaint("status of");
        Assert.That(await Page.TitleAsync(), Does.Match("\\S.* – Løsningsbrikker$"));
        Assert.That(await Page.Locator("h1").CountAsync(), Is.EqualTo(1), "one h1");
        var tooWide = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.That(tooWide, Is.Zero, "the page scrolls sideways, in pixels");
        await Axe.AssertCleanAsync(Page);
    }

    /// <summary>Nothing of its own: the pages are those of one sample, in browsers that are kept.</summary>
    protected override Task BeginAsync() => Task.CompletedTask;

    /// <summary>Leaves the page, so that what it still does is not taken for the next one's.</summary>
    protected override Task EndAsync() => Page.GotoAsync("about:blank");

    /// <summary>Opens the role's browser, and signs in by the form, the first time.</summary>
    private async Task VisitAsync(SampleProcess sample, Role? role)
    {
        if (Visitors.TryGetValue((Screen, role), out var visitor))
        {
            GoOnAs(visitor);
            return;
        }
        await base.BeginAsync();
        if (role is { } signedIn)
            await SignInAsync(Page, sample.City.User(signedIn).Email!);
        Visitors[(Screen, role)] = Here;
    }

    /// <summary>Goes there; null when the answer is a file or data and no page.</summary>
    private async Task<IResponse?> OpenAsync(string address)
    {
        try
        {
            var answer = (await Page.GotoAsync(address))!;
            return (await answer.AllHeadersAsync()).GetValueOrDefault("content-type", "").StartsWith("text/html", StringComparison.Ordinal) ? answer : null;
        }
        catch (PlaywrightException exception) when (exception.Message.Contains("Download is starting", StringComparison.Ordinal))
        {
            return null;
        }
    }

    /// <summary>One sample for all pages: they only read.</summary>
    private async Task<SampleProcess> SampleAsync()
    {
        await OneSample.WaitAsync();
        try
        {
            return _sample ??= await SampleProcess.CreateAsync(Host, await TestCity.CreateAsync(Host));
        }
        finally
        {
            OneSample.Release();
        }
    }

    private static Role RoleFor(RouteRow row) => row.Allowed.Contains(Role.Consultant) ? Role.Consultant : row.Allowed[0];

    private static IEnumerable<TestCaseData> Pages() =>
        RouteTable.Rows.Where(r => r is { Method: "GET", OnlyInAnEmptySystem: false }).Select(row => new TestCaseData(row).SetArgDisplayNames("/" + row.Pattern));
}
