using Loesningsbrikker.Processes;

namespace Loesningsbrikker.Privacy;

/// <summary>Encrypts and decrypts who stands behind an informant's code.</summary>
/// <param name="key">The master key; nothing is readable without it.</param>
public sealed class IdentityCipher(MasterKey key)
{
    private const string NamePurpose = "identity name";
    private const string EmailPurpose = "identity e-mail";

    /// <summary>Puts name and e-mail, encrypted, into the row; the e-mail gets a blind index so that it can be found.</summary>
    /// <param name="email">The e-mail address; null or empty when unknown.</param>
    public void Write(InformantIdentity identity, string name, string? email)
    {
        identity.NameCipher = key.Encrypt(name, NamePurpose);
        var hasEmail = !string.IsNullOrWhiteSpace(email);
        identity.EmailCipher = hasEmail ? key.Encrypt(email!, EmailPurpose) : null;
        identity.EmailIndex = hasEmail ? key.BlindIndex(email!) : null;
    }

    /// <summary>Name and e-mail in clear; the caller logs the reading first.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The row was changed, or its key is missing.</exception>
    public (string Name, string? Email) Read(InformantIdentity identity) =>
        (key.Decrypt(identity.NameCipher, NamePurpose), identity.EmailCipher is { } email ? key.Decrypt(email, EmailPurpose) : null);
}
