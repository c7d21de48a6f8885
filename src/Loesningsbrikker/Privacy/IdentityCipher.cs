using Loesningsbrikker.Processes;

namespace Loesningsbrikker.Privacy;

/// <summary>Writes and reads who stands behind an informant's code; the one place that names the purposes of the ciphers.</summary>
public sealed class IdentityCipher(MasterKey key)
{
    private const string NamePurpose = "identity name";
    private const string EmailPurpose = "identity email";

    /// <summary>Puts name and e-mail, encrypted under the current key, into the row.</summary>
    /// <param name="email">Null or blank when unknown.</param>
    public void Write(InformantIdentity identity, string name, string? email)
    {
        var address = string.IsNullOrWhiteSpace(email) ? null : email.Trim();
        identity.NameCipher = key.Encrypt(name, NamePurpose);
        identity.EmailCipher = address is null ? null : key.Encrypt(address, EmailPurpose);
        identity.EmailIndex = address is null ? null : IndexOf(address);
    }

    /// <summary>The name, and the e-mail or null.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">The row was changed, or its key is not in the key file.</exception>
    public (string Name, string? Email) Read(InformantIdentity identity) =>
        (key.Decrypt(identity.NameCipher, NamePurpose),
            identity.EmailCipher is null ? null : key.Decrypt(identity.EmailCipher, EmailPurpose));

    /// <summary>The blind index under which an e-mail is found in <see cref="InformantIdentity.EmailIndex"/>.</summary>
    public byte[] IndexOf(string email) => key.BlindIndex(email);

    /// <summary>Encrypts the row anew under the current key; false when it already is.</summary>
    public bool Renew(InformantIdentity identity)
    {
        // Name, e-mail and index are always written together, so the name tells for all three.
        if (MasterKey.NameOf(identity.NameCipher) == key.CurrentName)
            return false;
        var (name, email) = Read(identity);
        Write(identity, name, email);
        return true;
    }
}
