using System.Net;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Tests.Shared;

namespace Loesningsbrikker.Tests.Operations;

public sealed class HostStartTests
{
    [Test]
    public async Task A_lock_left_by_a_killed_migration_does_not_stop_the_next_start()
    {
        using var folder = new TemporaryFolder();
        SqliteFile.Execute(folder.Path,
            """
            CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL);
            INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-11-21 12:00:00');
            """);
        await using var host = await HostProcess.StartAsync(folder.Path);
        Assert.That(await host.SignInAsync(Role.Consultant), Is.EqualTo(HttpStatusCode.Found));
    }

    [TestCase("master.key", 1)]
    [TestCase("loesningsbrikker.db", 1, Category = "Long")]
    [TestCase("loesningsbrikker.db-wal", 60_000, Category = "Long")]
    [TestCase("loesningsbrikker.db-wal", 500_000)]
    public async Task A_first_start_that_is_killed_is_made_good_by_the_next(string file, int bytes)
    {
        using var folder = new TemporaryFolder();
        await using (var killed = HostProcess.Launch(folder.Path))
        {
            await WaitForAsync(new FileInfo(folder[file]), bytes, killed);
            await killed.KillAsync();
        }
        await using var host = await HostProcess.StartAsync(folder.Path);
        foreach (var role in Enum.GetValues<Role>())
            Assert.That(await host.SignInAsync(role), Is.EqualTo(HttpStatusCode.Found), role.ToString());
        Assert.That(SqliteFile.Scalar(folder.Path, "PRAGMA integrity_check"), Is.EqualTo("ok"));
    }

    [Test]
    public async Task A_second_Host_on_the_same_folder_is_refused_in_one_Danish_line()
    {
        using var folder = new TemporaryFolder();
        await FilledFolder.CopyToAsync(folder.Path);
        await using var first = await HostProcess.StartAsync(folder.Path);
        await using var second = HostProcess.Launch(folder.Path);
        Assert.That(await second.ExitAsync(), Is.EqualTo(1));
        Assert.That(second.Output.Trim(), Does.StartWith("Datamappen").And.Not.Contain(" at "));
    }

    [Test]
    public async Task A_database_with_data_and_no_master_key_is_refused_and_no_new_key_is_made()
    {
        using var folder = new TemporaryFolder();
        await FilledFolder.CopyToAsync(folder.Path);
        File.Delete(folder["master.key"]);
        await using var host = HostProcess.Launch(folder.Path);
        Assert.That(await host.ExitAsync(), Is.EqualTo(1));
        Assert.That(host.Output, Does.Contain("Hovednøglen").And.Contain("mangler"));
        Assert.That(File.Exists(folder["master.key"]), Is.False);
    }

    [Test]
    public async Task PostgreSQL_starts_by_one_setting_and_refuses_a_lost_key_afterwards()
    {
        using var folder = new TemporaryFolder();
        using var database = new TemporaryPostgreSql();
        await using (var host = await HostProcess.StartAsync(folder.Path, database.Setting))
            Assert.That(await host.SignInAsync(Role.Leader), Is.EqualTo(HttpStatusCode.Found));
        File.Delete(folder["master.key"]);
        await using var second = HostProcess.Launch(folder.Path, database.Setting);
        Assert.That(await second.ExitAsync(), Is.EqualTo(1));
        Assert.That(second.Output, Does.Contain("Hovednøglen").And.Contain("mangler"));
    }

    [TestCase("--Loesningsbrikker:TrustedProxies=10.0.0.1, proxy", "»proxy«")]
    [TestCase("--Loesningsbrikker:MaxUploadMegabytes=4096", "MaxUploadMegabytes")]
    public async Task A_setting_that_cannot_be_used_is_named_in_one_line(string setting, string named)
    {
        using var folder = new TemporaryFolder();
        await using var host = HostProcess.Launch(folder.Path, setting);
        Assert.That(await host.ExitAsync(), Is.EqualTo(1));
        Assert.That(host.Output, Does.Contain(named).And.Not.Contain("Exception"));
    }

    [Test]
    public async Task Help_lists_the_verbs_and_an_unknown_verb_fails()
    {
        using var folder = new TemporaryFolder();
        var (code, help) = await HostProcess.RunAsync(folder.Path, "help");
        Assert.That(code, Is.Zero);
        foreach (var verb in new[] { "backup", "restore", "verify-backup", "verify-audit", "rotate-master-key", "create-master-key" })
            Assert.That(help, Does.Contain(verb));
        Assert.That((await HostProcess.RunAsync(folder.Path, "bakup")).ExitCode, Is.EqualTo(1));
        Assert.That((await HostProcess.RunAsync(folder.Path, "restore", "x.zip", "--replcae")).Output, Does.Contain("--replcae"));
    }

    /// <summary>Looks every few milliseconds; the start cannot be stopped at a line of its code from outside.</summary>
    private static async Task WaitForAsync(FileInfo file, int bytes, HostProcess host)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(2));
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        do
            file.Refresh();
        while ((!file.Exists || file.Length < bytes) && await timer.WaitForNextTickAsync(deadline.Token));
        Assert.That(host.Output, Does.Not.Contain("unhandled"), host.Output);
    }
}
