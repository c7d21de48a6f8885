using System.Security.Cryptography;
using System.Text;

namespace Loesningsbrikker.Exchange.Refi;

/// <summary>GUIDs computed from what they name, so that the same thing has the same one in every file.</summary>
internal static class StableGuid
{
    private const char Separator = '\u001F';

    /// <summary>The GUID of a name made of parts: the first bytes of its SHA-256 as a UUID of version 8 (RFC 9562, 5.8).</summary>
    public static Guid Of(params string[] parts)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(Separator, parts)), hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }

    /// <summary>The GUID of something that belongs to another thing.</summary>
    public static Guid Below(Guid owner, params string[] parts) => Of([owner.ToString("D"), .. parts]);
}
