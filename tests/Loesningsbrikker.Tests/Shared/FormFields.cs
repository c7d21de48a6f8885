using System.Net;
using System.Text.RegularExpressions;

namespace Loesningsbrikker.Tests.Shared;

/// <summary>What a browser would send for the fields of a page as it stands: inputs, selects and text areas, nothing clicked.</summary>
internal static partial class FormFields
{
    public static IReadOnlyList<(string Name, string Value)> Of(string html)
    {
        var fields = new List<(string, string)>();
        foreach (Match field in Field().Matches(html))
        {
            var (tag, inside) = (field.Groups["tag"].Value, field.Groups["inside"].Value);
            var name = Attribute(field.Groups["attributes"].Value, "name");
            if (name is null or "__RequestVerificationToken")
                continue;
            if (tag == "select")
                fields.Add((name, Selected(inside)));
            else if (tag == "textarea")
                fields.Add((name, WebUtility.HtmlDecode(inside)));
            else if (Attribute(field.Groups["attributes"].Value, "type") is not ("radio" or "checkbox" or "file") || field.Groups["attributes"].Value.Contains("checked", StringComparison.Ordinal))
                fields.Add((name, Attribute(field.Groups["attributes"].Value, "value") ?? ""));
        }
        return fields;
    }

    private static string Selected(string options)
    {
        var all = Option().Matches(options);
        var chosen = all.FirstOrDefault(o => o.Groups["attributes"].Value.Contains("selected", StringComparison.Ordinal)) ?? all.FirstOrDefault();
        return chosen is null ? "" : Attribute(chosen.Groups["attributes"].Value, "value") ?? "";
    }

    private static string? Attribute(string attributes, string name)
    {
        var match = Regex.Match(attributes, $"(?<![\\w-]){name}=\"(?<value>[^\"]*)\"", RegexOptions.None, TimeSpan.FromSeconds(2));
        return match.Success ? WebUtility.HtmlDecode(match.Groups["value"].Value) : null;
    }

    [GeneratedRegex("<(?<tag>input)(?<attributes>[^>]*)>|<(?<tag>select|textarea)(?<attributes>[^>]*)>\\r?\\n?(?<inside>.*?)</\\k<tag>>", RegexOptions.Singleline, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Field();

    [GeneratedRegex("<option(?<attributes>[^>]*)>", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Option();
}
