using System.Globalization;
using System.Text;
using System.Xml;
using Loesningsbrikker.Interviews.Import;

namespace Loesningsbrikker.SolutionPieces.Import;

/// <summary>
/// The tables of a Word document (ECMA-376, WordprocessingML), read in one pass without recursion. Deleted revisions and hidden
/// text are left out, automatic numbers of rows are counted, and a table inside a cell is a table of its own.
/// </summary>
internal sealed class DocxTables
{
    private const int Deepest = 200;
    private const int BufferSize = 4096;
    private const int LongestCaption = 100;
    private const int WidestSpan = 1000;
    private const string Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    private readonly TableLimits _limits = new();
    private readonly List<SourceTable> _tables = [];
    private readonly Stack<OpenTable> _open = new();
    private readonly Stack<bool> _choiceTaken = new();
    private readonly Dictionary<string, int> _counters = [];
    private readonly char[] _buffer = new char[BufferSize];
    private readonly StringBuilder _paragraph = new();
    private string _caption = "";
    private string? _list;
    private bool _hidden;
    private bool _inProperties;

    /// <summary>The tables of the document in order; those without content are left out.</summary>
    /// <exception cref="FormatException">The archive holds no document.</exception>
    public static IReadOnlyList<SourceTable> Read(DocumentArchive archive)
    {
        using var reader = archive.Open(archive.MainPart("word/document.xml")) ?? throw new FormatException("No document.");
        var tables = new DocxTables();
        tables.Walk(reader);
        return [.. tables._tables.Where(t => t.Rows.Count > 0 || t.TooLarge is not null).Select((t, i) => t with { Name = NameOf(i, t.Caption) })];
    }

    private static string NameOf(int index, string caption) => $"Tabel {index + 1}" + (caption.Length > 0 ? ": " + caption : "");

    private static bool IsWord(string ns) =>
        ns is "http://schemas.openxmlformats.org/wordprocessingml/2006/main" or "http://purl.oclc.org/ooxml/wordprocessingml/main";

    private void Walk(XmlReader reader)
    {
        var more = reader.Read();
        while (more)
        {
            if (reader.Depth > Deepest)
                throw new TooMuchException();
            if (reader.NodeType == XmlNodeType.Element && IsSkipped(reader))
            {
                // Skip stands on the next node afterwards.
                reader.Skip();
                more = !reader.EOF;
                continue;
            }
            if (reader.NodeType == XmlNodeType.Element)
                Begin(reader, reader.LocalName, reader.IsEmptyElement);
            else if (reader.NodeType == XmlNodeType.EndElement)
                End(reader.LocalName, reader.NamespaceURI);
            more = reader.Read();
        }
    }

    private bool IsSkipped(XmlReader reader)
    {
        if (reader.NamespaceURI == Compatibility && reader.LocalName is "Choice" or "Fallback" && _choiceTaken.Count > 0)
        {
            var taken = _choiceTaken.Pop();
            _choiceTaken.Push(true);
            return taken;
        }
        return IsWord(reader.NamespaceURI)
            && reader.LocalName is "del" or "moveFrom" or "instrText" or "delText" or "delInstrText" or "sectPr" or "sdtPr" or "tblPr" or "txbxContent";
    }

    private void Begin(XmlReader reader, string name, bool isEmpty)
    {
        if (reader.NamespaceURI == Compatibility && name == "AlternateContent" && !isEmpty)
            _choiceTaken.Push(false);
        if (!IsWord(reader.NamespaceURI))
            return;
        switch (name)
        {
            case "tbl" when !isEmpty: _open.Push(new OpenTable(_limits, _caption)); break;
            case "tr" or "tc" or "gridSpan" or "gridBefore" or "vMerge" or "tblHeader" when _open.TryPeek(out var table): BeginInTable(reader, name, table); break;
            case "p": (_list, _hidden, _inProperties) = (null, false, false); _paragraph.Clear(); break;
            case "pPr": _inProperties = !isEmpty; break;
            case "numId": _list = Value(reader) is { } id and not "0" ? id : null; break;
            case "r": _hidden = false; break;
            case "vanish" when !_inProperties: _hidden = Value(reader) is not ("0" or "false" or "off"); break;
            case "t" when !isEmpty && !_hidden: Append(reader); break;
            case "tab" or "ptab" when !_inProperties: _paragraph.Append(' '); break;
            case "br" or "cr": _paragraph.Append('\n'); break;
            case "noBreakHyphen": _paragraph.Append('-'); break;
        }
    }

    private static void BeginInTable(XmlReader reader, string name, OpenTable table)
    {
        switch (name)
        {
            case "tr": table.BeginRow(); break;
            case "tc": table.BeginCell(); break;
            case "gridSpan": table.Span = Math.Max(1, Columns(reader)); break;
            case "gridBefore": table.Skip(Columns(reader)); break;
            case "vMerge": table.Continues = Value(reader) is null or "continue"; break;
            default: table.MarkHeader(on: Value(reader) is not ("0" or "false" or "off")); break;
        }
    }

    private void End(string name, string ns)
    {
        if (ns == Compatibility && name == "AlternateContent" && _choiceTaken.Count > 0)
            _choiceTaken.Pop();
        if (!IsWord(ns))
            return;
        switch (name)
        {
            case "p": EndParagraph(); break;
            case "pPr": _inProperties = false; break;
            case "tc" when _open.TryPeek(out var table): table.EndCell(); break;
            case "tbl" when _open.TryPop(out var table): EndTable(table); break;
        }
    }

    private void EndParagraph()
    {
        var text = _paragraph.ToString();
        var blank = string.IsNullOrWhiteSpace(text);
        _paragraph.Clear();
        if (!_open.TryPeek(out var table))
        {
            if (!blank && CanonicalText.OneLine(text, LongestCaption + 1) is { Length: <= LongestCaption } caption)
                _caption = caption;
            else if (!blank)
                _caption = "";
            return;
        }
        // Word writes the number of a row itself: the paragraph is empty, and says which list it counts in.
        if (_list is { } list && blank)
            table.Add(Next(list).ToString(CultureInfo.InvariantCulture));
        else if (!blank)
            table.Add(_list is null ? text : Bullets.Mark + text.TrimStart());
    }

    private int Next(string list) => _counters[list] = _counters.GetValueOrDefault(list) + 1;

    private void EndTable(OpenTable table)
    {
        _tables.Add(table.ToTable());
        if (_open.TryPeek(out var outer))
            outer.Add(string.Join('\n', table.Texts));
        else
            _caption = "";
    }

    private void Append(XmlReader reader)
    {
        while (reader.Read() && reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA)
            for (int count; (count = reader.ReadValueChunk(_buffer, 0, BufferSize)) > 0;)
            {
                _limits.Count(count);
                _paragraph.Append(_buffer, 0, count);
            }
    }

    private static int Columns(XmlReader reader) =>
        int.TryParse(Value(reader), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? Math.Min(count, WidestSpan) : 0;

    private static string? Value(XmlReader reader) => reader.GetAttribute("val", reader.NamespaceURI);
}
