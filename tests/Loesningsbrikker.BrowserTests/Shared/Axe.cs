using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Loesningsbrikker.BrowserTests.Shared;

/// <summary>Accessibility by machine: WCAG 2.2 level A and AA, and what axe calls best practice.</summary>
public static class Axe
{
    private static readonly AxeRunOptions Options = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"] },
        ResultTypes = [ResultType.Violations],
    };

    /// <summary>What axe finds on the page as it stands, one line per element; empty when it finds nothing.</summary>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page)
    {
        var result = await page.RunAxe(Options);
        return [.. result.Violations.SelectMany(rule => rule.Nodes.Select(node => $"{rule.Id} ({rule.Impact}): {rule.Help} – {node.Html}"))];
    }

    /// <summary>Fails with a readable list when axe finds anything.</summary>
    public static async Task AssertCleanAsync(IPage page) => Assert.That(await ViolationsAsync(page), Is.Empty, page.Url);
}
