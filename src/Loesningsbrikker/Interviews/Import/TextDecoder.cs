using System.Buffers;
using System.Text;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Interviews.Import;

/// <summary>
/// Turns the bytes of a text file into text: UTF-8 with or without a byte order mark, UTF-16 with one,
/// otherwise Windows-1252, which is what old Danish files are.
/// </summary>
public static class TextDecoder
{
    private const string Unknown =
        "Vi kender ikke filens tegnsæt, eller den er ikke ren tekst. Åbn den i det program, den kommer fra, og gem den som UTF-8.";

    private const string Damaged =
        "Nogle af filens tegn er ødelagte. Åbn den i det program, den kommer fra, og gem den igen som UTF-8.";

    private static readonly Encoding StrictUtf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The text; no byte order mark is left in it.</summary>
    /// <exception cref="RuleException">The bytes are no text in an encoding we know.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xEF, 0xBB, 0xBF, ..])
            return Utf8OrNull(bytes[3..]) ?? throw Refused(Damaged);
        if (bytes is [0xFF, 0xFE, 0, 0, ..] or [0, 0, 0xFE, 0xFF, ..])
            throw Refused(Unknown);
        if (bytes is [0xFF, 0xFE, ..])
            return Utf16(bytes[2..], Encoding.Unicode);
        if (bytes is [0xFE, 0xFF, ..])
            return Utf16(bytes[2..], Encoding.BigEndianUnicode);
        if (LooksBinary(bytes))
            throw Refused(Unknown);
        return Utf8OrNull(bytes) ?? FromWindows1252(bytes);
    }

    private static string Utf16(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        var text = bytes.Length % 2 == 0 ? encoding.GetString(bytes) : throw Refused(Damaged);
        // Binary data behind a byte order mark decodes to anything; text hardly ever holds broken pairs and control characters.
        var strange = text.Count(c => c == '\uFFFD' || (char.IsControl(c) && !char.IsWhiteSpace(c)));
        return strange * 100 <= text.Length ? text : throw Refused(Unknown);
    }

    private static string? Utf8OrNull(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string FromWindows1252(ReadOnlySpan<byte> bytes)
    {
        if (IsDamagedUtf8(bytes))
            throw Refused(Damaged);
        // These five bytes mean nothing in Windows-1252, but are letters in the encodings of DOS and old Macs.
        if (bytes.IndexOfAny((ReadOnlySpan<byte>)[0x81, 0x8D, 0x8F, 0x90, 0x9D]) >= 0)
            throw Refused(Unknown);
        return Windows1252.GetString(bytes);
    }

    /// <summary>More whole multi-byte characters than broken ones: read as Windows-1252, it would turn into "Ã¦Ã¸Ã¥".</summary>
    private static bool IsDamagedUtf8(ReadOnlySpan<byte> bytes)
    {
        var (whole, broken) = (0, 0);
        while (!bytes.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(bytes, out _, out var used);
            if (status != OperationStatus.Done)
                broken++;
            else if (used > 1)
                whole++;
            bytes = bytes[used..];
        }
        return whole > broken;
    }

    private static bool LooksBinary(ReadOnlySpan<byte> bytes)
    {
        var controls = 0;
        foreach (var b in bytes)
            if (b == 0)
                return true;
            else if (b < 0x20 && b is not (0x09 or 0x0A or 0x0B or 0x0C or 0x0D))
                controls++;
        return controls * 200 > bytes.Length;
    }

    private static RuleException Refused(string sentence) => new(sentence, nameof(TranscriptForm.File));
}
