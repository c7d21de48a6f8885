using Loesningsbrikker.BrowserTests.Shared;
using Loesningsbrikker.Tests.Shared;
using Microsoft.Playwright;

namespace Loesningsbrikker.BrowserTests;

/// <summary>One Host and one Chromium for the whole run.</summary>
[SetUpFixture]
public sealed class BrowserRun
{
    private static IPlaywright? _playwright;

    /// <summary>Null when there is no Chromium; then every test is skipped.</summary>
    public static IBrowser? Browser { get; private set; }

    public static BrowserHost Host { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        if (FindChromium() is not { } chromium)
            return;
        Host = new BrowserHost();
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = chromium,
            // The pages are our own; a sandbox needs rights that containers lack.
            Args = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage", "--lang=da"],
        });
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (Browser is null)
            return;
        await Browser.CloseAsync();
        _playwright!.Dispose();
        await Host.DisposeAsync();
        MigratedDatabase.Remove();
    }

    private static string? FindChromium()
    {
        string?[] places =
        [
            Environment.GetEnvironmentVariable("LOESNINGSBRIKKER_TEST_CHROMIUM"),
            "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium",
        ];
        return places.FirstOrDefault(File.Exists);
    }
}
