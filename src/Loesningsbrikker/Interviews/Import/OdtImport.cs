using System.Xml;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Interviews.Import;

/// <summary>Text documents of LibreOffice and others (OpenDocument 1.2, ISO/IEC 26300): the text as one sees it.</summary>
public static class OdtImport
{
    private const string MediaType = "application/vnd.oasis.opendocument.text";
    private const string NoDocument = "Filen hedder .odt, men er ikke et tekstdokument fra LibreOffice.";
    private const string Locked = "Dokumentet er låst med en adgangskode. Gem det uden adgangskode, og vælg det igen.";

    private static readonly ArchiveSentences Sentences = new(
        "Dokumentet er beskadiget og kan ikke læses. Åbn det i LibreOffice, gem det igen, og vælg det på ny.",
        "Dokumentet fylder for meget, når det pakkes ud. Kopiér teksten over i et nyt dokument, og vælg det.");

    /// <summary>The paragraphs of a document; empty when it holds no text.</summary>
    /// <param name="leftOut">Told what is not read; null when nobody asks.</param>
    /// <exception cref="RuleException">It is broken, locked, too large or no text document.</exception>
    public static IReadOnlyList<ParagraphText> Read(byte[] bytes, LeftOut? leftOut = null) => DocumentArchive.Read(bytes, Sentences, archive =>
    {
        // A template differs in the ending, "text-template", and is read as well.
        if (!archive.Beginning("mimetype", 100).StartsWith(MediaType, StringComparison.Ordinal))
            throw Refused(NoDocument);
        if (IsLocked(archive))
            throw Refused(Locked);
        using var reader = archive.Open("content.xml") ?? throw Refused(NoDocument);
        return PlainTextImport.Read(CanonicalText.Lines(string.Join("\n\n", new OdtBody(leftOut ?? new LeftOut()).Read(reader))));
    });

    private static bool IsLocked(DocumentArchive archive)
    {
        using var reader = archive.Open("META-INF/manifest.xml");
        while (reader?.Read() == true)
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "encryption-data" })
                return true;
        return false;
    }

    private static RuleException Refused(string sentence) => new(sentence, nameof(TranscriptForm.File));
}
