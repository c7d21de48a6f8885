using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Tests.Operations;
using Loesningsbrikker.Tests.Shared;
using Npgsql;

namespace Loesningsbrikker.Tests.Interviews;

/// <summary>
/// The proof by reading: a Host of its own takes texts in, some are stored with pseudonyms, some are given up, too old, refused, or wait.
/// Afterwards no name and no number of theirs stands in a file, a table, the log, the temporary folder or a backup.
/// </summary>
public sealed partial class ImportProofTests
{
    private static readonly string[] Secrets =
        ["Quintilia", "Vandkær", "Xhensila", "070761-4285", "0707614285", "31 41 59 26", "hemmelig.example", "Hemmelighedsvej"];

    private const string Raw = "Quintilia siger, at pædagog Xhensila ringede på 31 41 59 26 om 070761-4285. Quintilias mor bor på Hemmelighedsvej 17 og skriver fra mor@hemmelig.example.";

    private const string EachSecond = "* * * * * ?";

    [Test]
    public async Task Nothing_raw_is_left_in_SQLite_its_log_the_temporary_folder_or_a_backup()
    {
        using var folder = new TemporaryFolder();
        var data = folder["data"];
        var output = await GoThroughAsync(folder, data, () => SqliteFile.Execute(data, """UPDATE "ImportDrafts" SET "ExpiresAtUtc" = '2020-01-01 00:00:00' """), () =>
            SqliteFile.Scalar(data, """SELECT COUNT(*) FROM "ImportDrafts" """)!);
        AssertClean(output, "the log");
        AssertFilesClean(data);
        AssertFilesClean(folder["temp"]);
        var database = Entry(folder["copy.zip"], "database");
        AssertClean(Encoding.Latin1.GetString(database), "the backup");
        Assert.That(RowsOf(folder["copy.zip"]), Is.Zero, "drafts in the backup");

        File.WriteAllBytes(folder["copy.db"], database);
        Assert.That(Encoding.Latin1.GetString(database), Does.Contain("[person A]"), "what was stored is what was looked for in");
        await AssertRestoresAsync(folder, data, []);
    }

    [Test]
    public async Task Nothing_raw_is_left_in_PostgreSQL_its_log_the_temporary_folder_or_a_dump()
    {
        using var folder = new TemporaryFolder();
        using var postgreSql = new TemporaryPostgreSql();
        using var second = new TemporaryPostgreSql();
        var output = await GoThroughAsync(folder, folder["data"],
            () => Execute(postgreSql.ConnectionString, """UPDATE "ImportDrafts" SET "ExpiresAtUtc" = '2020-01-01' RETURNING 1"""),
            () => Execute(postgreSql.ConnectionString, """SELECT COUNT(*)::text FROM "ImportDrafts" """).Single(), postgreSql.Setting);
        AssertClean(output, "the log");
        AssertFilesClean(folder["data"]);
        AssertFilesClean(folder["temp"]);
        var tables = Execute(postgreSql.ConnectionString, "SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = current_schema()");
        Assert.That(tables, Has.Count.GreaterThan(30));
        foreach (var table in tables)
            AssertClean(string.Join('\n', Execute(postgreSql.ConnectionString, $"SELECT t::text FROM {table} t")), table);
        await File.WriteAllBytesAsync(folder["dump"], Entry(folder["copy.zip"], "database"));
        var dump = await AsSqlAsync(folder["dump"]);
        AssertClean(dump, "the dump");
        Assert.That(dump, Does.Contain("[person A]"), "what was stored is what was looked for in");
        Assert.That(RowsOf(folder["copy.zip"]), Is.Zero, "drafts in the dump");
        await AssertRestoresAsync(folder, folder["data"], [second.Setting]);
    }

