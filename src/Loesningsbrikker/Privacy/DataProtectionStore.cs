using System.Xml.Linq;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Privacy;

/// <summary>Keeps ASP.NET's data protection keys in the database, so that a backup and a second Host have them.</summary>
public sealed class DatabaseKeyRepository(IServiceScopeFactory scopes) : IXmlRepository
{
    /// <inheritdoc />
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<LoesningsbrikkerContext>();
        return [.. db.ProtectionKeys.AsNoTracking().Select(k => k.Xml).AsEnumerable().Select(xml => XElement.Parse(xml))];
    }

    /// <inheritdoc />
    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<LoesningsbrikkerContext>();
        db.ProtectionKeys.Add(new ProtectionKey { FriendlyName = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
        // The interface is synchronous; it is called once in ninety days.
        db.SaveChangesAsync().GetAwaiter().GetResult();
    }
}

/// <summary>Encrypts data protection keys under the master key.</summary>
public sealed class MasterKeyXmlEncryptor(MasterKey masterKey) : IXmlEncryptor
{
    internal const string Purpose = "data protection";
    internal const string Element = "encrypted";

    /// <inheritdoc />
    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var cipher = masterKey.Encrypt(plaintextElement.ToString(SaveOptions.DisableFormatting), Purpose);
        return new EncryptedXmlInfo(new XElement(Element, Convert.ToBase64String(cipher)), typeof(MasterKeyXmlDecryptor));
    }
}

/// <summary>Decrypts data protection keys; created by the framework by its type name.</summary>
public sealed class MasterKeyXmlDecryptor(IServiceProvider services) : IXmlDecryptor
{
    /// <inheritdoc />
    public XElement Decrypt(XElement encryptedElement) =>
        XElement.Parse(services.GetRequiredService<MasterKey>()
            .Decrypt(Convert.FromBase64String(encryptedElement.Value), MasterKeyXmlEncryptor.Purpose));
}

/// <summary>Finds and renews what <see cref="MasterKeyXmlEncryptor"/> wrote into a stored key.</summary>
internal static class ProtectionKeyCipher
{
    /// <summary>Names of the master keys that a stored key was encrypted under.</summary>
    public static IEnumerable<string> MasterKeyNames(string xml) =>
        CiphersIn(XElement.Parse(xml)).Select(e => MasterKey.NameOf(Convert.FromBase64String(e.Value)));

    /// <summary>The stored key, encrypted anew under the current master key; null when it already is.</summary>
    public static string? Renew(string xml, MasterKey masterKey)
    {
        var root = XElement.Parse(xml);
        var old = CiphersIn(root).Where(e => MasterKey.NameOf(Convert.FromBase64String(e.Value)) != masterKey.CurrentName).ToList();
        foreach (var cipher in old)
            cipher.Value = Convert.ToBase64String(masterKey.Encrypt(
                masterKey.Decrypt(Convert.FromBase64String(cipher.Value), MasterKeyXmlEncryptor.Purpose), MasterKeyXmlEncryptor.Purpose));
        return old.Count > 0 ? root.ToString(SaveOptions.DisableFormatting) : null;
    }

    private static IEnumerable<XElement> CiphersIn(XElement root) =>
        root.Descendants(MasterKeyXmlEncryptor.Element).Where(e => e.Parent?.Attribute("decryptorType") is not null);
}
