using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Loesningsbrikker.Privacy;

namespace Loesningsbrikker.Interviews.Import;

/// <summary>Writes and reads what a draft holds; the one place that names the purposes of its ciphers.</summary>
public sealed class DraftCipher(MasterKey key)
{
    private const string NamePurpose = "import draft name";
    private const string ContentPurpose = "import draft content";

    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Puts the content, encrypted under the current key, into the draft.</summary>
    public void Write(ImportDraft draft, DraftContent content) => Write(draft, content.FileName, content);

    /// <summary>Puts content of another kind, encrypted under the current key, into the draft.</summary>
    public void Write<T>(ImportDraft draft, string fileName, T content)
    {
        draft.NameCipher = key.Encrypt(fileName, NamePurpose);
        draft.ContentCipher = key.Encrypt(JsonSerializer.Serialize(content, Json), ContentPurpose);
    }

    /// <summary>What the draft holds.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">It was changed, or its key is not in the key file.</exception>
    public DraftContent Read(ImportDraft draft) => Read<DraftContent>(draft);

    /// <summary>What a draft of another kind holds.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">It was changed, or its key is not in the key file.</exception>
    public T Read<T>(ImportDraft draft) => JsonSerializer.Deserialize<T>(key.Decrypt(draft.ContentCipher, ContentPurpose), Json)!;

    /// <summary>The file's name of a draft; empty for pasted text.</summary>
    public string ReadName(byte[] nameCipher) => key.Decrypt(nameCipher, NamePurpose);

    /// <summary>Encrypts the draft anew under the current key; false when it already is.</summary>
    public bool Renew(ImportDraft draft)
    {
        // Both are always written together, so the name tells for both.
        if (MasterKey.NameOf(draft.NameCipher) == key.CurrentName)
            return false;
        draft.NameCipher = key.Encrypt(ReadName(draft.NameCipher), NamePurpose);
        draft.ContentCipher = key.Encrypt(key.Decrypt(draft.ContentCipher, ContentPurpose), ContentPurpose);
        return true;
    }
}
