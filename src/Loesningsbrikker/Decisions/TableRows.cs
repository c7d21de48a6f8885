using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Loesningsbrikker.Decisions;

/// <summary>
/// Copies the shell and streams the rows of the tables into it. ClosedXML would hold every cell in memory and take
/// several times as long (docs/decisions/0005-workbook-library.md). Format: ECMA-376 part 1, 18.3.1.73 (row),
/// 18.3.1.4 (c), 18.3.1.40 (f), 18.18.11 (inlineStr), 22.9.2.19 (ST_Xstring).
/// </summary>
internal static partial class TableRows
{
    /// <summary>Row of the shell whose styles ordinary cells get.</summary>
    public const int OrdinaryPattern = 2;

    /// <summary>Row of the shell whose styles cells get that look like a formula.</summary>
    public const int QuotedPattern = 3;

    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>The finished workbook, positioned at its beginning.</summary>
    /// <exception cref="InvalidOperationException">A sheet gave another number of rows than it had said.</exception>
    /// <param name="overview">The sheet whose formulas get the values that they have now; null in a file without one.</param>
    public static MemoryStream Fill(MemoryStream shell, IReadOnlyList<SheetPlan> sheets, OverviewSheet? overview, CancellationToken cancellation)
    {
        var parts = PrepareParts(shell);
        var plans = sheets.ToDictionary(plan => parts[plan.Name]);
        shell.Position = 0;
        var file = new MemoryStream();
        using (var source = new ZipArchive(shell, ZipArchiveMode.Read))
        using (var target = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var entry in source.Entries)
            {
                using var from = entry.Open();
                using var to = target.CreateEntry(entry.FullName, CompressionLevel.Fastest).Open();
                if (plans.TryGetValue("/" + entry.FullName, out var plan))
                    CopySheet(XDocument.Load(from), to, plan, cancellation);
                else if (overview is not null && "/" + entry.FullName == parts[OverviewSheet.Name])
                    KnownValues.WriteOverview(XDocument.Load(from), to, overview);
                else if (entry.FullName.StartsWith("xl/tables/", StringComparison.Ordinal))
                    KnownValues.WriteTable(XDocument.Load(from), to, sheets);
                else
                    from.CopyTo(to);
            }
        file.Position = 0;
        return file;
    }

    private static Dictionary<string, string> PrepareParts(MemoryStream shell)
    {
        using var document = SpreadsheetDocument.Open(shell, isEditable: true);
        var workbook = document.WorkbookPart!;
        // It would name the shell's formulas only; without it every program finds the order of all of them by itself.
        if (workbook.CalculationChainPart is { } chain)
            workbook.DeletePart(chain);
        // The library writes the titles of printed pages as Sheet!A:A,Sheet!1:1, which LibreOffice takes for a place that moves.
        foreach (var titles in workbook.Workbook.Descendants<DefinedName>().Where(n => n.Name == "_xlnm.Print_Titles"))
            titles.Text = TitlePart().Replace(titles.Text, "$$$0");
        return workbook.Workbook.Descendants<Sheet>().ToDictionary(s => s.Name!.Value!, s => workbook.GetPartById(s.Id!).Uri.OriginalString);
    }

    private static void CopySheet(XDocument shell, Stream to, SheetPlan plan, CancellationToken cancellation)
    {
        using var writer = XmlWriter.Create(to, new XmlWriterSettings { NewLineHandling = NewLineHandling.None });
        var root = shell.Root!;
        writer.WriteStartElement("x", root.Name.LocalName, root.Name.NamespaceName);
        foreach (var attribute in root.Attributes().Where(a => a.IsNamespaceDeclaration && a.Value != Main.NamespaceName))
            writer.WriteAttributeString("xmlns", attribute.Name.LocalName, null, attribute.Value);
        // The dimension is optional, and the shell's is that of the pattern rows.
        foreach (var part in root.Elements().Where(e => e.Name != Main + "dimension"))
            if (part.Name == Main + "sheetData")
                WriteRows(writer, part, plan, cancellation);
            else
                part.WriteTo(writer);
        writer.WriteEndElement();
    }

