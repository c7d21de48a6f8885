using System.IO.Compression;
using System.Text;

namespace Loesningsbrikker.Tests.Interviews;

/// <summary>Builds Word documents as bytes, good and bad ones.</summary>
internal static class DocxFile
{
    private const string Namespaces =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" " +
        "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"";

    /// <summary>A document with that body.</summary>
    public static byte[] Of(string body, string prolog = "") => Zip(("word/document.xml", writer =>
        writer.Write($"<?xml version=\"1.0\" encoding=\"UTF-8\"?>{prolog}<w:document {Namespaces}><w:body>{body}</w:body></w:document>")));

    /// <summary>One paragraph per text.</summary>
    public static byte[] WithParagraphs(params string[] texts) => Of(string.Concat(texts.Select(P)));

    public static string P(string text) => $"<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>";

    public static byte[] Zip(params (string Path, Action<TextWriter> Write)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (path, write) in parts)
            {
                using var writer = new StreamWriter(archive.CreateEntry(path, CompressionLevel.Fastest).Open(), new UTF8Encoding(false));
                write(writer);
            }
        return bytes.ToArray();
    }
}
