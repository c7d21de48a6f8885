using System.Net;
using System.Text.RegularExpressions;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.Interviews.Journal;
using Loesningsbrikker.Tests.Shared;

namespace Loesningsbrikker.Tests.Operations;

public sealed partial class UndoKillTests
{
    [Test]
    public async Task An_acknowledged_undo_survives_SIGKILL_and_can_be_redone_afterwards()
    {
        using var folder = new TemporaryFolder();
        await using var host = await HostProcess.StartAsync(folder.Path);
        var (site, api, text) = await OpenAsync(host);
        List<(long Passage, long Step)> undone = [];
        for (var end = 5; end < 15; end++)
        {
            var coded = await site.SendJsonAsync(HttpMethod.Post, api + "/passages",
                new { start = 0, end, quote = text[..end], piece = new { title = $"Brik {end}", @class = "Local" } });
            var passage = coded.Json<PassageStored>().Passage;
            // Tidied to the same stretch as the one before: then there is no step of its own.
            if (passage.Step is not { } step)
                continue;
            var answer = await site.SendJsonAsync(HttpMethod.Post, api + "/undo", new { stepId = step.Id });
            Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.Text);
            undone.Add((passage.Id, step.Id));
        }
        await host.KillAsync();

        await using var next = await HostProcess.StartAsync(folder.Path);
        Assert.That(undone, Has.Count.GreaterThan(5));
        foreach (var (passage, step) in undone)
        {
            Assert.That(SqliteFile.Scalar(folder.Path, $"""SELECT COUNT(*) FROM "Passages" WHERE "Id" = {passage}"""), Is.EqualTo("0"));
            Assert.That(SqliteFile.Scalar(folder.Path, $"""SELECT COUNT(*) FROM "CodingSteps" WHERE "UndoneStepId" = {step}"""), Is.EqualTo("1"));
        }
        Assert.That(SqliteFile.Scalar(folder.Path, "PRAGMA integrity_check"), Is.EqualTo("ok"));
        (site, api, _) = await OpenAsync(next);
        Assert.That((await site.GetAsync(api + "/undo")).Json<UndoState>().Redo!.Id, Is.EqualTo(undone[^1].Step));
        var redone = await site.SendJsonAsync(HttpMethod.Post, api + "/redo", new { stepId = undone[^1].Step });
        Assert.That(redone.Json<UndoAnswer>().Changes.Passages.Single().Id, Is.EqualTo(undone[^1].Passage));
    }

    /// <summary>The first interview of the made-up municipality on its coding page.</summary>
    private static async Task<(Site Site, string Api, string Text)> OpenAsync(HostProcess host)
    {
        var site = await host.BrowseAsync();
        await site.GetAsync("/sign-in");
        await site.PostAsync("/sign-in", ("Email", DevelopmentUsers.All.Single(u => u.Role == Role.Consultant).Email), ("Password", DevelopmentUsers.Password));
        var page = await site.GetAsync("/dialogue-processes/1/interviews/1/coding");
        var first = FirstParagraph().Match(page.Html).Groups["text"].Value;
        return (site, ApiOf().Match(page.Html).Groups["api"].Value, WebUtility.HtmlDecode(first));
    }

    [GeneratedRegex("data-api=\"(?<api>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex ApiOf();

    [GeneratedRegex("<p data-start=\"0\">(?<text>[^<]+)</p>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex FirstParagraph();
}
