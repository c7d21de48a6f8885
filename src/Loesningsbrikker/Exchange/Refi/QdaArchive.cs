using System.Buffers.Binary;
using System.IO.Compression;
using System.Xml;
using Loesningsbrikker.Interviews.Import;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Exchange.Refi;

/// <summary>
/// A .qdpx (a ZIP with project.qde and a folder of sources; REFI-QDA 1.5, 8) or a bare .qde or .qdc. Nothing is unpacked to a disk, what
/// a path says is only ever looked up among the archive's own entries, and no more comes out of it than the limits, whatever it claims.
/// </summary>
internal sealed class QdaArchive : IDisposable
{
    private const int MostEntries = 5_000;
    private const int LargestDirectory = 2 * 1024 * 1024;
    private const long LargestProject = 64L * 1024 * 1024;
    private const long LargestTexts = 100L * 1024 * 1024;
    private const long LargestRatio = 400;

    private const string Broken = "Filen er beskadiget og kan ikke læses. Gem projektet igen i det program, det kommer fra, og vælg den nye fil.";
    private const string TooMuch = "Filen fylder for meget, når den pakkes ud. Del projektet op i det program, det kommer fra.";
    private const string NoProject = "Der er intet projekt i filen. Vælg en fil af typen .qdpx eller .qdc, som er eksporteret som REFI-QDA.";

    private readonly ZipArchive? _zip;
    private readonly byte[] _bytes;
    private readonly Dictionary<string, ZipArchiveEntry> _sources = new(StringComparer.OrdinalIgnoreCase);
    private long _textsLeft = LargestTexts;

    private QdaArchive(byte[] bytes)
    {
        _bytes = bytes;
        if (bytes is not [(byte)'P', (byte)'K', ..])
            return;
        EnsureReasonableDirectory(bytes);
        _zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        if (_zip.Entries.Count > MostEntries)
            throw new TooMuchException();
        foreach (var entry in _zip.Entries)
            if (Segments(entry.FullName) is [.., var folder, var name] && folder.Equals("sources", StringComparison.OrdinalIgnoreCase))
                _sources.TryAdd(name, entry);
    }

    /// <summary>Reads the project and hands over its archive, from which texts are read one at a time.</summary>
    /// <exception cref="RuleException">It cannot be read; the sentence says why and what to do.</exception>
    public static T Read<T>(byte[] bytes, Func<QdaArchive, QdaProject, QdaLosses, T> use)
    {
        try
        {
            using var archive = new QdaArchive(bytes);
            var (project, losses) = archive.ReadProject();
            return use(archive, project, losses);
        }
        catch (TooMuchException)
        {
            throw new RuleException(TooMuch);
        }
        catch (Exception e) when (e is XmlException or InvalidDataException or IOException or NotSupportedException or ArgumentException)
        {
            throw new RuleException(Broken);
        }
    }

    /// <summary>
    /// The file with nothing but the project and the plain texts that it points at: sound, pictures and pages are of no use here, and what
    /// is not kept cannot leak.
    /// </summary>
    /// <exception cref="RuleException">It cannot be read.</exception>
    public static byte[] Slim(byte[] bytes) => Read(bytes, (archive, project, _) =>
    {
        if (archive._zip is null)
            return bytes;
        var to = new MemoryStream();
        using (var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "project.qde", UnpackProject(archive.ProjectEntry()!));
            var paths = project.Sources.Select(s => s.Path).Concat(project.Notes.Select(n => n.Path)).OfType<string>();
            foreach (var name in paths.Select(p => Segments(p).LastOrDefault()).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase))
                if (archive.ReadSource(name) is { } text)
                    Add(zip, "sources/" + name, text);
        }
        return to.ToArray();
    });

    /// <summary>
    /// The bytes behind a path such as internal://….txt; null when the archive has no such source. Paths that point outside
    /// (absolute://, relative://, ../) are looked up by their last part only, inside the archive.
    /// </summary>
    public byte[]? ReadSource(string path)
    {
        if (Segments(path) is not [.., var name] || !_sources.TryGetValue(name, out var entry))
            return null;
        var bytes = Unpack(entry, Math.Min(_textsLeft, Reasonable(entry)));
        _textsLeft -= bytes.Length;
        return bytes;
    }

    /// <inheritdoc />
    public void Dispose() => _zip?.Dispose();

    private (QdaProject Project, QdaLosses Losses) ReadProject()
    {
        var xml = _zip is null ? _bytes : UnpackProject(ProjectEntry() ?? throw new RuleException(NoProject));
        // Some programs write white space, or more than one byte order mark, before the declaration.
        var start = 0;
        while (start < xml.Length && (char.IsWhiteSpace((char)xml[start]) || xml.AsSpan(start) is [0xEF, 0xBB, 0xBF, ..]))
            start += xml[start] == 0xEF ? 3 : 1;
        if (start == xml.Length || (xml[start] != '<' && xml[start] is not (0xFE or 0xFF)))
            throw new RuleException(NoProject);
        return QdaReader.Read(new MemoryStream(xml, start, xml.Length - start, writable: false));
    }

    /// <summary>project.qde in any case, the one nearest to the top; else any .qde.</summary>
    private ZipArchiveEntry? ProjectEntry() => _zip!.Entries
        .Where(e => e.Name.EndsWith(".qde", StringComparison.OrdinalIgnoreCase))
        .OrderByDescending(e => e.Name.Equals("project.qde", StringComparison.OrdinalIgnoreCase))
        .ThenBy(e => Segments(e.FullName).Length).ThenBy(e => e.FullName, StringComparer.Ordinal)
        .FirstOrDefault();

    private static void Add(ZipArchive zip, string name, byte[] bytes)
    {
        using var to = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        to.Write(bytes);
    }

    private static byte[] UnpackProject(ZipArchiveEntry entry) => Unpack(entry, Math.Min(LargestProject, Reasonable(entry)));

    /// <summary>What people write is packed to a tenth, what programs write to a fiftieth; only a bomb is packed to less than this.</summary>
    private static long Reasonable(ZipArchiveEntry entry) => Math.Max(1024 * 1024, LargestRatio * entry.CompressedLength);

    private static byte[] Unpack(ZipArchiveEntry entry, long limit)
    {
        using var from = new LimitedStream(entry.Open(), limit);
        using var to = new MemoryStream();
        from.CopyTo(to);
        return to.ToArray();
    }

    private static string[] Segments(string path) =>
        path[(path.IndexOf("://", StringComparison.Ordinal) is var i and >= 0 ? i + 3 : 0)..].Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries);

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
        // Everything is set in a ZIP64 archive; ours are far smaller than what needs one.
        if (start != uint.MaxValue && start > from + end)
            throw new InvalidDataException("The central directory lies outside the file.");
        if (start != uint.MaxValue && from + end - start > LargestDirectory)
            throw new TooMuchException();
    }
}
