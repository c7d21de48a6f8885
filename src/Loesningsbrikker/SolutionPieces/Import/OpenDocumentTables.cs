using System.Globalization;
using System.Text;
using System.Xml;
using Loesningsbrikker.Interviews.Import;

namespace Loesningsbrikker.SolutionPieces.Import;

/// <summary>The sheets of an .ods and the tables of an .odt (OpenDocument 1.3): both write them in the same elements.</summary>
internal sealed class OpenDocumentTables
{
    private const int Deepest = 200;
    private const string TableNs = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private const string TextNs = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    private const string OfficeNs = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";

    private readonly TableLimits _limits = new();
    private readonly List<SourceTable> _tables = [];
    private readonly StringBuilder _text = new();
    private OpenSheet? _sheet;
    private string _caption = "";

    /// <summary>The tables in order; those without content are left out.</summary>
    /// <exception cref="FormatException">The archive holds no document, or it is locked.</exception>
    public static IReadOnlyList<SourceTable> Read(DocumentArchive archive)
    {
        using var reader = archive.Open("content.xml") ?? throw new FormatException("No content.");
        var document = new OpenDocumentTables();
        document.Walk(reader);
        return [.. document._tables.Where(t => t.Rows.Count > 0 || t.TooLarge is not null)];
    }

    private void Walk(XmlReader reader)
    {
        var more = reader.Read();
        while (more)
        {
            if (reader.Depth > Deepest)
                throw new TooMuchException();
            if (reader.NodeType == XmlNodeType.Element && IsSkipped(reader))
            {
                reader.Skip();
                more = !reader.EOF;
                continue;
            }
            if (reader.NodeType == XmlNodeType.Element)
                Begin(reader);
            else if (reader.NodeType == XmlNodeType.EndElement)
                End(reader);
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA)
                XlsxSheet.Append(reader, _text, _limits);
            more = reader.Read();
        }
    }

    /// <summary>Comments, deleted revisions, pictures, and what a formula or a pivot keeps for itself.</summary>
    private static bool IsSkipped(XmlReader reader) => (reader.NamespaceURI, reader.LocalName) is
        (OfficeNs, "annotation" or "scripts" or "settings" or "font-face-decls" or "automatic-styles") or (TextNs, "tracked-changes" or "note")
        or (TableNs, "tracked-changes" or "named-expressions" or "database-ranges" or "data-pilot-tables" or "shapes");

    private void Begin(XmlReader reader)
    {
        if (reader.NamespaceURI == TextNs)
        {
            BeginText(reader);
            return;
        }
        if (reader.NamespaceURI != TableNs)
            return;
        switch (reader.LocalName)
        {
            // A table inside a cell is read as part of the cell.
            case "table" when !reader.IsEmptyElement:
                if (_sheet is null)
                    _sheet = new OpenSheet(_limits, CanonicalText.OneLine(reader.GetAttribute("name", TableNs) ?? "", 100), _caption);
                else
                    _sheet.Depth++;
                break;
            case "table-header-rows": _sheet?.BeginHeader(); break;
            case "table-row" when _sheet is { Depth: 0 }:
                _sheet.BeginRow(Repeated(reader, "number-rows-repeated"), reader.GetAttribute("visibility", TableNs) is "collapse" or "filter");
                break;
            case "table-cell" or "covered-table-cell" when _sheet is { Depth: 0 }: BeginCell(reader, _sheet); break;
        }
    }

    private void BeginText(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "p" or "h": NewLine(); break;
            case "s": _text.Append(' '); break;
            case "tab": _text.Append(' '); break;
            case "line-break": _text.Append('\n'); break;
        }
    }

    private void BeginCell(XmlReader reader, OpenSheet sheet)
    {
        _text.Clear();
        sheet.BeginCell(
            Repeated(reader, "number-columns-repeated"), Repeated(reader, "number-columns-spanned"), Repeated(reader, "number-rows-spanned"),
            reader.LocalName == "table-cell" ? Typed(reader) : "");
        if (reader.IsEmptyElement)
            sheet.EndCell("");
    }

    /// <summary>What a typed cell shows, whatever format it is shown in; null for text.</summary>
    private static string? Typed(XmlReader reader)
    {
        var value = reader.GetAttribute("value", OfficeNs);
        return reader.GetAttribute("value-type", OfficeNs) switch
        {
            "float" or "currency" when double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) =>
                XlsxStyles.ShownNumber(number),
            "date" when reader.GetAttribute("date-value", OfficeNs) is { } day => XlsxStyles.ShownDate(day),
            "boolean" => reader.GetAttribute("boolean-value", OfficeNs) == "true" ? "Ja" : "Nej",
            _ => null,
        };
    }

    private void End(XmlReader reader)
    {
        if (reader.NamespaceURI == TextNs && reader.LocalName is "p" or "h" && _sheet is null)
        {
            var line = CanonicalText.OneLine(_text.ToString(), 101);
            if (line.Length > 0)
                _caption = line.Length <= 100 ? line : "";
            _text.Clear();
        }
        if (reader.NamespaceURI != TableNs || _sheet is null)
            return;
        switch (reader.LocalName)
        {
            case "table" when _sheet.Depth > 0: _sheet.Depth--; break;
            case "table":
                _tables.Add(_sheet.ToTable());
                if (_tables.Count >= TableLimits.MostTables)
                    throw new TooMuchException();
                (_sheet, _caption) = (null, "");
                _text.Clear();
                break;
            case "table-header-rows": _sheet.EndHeader(); break;
            case "table-row" when _sheet.Depth == 0: _sheet.EndRow(); break;
            case "table-cell" or "covered-table-cell" when _sheet.Depth == 0:
                _sheet.EndCell(_text.ToString());
                _text.Clear();
                break;
        }
    }

    private void NewLine()
    {
        if (_text.Length > 0)
            _text.Append('\n');
    }

    private static int Repeated(XmlReader reader, string attribute) =>
        int.TryParse(reader.GetAttribute(attribute, TableNs), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? Math.Clamp(count, 1, 1_048_576) : 1;
}
