using System.Buffers.Binary;
using System.IO.Compression;
using System.Xml;
using Loesningsbrikker.Interviews.Import;

namespace Loesningsbrikker.SolutionPieces.Import;

/// <summary>
/// The parts of an office file (a ZIP archive of XML). Reads nothing outside the archive, no DTD, and no more than the limits,
/// whatever the archive claims about itself.
/// </summary>
internal sealed class OfficeArchive : IDisposable
{
    private const int MostEntries = 2_000;
    private const int LargestDirectory = 1024 * 1024;
    private const long LargestPart = 64 * 1024 * 1024;
    private const long LargestWhole = 128 * 1024 * 1024;
    private const long LargestRatio = 200;

    private readonly ZipArchive _archive;
    private readonly long _limit;
    private long _read;

    /// <exception cref="InvalidDataException">It is no ZIP archive.</exception>
    /// <exception cref="TooMuchException">It has more entries than is reasonable.</exception>
    public OfficeArchive(byte[] bytes)
    {
        EnsureReasonableDirectory(bytes);
        _archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        if (_archive.Entries.Count > MostEntries)
            throw new TooMuchException();
        // What people write is packed to a tenth, and a sheet of formatted empty rows to a fiftieth; only a bomb is packed tighter.
        _limit = Math.Min(LargestPart, LargestRatio * bytes.Length);
    }

    /// <summary>Whether the archive has the part.</summary>
    public bool Has(string path) => _archive.GetEntry(path) is not null;

    /// <summary>Opens a part; null when there is none.</summary>
    /// <exception cref="TooMuchException">So many parts were opened that the whole is too large.</exception>
    public XmlReader? Open(string path)
    {
        if (_archive.GetEntry(path) is not { } entry)
            return null;
        _read += Math.Max(0, entry.Length);
        if (_read > LargestWhole)
            throw new TooMuchException();
        return XmlReader.Create(new LimitedStream(entry.Open(), _limit), new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true,
            IgnoreComments = true, IgnoreProcessingInstructions = true, MaxCharactersInDocument = LargestPart,
        });
    }

    /// <summary>The targets that a part names, by their id, as paths in the archive; those outside it are left out.</summary>
    /// <param name="part">E.g. "xl/workbook.xml".</param>
    public Dictionary<string, (string Path, string Type)> TargetsOf(string part)
    {
        var folder = part.Contains('/', StringComparison.Ordinal) ? part[..(part.LastIndexOf('/') + 1)] : "";
        var targets = new Dictionary<string, (string, string)>();
        using var reader = Open($"{folder}_rels/{part[folder.Length..]}.rels");
        while (reader?.Read() == true)
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "Relationship" }
                && reader.GetAttribute("TargetMode") != "External"
                && reader.GetAttribute("Id") is { } id && reader.GetAttribute("Target") is { } target)
                targets[id] = (target.StartsWith('/') ? target[1..] : folder + target, reader.GetAttribute("Type") ?? "");
        return targets;
    }

    /// <summary>Where the package says its main part is; not every program calls it the same.</summary>
    public string MainPart(string usual) =>
        TargetsOf("").Values.Where(t => t.Type.EndsWith("/officeDocument", StringComparison.Ordinal)).Select(t => t.Path).FirstOrDefault() ?? usual;

    public void Dispose() => _archive.Dispose();

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
