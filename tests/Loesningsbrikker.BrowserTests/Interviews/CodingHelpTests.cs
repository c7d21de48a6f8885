using System.Text.RegularExpressions;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.BrowserTests.Shared;
using Microsoft.Playwright;

namespace Loesningsbrikker.BrowserTests.Interviews;

/// <summary>The sheet of keys, and focus mode.</summary>
public sealed partial class CodingHelpTests(Screen screen) : BrowserTest(screen)
{
    private ILocator Sheet => Page.Locator("#help");

    [SetUp]
    public async Task OpenTheInterview()
    {
        await CodingPage.AddTranscriptAsync(Host, City, 1, [.. Enumerable.Range(1, 40).Select(i => $"Afsnit {i} handler om legepladsen. Den er våd.")]);
        await SignInAsync(Role.Consultant);
        await CodingPage.OpenAsync(Page, City);
    }

    [Test]
    public async Task The_sheet_opens_by_key_and_by_button_and_gives_focus_back()
    {
        await CodingPage.TabToTextAsync(Page);
        await Page.Keyboard.PressAsync("?");
        await Assertions.Expect(Sheet).ToBeVisibleAsync();
        await Assertions.Expect(Sheet.GetByRole(AriaRole.Row, new() { Name = "n p næste eller forrige sted, der ikke er kodet" })).ToBeVisibleAsync();
        await Axe.AssertCleanAsync(Page);
        await Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(Sheet).Not.ToBeVisibleAsync();
        await Assertions.Expect(Page.Locator("#transcript")).ToBeFocusedAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Tastatur" }).ClickAsync();
        await Sheet.GetByRole(AriaRole.Button, new() { Name = "Luk" }).ClickAsync();
        await Assertions.Expect(Page.Locator("#help-open")).ToBeFocusedAsync();
    }

    [Test]
    public async Task The_guide_has_the_same_keys_as_the_sheet()
    {
        await Page.Locator("#help-open").ClickAsync();
        var sheet = await Sheet.Locator("tbody tr").EvaluateAllAsync<string[]>(
            "rows => rows.map((row) => `| ${[...row.querySelectorAll('kbd')].map((k) => k.textContent).join(' ')} | ${row.cells[1].textContent} |`)");
        var guide = await File.ReadAllTextAsync(Path.Combine(HouseRoot(), "docs", "user-guide.md"));
        var chapter = guide[guide.IndexOf("### Kodning med tastaturet", StringComparison.Ordinal)..];
        var rows = KeyRow().Matches(chapter[..chapter.IndexOf("### Øvelse", StringComparison.Ordinal)]).Select(m => m.Value).Where(r => !r.StartsWith("| Tast", StringComparison.Ordinal));
        Assert.That(rows, Is.EqualTo(sheet));
    }

    [Test]
    public async Task Focus_mode_hides_all_but_the_text_keeps_the_place_and_is_remembered()
    {
        await Page.EvaluateAsync("document.getElementById('a20').scrollIntoView({ block: 'center' })");
        await Page.Locator("#transcript").EvaluateAsync("e => e.focus({ preventScroll: true })");
        var before = await TopOfAsync("a20");
        await Page.Keyboard.PressAsync("f");
        Assert.That(await TopOfAsync("a20"), Is.EqualTo(before).Within(2), "The line that is read stays where it is.");
        foreach (var hidden in new[] { ".house-header", ".coding-title p", ".coding-tools", ".coding-margin" })
            await Assertions.Expect(Page.Locator(hidden)).Not.ToBeVisibleAsync();
        await Axe.AssertCleanAsync(Page);
        await CodingPage.OpenAsync(Page, City);
        await Assertions.Expect(Page.Locator(".coding-tools")).Not.ToBeVisibleAsync();
        await Page.Locator("#focus-off").ClickAsync();
        await Assertions.Expect(Page.Locator(".coding-tools")).ToBeVisibleAsync();
        await Page.Locator("#transcript").FocusAsync();
        await Page.Keyboard.PressAsync("f");
        await Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(Page.Locator(".coding-tools")).ToBeVisibleAsync();
    }

    private Task<float> TopOfAsync(string id) => Page.EvaluateAsync<float>("id => document.getElementById(id).getBoundingClientRect().top", id);

    private static string HouseRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Loesningsbrikker.sln")))
            folder = folder.Parent!;
        return folder.FullName;
    }

    [GeneratedRegex("^\\| [^-].*\\|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex KeyRow();
}
