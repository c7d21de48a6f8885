namespace Loesningsbrikker.Tests.Interviews;

/// <summary>Builds OpenDocument texts as bytes, good and bad ones.</summary>
internal static class OdtFile
{
    public const string MediaType = "application/vnd.oasis.opendocument.text";

    private const string Namespaces =
        "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" " +
        "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\"";

    /// <summary>A document with that body.</summary>
    public static byte[] Of(string body, string prolog = "") => DocxFile.Zip(
        ("mimetype", writer => writer.Write(MediaType)),
        ("content.xml", writer => writer.Write(Content(body, prolog))));

    /// <summary>The XML around a body.</summary>
    public static string Content(string body, string prolog = "") =>
        $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>{prolog}<office:document-content {Namespaces}><office:body><office:text>{body}</office:text></office:body></office:document-content>";

    /// <summary>One paragraph per text.</summary>
    public static byte[] WithParagraphs(params string[] texts) => Of(string.Concat(texts.Select(P)));

    public static string P(string text) => $"<text:p>{text}</text:p>";
}
