using System.Globalization;
using System.Net;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.Tests.Interviews;
using Loesningsbrikker.Tests.Interviews.Corrections;
using Loesningsbrikker.Tests.Shared;

namespace Loesningsbrikker.Tests.Operations;

public sealed class KilledCorrectionTests
{
    private const int Paragraphs = 3000;

    /// <summary>So far into the write-ahead log, in bytes: well after the beginning of the correction and well before its end.</summary>
    private const int Midway = 500_000;

    [Test]
    public async Task A_correction_that_SIGKILL_interrupts_is_stored_whole_or_not_at_all()
    {
        using var folder = new TemporaryFolder();
        var session = new CookieJar();
        string path;
        await using (var host = await HostProcess.StartAsync(folder.Path))
        {
            Assert.That(await host.SignInAsync(Role.Consultant, session), Is.EqualTo(HttpStatusCode.Found));
            var site = await host.BrowseAsync(session);
            path = await ImportAsync(site, SqliteFile.Scalar(folder.Path, "SELECT MIN(\"Id\") FROM \"DialogueProcesses\"")!);
            Mark(folder.Path);
            var preview = await CaseOf(site, path).PreviewAsync(text => text.Replace("morgenen", "formiddagen", StringComparison.Ordinal));
            var fields = CorrectionCase.Fields(preview, ("ForAll", "Keep"));
            Assert.That(SqliteFile.Scalar(folder.Path, "PRAGMA wal_checkpoint(TRUNCATE)"), Is.EqualTo("0"));
            var log = new FileInfo(SqliteFile.In(folder.Path) + "-wal");
            var sent = Task.Run(() => AnswerAsync(site, path, fields));
            // The write-ahead log grows while the correction is being written; nothing of it counts before the last page.
            while (log.Length < Midway && !sent.IsCompleted)
                log.Refresh();
            await host.KillAsync();
            var acknowledged = await sent == HttpStatusCode.Found;
            log.Refresh();
            TestContext.Out.WriteLine($"The log had {log.Length:N0} bytes; acknowledged: {acknowledged}");
            AssertWhole(folder.Path, acknowledged);
        }

        await using var next = await HostProcess.StartAsync(folder.Path);
        AssertWhole(folder.Path, acknowledged: false);
        Assert.That(SqliteFile.Scalar(folder.Path, "PRAGMA integrity_check"), Is.EqualTo("ok"));
        var newest = int.Parse(SqliteFile.Scalar(folder.Path, "SELECT MAX(\"VersionNumber\") FROM \"Transcripts\"")!, CultureInfo.InvariantCulture);
        var again = CaseOf(await next.BrowseAsync(session.Copy()), path);
        var saved = await again.CorrectAsync(text => text.Replace("måske", "sikkert", StringComparison.Ordinal), newest, ("ForAll", "Keep"));
        Assert.That(saved.Status, Is.EqualTo(HttpStatusCode.Found), saved.Html);
        Assert.That((await HostProcess.RunAsync(folder.Path, "verify-audit")).ExitCode, Is.Zero);
    }

    private static CorrectionCase CaseOf(Site site, string path) => new() { Site = site, Path = path, Interview = new Interview(), Transcript = new Transcript() };

    private static async Task<HttpStatusCode?> AnswerAsync(Site site, string path, (string, string)[] fields)
    {
        try
        {
            return (await site.PostAsync(path + "/corrections", fields)).Status;
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return null;
        }
    }

    /// <summary>Every mark of the interview stands in one and the same text, which has all its paragraphs, its anchors and its correction, or none of it is there.</summary>
    private static void AssertWhole(string folder, bool acknowledged)
    {
        const string Newest = """(SELECT MAX("Id") FROM "Transcripts")""";
        int Count(string sql) => int.Parse(SqliteFile.Scalar(folder, sql)!, CultureInfo.InvariantCulture);
        var corrections = Count("SELECT COUNT(*) FROM \"TranscriptCorrections\"");
        Assert.That(corrections, Is.LessThanOrEqualTo(1));
        if (acknowledged)
            Assert.That(corrections, Is.EqualTo(1));
        Assert.That(Count($"SELECT COUNT(*) FROM \"TranscriptParagraphs\" WHERE \"TranscriptId\" = {Newest}"), Is.EqualTo(Paragraphs));
        Assert.That(Count($"SELECT COUNT(*) FROM \"Passages\" WHERE \"TranscriptId\" = {Newest}"), Is.EqualTo(Paragraphs));
        Assert.That(Count("SELECT COUNT(*) FROM \"PassageAnchors\""), Is.EqualTo(corrections * Paragraphs));
        Assert.That(Count($"""
            SELECT COUNT(*) FROM "Passages" p JOIN "TranscriptParagraphs" t ON t."TranscriptId" = p."TranscriptId" AND t."StartUtf16" <= p."StartUtf16" AND t."EndUtf16" >= p."EndUtf16"
            WHERE p."TranscriptId" = {Newest} AND substr(t."Text", p."StartUtf16" - t."StartUtf16" + 1, p."EndUtf16" - p."StartUtf16") = p."Quote"
            """), Is.EqualTo(Paragraphs), "words that stand where they are said to stand");
    }

    private static async Task<string> ImportAsync(Site site, string processId)
    {
        var interviews = $"/dialogue-processes/{processId}/interviews";
        await site.GetAsync(interviews + "/new");
        var made = await site.PostAsync(interviews + "/new", ("Title", "Lang samtale"), ("HeldOn", "2026-09-01"), ("Method", "Interview"));
        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Found), made.Html);
        var filling = string.Concat(Enumerable.Repeat(" Vi taler om morgenen og om de voksne, der er for få, og om det, der måske kan blive anderledes.", 4));
        var text = string.Join('\n', Enumerable.Range(0, Paragraphs).Select(i => $"Nummer {i:0000}." + filling));
        await site.GetAsync(made.Location + "/transcripts/new");
        var imported = await site.PasteAndConfirmAsync(made.Location + "/transcripts/new", text);
        Assert.That(imported.Status, Is.EqualTo(HttpStatusCode.Found), imported.Html[..Math.Min(2000, imported.Html.Length)]);
        return made.Location!;
    }

    /// <summary>A mark in every paragraph, straight into the file: by hand it would take longer than the test.</summary>
    private static void Mark(string folder) => SqliteFile.Execute(folder, """
        INSERT INTO "Passages" ("MunicipalityId", "ProcessId", "TranscriptId", "StartUtf16", "EndUtf16", "Quote", "Prefix", "Suffix", "Note", "CreatedAtUtc", "Version")
        SELECT p."MunicipalityId", t."ProcessId", p."TranscriptId", p."StartUtf16" + 40, p."StartUtf16" + 100, substr(p."Text", 41, 60), substr(p."Text", 9, 32), substr(p."Text", 101, 32),
            '', t."ImportedAtUtc", (SELECT "Version" FROM "Passages" LIMIT 1)
        FROM "TranscriptParagraphs" p JOIN "Transcripts" t ON t."Id" = p."TranscriptId" WHERE t."Id" = (SELECT MAX("Id") FROM "Transcripts")
        """);
}
