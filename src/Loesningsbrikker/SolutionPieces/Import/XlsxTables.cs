using System.Text;
using System.Xml;
using Loesningsbrikker.Interviews.Import;

namespace Loesningsbrikker.SolutionPieces.Import;

/// <summary>
/// Excel workbooks (ECMA-376, SpreadsheetML): every sheet as a table of texts. A formula is never read, only the value that the
/// program stored beside it; links, macros and pictures stay where they are.
/// </summary>
internal static class XlsxTables
{
    /// <summary>The sheets in the order of the workbook; those without content are left out.</summary>
    /// <exception cref="FormatException">The archive holds no workbook.</exception>
    public static IReadOnlyList<SourceTable> Read(DocumentArchive archive)
    {
        var workbook = archive.MainPart("xl/workbook.xml");
        if (!archive.Names.Contains(workbook) || workbook.EndsWith(".bin", StringComparison.OrdinalIgnoreCase))
            throw new FormatException("No workbook.");
        var targets = archive.TargetsOf(workbook);
        var limits = new TableLimits();
        var (sheets, from1904) = SheetsOf(archive, workbook);
        var texts = SharedTexts(archive, PathOf(targets, "/sharedStrings"));
        var styles = XlsxStyles.Read(archive, PathOf(targets, "/styles"), from1904);
        var tables = new List<SourceTable>();
        foreach (var (name, id) in sheets.Take(TableLimits.MostTables))
            if (targets.TryGetValue(id, out var target) && target.Type.EndsWith("/worksheet", StringComparison.Ordinal))
                tables.Add(ReadSheet(archive, target.Path, name, texts, styles, limits));
        return [.. tables.Where(t => t.Rows.Count > 0 || t.TooLarge is not null)];
    }

    private static SourceTable ReadSheet(
        DocumentArchive archive, string path, string name, IReadOnlyList<string> texts, XlsxStyles styles, TableLimits limits)
    {
        try
        {
            using var reader = archive.Open(path) ?? throw new FormatException("No such sheet.");
            var grid = new TableGrid(limits);
            new XlsxSheet(reader, texts, styles, grid).Read();
            return grid.ToTable(name, name, ColumnName);
        }
        catch (TableTooLargeException tooLarge)
        {
            return new SourceTable(name, name, [], [], TooLarge: tooLarge.Message);
        }
    }

    private static (List<(string Name, string Id)> Sheets, bool From1904) SheetsOf(DocumentArchive archive, string workbook)
    {
        var sheets = new List<(string, string)>();
        var from1904 = false;
        using var reader = archive.Open(workbook)!;
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            if (reader.LocalName == "workbookPr")
                from1904 = reader.GetAttribute("date1904") is "1" or "true";
            else if (reader.LocalName == "sheet" && IdOf(reader) is { } id)
                sheets.Add((CanonicalText.OneLine(reader.GetAttribute("name") ?? "", 100) + (reader.GetAttribute("state") is null or "visible" ? "" : " (skjult)"), id));
        }
        return (sheets, from1904);
    }

    /// <summary>The id of the relationship, whose namespace differs between the two editions of the standard.</summary>
    private static string? IdOf(XmlReader reader)
    {
        string? id = null;
        while (reader.MoveToNextAttribute())
            if (reader.LocalName == "id" && reader.NamespaceURI.Length > 0)
                id = reader.Value;
        reader.MoveToElement();
        return id;
    }

    private static string? PathOf(Dictionary<string, (string Path, string Type)> targets, string type) =>
        targets.Values.Where(t => t.Type.EndsWith(type, StringComparison.Ordinal)).Select(t => t.Path).FirstOrDefault();

    /// <summary>Texts that cells name by number, how to pronounce them left out.</summary>
    private static List<string> SharedTexts(DocumentArchive archive, string? path)
    {
        var texts = new List<string>();
        using var reader = path is null ? null : archive.Open(path);
        if (reader is null)
            return texts;
        // Counted apart from the cells: a text that no cell names costs as well.
        var limits = new TableLimits();
        StringBuilder? text = null;
        var pronounced = false;
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "si" })
            {
                limits.Count(0);
                (text, pronounced) = (new StringBuilder(), false);
                if (reader.IsEmptyElement)
                    texts.Add("");
            }
            else if (reader is { NodeType: XmlNodeType.EndElement, LocalName: "si" })
            {
                texts.Add(text!.ToString());
            }
            else if (reader.LocalName == "rPh")
            {
                pronounced = reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement;
            }
            else if (reader is { NodeType: XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA } && text is not null && !pronounced)
            {
                XlsxSheet.Append(reader, text, limits);
            }
        }
        return texts;
    }

    /// <summary>A, B … Z, AA: what the program calls a column.</summary>
    public static string ColumnName(int column)
    {
        var name = "";
        for (var rest = column + 1; rest > 0; rest = (rest - 1) / 26)
            name = (char)('A' + (rest - 1) % 26) + name;
        return name;
    }
}
