using System.Net;
using System.Text.RegularExpressions;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Tests.Shared;

namespace Loesningsbrikker.Tests.Accounts;

/// <summary>The fields of the page of a user, as a browser would send them back.</summary>
public static partial class UserFields
{
    public static (string Name, string Value)[] Of(Page page, Role[] roles, string? name = null, string? email = null) =>
    [
        ("DisplayName", name ?? Value(page, "DisplayName")), ("Email", email ?? Value(page, "Email")), ("Version", Value(page, "Version")),
        .. roles.Select(role => ("Roles", role.ToString())),
    ];

    private static string Value(Page page, string name)
    {
        var input = Inputs().Matches(page.Html).Select(m => m.Value).Single(i => i.Contains($"name=\"{name}\"", StringComparison.Ordinal));
        return WebUtility.HtmlDecode(Values().Match(input).Groups["value"].Value);
    }

    [GeneratedRegex("<input[^>]*>", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Inputs();

    [GeneratedRegex("value=\"(?<value>[^\"]*)\"", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Values();
}
