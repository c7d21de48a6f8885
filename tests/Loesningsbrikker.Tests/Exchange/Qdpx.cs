using System.IO.Compression;
using System.Security;
using System.Text;

namespace Loesningsbrikker.Tests.Exchange;

/// <summary>Builds REFI-QDA files by hand, good and bad ones, the way different programs write them.</summary>
public sealed class Qdpx
{
    private readonly List<(string Path, byte[] Bytes)> _entries = [];
    private readonly StringBuilder _codes = new();
    private readonly StringBuilder _sources = new();
    private readonly StringBuilder _notes = new();
    private readonly StringBuilder _tail = new();

    /// <summary>The program's name in the file.</summary>
    public string Origin { get; set; } = "NVivo 14";

    /// <summary>Name of the entry that holds the project.</summary>
    public string ProjectPath { get; set; } = "project.qde";

    /// <summary>Name of the folder of texts.</summary>
    public string Folder { get; set; } = "sources";

    /// <summary>What stands before the root element.</summary>
    public string Prolog { get; set; } = "<?xml version=\"1.0\" encoding=\"utf-8\"?>";

    /// <summary>Written before the project as bytes.</summary>
    public byte[] Before { get; set; } = [];

    /// <summary>A GUID per word, the same in every test.</summary>
    public static string Guid(string word) => Loesningsbrikker.Exchange.Refi.StableGuid.Of("test", word).ToString("D");

    /// <summary>A code; its children are codes themselves.</summary>
    public static string Code(string name, string inner = "", string? guid = null, bool codable = true) =>
        $"<Code guid=\"{guid ?? Guid(name)}\" name=\"{Escape(name)}\" isCodable=\"{(codable ? "true" : "false")}\">{inner}</Code>";

    /// <summary>A selection tied to codes, by their names.</summary>
    public static string Selection(int start, int end, string name = "", params string[] codes) =>
        $"<PlainTextSelection guid=\"{Guid($"{start}-{end}-{name}")}\" name=\"{Escape(name)}\" startPosition=\"{start}\" endPosition=\"{end}\" creatingUser=\"{Guid("Kodeperson")}\" creationDateTime=\"2024-05-06T07:08:09Z\">"
        + string.Concat(codes.Select((c, i) => $"<Coding guid=\"{Guid($"{start}-{end}-{name}-{c}-{i}")}\"><CodeRef targetGUID=\"{Guid(c)}\"/></Coding>")) + "</PlainTextSelection>";

    public Qdpx WithCodes(params string[] codes)
    {
        _codes.AppendJoin("", codes);
        return this;
    }

    /// <summary>A text in a file of its own, with its selections.</summary>
    public Qdpx WithText(string name, byte[] text, params string[] selections)
    {
        var file = Guid("file " + name) + ".txt";
        _entries.Add(($"{Folder}/{file}", text));
        return WithPath(name, "internal://" + file, selections);
    }

    /// <inheritdoc cref="WithText(string, byte[], string[])" />
    public Qdpx WithText(string name, string text, params string[] selections) => WithText(name, Encoding.UTF8.GetBytes(text), selections);

    /// <summary>A text that is said to lie at a path.</summary>
    public Qdpx WithPath(string name, string path, params string[] selections) =>
        WithSource($"<TextSource guid=\"{Guid("text " + name)}\" name=\"{Escape(name)}\" plainTextPath=\"{Escape(path)}\">{string.Concat(selections)}</TextSource>");

    /// <summary>A source as it is written.</summary>
    public Qdpx WithSource(string xml)
    {
        _sources.Append(xml);
        return this;
    }

    public Qdpx WithNotes(string xml)
    {
        _notes.Append(xml);
        return this;
    }

    /// <summary>What follows the notes: links, sets, graphs.</summary>
    public Qdpx WithTail(string xml)
    {
        _tail.Append(xml);
        return this;
    }

    public Qdpx WithEntry(string path, byte[] bytes)
    {
        _entries.Add((path, bytes));
        return this;
    }

    public string Xml() =>
        Prolog + $"<Project xmlns=\"urn:QDA-XML:project:1.0\" name=\"Skoleprojekt\" origin=\"{Escape(Origin)}\" creationDateTime=\"2024-01-01T00:00:00Z\">"
        + $"<Users><User guid=\"{Guid("Kodeperson")}\" name=\"Kode Person\"/></Users>"
        + Wrap("CodeBook", Wrap("Codes", _codes.ToString())) + Wrap("Sources", _sources.ToString()) + Wrap("Notes", _notes.ToString()) + _tail + "</Project>";

    public byte[] Build()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (path, content) in _entries.Prepend((ProjectPath, [.. Before, .. Encoding.UTF8.GetBytes(Xml())])))
            {
                using var to = zip.CreateEntry(path, CompressionLevel.Fastest).Open();
                to.Write(content);
            }
        return bytes.ToArray();
    }

    private static string Wrap(string name, string inner) => inner.Length == 0 ? "" : $"<{name}>{inner}</{name}>";

    private static string Escape(string text) => SecurityElement.Escape(text);
}
