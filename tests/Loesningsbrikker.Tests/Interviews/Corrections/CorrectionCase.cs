using System.Net;
using System.Text.RegularExpressions;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.Interviews.Corrections;
using Loesningsbrikker.Shared;
using Loesningsbrikker.Tests.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Tests.Interviews.Corrections;

/// <summary>An interview with a marked text, and a consultant who corrects it through the pages.</summary>
internal sealed partial class CorrectionCase
{
    private static readonly DateTime Noon = new(2026, 9, 1, 12, 0, 0, DateTimeKind.Utc);

    public required Site Site { get; init; }

    public required Interview Interview { get; init; }

    public required Transcript Transcript { get; init; }

    /// <summary>Address of the interview.</summary>
    public required string Path { get; init; }

    /// <summary>A text with named speakers, one paragraph a line as "Leder: …".</summary>
    public static async Task<CorrectionCase> OpenAsync(TestHost host, TestCity city, Testimony testimony, params string[] lines)
    {
        var interview = await testimony.InterviewAsync("Leder", "Ledere");
        var paragraphs = CorrectionText.Read(string.Join('\n', lines), "Leder\nForælder\nInterviewer");
        var transcript = TranscriptText.Freeze(interview, 1, TranscriptKind.Verbatim, paragraphs, "samtale.docx", null, Noon);
        transcript.ApprovedOn = new DateOnly(2026, 9, 3);
        testimony.Db.Add(transcript);
        await testimony.Db.SaveChangesAsync();
        return new CorrectionCase
        {
            Site = await Site.SignInAsync(host, city.User(Role.Consultant).Email!), Interview = interview, Transcript = transcript,
            Path = $"{city.Path}/interviews/{interview.Number}",
        };
    }

    /// <summary>The text as the page offers it to be edited.</summary>
    public async Task<string> TextAsync() => Field(await Site.GetAsync(Path + "/corrections/new"), "Text");

    /// <summary>Sends the text to the preview.</summary>
    public async Task<Page> PreviewAsync(Func<string, string> edit, int version = 1) =>
        await PreviewAsync(edit(await TextAsync()), version);

    public Task<Page> PreviewAsync(string text, int version = 1, string speakers = "Leder\nForælder\nInterviewer") =>
        Site.PostAsync(Path + "/corrections/preview", ("BasedOnVersion", $"{version}"), ("Kind", "Verbatim"), ("Speakers", speakers), ("Text", text));

    /// <summary>Confirms what a preview shows.</summary>
    public Task<Page> ConfirmAsync(Page preview, params (string Name, string Value)[] more) => Site.PostAsync(Path + "/corrections", Fields(preview, more));

    /// <summary>The fields that the preview's form sends; those given replace its own.</summary>
    public static (string Name, string Value)[] Fields(Page preview, params (string Name, string Value)[] more)
    {
        Assert.That(preview.Status, Is.EqualTo(HttpStatusCode.OK).Or.EqualTo(HttpStatusCode.BadRequest), preview.Text);
        var fields = new[] { "BasedOnVersion", "Kind", "Seen", "FileName" }.Select(name => (name, Input(preview, name)))
            .Concat(new[] { "Text", "Speakers" }.Select(name => (name, Field(preview, name))))
            .Concat(HiddenPassages().Matches(preview.Html).Select(m => (m.Groups["name"].Value, m.Groups["value"].Value)))
            .Append(("Reason", "Stavefejl"));
        return [.. fields.Where(f => !more.Any(m => m.Name == f.Item1)), .. more];
    }

    /// <summary>Corrects the text without looking at anything, as when nothing is marked where it changes.</summary>
    public async Task<Page> CorrectAsync(Func<string, string> edit, int version = 1, params (string Name, string Value)[] more) =>
        await ConfirmAsync(await PreviewAsync(edit, version), more);

    /// <summary>Fails when a passage of the interview stands on other words than its own. Loose ones are held against the text they stood in.</summary>
    public static async Task AssertFitsAsync(LoesningsbrikkerContext db, long interviewId)
    {
        var texts = await db.Transcripts.Where(t => t.InterviewId == interviewId).Select(t => new { t.Id, t.VersionNumber, Texts = t.Paragraphs.OrderBy(p => p.StartUtf16).Select(p => p.Text).ToList() }).ToListAsync();
        var newest = texts.MaxBy(t => t.VersionNumber)!;
        foreach (var passage in await db.Passages.AsNoTracking().Where(p => db.Transcripts.Any(t => t.Id == p.TranscriptId && t.InterviewId == interviewId)).ToListAsync())
        {
            var text = TranscriptText.Join(texts.Single(t => t.Id == passage.TranscriptId).Texts);
            Assert.That(text[passage.StartUtf16..passage.EndUtf16], Is.EqualTo(passage.Quote));
            Assert.That(passage.LooseSinceUtc is null, Is.EqualTo(passage.TranscriptId == newest.Id), "loose, or in the newest text");
        }
    }

    private static string Field(Page page, string name)
    {
        var start = page.Html.IndexOf('>', page.Html.IndexOf($"name=\"{name}\"", StringComparison.Ordinal)) + 1;
        return WebUtility.HtmlDecode(page.Html[start..page.Html.IndexOf("</textarea>", start, StringComparison.Ordinal)]).TrimStart('\r', '\n');
    }

    private static string Input(Page page, string name)
    {
        var label = $"name=\"{name}\" value=\"";
        var start = page.Html.IndexOf(label, StringComparison.Ordinal);
        return start < 0 ? "" : WebUtility.HtmlDecode(page.Html[(start + label.Length)..page.Html.IndexOf('"', start + label.Length)]);
    }

    [GeneratedRegex("name=\"(?<name>Choices\\[\\d+\\]\\.PassageId)\" value=\"(?<value>\\d+)\"", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex HiddenPassages();
}
