using System.Net.Mail;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Reminders;

/// <summary>How mail leaves the house; section "Loesningsbrikker:Mail" (docs/operations.md).</summary>
public sealed class MailSettings
{
    /// <summary>Name of the mail server; null or empty when there is none.</summary>
    public string? Host { get; set; }

    /// <summary>Its port; 587 is where mail is handed in with STARTTLS.</summary>
    public int Port { get; set; } = 587;

    /// <summary>Whether the connection must be encrypted, and the server's certificate valid, before anything is said.</summary>
    public bool UseStartTls { get; set; } = true;

    /// <summary>Name to sign in with; null or empty for none.</summary>
    public string? User { get; set; }

    /// <summary>Password to sign in with.</summary>
    public string? Password { get; set; }

    /// <summary>The address that mails come from.</summary>
    public string? From { get; set; }

    /// <summary>Folder that mails are written to as .eml files instead of being sent; relative to the data folder.</summary>
    public string? PickupFolder { get; set; }

    /// <summary>Absolute address of this site, for the links in mails.</summary>
    public string? PublicAddress { get; set; }

    /// <summary>True when mails go to a server.</summary>
    public bool UsesServer => !string.IsNullOrWhiteSpace(Host);

    /// <summary>True when mails go into a folder.</summary>
    public bool UsesFolder => !UsesServer && !string.IsNullOrWhiteSpace(PickupFolder);

    /// <summary>False when mails wait until somebody says where to.</summary>
    public bool IsSetUp => UsesServer || UsesFolder;

    /// <summary>Looks at the settings that sending would otherwise stumble over later.</summary>
    /// <exception cref="OperatorException">One of them cannot be used, or is missing.</exception>
    public void EnsureUsable()
    {
        if (UsesServer && !string.IsNullOrWhiteSpace(PickupFolder))
            throw Wrong("PickupFolder kan ikke bruges sammen med Loesningsbrikker:Mail:Host. Fjern en af dem.");
        if (!IsSetUp)
            return;
        if (!MailAddress.TryCreate(From, out _))
            throw Wrong("From skal være den e-mailadresse, som mails kommer fra, fx loesningsbrikker@kommune.dk.");
        if (!Uri.TryCreate(PublicAddress, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http") || address.Query.Length + address.Fragment.Length > 0)
            throw Wrong("PublicAddress skal være systemets adresse, fx https://loesningsbrikker.kommune.dk. Den står i links i mails.");
        if (Port is < 1 or > 65535)
            throw Wrong("Port skal være et tal fra 1 til 65535.");
        if (string.IsNullOrEmpty(User) != string.IsNullOrEmpty(Password))
            throw Wrong("User og Loesningsbrikker:Mail:Password skal enten begge være udfyldt eller begge være tomme.");
        if (!string.IsNullOrEmpty(User) && !UseStartTls)
            throw Wrong("User kan kun bruges med kryptering. Sæt Loesningsbrikker:Mail:UseStartTls til true, eller fjern User og Password.");
    }

    private static OperatorException Wrong(string sentence) => new("Indstillingen Loesningsbrikker:Mail:" + sentence);
}
