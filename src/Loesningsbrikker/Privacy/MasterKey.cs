using System.Security.Cryptography;
using System.Text;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Privacy;

/// <summary>
/// The master key: encrypts identities and the data protection keys (AES-256-GCM), and makes blind indexes (HMAC-SHA-256).
/// It lives in one file, outside the database and its backup. Each line of the file is "name:base64 of 32 bytes";
/// the first line encrypts, all lines decrypt, so that rotation is: add a line on top, run rotate-master-key,
/// remove the old line (docs/operations.md).
/// </summary>
public sealed class MasterKey
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    private readonly IReadOnlyList<(string Name, byte[] Secret)> _keys;

    private MasterKey(IReadOnlyList<(string Name, byte[] Secret)> keys) => _keys = keys;

    /// <summary>Name of the key that encrypts now.</summary>
    public string CurrentName => _keys[0].Name;

    /// <summary>Names of all keys, the current one first.</summary>
    public IEnumerable<string> Names => _keys.Select(k => k.Name);

    /// <summary>Reads the lines of a key file or setting.</summary>
    /// <exception cref="OperatorException">A line is not "name:base64 of 32 bytes", a name comes twice, or there is none.</exception>
    public static MasterKey Parse(string text)
    {
        var keys = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(ParseLine).ToList();
        if (keys.Count == 0)
            throw new OperatorException("Hovednøglen er tom. Læg nøglefilen tilbage fra sin egen sikkerhedskopi.");
        if (keys.GroupBy(k => k.Name).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new OperatorException($"Navnet »{twice.Key}« står to gange i hovednøglens fil. Giv hver linje sit eget navn.");
        return new MasterKey(keys);
    }

    /// <summary>A fresh line for a key file.</summary>
    /// <param name="name">Up to 20 letters and digits, e.g. the date of the rotation.</param>
    public static string NewLine(string name) => $"{name}:{Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}\n";

    /// <summary>Encrypts a text. The result holds the key's name, a nonce, the tag and the cipher text.</summary>
    /// <param name="text">What to protect.</param>
    /// <param name="purpose">What it is for; decrypting for another purpose fails.</param>
    public byte[] Encrypt(string text, string purpose)
    {
        var (name, secret) = _keys[0];
        var plain = Encoding.UTF8.GetBytes(text);
        var nameBytes = Encoding.ASCII.GetBytes(name);
        var result = new byte[1 + nameBytes.Length + NonceBytes + TagBytes + plain.Length];
        result[0] = (byte)nameBytes.Length;
        nameBytes.CopyTo(result, 1);
        var body = result.AsSpan(1 + nameBytes.Length);
        RandomNumberGenerator.Fill(body[..NonceBytes]);
        using var aes = new AesGcm(KeyFor(secret, purpose), TagBytes);
        aes.Encrypt(body[..NonceBytes], plain, body[(NonceBytes + TagBytes)..], body.Slice(NonceBytes, TagBytes));
        return result;
    }

    /// <summary>The text that <see cref="Encrypt"/> protected.</summary>
    /// <exception cref="CryptographicException">It was changed, is for another purpose, or its key is not in the file.</exception>
    public string Decrypt(byte[] cipher, string purpose)
    {
        var name = NameOf(cipher);
        var secret = SecretOf(name)
            ?? throw new CryptographicException($"The master key '{name}' is missing from the key file.");
        var body = cipher.AsSpan(1 + name.Length);
        var plain = new byte[body.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(KeyFor(secret, purpose), TagBytes);
        aes.Decrypt(body[..NonceBytes], body[(NonceBytes + TagBytes)..], body.Slice(NonceBytes, TagBytes), plain);
        return Encoding.UTF8.GetString(plain);
    }

    /// <summary>Name of the key that a cipher text was made with.</summary>
    /// <exception cref="CryptographicException">It is no cipher text of ours.</exception>
    public static string NameOf(byte[] cipher) =>
        cipher.Length > 1 + NonceBytes + TagBytes && cipher.Length >= 1 + cipher[0] + NonceBytes + TagBytes
            ? Encoding.ASCII.GetString(cipher, 1, cipher[0])
            : throw new CryptographicException("Not a cipher text.");

    /// <summary>A value that equal texts share and that tells nothing else; for finding an encrypted e-mail.</summary>
    public byte[] BlindIndex(string text) =>
        HMACSHA256.HashData(KeyFor(_keys[0].Secret, "blind index"), Encoding.UTF8.GetBytes(text.Trim().ToLowerInvariant()));

    /// <summary>Tells two keys of the same name apart without telling anything of the key.</summary>
    /// <returns>16 hexadecimal digits; null when there is no key of that name.</returns>
    public string? FingerprintOf(string name) =>
        SecretOf(name) is { } secret ? Convert.ToHexStringLower(KeyFor(secret, "fingerprint").AsSpan(0, 8)) : null;

    /// <summary>A seal over data, "name:base64", that nobody makes without the key.</summary>
    public string Seal(ReadOnlySpan<byte> data) =>
        _keys[0].Name + ":" + Convert.ToBase64String(HMACSHA256.HashData(KeyFor(_keys[0].Secret, "seal"), data));

    /// <summary>Whether <see cref="Seal"/> made the seal over exactly these data.</summary>
    public bool IsSealOf(string seal, ReadOnlySpan<byte> data)
    {
        var colon = seal.IndexOf(':', StringComparison.Ordinal);
        var mac = new byte[HMACSHA256.HashSizeInBytes];
        return colon > 0 && SecretOf(seal[..colon]) is { } secret
            && Convert.TryFromBase64String(seal[(colon + 1)..], mac, out var length) && length == mac.Length
            && CryptographicOperations.FixedTimeEquals(mac, HMACSHA256.HashData(KeyFor(secret, "seal"), data));
    }

    private byte[]? SecretOf(string name) => _keys.FirstOrDefault(k => k.Name == name).Secret;

    private static byte[] KeyFor(byte[] secret, string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, 32, info: Encoding.UTF8.GetBytes("loesningsbrikker/" + purpose));

    private static (string Name, byte[] Secret) ParseLine(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon is < 1 or > 20 || !line[..colon].All(char.IsAsciiLetterOrDigit))
            throw new OperatorException("En linje i hovednøglens fil skal være navn:base64, hvor navnet er 1-20 bogstaver (a-z) eller tal.");
        var secret = new byte[32];
        return Convert.TryFromBase64String(line[(colon + 1)..], secret, out var length) && length == 32
            ? (line[..colon], secret)
            : throw new OperatorException($"Hovednøglen »{line[..colon]}« er ikke 32 byte i base64.");
    }
}
