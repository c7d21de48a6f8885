using System.Net;
using System.Text.RegularExpressions;
using Loesningsbrikker.Tests.Shared;

namespace Loesningsbrikker.Tests.Interviews;

/// <summary>The two steps of an import as a browser takes them: upload, look at the preview, "Læs ind".</summary>
internal static partial class ImportSteps
{
    /// <summary>Pastes a text and stores it as it is proposed.</summary>
    public static async Task<Page> PasteAndConfirmAsync(this Site site, string newTextPath, string text, string kind = "Verbatim") =>
        await site.ConfirmAsync(await site.PostAsync(newTextPath, ("Text", text)), ("Kind", kind));

    /// <summary>Uploads a file and stores it as it is proposed, but for the given fields.</summary>
    public static async Task<Page> UploadAndConfirmAsync(this Site site, string newTextPath, string name, byte[] content, params (string Name, string Value)[] changes) =>
        await site.ConfirmAsync(await site.UploadAsync(newTextPath, "File", name, content), changes);

    /// <summary>Opens the preview that an upload led to, and presses "Læs ind" with the given fields changed.</summary>
    public static async Task<Page> ConfirmAsync(this Site site, Page uploaded, params (string Name, string Value)[] changes)
    {
        var (path, fields) = await site.OpenPreviewAsync(uploaded);
        return await site.PostAsync(path + "/confirmation", fields.With(changes));
    }

    /// <summary>Opens the preview that an upload led to: its address, and what its form would send.</summary>
    public static async Task<(string Path, (string Name, string Value)[] Fields)> OpenPreviewAsync(this Site site, Page uploaded)
    {
        Assert.That(uploaded.Status, Is.EqualTo(HttpStatusCode.Found), uploaded.Text);
        return (uploaded.Location!, FieldsOf(await site.GetAsync(uploaded.Location!)));
    }

    /// <summary>The fields with some of them changed or added; a value of null leaves a box unticked.</summary>
    public static (string Name, string Value)[] With(this (string Name, string Value)[] fields, params (string Name, string Value)[] changes) =>
        [.. fields.Where(f => changes.All(c => c.Name != f.Name)), .. changes.Where(c => c.Value is not null)];

    /// <summary>What a browser sends of the preview's form: texts, ticked boxes, chosen options.</summary>
    public static (string Name, string Value)[] FieldsOf(Page page)
    {
        var html = page.Html;
        var start = html.IndexOf("id=\"preview\"", StringComparison.Ordinal);
        Assert.That(start, Is.Positive, page.Text);
        html = html[start..html.IndexOf("</form>", start, StringComparison.Ordinal)];
        var fields = new List<(string, string)>();
        foreach (Match match in Input().Matches(html))
        {
            var (name, type) = (Attribute(match.Value, "name"), Attribute(match.Value, "type"));
            if (name.Length > 0 && name[0] != '_' && (type is not ("checkbox" or "radio") || match.Value.Contains(" checked", StringComparison.Ordinal)))
                fields.Add((name, Attribute(match.Value, "value")));
        }
        foreach (Match match in Select().Matches(html))
            fields.Add((Attribute(match.Value, "name"), Option().Match(match.Value) is { Success: true } option ? Attribute(option.Value, "value") : ""));
        return [.. fields];
    }

    private static string Attribute(string tag, string name) =>
        Regex.Match(tag, $" {name}=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(2)) is { Success: true } match
            ? WebUtility.HtmlDecode(match.Groups["value"].Value)
            : "";

    [GeneratedRegex("<input [^>]*>", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Input();

    [GeneratedRegex("<select [^>]*>.*?</select>", RegexOptions.Singleline, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Select();

    [GeneratedRegex("<option [^>]*selected[^>]*>", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Option();
}
