using System.Net.Mail;

namespace Loesningsbrikker.Reminders;

/// <summary>Writes mails as .eml files, for Development and for servers that fetch them there.</summary>
/// <param name="folder">Absolute; created when it is missing.</param>
public sealed class PickupFolderTransport(string folder) : IMailTransport
{
    /// <inheritdoc />
    public Task SendAsync(Mail mail, CancellationToken cancellation)
    {
        using var message = mail.ToMessage();
        try
        {
            Directory.CreateDirectory(folder);
            using var client = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = folder };
            client.Send(message);
            return Task.CompletedTask;
        }
        catch (Exception exception) when (exception is SmtpException or IOException or UnauthorizedAccessException)
        {
            throw new MailException("Mailen kunne ikke skrives i mappen til mails.", concernsAll: true, exception);
        }
    }
}
