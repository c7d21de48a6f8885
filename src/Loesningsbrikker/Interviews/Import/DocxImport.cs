using System.Xml;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Interviews.Import;

/// <summary>Word documents (ECMA-376, WordprocessingML): the text as one sees it.</summary>
public static class DocxImport
{
    private const string NoDocument = "Filen hedder .docx, men er ikke et Word-dokument.";

    private static readonly ArchiveSentences Sentences = new(
        "Word-dokumentet er beskadiget og kan ikke læses. Åbn det i Word, gem det igen, og vælg det på ny.",
        "Word-dokumentet fylder for meget, når det pakkes ud. Kopiér teksten over i et nyt dokument, og vælg det.");

    /// <summary>The paragraphs of a document; empty when it holds no text.</summary>
    /// <param name="leftOut">Told what is not read; null when nobody asks.</param>
    /// <exception cref="RuleException">It is broken, too large or no Word document.</exception>
    public static IReadOnlyList<ParagraphText> Read(byte[] bytes, LeftOut? leftOut = null) => DocumentArchive.Read(bytes, Sentences, archive =>
    {
        var notes = leftOut ?? new LeftOut();
        using var reader = archive.Open(MainPart(archive)) ?? throw new RuleException(NoDocument, nameof(TranscriptForm.File));
        var text = string.Join("\n\n", new DocxBody(notes).Read(reader));
        if (archive.Names.Any(n => n.StartsWith("word/header", StringComparison.Ordinal) || n.StartsWith("word/footer", StringComparison.Ordinal)))
            notes.Add(LeftOutKind.HeadersAndFooters);
        return PlainTextImport.Read(CanonicalText.Lines(text));
    });

    /// <summary>Where the package says its document is; Word online does not always call it document.xml.</summary>
    private static string MainPart(DocumentArchive archive)
    {
        using var reader = archive.Open("_rels/.rels");
        while (reader?.Read() == true)
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "Relationship" }
                && reader.GetAttribute("Type")?.EndsWith("/officeDocument", StringComparison.Ordinal) == true
                && reader.GetAttribute("TargetMode") != "External"
                && reader.GetAttribute("Target") is { } target)
                return target.TrimStart('/');
        return "word/document.xml";
    }
}