    private static void WriteRows(XmlWriter writer, XElement shell, SheetPlan plan, CancellationToken cancellation)
    {
        var rows = shell.Elements(Main + "row").ToList();
        var (ordinary, quoted) = (Styles(rows[OrdinaryPattern - 1]), Styles(rows[QuotedPattern - 1]));
        writer.WriteStartElement("sheetData", Main.NamespaceName);
        rows[0].WriteTo(writer);
        var number = 1;
        foreach (var values in plan.Rows)
        {
            cancellation.ThrowIfCancellationRequested();
            writer.WriteStartElement("row", Main.NamespaceName);
            writer.WriteAttributeString("r", Invariant(++number));
            writer.WriteAttributeString("ht", Invariant(CellText.LineHeight * Lines(values, plan.Columns)));
            writer.WriteAttributeString("customHeight", "1");
            for (var i = 0; i < values.Length; i++)
                WriteCell(writer, ColumnLetters(i) + Invariant(number), values[i], plan.Columns[i].Formula, ordinary[i], quoted[i]);
            writer.WriteEndElement();
        }
        if (number - 1 != plan.RowCount)
            throw new InvalidOperationException($"{plan.Name} has {number - 1} rows instead of {plan.RowCount}.");
        writer.WriteEndElement();
    }

    /// <summary>How many lines the row needs; told, because LibreOffice does not find it out when it opens a file. Excel allows 27.</summary>
    private static int Lines(object?[] values, IReadOnlyList<ColumnPlan> columns)
    {
        var lines = 1;
        for (var i = 0; i < values.Length && lines < CellText.MaxLines; i++)
            if (values[i] is string text && text.Length > 8)
                lines = Math.Max(lines, CellText.Lines(text, columns[i].Width));
        return Math.Min(lines, CellText.MaxLines);
    }

    private static void WriteCell(XmlWriter writer, string address, object? value, string? formula, string ordinary, string quoted)
    {
        var text = value is string raw ? CellText.Clean(raw) : null;
        writer.WriteStartElement("c", Main.NamespaceName);
        writer.WriteAttributeString("r", address);
        writer.WriteAttributeString("s", formula is null && text is not null && CellText.LooksLikeFormula(text) ? quoted : ordinary);
        if (formula is not null)
            WriteFormula(writer, formula, value);
        else if (text is { Length: > 0 })
            WriteText(writer, text);
        else if (KnownValues.NumberOf(value) is { } number)
            writer.WriteElementString("v", Main.NamespaceName, number);
        writer.WriteEndElement();
    }

    private static void WriteFormula(XmlWriter writer, string formula, object? value)
    {
        if (value is null or string)
            writer.WriteAttributeString("t", "str");
        writer.WriteElementString("f", Main.NamespaceName, formula);
        writer.WriteElementString("v", Main.NamespaceName, KnownValues.NumberOf(value) ?? value as string ?? "");
    }

    private static void WriteText(XmlWriter writer, string text)
    {
        writer.WriteAttributeString("t", "inlineStr");
        writer.WriteStartElement("is", Main.NamespaceName);
        writer.WriteStartElement("t", Main.NamespaceName);
        writer.WriteAttributeString("xml", "space", null, "preserve");
        // "_x0041_" in a text would be read as the letter A.
        writer.WriteString(text.Contains("_x", StringComparison.Ordinal) ? Escaped().Replace(text, "_x005F$&") : text);
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static List<string> Styles(XElement row) => [.. row.Elements(Main + "c").Select(c => c.Attribute("s")!.Value)];

    /// <summary>A to Z, then AA and on.</summary>
    /// <param name="index">From 0.</param>
    internal static string ColumnLetters(int index) =>
        (index < 26 ? "" : ColumnLetters(index / 26 - 1)) + (char)('A' + index % 26);

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("(?<=[!:])[A-Z0-9]+(?=:|,|$)", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex TitlePart();

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Escaped();
}
