using System.Text;
using System.Xml;
using Loesningsbrikker.Interviews.Import;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.SolutionPieces.Import;

/// <summary>Reads an uploaded file or pasted cells into tables; everything that can be wrong with it is one Danish sentence.</summary>
public static class TableFile
{
    /// <summary>The file types that can be read, as a file picker wants them.</summary>
    public const string Accepted = ".xlsx,.xlsm,.csv,.tsv,.txt,.docx,.ods,.odt";

    private const string TooMuch = "Filen fylder for meget, når den pakkes ud. Kopiér tabellen med brikkerne over i en ny fil, og vælg den.";
    private const string Broken = "Filen er beskadiget og kan ikke læses. Åbn den i det program, den kommer fra, gem den igen, og vælg den på ny.";
    private const string Locked = "Filen er låst med en adgangskode. Gem den uden adgangskode, og vælg den igen.";
    // A sheet of formatted empty rows is large, and harmless.
    private const long LargestPart = 64 * 1024 * 1024;

    private const string NoTable = "Vi fandt ingen tabel i filen. I Word skal brikkerne stå i en tabel med rækker og kolonner.";

    /// <summary>The tables of a file, which must be what its name says; at least one.</summary>
    /// <exception cref="RuleException">It cannot be read; the sentence says why and what to do.</exception>
    public static IReadOnlyList<SourceTable> Read(string fileName, byte[] bytes)
    {
        var extension = Path.GetExtension(fileName).ToLowerInvariant();
        if (!Accepted.Split(',').Contains(extension))
            throw Refused(WrongExtension(extension));
        if (bytes.Length == 0)
            throw Refused("Filen er tom.");
        var isText = extension is ".csv" or ".tsv" or ".txt";
        EnsureContentFits(extension, isText, bytes);
        var tables = isText ? ReadText(TextDecoder.Decode(bytes), fileName) : ReadArchive(extension, bytes);
        return tables.Count > 0 ? tables : throw Refused(isText ? "Der er ingen tekst i filen." : NoTable);
    }

    /// <summary>The table that was pasted from a spreadsheet or Word.</summary>
    /// <exception cref="RuleException">It is blank or too long.</exception>
    public static IReadOnlyList<SourceTable> ReadPasted(string text)
    {
        try
        {
            var tables = ReadText(text, "Indsat tabel");
            if (tables.Count == 0)
                throw new RuleException("Der er ingen tekst i det, du har sat ind.", nameof(NewPieceImportForm.Text));
            return tables;
        }
        catch (RuleException refused) when (refused.Field == nameof(NewPieceImportForm.File))
        {
            throw new RuleException(TooMuch, nameof(NewPieceImportForm.Text));
        }
    }

    private static List<SourceTable> ReadText(string text, string name)
    {
        try
        {
            if (text.Length > TableLimits.MostCharacters)
                throw new TooMuchException();
            var table = DelimitedText.Read(text, name);
            return table.Rows.Count > 0 || table.TooLarge is not null ? [table] : [];
        }
        catch (TooMuchException)
        {
            throw Refused(TooMuch);
        }
    }

    private static ArchiveSentences Sentences { get; } = new(Broken, TooMuch);

    private static IReadOnlyList<SourceTable> ReadArchive(string extension, byte[] bytes)
    {
        if (extension is ".ods" or ".odt" && DocumentArchive.Read(bytes, Sentences, IsLocked))
            throw Refused(Locked);
        return DocumentArchive.Read<IReadOnlyList<SourceTable>>(bytes, Sentences, archive => extension switch
        {
            ".docx" => DocxTables.Read(archive),
            ".ods" or ".odt" => OpenDocumentTables.Read(archive),
            _ => XlsxTables.Read(archive),
        }, LargestPart);
    }

    /// <summary>A locked OpenDocument says in its list of parts how each was encrypted.</summary>
    private static bool IsLocked(DocumentArchive archive)
    {
        using var reader = archive.Open("META-INF/manifest.xml");
        while (reader?.Read() == true)
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "encryption-data" })
                return true;
        return false;
    }

    private static void EnsureContentFits(string extension, bool isText, byte[] bytes)
    {
        var kind = FileKinds.Of(bytes);
        if (!isText && kind == FileKind.CompoundFile)
            throw Refused(HoldsEncryptedPackage(bytes) ? Locked : $"Filen er i et gammelt format, selv om den hedder {extension}. Åbn den, og gem den som .xlsx eller .docx.");
        if (!isText && kind != FileKind.Zip)
            throw Refused($"Filen hedder {extension}, men er noget andet. Åbn den i det program, den kommer fra, og gem den igen.");
        if (isText && kind != FileKind.Other)
            throw Refused($"Filen hedder {extension}, men er ikke ren tekst. Giv den sit rigtige navn, eller gem den som .csv.");
    }

    /// <summary>Office keeps a locked document in a stream of this name (MS-OFFCRYPTO 2.3.4).</summary>
    private static bool HoldsEncryptedPackage(byte[] bytes) => bytes.AsSpan().IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0;

    private static string WrongExtension(string extension) => extension switch
    {
        ".xls" or ".xlsb" => $"Vi kan ikke læse {extension}. Åbn filen i Excel, og gem den som .xlsx.",
        ".doc" or ".rtf" => $"Vi kan ikke læse {extension}. Åbn filen i Word, og gem den som .docx.",
        ".pdf" => "Vi kan ikke læse .pdf. Markér og kopiér tabellen, og sæt den ind i feltet.",
        _ => "Vælg et regneark (.xlsx, .ods eller .csv) eller et dokument med en tabel (.docx eller .odt).",
    };

    private static RuleException Refused(string sentence) => new(sentence, nameof(NewPieceImportForm.File));
}
