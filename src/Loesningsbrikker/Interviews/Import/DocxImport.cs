using System.Buffers.Binary;
using System.IO.Compression;
using System.Xml;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Interviews.Import;

/// <summary>
/// Word documents (ECMA-376, WordprocessingML): the text as one sees it. Reads nothing outside the archive, no DTD,
/// and no more than the limits, whatever the archive claims about itself.
/// </summary>
public static class DocxImport
{
    private const int MostEntries = 2_000;
    private const int LargestDirectory = 1024 * 1024;
    private const long LargestPart = 16 * 1024 * 1024;
    private const long LargestRatio = 200;

    private const string Broken = "Word-dokumentet er beskadiget og kan ikke læses. Åbn det i Word, gem det igen, og vælg det på ny.";
    private const string TooMuch = "Word-dokumentet fylder for meget, når det pakkes ud. Kopiér teksten over i et nyt dokument, og vælg det.";
    private const string NoDocument = "Filen hedder .docx, men er ikke et Word-dokument.";

    /// <summary>The paragraphs of a document; empty when it holds no text.</summary>
    /// <exception cref="RuleException">It is broken, too large or no Word document.</exception>
    public static IReadOnlyList<ParagraphText> Read(byte[] bytes)
    {
        try
        {
            EnsureReasonableDirectory(bytes);
            using var archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            if (archive.Entries.Count > MostEntries)
                throw new TooMuchException();
            // What people write is packed to a tenth; only a bomb is packed to less than a two-hundredth.
            var limit = Math.Min(LargestPart, LargestRatio * bytes.Length);
            using var reader = Open(archive, MainPart(archive, limit), limit) ?? throw Refused(NoDocument);
            return PlainTextImport.Read(CanonicalText.Lines(string.Join("\n\n", new DocxBody().Read(reader))));
        }
        catch (TooMuchException)
        {
            throw Refused(TooMuch);
        }
        catch (Exception e) when (e is XmlException or InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            throw Refused(Broken);
        }
    }

    /// <summary>Where the package says its document is; Word online does not always call it document.xml.</summary>
    private static string MainPart(ZipArchive archive, long limit)
    {
        using var reader = Open(archive, "_rels/.rels", limit);
        while (reader?.Read() == true)
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "Relationship" }
                && reader.GetAttribute("Type")?.EndsWith("/officeDocument", StringComparison.Ordinal) == true
                && reader.GetAttribute("TargetMode") != "External"
                && reader.GetAttribute("Target") is { } target)
                return target.TrimStart('/');
        return "word/document.xml";
    }

    private static XmlReader? Open(ZipArchive archive, string path, long limit) =>
        archive.GetEntry(path) is not { } entry ? null : XmlReader.Create(new LimitedStream(entry.Open(), limit), new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true,
            IgnoreComments = true, IgnoreProcessingInstructions = true, MaxCharactersInDocument = LargestPart,
        });

    /// <summary>
    /// The archive's directory is read into memory whole, so its real extent is measured first
    /// (APPNOTE 4.3.16: 22 bytes at the end, then at most 65,535 bytes of comment).
    /// </summary>
    private static void EnsureReasonableDirectory(byte[] bytes)
    {
        var from = Math.Max(0, bytes.Length - 22 - ushort.MaxValue);
        var end = bytes.AsSpan(from).LastIndexOf("PK\u0005\u0006"u8);
        if (end < 0 || bytes.Length - from - end < 22)
            throw new InvalidDataException("No end of central directory.");
        var start = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(from + end + 16));
        if (start > from + end)
            throw new InvalidDataException("The central directory lies outside the file.");
        if (from + end - start > LargestDirectory)
            throw new TooMuchException();
    }

    private static RuleException Refused(string sentence) => new(sentence, nameof(TranscriptForm.File));
}
