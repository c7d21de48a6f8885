using System.Text;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Interviews.Import;

/// <summary>Reads an uploaded file or pasted text into paragraphs; everything that can be wrong with it is one Danish sentence.</summary>
public static class TranscriptFile
{
    /// <summary>Longest transcript in characters; a day of talk is about a tenth of it.</summary>
    public const int LongestText = 5_000_000;

    internal const int MostParagraphs = 50_000;
    private const int MostLines = 8 * MostParagraphs;
    private const string TooManyParagraphs = "Teksten har mere end 50.000 afsnit. Del den op i flere interviews.";
    private const int LongestName = 255;

    /// <summary>The file types that can be read, as a file picker wants them.</summary>
    public const string Accepted = ".txt,.md,.docx,.odt,.vtt,.srt,.pdf";

    /// <summary>The same in a sentence.</summary>
    public const string AcceptedInWords = ".txt, .md, .docx, .odt, .pdf, .vtt eller .srt";

    /// <summary>Reads a file by its name and its bytes, which must agree. A pdf is read by <see cref="TranscriptReader"/>.</summary>
    /// <param name="leftOut">Told what is not read; null when nobody asks.</param>
    /// <exception cref="RuleException">It cannot be read; the sentence says why and what to do.</exception>
    public static IReadOnlyList<ParagraphText> Read(string fileName, byte[] bytes, LeftOut? leftOut = null)
    {
        var extension = ExtensionOf(fileName);
        EnsureReadable(extension, bytes);
        var paragraphs = extension switch
        {
            ".docx" => DocxImport.Read(bytes, leftOut),
            ".odt" => OdtImport.Read(bytes, leftOut),
            ".vtt" => VttImport.Read(Decode(bytes), leftOut),
            ".srt" => SrtImport.Read(Decode(bytes), leftOut),
            ".md" => MarkdownImport.Read(Decode(bytes), leftOut),
            _ => PlainTextImport.Read(Decode(bytes)),
        };
        return Checked(paragraphs, leftOut, "Der er ingen tekst i filen.", nameof(TranscriptForm.File));
    }

    /// <summary>Reads text that was pasted into the form.</summary>
    /// <param name="leftOut">Told what is not read; null when nobody asks.</param>
    /// <exception cref="RuleException">It is blank or too long.</exception>
    public static IReadOnlyList<ParagraphText> ReadPasted(string text, LeftOut? leftOut = null)
    {
        if (text.Length > LongestText)
            throw new RuleException(TooLong, nameof(TranscriptForm.Text));
        return Checked(PlainTextImport.Read(text), leftOut, "Der er ingen tekst i det, du har sat ind.", nameof(TranscriptForm.Text));
    }

    /// <summary>The ending of a file's name in small letters, with its full stop; it decides how the file is read.</summary>
    internal static string ExtensionOf(string fileName) => Path.GetExtension(fileName).ToLowerInvariant();

    /// <summary>Refuses what no reader takes: the ending, and whether the bytes are what it says.</summary>
    internal static void EnsureReadable(string extension, byte[] bytes)
    {
        if (extension is not (".txt" or ".md" or ".docx" or ".odt" or ".vtt" or ".srt" or ".pdf"))
            throw Refused(WrongExtension(extension));
        if (bytes.Length == 0)
            throw Refused("Filen er tom.");
        EnsureContentFits(extension, bytes);
    }

    /// <summary>The last part of a file's name, cleaned, at most 255 characters with its extension kept.</summary>
    public static string CleanName(string fileName)
    {
        var name = CanonicalText.OneLine(fileName[(fileName.LastIndexOfAny(['/', '\\']) + 1)..], 4 * LongestName);
        if (name.Length <= LongestName)
            return name;
        var extension = Path.GetExtension(name);
        return extension.Length > 10
            ? CanonicalText.OneLine(name, LongestName)
            : CanonicalText.OneLine(Path.GetFileNameWithoutExtension(name), LongestName - extension.Length) + extension;
    }

    internal const string TooLong = "Teksten er længere end 5 millioner tegn. Del den op i flere interviews.";

    /// <summary>Neither blank nor too long; what could not be read as a sign is counted.</summary>
    internal static IReadOnlyList<ParagraphText> Checked(IReadOnlyList<ParagraphText> paragraphs, LeftOut? leftOut, string ifBlank, string field)
    {
        leftOut?.Add(LeftOutKind.Signs, paragraphs.Sum(p => p.Text.AsSpan().Count('\uFFFD')));
        return paragraphs.Count switch
        {
            0 => throw new RuleException(ifBlank, field),
            > MostParagraphs => throw new RuleException(TooManyParagraphs, field),
            _ => paragraphs,
        };
    }

    private static string Decode(byte[] bytes)
    {
        var text = TextDecoder.Decode(bytes);
        if (text.Length > LongestText)
            throw Refused(TooLong);
        // Nobody's text has so many lines; refused before any of them costs work.
        return text.AsSpan().Count('\n') <= MostLines ? text : throw Refused(TooManyParagraphs);
    }

    private static void EnsureContentFits(string extension, byte[] bytes)
    {
        var kind = FileKinds.Of(bytes);
        if (extension is ".docx" && kind == FileKind.CompoundFile)
            throw Refused(HoldsEncryptedPackage(bytes)
                ? "Dokumentet er låst med en adgangskode. Gem det uden adgangskode, og vælg det igen."
                : "Filen er i Words gamle format (.doc), selv om den hedder .docx. Åbn den i Word, og gem den som .docx.");
        var (expected, name) = extension switch
        {
            ".docx" => (FileKind.Zip, "et Word-dokument"),
            ".odt" => (FileKind.Zip, "et tekstdokument fra LibreOffice"),
            ".pdf" => (FileKind.Pdf, "en pdf"),
            _ => (FileKind.Other, "ren tekst"),
        };
        if (kind != expected)
            throw Refused(expected == FileKind.Other ? $"Filen hedder {extension}, men er {InDanish(kind)}." : $"Filen hedder {extension}, men er ikke {name}.");
    }

    /// <summary>Office keeps a locked document in a stream of this name (MS-OFFCRYPTO 2.3.4).</summary>
    private static bool HoldsEncryptedPackage(byte[] bytes) =>
        bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0;

    private static string WrongExtension(string extension) => extension switch
    {
        ".doc" or ".rtf" => $"Vi kan ikke læse {extension}. Åbn filen i Word eller LibreOffice, og gem den som .docx.",
        ".mp3" or ".m4a" or ".wav" or ".mp4" => "Det er en optagelse. Få den skrevet ud, og vælg filen med teksten.",
        _ => $"Vælg en fil af typen {AcceptedInWords}.",
    };

    private static string InDanish(FileKind kind) => kind switch
    {
        FileKind.Zip => "et Word-dokument eller en zip-fil. Giv den sit rigtige navn, eller gem den som ren tekst",
        FileKind.CompoundFile => "et gammelt Office-dokument. Gem det som .docx",
        FileKind.Pdf => "en pdf. Giv den sit rigtige navn",
        FileKind.Rtf => "i RTF-format. Gem den som .docx eller ren tekst",
        _ => "ikke tekst",
    };

    private static RuleException Refused(string sentence) => new(sentence, nameof(TranscriptForm.File));
}
