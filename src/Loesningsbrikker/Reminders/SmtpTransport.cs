using System.Net;
using System.Net.Mail;
using System.Net.Sockets;
using System.Security.Authentication;

namespace Loesningsbrikker.Reminders;

/// <summary>Hands mails to a server (RFC 6409), by STARTTLS where the settings say so; see docs/decisions/0011-mail.md.</summary>
public sealed class SmtpTransport(MailSettings settings) : IMailTransport
{
    /// <summary>How long a server is waited for.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromMinutes(1);

    /// <inheritdoc />
    public async Task SendAsync(Mail mail, CancellationToken cancellation)
    {
        using var message = mail.ToMessage();
        // EnableSsl refuses a server that offers no STARTTLS or shows a certificate that is not valid for its name.
        using var client = new SmtpClient(settings.Host, settings.Port)
        {
            EnableSsl = settings.UseStartTls,
            // Mail in raw UTF-8 (RFC 6531) is refused by many servers on the way, so only for an address that cannot do without.
            DeliveryFormat = message.To[0].User.All(char.IsAscii) ? SmtpDeliveryFormat.SevenBit : SmtpDeliveryFormat.International,
            Credentials = string.IsNullOrEmpty(settings.User) ? null : new NetworkCredential(settings.User, settings.Password),
        };
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Timeout);
        try
        {
            await client.SendMailAsync(message, patience.Token);
        }
        catch (OperationCanceledException exception) when (!cancellation.IsCancellationRequested)
        {
            throw new MailException("Mailserveren svarede ikke inden for et minut.", concernsAll: true, exception);
        }
        catch (Exception exception) when (exception is SmtpException or IOException or AuthenticationException or SocketException)
        {
            throw Told(exception);
        }
    }

    private static MailException Told(Exception exception)
    {
        if (exception is SmtpFailedRecipientException refused)
            return new MailException($"Mailserveren tog ikke imod modtageren ({(int)refused.StatusCode}).", concernsAll: false, exception);
        for (var cause = exception; cause is not null; cause = cause.InnerException)
            switch (cause)
            {
                case AuthenticationException:
                    return new MailException("Mailserverens certifikat kan ikke godkendes.", concernsAll: true, exception);
                case SocketException:
                    return new MailException("Der er ikke forbindelse til mailserveren.", concernsAll: true, exception);
            }
        return exception is SmtpException { StatusCode: var status } && status != SmtpStatusCode.GeneralFailure
            ? new MailException(Refusal(status), concernsAll: IsAboutUs(status), exception)
            : new MailException("Forbindelsen til mailserveren blev afbrudt, eller den tilbyder ikke kryptering (STARTTLS).", concernsAll: true, exception);
    }

    private static string Refusal(SmtpStatusCode status) => IsAboutUs(status)
        ? $"Mailserveren afviste os ({(int)status}). Efterse brugernavn, adgangskode og afsender."
        : $"Mailserveren tog ikke imod mailen ({(int)status}).";

    /// <summary>Not signed in, not allowed to send, closing down: the next mail would get the same answer.</summary>
    private static bool IsAboutUs(SmtpStatusCode status) =>
        status is SmtpStatusCode.ServiceNotAvailable or SmtpStatusCode.MustIssueStartTlsFirst or SmtpStatusCode.ClientNotPermitted or (SmtpStatusCode)535;
}
