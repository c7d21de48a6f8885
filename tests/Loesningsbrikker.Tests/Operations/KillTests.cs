using System.Net;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Tests.Shared;

namespace Loesningsbrikker.Tests.Operations;

public sealed class KillTests
{
    [Test]
    public async Task Every_acknowledged_write_survives_SIGKILL()
    {
        using var folder = new TemporaryFolder();
        await FilledFolder.CopyToAsync(folder.Path);
        await using var host = await HostProcess.StartAsync(folder.Path);
        var load = await Load.StartAsync(host, enough: 200);
        await host.KillAsync();
        await load.StopAsync();
        var acknowledged = load.Acknowledged();

        await using var next = await HostProcess.StartAsync(folder.Path);
        Assert.That(acknowledged.Values.Sum(), Is.GreaterThanOrEqualTo(200));
        Load.AssertStored(folder.Path, acknowledged);
        Assert.That(SqliteFile.Scalar(folder.Path, "PRAGMA integrity_check"), Is.EqualTo("ok"));
        Assert.That(await next.SignInAsync(Role.Administrator), Is.EqualTo(HttpStatusCode.Found));
        Assert.That((await HostProcess.RunAsync(folder.Path, "verify-audit")).ExitCode, Is.Zero);
    }
}
