using System.Net;
using System.Net.Sockets;
using System.Text;
using Loesningsbrikker.Reminders;
using Loesningsbrikker.Tests.Shared;

namespace Loesningsbrikker.Tests.Reminders;

/// <summary>Handing mails to a real server process. That a trusted certificate lets them through is shown by <see cref="TwoHostsTests"/>.</summary>
public sealed class SmtpTransportTests
{
    private static readonly Mail Sample = new(
        "<1f0e@proeveby.example>", "brikker@proeveby.example", "mette@proeveby.example", "3 opfølgninger venter på dig", "Hej\n\nÆblegrød på åen: D-14\n");

    [Test]
    public async Task The_server_gets_the_mail_as_it_was_written()
    {
        await using var server = await MailServerProcess.StartPlainAsync();
        await new SmtpTransport(Plain(server)).SendAsync(Sample, CancellationToken.None);
        await server.UntilAsync(t => t.Count == 1);
        var taken = server.Taken.Single();
        Assert.That((taken.From, taken.To), Is.EqualTo((Sample.From, new[] { Sample.To })));
        Assert.That(taken.Header("Message-ID"), Is.EqualTo(Sample.MessageId));
        Assert.That(taken.Header("Auto-Submitted"), Is.EqualTo("auto-generated"));
        Assert.That(Decoded(taken.Header("Subject")), Is.EqualTo(Sample.Subject));
        Assert.That(taken.Header("Date"), Is.Not.Empty);
        Assert.That(taken.Source, Is.All.Matches<char>(char.IsAscii), "servers on the way may know nothing else");
        Assert.That(Body(taken.Source), Is.EqualTo("Hej\r\n\r\nÆblegrød på åen: D-14\r\n"));
    }

    [Test]
    public async Task A_server_that_offers_no_encryption_gets_nothing_when_the_settings_demand_it()
    {
        await using var server = await MailServerProcess.StartPlainAsync();
        var settings = Plain(server);
        settings.UseStartTls = true;
        Assert.That((await RefusalAsync(settings, Sample)).Message, Does.Contain("STARTTLS"));
        Assert.That(server.Taken, Is.Empty);
    }

    [Test]
    public async Task A_certificate_that_nobody_vouches_for_is_refused()
    {
        await using var server = await MailServerProcess.StartAsync();
        var refusal = await RefusalAsync(server.Settings(), Sample);
        Assert.That((refusal.Message, refusal.ConcernsAll), Is.EqualTo(("Mailserverens certifikat kan ikke godkendes.", true)));
        Assert.That(server.Taken, Is.Empty);
    }

    [Test]
    public async Task A_recipient_that_the_server_refuses_concerns_that_mail_only()
    {
        await using var server = await MailServerProcess.StartPlainAsync();
        var refusal = await RefusalAsync(Plain(server), Sample with { To = "refused@proeveby.example" });
        Assert.That((refusal.Message, refusal.ConcernsAll), Is.EqualTo(("Mailserveren tog ikke imod modtageren (550).", false)));
    }

    [Test]
    public async Task An_address_that_is_none_concerns_that_mail_only() =>
        Assert.That((await RefusalAsync(new MailSettings { Host = "localhost" }, Sample with { To = "ingen adresse" })).ConcernsAll, Is.False);

    [Test]
    public async Task Nobody_at_the_port_means_that_all_mails_wait()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        var refusal = await RefusalAsync(new MailSettings { Host = "localhost", Port = port }, Sample);
        Assert.That((refusal.Message, refusal.ConcernsAll), Is.EqualTo(("Der er ikke forbindelse til mailserveren.", true)));
    }

    [Test]
    public async Task In_Development_a_mail_is_a_file_in_a_folder()
    {
        using var folder = new TemporaryFolder();
        await new PickupFolderTransport(folder["mail"]).SendAsync(Sample, CancellationToken.None);
        var text = await File.ReadAllTextAsync(Directory.GetFiles(folder["mail"], "*.eml").Single());
        Assert.That(text, Does.Contain("Message-ID: " + Sample.MessageId));
        Assert.That(Body(text), Does.Contain("Æblegrød"));
    }

    [Test]
    public void A_folder_that_cannot_be_written_means_that_all_mails_wait()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["mail"], "a file where the folder should be");
        Assert.That(async () => await new PickupFolderTransport(folder["mail"]).SendAsync(Sample, CancellationToken.None),
            Throws.InstanceOf<MailException>().With.Property("ConcernsAll").EqualTo(true));
    }

    private static MailSettings Plain(MailServerProcess server) => new() { Host = "localhost", Port = server.Port, UseStartTls = false };

    private static async Task<MailException> RefusalAsync(MailSettings settings, Mail mail)
    {
        try
        {
            await new SmtpTransport(settings).SendAsync(mail, CancellationToken.None);
        }
        catch (MailException refusal)
        {
            return refusal;
        }
        throw new AssertionException("The mail was taken.");
    }

    private static string Body(string source) =>
        Encoding.UTF8.GetString(Convert.FromBase64String(source[source.IndexOf("\r\n\r\n", StringComparison.Ordinal)..].Trim()));

    /// <summary>Decodes encoded words (RFC 2047).</summary>
    private static string Decoded(string header)
    {
        using var attachment = System.Net.Mail.Attachment.CreateAttachmentFromString("", header);
        return attachment.Name!;
    }
}
