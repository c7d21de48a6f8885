using Loesningsbrikker.Accounts;
using Loesningsbrikker.Tests.Shared;
using Microsoft.Playwright;
using NUnit.Framework.Interfaces;

namespace Loesningsbrikker.BrowserTests.Shared;

/// <summary>What the visitor holds.</summary>
public enum Screen
{
    /// <summary>1280 × 900.</summary>
    Desktop,
    /// <summary>390 × 844, with touch.</summary>
    Phone,
}

/// <summary>
/// Base of the tests in a real browser: once at desktop and once at phone width, each test in a municipality and a browser context
/// of its own. An error in the console, a refused style or script, or a broken request fails the test.
/// </summary>
[TestFixture(Screen.Desktop)]
[TestFixture(Screen.Phone)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public abstract class BrowserTest(Screen screen)
{
    private List<string> _troubles = [];

    protected Screen Screen { get; } = screen;

    protected BrowserHost Host => BrowserRun.Host;

    protected TestCity City { get; private set; } = null!;

    protected IBrowserContext Context { get; private set; } = null!;

    protected IPage Page { get; private set; } = null!;

    [SetUp]
    public async Task OpenBrowser()
    {
        if (BrowserRun.Browser is null)
            Assert.Ignore("No Chromium: install it or set LOESNINGSBRIKKER_TEST_CHROMIUM, or run scripts/test, which installs it.");
        await BeginAsync();
    }

    /// <summary>A fresh municipality, and a browser without memory.</summary>
    protected virtual async Task BeginAsync()
    {
        City = await TestCity.CreateAsync(Host);
        Context = await NewContextAsync();
        Page = await Context.NewPageAsync();
    }

    /// <summary>Closes the browser, after a picture where the test failed.</summary>
    protected virtual Task EndAsync() => Context.CloseAsync();

    /// <summary>Goes on in a browser that an earlier test opened; what it complains about from now on is this test's.</summary>
    private protected void GoOnAs(Visitor visitor)
    {
        (Context, Page, _troubles) = (visitor.Context, visitor.Page, visitor.Troubles);
        _troubles.Clear();
    }

    /// <summary>This test's browser, for later tests to go on in.</summary>
    private protected Visitor Here => new(Context, Page, _troubles);

    [TearDown]
    public async Task CloseBrowser()
    {
        if (BrowserRun.Browser is null)
            return;
        if (TestContext.CurrentContext.Result.Outcome.Status == TestStatus.Failed || _troubles.Count > 0)
            await Page.ScreenshotAsync(new() { Path = Artifact(TestContext.CurrentContext.Test.FullName + ".png"), FullPage = true });
        await EndAsync();
        Assert.That(_troubles, Is.Empty, "The browser complained.");
    }

    /// <summary>A browser without memory at this test's width, which listens for trouble.</summary>
    protected async Task<IBrowserContext> NewContextAsync()
    {
        var phone = Screen == Screen.Phone;
        var context = await BrowserRun.Browser!.NewContextAsync(new()
        {
            BaseURL = Host.Address.ToString(), Locale = "da-DK", TimezoneId = "Europe/Copenhagen", AcceptDownloads = true,
            ViewportSize = phone ? new() { Width = 390, Height = 844 } : new() { Width = 1280, Height = 900 },
            HasTouch = phone, IsMobile = phone,
        });
        context.SetDefaultTimeout(15_000);
        // Goes with the browser: a later test that goes on in it hears what comes then.
        var troubles = _troubles;
        context.Console += (_, message) =>
        {
            // Chromium asks for this file itself where it is shown something that is no page of ours.
            if (message.Type == "error" && !message.Location.Contains("/favicon.ico:", StringComparison.Ordinal))
                troubles.Add($"{message.Page?.Url}: {message.Text} ({message.Location})");
        };
        context.WebError += (_, error) => troubles.Add($"{error.Page?.Url}: {error.Error}");
        context.Response += (_, response) =>
        {
            if (response.Status >= 500)
                troubles.Add($"{response.Url}: {response.Status}");
        };
        return context;
    }

    /// <summary>Signs in on the sign-in page and waits for what comes after it.</summary>
    protected Task SignInAsync(Role role) => SignInAsync(Page, City.User(role).Email!);

    /// <summary>Signs in on the sign-in page and waits for what comes after it.</summary>
    protected static async Task SignInAsync(IPage page, string email)
    {
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("E-mail").FillAsync(email);
        await page.GetByLabel("Adgangskode").FillAsync(TestCity.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Log ind" }).ClickAsync();
        await ArriveAsync(page);
    }

    /// <summary>
    /// Waits until the page after the sign-in is there to be read. The browser's load event is no sign of it: when it comes while
    /// the address is being compared, the driver waits for another one that never comes.
    /// </summary>
    internal static async Task ArriveAsync(IPage page)
    {
        await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal), new() { WaitUntil = WaitUntilState.Commit });
        await page.Locator("h1").WaitForAsync();
    }

    /// <summary>
    /// Forgets what the browser complained about, where a test provokes it: a page that answers 400 or 404 stands in the console as an error.
    /// </summary>
    /// <param name="text">Part of every complaint that was meant to come.</param>
    protected void ExpectComplaint(string text)
    {
        Assert.That(_troubles, Is.Not.Empty.And.All.Contains(text));
        _troubles.Clear();
    }

    /// <summary>A path below artifacts/browser, which git ignores.</summary>
    private static string Artifact(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Loesningsbrikker.sln")))
            folder = folder.Parent!;
        return Path.Combine(folder.FullName, "artifacts", "browser", string.Concat(name.Select(c => char.IsLetterOrDigit(c) || c is '.' or '-' ? c : '_')));
    }
}

/// <summary>A browser that is kept between tests, with the list of what it complained about.</summary>
internal sealed record Visitor(IBrowserContext Context, IPage Page, List<string> Troubles);
