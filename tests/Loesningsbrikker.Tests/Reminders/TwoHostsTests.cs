using System.Text.RegularExpressions;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.FollowUps;
using Loesningsbrikker.Reminders;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Loesningsbrikker.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Loesningsbrikker.Tests.Reminders;

/// <summary>Two Hosts on one PostgreSQL with the real scheduler, each second, and a real mail server by STARTTLS.</summary>
public sealed partial class TwoHostsTests
{
    [Test]
    public async Task Share_the_work_fire_each_time_once_and_send_each_mail_once()
    {
        TestHost.SkipWithoutServer(DatabaseKind.PostgreSql);
        await using var filled = new TestHost(DatabaseKind.PostgreSql);
        var city = await FillAsync(filled, mails: 30);
        await using var server = await MailServerProcess.StartAsync();
        using var folder = new TemporaryFolder();
        string[] outputs;
        await using (var one = await StartAsync(filled, server, folder["one"]))
        await using (var two = await StartAsync(filled, server, folder["two"]))
        {
            await server.UntilAsync(t => t.Count >= 32);
            // Both have had their chance; one more mail takes another round.
            await AddTrialAsync(filled, city);
            await server.UntilAsync(t => t.Count >= 33);
            var backup = folder["copy.zip"];
            var copied = await HostProcess.RunAsync(folder["one"], ["backup", backup, .. Common(filled)]);
            Assert.That(copied.ExitCode, Is.Zero, copied.Output);
            Assert.That((await HostProcess.RunAsync(folder["one"], ["verify-backup", backup, .. Common(filled)])).ExitCode, Is.Zero);
            outputs = [one.Output, two.Output];
        }
        var firings = outputs.SelectMany(o => Firing().Matches(o).Select(m => m.Groups["firing"].Value)).ToList();
        Assert.That(firings, Has.Some.Contains("send-due-reminders").And.Some.Contains("deliver-outbox"));
        Assert.That(firings, Is.Unique, "each time fires in one Host only");
        Assert.That(server.Taken.Select(t => t.Header("Message-ID")), Is.Unique);
        Assert.That(server.Taken, Has.Count.EqualTo(33));
        Assert.That(server.Taken.Select(t => (t.Secure, t.User)), Is.All.EqualTo((true, "brikker")));
        Assert.That(server.Taken.SelectMany(t => t.To).Count(to => to == city.User(Role.Leader).Email), Is.EqualTo(1), "one digest");
    }

    [Test]
    public async Task A_time_that_was_changed_in_the_settings_counts_from_the_next_start()
    {
        TestHost.SkipWithoutServer(DatabaseKind.PostgreSql);
        await using var filled = new TestHost(DatabaseKind.PostgreSql);
        await FillAsync(filled, mails: 1);
        await using var server = await MailServerProcess.StartAsync();
        using var folder = new TemporaryFolder();
        // The scheduler stores its times after the Host answers.
        await using (await StartAsync(filled, server, folder["one"], "0 0 4 1 1 ? 2099"))
            await UntilStoredAsync(filled, triggers: 2);
        await using (await StartAsync(filled, server, folder["one"]))
            await server.UntilAsync(t => t.Count >= 3);
    }

    /// <summary>Follow-ups of two people that are due, and mails that wait.</summary>
    private static async Task<TestCity> FillAsync(TestHost host, int mails)
    {
        var city = await TestCity.CreateAsync(host);
        await using var scope = host.Scope(city.MunicipalityId);
        var db = scope.ServiceProvider.GetRequiredService<LoesningsbrikkerContext>();
        var piece = await new Testimony(db, city.Process).PieceAsync(PieceClass.Local, "Faste voksne");
        foreach (var role in new[] { Role.Leader, Role.LocalLeader })
            for (var i = 0; i < 3; i++)
                db.Add(FollowUp.Set(piece, new FollowUpPlan(DanishText.Day(db.UtcNow), Recurrence.Once, city.User(role).Id, "x", ""), null, db.UtcNow));
        for (var i = 0; i < mails; i++)
            db.Add(OutboxMessage.Write(city.User(Role.Consultant).Id, MailKind.Trial, null, MailText.TrialSubject, MailText.TrialBody, db.UtcNow));
        await db.SaveChangesAsync();
        return city;
    }

    private static async Task UntilStoredAsync(TestHost filled, int triggers)
    {
        await using var connection = new NpgsqlConnection(filled.Settings.PostgreSql);
        await connection.OpenAsync();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (await StoredAsync(connection) < triggers)
            await timer.WaitForNextTickAsync(deadline.Token);
    }

    private static async Task<long> StoredAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand("SELECT count(*) FROM qrtz_triggers", connection);
        try
        {
            return (long)(await command.ExecuteScalarAsync())!;
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            return 0;
        }
    }

    private static async Task AddTrialAsync(TestHost host, TestCity city)
    {
        await using var scope = host.Scope(city.MunicipalityId);
        var db = scope.ServiceProvider.GetRequiredService<LoesningsbrikkerContext>();
        db.Add(OutboxMessage.Write(city.User(Role.Consultant).Id, MailKind.Trial, null, MailText.TrialSubject, MailText.TrialBody, db.UtcNow));
        await db.SaveChangesAsync();
    }

    private static Task<HostProcess> StartAsync(TestHost filled, MailServerProcess server, string folder, string cron = "* * * * * ?")
    {
        var mail = server.Settings();
        return HostProcess.StartAsync(folder,
            new Dictionary<string, string>
            {
                // As where the operator trusts the authority that vouches for the mail server.
                ["SSL_CERT_FILE"] = server.CertificateFile, ["Logging__LogLevel__Loesningsbrikker.Host"] = "Debug",
            },
            [
                .. Common(filled), "--Loesningsbrikker:Scheduler:Enabled=true",
                "--Loesningsbrikker:Scheduler:Reminders=" + cron, "--Loesningsbrikker:Scheduler:Outbox=" + cron,
                $"--Loesningsbrikker:Mail:Host={mail.Host}", $"--Loesningsbrikker:Mail:Port={mail.Port}", $"--Loesningsbrikker:Mail:User={mail.User}",
                $"--Loesningsbrikker:Mail:Password={mail.Password}", $"--Loesningsbrikker:Mail:From={mail.From}", $"--Loesningsbrikker:Mail:PublicAddress={mail.PublicAddress}",
            ]);
    }

    private static string[] Common(TestHost filled) =>
        ["--Loesningsbrikker:PostgreSql=" + filled.Settings.PostgreSql, "--Loesningsbrikker:MasterKey=" + filled.Settings.MasterKey];

    [GeneratedRegex("Job (?<firing>[a-z-]+ of [0-9T:.Z-]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Firing();
}
