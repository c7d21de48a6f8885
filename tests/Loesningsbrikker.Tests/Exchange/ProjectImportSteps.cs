using System.Net;
using System.Text.RegularExpressions;
using Loesningsbrikker.Tests.Shared;

namespace Loesningsbrikker.Tests.Exchange;

/// <summary>Going through the pages of an import as a browser does: what the preview shows is sent back, changed where a test says so.</summary>
internal sealed partial class ProjectImportSteps(Site site, string processPath)
{
    private readonly List<(string Name, string Value)> _fields = [];

    /// <summary>Address of the draft.</summary>
    public string DraftPath { get; private set; } = "";

    /// <summary>The page seen last.</summary>
    public Page Page { get; private set; } = null!;

    /// <summary>Uploads the file and looks at its preview.</summary>
    public static async Task<ProjectImportSteps> UploadAsync(Site site, string processPath, byte[] file, string name = "projekt.qdpx")
    {
        await site.GetAsync(processPath + "/exchange");
        var answer = await site.UploadAsync(processPath + "/exchange/imports", "File", name, file);
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Found), answer.Text);
        var steps = new ProjectImportSteps(site, processPath) { DraftPath = answer.Location! };
        steps.See(await site.GetAsync(steps.DraftPath));
        return steps;
    }

    /// <summary>Chooses what a code becomes, by its name.</summary>
    public ProjectImportSteps Choose(string code, string fate, string existing = "")
    {
        var rows = CodeRows().Matches(Page.Html).Where(m => WebUtility.HtmlDecode(m.Groups["name"].Value).Trim() == code).ToList();
        Assert.That(rows, Has.Count.EqualTo(1), $"»{code}« is not one row of the page.");
        var index = rows[0].Groups["i"].Value;
        Set($"Codes[{index}].Fate", fate);
        return existing.Length == 0 ? this : Set($"Codes[{index}].Existing", existing);
    }

    public ProjectImportSteps Set(string field, string value)
    {
        _fields.RemoveAll(f => f.Name == field);
        _fields.Add((field, value));
        return this;
    }

    /// <summary>Unticks a box.</summary>
    public ProjectImportSteps Untick(string field)
    {
        _fields.RemoveAll(f => f.Name == field);
        return this;
    }

    /// <summary>Unticks whatever was found to be replaced, and lets every speaker be called what the file calls them.</summary>
    public ProjectImportSteps KeepAllNames()
    {
        _fields.RemoveAll(f => f.Name.StartsWith("use-", StringComparison.Ordinal));
        foreach (var (i, speaker) in Speakers().Matches(Page.Html).Index())
            Set($"speaker-{i}", "word").Set($"speaker-word-{i}", WebUtility.HtmlDecode(speaker.Groups["label"].Value));
        return this;
    }

    /// <summary>Sends it to be stored; the answer is a redirect when it was.</summary>
    public async Task<Page> ConfirmAsync()
    {
        var answer = await site.PostAsync(DraftPath + "/confirmation", [.. _fields]);
        if (answer.Status == HttpStatusCode.BadRequest)
            See(answer);
        return answer;
    }

    /// <summary>Stores it, and says what the next page says.</summary>
    public async Task<string> StoreAsync()
    {
        var answer = await ConfirmAsync();
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Found), answer.Text);
        return (await site.GetAsync(processPath + "/exchange")).Text;
    }

    /// <summary>Keeps the choices and looks at the preview again.</summary>
    public async Task UpdateAsync()
    {
        var answer = await site.PostAsync(DraftPath, [.. _fields]);
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Found), answer.Text);
        See(await site.GetAsync(DraftPath));
    }

    /// <summary>Reads the fields as a browser would send them.</summary>
    private void See(Page page)
    {
        Assert.That(page.MediaType, Is.EqualTo("text/html"));
        Page = page;
        _fields.Clear();
        var form = page.Html[page.Html.IndexOf("id=\"preview\"", StringComparison.Ordinal)..];
        form = form[..form.IndexOf("</form>", StringComparison.Ordinal)];
        foreach (Match input in Inputs().Matches(form))
        {
            var (type, name) = (Attribute(input.Value, "type"), Attribute(input.Value, "name"));
            if (name is not null and not "__RequestVerificationToken" && (type is not ("checkbox" or "radio") || input.Value.Contains(" checked", StringComparison.Ordinal)))
                _fields.Add((name, Attribute(input.Value, "value") ?? ""));
        }
        foreach (Match select in Selects().Matches(form))
            _fields.Add((WebUtility.HtmlDecode(select.Groups["name"].Value), Selected(select.Groups["options"].Value)));
    }

    private static string Selected(string options) =>
        Options().Matches(options).Select(o => o.Value).Where(o => o.Contains("selected", StringComparison.Ordinal)).Select(o => Attribute(o, "value") ?? "").FirstOrDefault()
        ?? Options().Matches(options).Select(o => Attribute(o.Value, "value") ?? "").FirstOrDefault("");

    private static string? Attribute(string tag, string name) =>
        Regex.Match(tag, $"\\s{name}=\"(?<v>[^\"]*)\"", RegexOptions.None, TimeSpan.FromSeconds(2)) is { Success: true } match ? WebUtility.HtmlDecode(match.Groups["v"].Value) : null;

    [GeneratedRegex("name=\"Codes\\[(?<i>\\d+)\\]\\.Guid\"[^>]*>(?<name>[^<]*)</th>", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex CodeRows();

    [GeneratedRegex("<legend><strong>(?<label>[^<]*)</strong>", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Speakers();

    [GeneratedRegex("<input[^>]*>", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Inputs();

    [GeneratedRegex("<select[^>]*\\sname=\"(?<name>[^\"]*)\"[^>]*>(?<options>.*?)</select>", RegexOptions.Singleline, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Selects();

    [GeneratedRegex("<option[^>]*>", RegexOptions.None, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Options();
}
