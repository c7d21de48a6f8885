using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Tests.Shared;

namespace Loesningsbrikker.Tests.Operations;

public sealed class BackupTests
{
    [Test]
    public async Task A_backup_under_load_restores_into_a_second_Host_with_equal_checksums_passwords_and_sessions()
    {
        using var folder = new TemporaryFolder();
        var (first, second, file) = (folder["first"], folder["second"], folder["kopi.zip"]);
        var session = new CookieJar();
        await FilledFolder.CopyToAsync(first);
        await using (var host = await HostProcess.StartAsync(first))
        {
            Assert.That(await host.SignInAsync(Role.Committee, session), Is.EqualTo(HttpStatusCode.Found));
            var load = await Load.StartAsync(host, enough: 40);
            var before = load.Acknowledged();
            await RunAsync(first, "backup", file);
            await load.StopAsync();
            CopyKey(first, second);
            await RunAsync(second, "restore", file);
            Load.AssertStored(second, before);
        }
        await RunAsync(second, "backup", folder["igen.zip"]);
        Assert.That(TablesOf(folder["igen.zip"]), Is.EqualTo(TablesOf(file)));

        await using var restored = await HostProcess.StartAsync(second);
        Assert.That(await restored.SignInAsync(Role.Leader), Is.EqualTo(HttpStatusCode.Found));
        var front = await (await restored.BrowseAsync(session.Copy())).GetAsync("/");
        Assert.That(front.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(front.Text, Does.Contain("Ulla Udvalgsmedlem"));
        Assert.That((await HostProcess.RunAsync(second, "verify-audit")).ExitCode, Is.Zero);
    }

    [Test]
    public async Task A_backup_holds_no_master_key_overwrites_nothing_and_is_private()
    {
        using var folder = new TemporaryFolder();
        var file = await BackUpAsync(folder);
        var (code, output) = await HostProcess.RunAsync(folder["data"], "backup", file);
        Assert.That(code, Is.EqualTo(1));
        Assert.That(output, Does.Contain("findes allerede"));
        await using var zip = ZipFile.OpenRead(file);
        Assert.That(zip.Entries.Select(e => e.FullName), Is.EqualTo(new[] { "database", "manifest.json", "manifest.seal" }));
        var secret = Convert.FromBase64String((await File.ReadAllTextAsync(Path.Combine(folder["data"], "master.key"))).Trim().Split(':')[1]);
        foreach (var entry in zip.Entries)
        {
            var content = Read(entry);
            Assert.That(content.AsSpan().IndexOf(secret), Is.Negative, entry.FullName);
            Assert.That(content.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Convert.ToBase64String(secret))), Is.Negative, entry.FullName);
        }
        Assert.That(Directory.GetFiles(folder.Path), Is.EqualTo(new[] { file }), "Nothing unfinished is left beside it.");
        if (!OperatingSystem.IsWindows())
            Assert.That(File.GetUnixFileMode(file), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Test]
    public async Task A_backup_that_was_changed_is_refused_and_leaves_nothing()
    {
        using var folder = new TemporaryFolder();
        var file = await BackUpAsync(folder);
        CopyKey(folder["data"], folder["second"]);
        Rewrite(file, folder["indhold.zip"], "database", b => { b[b.Length / 2] ^= 1; return b; });
        Rewrite(file, folder["manifest.zip"], "manifest.json", b => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(b).Replace("\"rows\": ", "\"rows\": 1")));
        Rewrite(file, folder["uden.zip"], "manifest.seal", _ => []);
        await File.WriteAllBytesAsync(folder["kort.zip"], (await File.ReadAllBytesAsync(file))[..5000]);
        await File.WriteAllTextAsync(folder["tekst.zip"], "ingen zip");
        foreach (var name in new[] { "indhold.zip", "manifest.zip", "uden.zip", "kort.zip", "tekst.zip", "findes-ikke.zip" })
        {
            var (code, output) = await HostProcess.RunAsync(folder["second"], "restore", folder[name]);
            Assert.That(code, Is.EqualTo(1), name);
            Assert.That(output, Does.Not.Contain("Exception"), name);
            Assert.That(Directory.GetFiles(folder["second"], "*.db*"), Is.Empty, name);
        }
        Assert.That((await HostProcess.RunAsync(folder["second"], "verify-backup", folder["indhold.zip"])).ExitCode, Is.EqualTo(1));
        await RunAsync(folder["second"], "verify-backup", file);
    }

    [Test]
    public async Task A_restore_needs_a_stopped_Host_the_right_key_and_consent_to_replace()
    {
        using var folder = new TemporaryFolder();
        var file = await BackUpAsync(folder);
        var data = folder["data"];
        await using (await HostProcess.StartAsync(data))
            Assert.That((await HostProcess.RunAsync(data, "restore", file, "--replace")).Output, Does.Contain("i brug"));
        Assert.That((await HostProcess.RunAsync(data, "restore", file)).Output, Does.Contain("--replace"));
        await RunAsync(data, "restore", file, "--replace");
        Assert.That(Directory.GetFiles(data, "*.before-restore-*"), Has.Length.EqualTo(1));

        await RunAsync(folder["other"], "create-master-key");
        Assert.That((await HostProcess.RunAsync(folder["other"], "create-master-key")).ExitCode, Is.EqualTo(1));
        var (code, output) = await HostProcess.RunAsync(folder["other"], "restore", file);
        Assert.That(code, Is.EqualTo(1));
        Assert.That(output, Does.Contain("hovednøgle"));
    }

    [Test]
    public async Task A_restore_that_was_cut_off_stops_the_start_and_can_be_run_again()
    {
        using var folder = new TemporaryFolder();
        var file = await BackUpAsync(folder);
        var data = folder["data"];
        File.Move(SqliteFile.In(data), folder["aside"]);
        await File.WriteAllTextAsync(SqliteFile.In(data) + ".restoring", "");
        await using (var host = HostProcess.Launch(data))
        {
            Assert.That(await host.ExitAsync(), Is.EqualTo(1));
            Assert.That(host.Output, Does.Contain("afbrudt"));
        }
        await RunAsync(data, "restore", file);
        await using var again = await HostProcess.StartAsync(data);
        Assert.That(await again.SignInAsync(Role.Leader), Is.EqualTo(HttpStatusCode.Found));
    }

    [Test]
    public async Task PostgreSQL_is_backed_up_and_restored_by_the_same_verbs()
    {
        using var folder = new TemporaryFolder();
        using var first = new TemporaryPostgreSql();
        using var second = new TemporaryPostgreSql();
        var file = folder["kopi.zip"];
        await using (await HostProcess.StartAsync(folder.Path, first.Setting))
            await RunAsync(folder.Path, "backup", file, first.Setting);
        Assert.That((await HostProcess.RunAsync(folder.Path, "restore", file, first.Setting)).Output, Does.Contain("ikke tom"));
        await RunAsync(folder.Path, "restore", file, second.Setting);
        await RunAsync(folder.Path, "backup", folder["igen.zip"], second.Setting);
        Assert.That(TablesOf(folder["igen.zip"]), Is.EqualTo(TablesOf(file)));
        await using var host = await HostProcess.StartAsync(folder.Path, second.Setting);
        Assert.That(await host.SignInAsync(Role.Leader), Is.EqualTo(HttpStatusCode.Found));
    }

    /// <summary>A Host that was started once and killed, and a backup of it.</summary>
    private static async Task<string> BackUpAsync(TemporaryFolder folder)
    {
        await FilledFolder.CopyToAsync(folder["data"]);
        await RunAsync(folder["data"], "backup", folder["kopi.zip"]);
        return folder["kopi.zip"];
    }

    private static async Task RunAsync(string dataFolder, params string[] arguments)
    {
        var (code, output) = await HostProcess.RunAsync(dataFolder, arguments);
        Assert.That(code, Is.Zero, output);
    }

    /// <summary>A second data folder that has the master key only.</summary>
    private static void CopyKey(string from, string to)
    {
        Directory.CreateDirectory(to);
        File.Copy(Path.Combine(from, "master.key"), Path.Combine(to, "master.key"));
    }

    private static string TablesOf(string file)
    {
        using var zip = ZipFile.OpenRead(file);
        using var manifest = JsonDocument.Parse(Read(zip.GetEntry("manifest.json")!));
        var tables = manifest.RootElement.GetProperty("tables");
        Assert.That(tables.GetArrayLength(), Is.GreaterThan(20));
        return tables.GetRawText();
    }

    private static void Rewrite(string from, string to, string entryName, Func<byte[], byte[]> change)
    {
        using var source = ZipFile.OpenRead(from);
        using var target = ZipFile.Open(to, ZipArchiveMode.Create);
        foreach (var entry in source.Entries)
        {
            using var stream = target.CreateEntry(entry.FullName).Open();
            stream.Write(entry.FullName == entryName ? change(Read(entry)) : Read(entry));
        }
    }

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using var buffer = new MemoryStream();
        using var stream = entry.Open();
        stream.CopyTo(buffer);
        return buffer.ToArray();
    }
}