    /// <summary>Runs a Host, takes texts in, backs up while one waits, and gives what the Host wrote, down to the last detail.</summary>
    private static async Task<string> GoThroughAsync(TemporaryFolder folder, string data, Action makeOld, Func<string> waiting, params string[] settings)
    {
        Directory.CreateDirectory(folder["temp"]);
        using var temporary = new TemporaryFiles(folder["temp"]);
        var environment = new Dictionary<string, string>
        {
            // Without the sockets that debuggers talk to.
            ["TMPDIR"] = folder["temp"], ["DOTNET_EnableDiagnostics"] = "0", ["Logging__LogLevel__Default"] = "Trace", ["Logging__LogLevel__Microsoft.AspNetCore"] = "Trace",
            ["Logging__LogLevel__Microsoft.EntityFrameworkCore"] = "Trace",
        };
        await using var host = await HostProcess.StartAsync(data, environment,
            [.. settings, "--Loesningsbrikker:Scheduler:Enabled=true", "--Loesningsbrikker:Scheduler:ImportDrafts=" + EachSecond]);
        var site = await ConsultantAsync(host);
        var drafts = await DraftsPathAsync(site);

        await StoreAsync(site, drafts);
        await RefuseAsync(site, drafts);
        await GiveUpAsync(site, drafts);
        // One waits while the backup is taken, and is too old afterwards.
        await WaitAsync(site, drafts, "Interview Quintilia Vandkær.txt", Large());
        Assert.That(waiting(), Is.EqualTo("1"));
        var backup = await HostProcess.RunAsync(data, ["backup", folder["copy.zip"], .. settings]);
        Assert.That(backup.ExitCode, Is.Zero, backup.Output);
        makeOld();
        await host.WrittenAsync("import drafts that nobody confirmed in time");
        Assert.That(waiting(), Is.EqualTo("0"));
        Assert.That(temporary.Uploads, Is.Empty, "an upload lay in the temporary folder");
        await AssertAnUploadElsewhereWouldBeSeenAsync(site, temporary);
        return host.Output;
    }

    private static async Task StoreAsync(Site site, string drafts)
    {
        var vtt = "WEBVTT\n\n" + string.Concat(Enumerable.Range(0, 700).Select(i =>
            $"{i}\n00:{i / 60:D2}:{i % 60:D2}.000 --> 00:{i / 60:D2}:{i % 60:D2}.900\n<v {(i % 2 == 0 ? "Quintilia Vandkær" : "Interviewer")}>{Raw}</v>\n\n"));
        Assert.That(vtt.Length, Is.GreaterThan(64 * 1024), "small uploads never reach a disk");
        var path = await WaitAsync(site, drafts, "Interview Quintilia Vandkær.vtt", Encoding.UTF8.GetBytes(vtt));
        var preview = await site.GetAsync(path);
        Assert.That(preview.Text, Does.Contain("Quintilia").And.Contain("[CPR-nummer]"));
        var complete = ImportSteps.FieldsOf(preview).With(("Kind", "Verbatim"), ("HeldOn", "2026-09-01"), ("KeepNames", "true"));
        // A name that is typed into a field beside the text is refused, and does not end in a log.
        Assert.That((await site.PostAsync(path + "/confirmation", complete.With(("Title", "Om Xhensila")))).Status, Is.EqualTo(HttpStatusCode.BadRequest));
        // The speaker becomes a new informant; the name goes into the identities, encrypted.
        var group = GroupOption().Match(preview.Html).Groups["value"].Value;
        Assert.That((await site.PostAsync(path, complete.With(("speaker-0", group)))).Status, Is.EqualTo(HttpStatusCode.Found));
        var again = ImportSteps.FieldsOf(await site.GetAsync(path));
        var stored = await site.PostAsync(path + "/confirmation", again.With(("Kind", "Verbatim")));
        Assert.That(stored.Status, Is.EqualTo(HttpStatusCode.Found), stored.Text);
        AssertClean((await site.GetAsync(stored.Location!)).Html, "the stored text");
    }

