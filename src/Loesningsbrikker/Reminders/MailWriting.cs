using System.Net.Mail;
using System.Net.Mime;
using System.Text;

namespace Loesningsbrikker.Reminders;

/// <summary>A mail in the form that .NET sends and writes.</summary>
internal static class MailWriting
{
    /// <summary>The message; dispose it after use.</summary>
    /// <exception cref="MailException">An address cannot be written to.</exception>
    public static MailMessage ToMessage(this Mail mail)
    {
        if (!MailAddress.TryCreate(mail.To, out var to))
            throw new MailException("E-mailadressen er ikke skrevet rigtigt.", concernsAll: false);
        var message = new MailMessage(new MailAddress(mail.From, "Løsningsbrikker", Encoding.UTF8), to)
        {
            Subject = mail.Subject, SubjectEncoding = Encoding.UTF8, HeadersEncoding = Encoding.UTF8,
            Body = mail.Body.ReplaceLineEndings("\r\n"), BodyEncoding = Encoding.UTF8, BodyTransferEncoding = TransferEncoding.Base64,
        };
        message.Headers.Add("Message-ID", mail.MessageId);
        // Nobody's absence note should answer it (RFC 3834).
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }
}
