using System.Net;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Privacy;
using Loesningsbrikker.Tests.Shared;

namespace Loesningsbrikker.Tests.Operations;

public sealed class VerbTests
{
    [Test]
    public async Task A_change_behind_the_logs_back_makes_verify_audit_fail_and_name_the_line()
    {
        using var folder = new TemporaryFolder();
        await FilledFolder.CopyToAsync(folder.Path);
        Assert.That((await HostProcess.RunAsync(folder.Path, "verify-audit")).ExitCode, Is.Zero);
        SqliteFile.Execute(folder.Path, """DROP TRIGGER "AuditEntries_no_UPDATE"; UPDATE "AuditEntries" SET "EntityKey" = '77' WHERE "Sequence" = 3""");
        var (code, output) = await HostProcess.RunAsync(folder.Path, "verify-audit");
        Assert.That(code, Is.EqualTo(1));
        Assert.That(output, Does.Contain("BRUDT ved linje 3"));
    }

    [Test]
    public async Task After_rotate_master_key_the_old_line_can_go_and_sessions_live_on()
    {
        using var folder = new TemporaryFolder();
        var session = new CookieJar();
        await FilledFolder.CopyToAsync(folder.Path);
        await using (var host = await HostProcess.StartAsync(folder.Path))
        {
            Assert.That(await host.SignInAsync(Role.Consultant, session), Is.EqualTo(HttpStatusCode.Found));
            Assert.That((await HostProcess.RunAsync(folder.Path, "rotate-master-key")).ExitCode, Is.EqualTo(1), "A Host runs.");
        }
        var line = MasterKey.NewLine("n2");
        await File.WriteAllTextAsync(folder["master.key"], line + await File.ReadAllTextAsync(folder["master.key"]));
        var (code, output) = await HostProcess.RunAsync(folder.Path, "rotate-master-key");
        Assert.That(code, Is.Zero, output);
        await File.WriteAllTextAsync(folder["master.key"], line);
        await using var next = await HostProcess.StartAsync(folder.Path);
        Assert.That((await (await next.BrowseAsync(session.Copy())).GetAsync("/")).Status, Is.EqualTo(HttpStatusCode.OK));
    }
}