    /// <summary>Files that cannot be read, and a form that is wrong.</summary>
    private static async Task RefuseAsync(Site site, string drafts)
    {
        await site.GetAsync(drafts);
        var page = await site.UploadFilesAsync(drafts, "Files", ("Quintilia.docx", Large()), ("Quintilia.vtt", Large()), ("Quintilia.exe", Large()));
        Assert.That(page.Text, Does.Contain("3 filer kunne ikke læses"));
        var both = drafts.Replace("import-drafts", "interviews/1/transcripts/new");
        await site.GetAsync(both);
        Assert.That((await site.UploadAsync(both, "File", "Quintilia.txt", Large(), ("Text", Raw))).Status, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    private static async Task GiveUpAsync(Site site, string drafts)
    {
        var path = await WaitAsync(site, drafts, "Quintilia.odt", OdtFile.WithParagraphs([.. Enumerable.Repeat(Raw, 2000)]));
        await site.GetAsync(path);
        Assert.That((await site.PostAsync(path + "/delete")).Status, Is.EqualTo(HttpStatusCode.Found));
    }

    private static async Task<string> WaitAsync(Site site, string drafts, string name, byte[] content)
    {
        await site.GetAsync(drafts);
        var answer = await site.UploadFilesAsync(drafts, "Files", (name, content));
        return answer.Location ?? throw new InvalidOperationException(answer.Text);
    }

    /// <summary>The watch works: a page that takes no uploads lets the framework write one to the temporary folder, and that is seen.</summary>
    private static async Task AssertAnUploadElsewhereWouldBeSeenAsync(Site site, TemporaryFiles temporary)
    {
        await site.UploadAsync("/sign-out", "File", "a.txt", new byte[200 * 1024]);
        await temporary.SeenAsync();
    }

    private static async Task AssertRestoresAsync(TemporaryFolder folder, string data, string[] settings)
    {
        Directory.CreateDirectory(folder["second"]);
        File.Copy(Path.Combine(data, "master.key"), Path.Combine(folder["second"], "master.key"));
        var restored = await HostProcess.RunAsync(folder["second"], ["restore", folder["copy.zip"], .. settings]);
        Assert.That(restored.ExitCode, Is.Zero, restored.Output);
    }

    private static async Task<Site> ConsultantAsync(HostProcess host)
    {
        var site = await host.BrowseAsync();
        await site.GetAsync("/sign-in");
        var email = DevelopmentUsers.All.Single(u => u.Role == Role.Consultant).Email;
        await site.PostAsync("/sign-in", ("Email", email), ("Password", DevelopmentUsers.Password));
        return site;
    }

    private static async Task<string> DraftsPathAsync(Site site) =>
        ProcessLink().Match((await site.GetAsync("/")).Html) is { Success: true } link ? link.Groups["path"].Value + "/import-drafts" : throw new InvalidOperationException("No process.");

    private static byte[] Large() => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Raw + "\n", 2000)));

    private static void AssertFilesClean(string folder)
    {
        var files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories);
        foreach (var file in files)
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            AssertClean(Encoding.Latin1.GetString(bytes.ToArray()), file);
        }
    }

    /// <summary>Looks for every secret, as text and as the bytes of UTF-8 and UTF-16 that Latin-1 shows.</summary>
    private static void AssertClean(string text, string where)
    {
        foreach (var secret in Secrets)
            foreach (var form in new[] { secret, Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(secret)), Encoding.Latin1.GetString(Encoding.Unicode.GetBytes(secret)) })
                if (text.IndexOf(form, StringComparison.OrdinalIgnoreCase) is var at and >= 0)
                    Assert.Fail($"{secret} stands in {where}: {text[Math.Max(0, at - 100)..Math.Min(text.Length, at + 100)]}");
    }

    private static byte[] Entry(string zip, string name)
    {
        using var archive = ZipFile.OpenRead(zip);
        using var stream = archive.GetEntry(name)!.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static long RowsOf(string zip)
    {
        using var manifest = JsonDocument.Parse(Entry(zip, "manifest.json"));
        return manifest.RootElement.GetProperty("tables").EnumerateArray().Single(t => t.GetProperty("name").GetString() == "ImportDrafts").GetProperty("rows").GetInt64();
    }

    private static List<string> Execute(string connectionString, string sql)
    {
        using var connection = new NpgsqlConnection(connectionString);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture)!);
        return rows;
    }

    private static async Task<string> AsSqlAsync(string dump)
    {
        using var process = Process.Start(new ProcessStartInfo("pg_restore", ["--file=-", dump]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var sql = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.That(process.ExitCode, Is.Zero);
        return sql;
    }

    [GeneratedRegex("href=\"(?<path>/dialogue-processes/\\d+)[\"/]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex ProcessLink();

    [GeneratedRegex("value=\"(?<value>group:\\d+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex GroupOption();

    /// <summary>Watches which uploads the framework writes to a temporary folder, however soon they are gone.</summary>
    private sealed class TemporaryFiles : IDisposable
    {
        private readonly FileSystemWatcher _watcher;
        private readonly ConcurrentBag<string> _uploads = [];
        private readonly TaskCompletionSource _seen = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TemporaryFiles(string folder)
        {
            // The framework makes a file of any name first, and then gives it its own.
            _watcher = new FileSystemWatcher(folder);
            _watcher.Created += (_, created) => See(created.Name!);
            _watcher.Renamed += (_, renamed) => See(renamed.Name!);
            _watcher.EnableRaisingEvents = true;
        }

        public IReadOnlyCollection<string> Uploads => _uploads;

        public Task SeenAsync() => _seen.Task.WaitAsync(TimeSpan.FromMinutes(1));

        public void Dispose() => _watcher.Dispose();

        private void See(string name)
        {
            if (!name.EndsWith(".tmp", StringComparison.Ordinal))
                return;
            _uploads.Add(name);
            _seen.TrySetResult();
        }
    }
}
