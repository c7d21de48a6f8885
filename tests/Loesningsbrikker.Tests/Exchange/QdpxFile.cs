using System.IO.Compression;
using System.Net;
using System.Text;
using System.Xml.Linq;
using Loesningsbrikker.Tests.Shared;

namespace Loesningsbrikker.Tests.Exchange;

/// <summary>A downloaded project, read by another program than the one that wrote it: positions are code points, counted one by one.</summary>
internal sealed class QdpxFile
{
    public static readonly XNamespace Ns = "urn:QDA-XML:project:1.0";

    private readonly Dictionary<string, byte[]> _entries = [];

    public QdpxFile(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        foreach (var entry in zip.Entries)
            using (var from = entry.Open())
            {
                using var to = new MemoryStream();
                from.CopyTo(to);
                _entries.Add(entry.FullName, to.ToArray());
            }
        Project = XDocument.Load(new MemoryStream(_entries["project.qde"]), LoadOptions.PreserveWhitespace).Root!;
    }

    public XElement Project { get; }

    public IEnumerable<string> EntryNames => _entries.Keys;

    public static async Task<QdpxFile> DownloadAsync(Site site, string path)
    {
        var page = await site.GetAsync(path + "/exchange/project");
        Assert.That(page.Status, Is.EqualTo(HttpStatusCode.OK), page.Text);
        return new QdpxFile(page.Bytes);
    }

    /// <summary>The bytes of every entry but for when the project was made and changed.</summary>
    public Dictionary<string, string> WithoutDates()
    {
        var project = new XElement(Project);
        project.Attribute("creationDateTime")?.Remove();
        project.Attribute("modifiedDateTime")?.Remove();
        return _entries.ToDictionary(e => e.Key, e => e.Key == "project.qde" ? project.ToString(SaveOptions.DisableFormatting) : Encoding.UTF8.GetString(e.Value));
    }

    /// <summary>The raw project.</summary>
    public byte[] ProjectBytes => _entries["project.qde"];

    public XElement Source(string name) => Project.Descendants(Ns + "TextSource").Single(s => (string?)s.Attribute("name") == name);

    /// <summary>The text of a source as one number per code point.</summary>
    public int[] CodePoints(XElement source) => [.. TextOf(source).EnumerateRunes().Select(r => r.Value)];

    public string TextOf(XElement source)
    {
        var path = (string)source.Attribute("plainTextPath")!;
        Assert.That(path, Does.StartWith("internal://"));
        return Encoding.UTF8.GetString(_entries["sources/" + path["internal://".Length..]]);
    }

    /// <summary>The words of each selection of a source, cut out by code points.</summary>
    public List<string> Quotes(XElement source)
    {
        var points = CodePoints(source);
        return [.. source.Elements(Ns + "PlainTextSelection").Select(s => string.Concat(
            points[(int)s.Attribute("startPosition")!..(int)s.Attribute("endPosition")!].Select(char.ConvertFromUtf32)))];
    }

    /// <summary>Names of the codes that a selection is tied to, each below its heading.</summary>
    public List<string> CodesOf(XElement selection) =>
        [.. selection.Descendants(Ns + "CodeRef").Select(r => NameOf((string)r.Attribute("targetGUID")!))];

    public string NameOf(string guid)
    {
        var code = Project.Descendants(Ns + "Code").Single(c => (string)c.Attribute("guid")! == guid);
        return (code.Parent!.Name == Ns + "Code" ? (string)code.Parent.Attribute("name")! + "/" : "") + (string)code.Attribute("name")!;
    }

    /// <summary>The text of the notes that something refers to.</summary>
    public List<string> NotesOf(XElement element) =>
        [.. element.Elements(Ns + "NoteRef").Select(r => Project.Element(Ns + "Notes")!.Elements(Ns + "Note")
            .Single(n => (string)n.Attribute("guid")! == (string)r.Attribute("targetGUID")!).Element(Ns + "PlainTextContent")!.Value)];

    /// <summary>What is known about a source or a case, by the names of the variables.</summary>
    public Dictionary<string, string> Values(XElement element) => element.Elements(Ns + "VariableValue").ToDictionary(
        v => (string)Project.Descendants(Ns + "Variable").Single(x => (string)x.Attribute("guid")! == (string)v.Element(Ns + "VariableRef")!.Attribute("targetGUID")!).Attribute("name")!,
        v => v.Elements().Last().Value);
}
