using System.Buffers.Binary;
using System.IO.Compression;
using System.Xml;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Interviews.Import;

/// <summary>What is said about an archive that cannot be read.</summary>
/// <param name="Broken">It is damaged.</param>
/// <param name="TooMuch">It holds more than is reasonable.</param>
internal sealed record ArchiveSentences(string Broken, string TooMuch);

/// <summary>
/// A document that is a ZIP archive. Reads named entries into memory: nothing is unpacked to a disk, so that no path in it can lead
/// anywhere; no DTD, nothing outside the archive, and no more than the limits, whatever it claims about itself.
/// </summary>
internal sealed class DocumentArchive
{
    private const int MostEntries = 2_000;
    private const int LargestDirectory = 1024 * 1024;
    private const long LargestPart = 16 * 1024 * 1024;
    private const long LargestRatio = 200;

    private readonly ZipArchive _zip;
    private readonly long _limit;

    private DocumentArchive(ZipArchive zip, long limit) => (_zip, _limit) = (zip, limit);

    /// <summary>Names of the entries.</summary>
    public IEnumerable<string> Names => _zip.Entries.Select(e => e.FullName);

    /// <summary>Opens the archive, and turns everything that can be wrong with it into a sentence.</summary>
    /// <exception cref="RuleException">It is broken, or holds too much.</exception>
    public static T Read<T>(byte[] bytes, ArchiveSentences sentences, Func<DocumentArchive, T> read)
    {
        try
        {
            EnsureReasonableDirectory(bytes);
            using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            if (zip.Entries.Count > MostEntries)
                throw new TooMuchException();
            // What people write is packed to a tenth; only a bomb is packed to less than a two-hundredth.
            return read(new DocumentArchive(zip, Math.Min(LargestPart, LargestRatio * bytes.Length)));
        }
        catch (TooMuchException)
        {
            throw new RuleException(sentences.TooMuch, nameof(TranscriptForm.File));
        }
        catch (Exception e) when (e is XmlException or InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            throw new RuleException(sentences.Broken, nameof(TranscriptForm.File));
        }
    }

    /// <summary>An entry as XML; null when there is none of that name.</summary>
    public XmlReader? Open(string path) =>
        _zip.GetEntry(path) is not { } entry ? null : XmlReader.Create(new LimitedStream(entry.Open(), _limit), new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true,
            IgnoreComments = true, IgnoreProcessingInstructions = true, MaxCharactersInDocument = LargestPart,
        });

    /// <summary>The beginning of an entry as ASCII; empty when there is none of that name.</summary>
    public string Beginning(string path, int most)
    {
        if (_zip.GetEntry(path) is not { } entry)
            return "";
        using var stream = new LimitedStream(entry.Open(), _limit);
        var buffer = new byte[most];
        return System.Text.Encoding.ASCII.GetString(buffer, 0, stream.ReadAtLeast(buffer, most, throwOnEndOfStream: false));
    }

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
}
