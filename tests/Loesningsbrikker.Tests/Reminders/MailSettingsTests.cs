using Loesningsbrikker.Reminders;
using Loesningsbrikker.Shared;
using Loesningsbrikker.Tests.Shared;

namespace Loesningsbrikker.Tests.Reminders;

/// <summary>Settings that cannot be used are told at start, not when the first mail is due.</summary>
public sealed class MailSettingsTests
{
    [Test]
    public void No_mail_at_all_and_a_complete_server_and_a_folder_are_welcome()
    {
        Assert.That(() => new MailSettings().EnsureUsable(), Throws.Nothing);
        Assert.That(() => Complete(_ => { }).EnsureUsable(), Throws.Nothing);
        Assert.That(() => Complete(m => (m.Host, m.PickupFolder, m.User, m.Password) = (null, "mail", null, null)).EnsureUsable(), Throws.Nothing);
    }

    [Test]
    public void What_is_missing_or_wrong_is_named()
    {
        Refused("From", m => m.From = "ingen adresse");
        Refused("From", m => m.From = null);
        Refused("PublicAddress", m => m.PublicAddress = null);
        Refused("PublicAddress", m => m.PublicAddress = "/brikker");
        Refused("PublicAddress", m => m.PublicAddress = "javascript:alert(1)");
        Refused("PublicAddress", m => m.PublicAddress = "https://brikker.example/?a=b");
        Refused("Port", m => m.Port = 0);
        Refused("Port", m => m.Port = 70_000);
        Refused("User", m => m.Password = null);
        Refused("User", m => m.UseStartTls = false);
        Refused("PickupFolder", m => m.PickupFolder = "mail");
    }

    [TestCase("Mail:Host=mail.example", "Indstillingen Loesningsbrikker:Mail:From skal være")]
    [TestCase("Scheduler:Reminders=hver dag", "»hver dag« i indstillingen Loesningsbrikker:Scheduler:Reminders er intet tidspunkt.")]
    public async Task A_Host_with_half_a_mail_server_or_no_time_says_so_in_one_line_and_does_not_start(string setting, string sentence)
    {
        using var folder = new TemporaryFolder();
        await using var host = HostProcess.Launch(folder.Path, "--Loesningsbrikker:" + setting);
        Assert.That(await host.ExitAsync(), Is.EqualTo(1));
        Assert.That(host.Output.Trim(), Does.StartWith(sentence).And.Not.Contain("\n"));
    }

    private static MailSettings Complete(Action<MailSettings> change)
    {
        var settings = new MailSettings
        {
            Host = "mail.example", User = "brikker", Password = "hemmeligt", From = "brikker@kommune.example", PublicAddress = "https://brikker.kommune.example",
        };
        change(settings);
        return settings;
    }

    private static void Refused(string name, Action<MailSettings> change)
    {
        var refusal = Assert.Throws<OperatorException>(() => Complete(change).EnsureUsable());
        Assert.That(refusal!.Message, Does.StartWith("Indstillingen Loesningsbrikker:Mail:" + name));
        Assert.That(refusal.Message, Does.Not.Contain("hemmeligt"));
    }
}
