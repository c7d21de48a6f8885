using System.Text;
using System.Xml;

namespace Loesningsbrikker.Interviews.Import;

/// <summary>
/// Walks through a document once, without recursion. Left out: deleted revisions, hidden text, field codes, the second copy
/// of a text box; footnotes and comments stand in other parts. A table row becomes one line.
/// </summary>
/// <param name="leftOut">Told what is not read.</param>
internal sealed class DocxBody(LeftOut leftOut)
{
    private const int Deepest = 200;
    private const int BufferSize = 4096;
    private const int LineCost = 20;
    private const string Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";
    private const string Drawing = "http://schemas.openxmlformats.org/drawingml/2006/main";

    private readonly DocumentRows _rows = new();
    private readonly Stack<DocxParagraph> _open = new();
    private readonly Stack<bool> _choiceTaken = new();
    private readonly char[] _buffer = new char[BufferSize];
    private StringBuilder _carried = new();
    private int _length;
    private bool _hidden;

    /// <summary>The paragraphs in the order of the document, with a bullet before list items; may be blank.</summary>
    /// <exception cref="TooMuchException">It is too long or too deep.</exception>
    public IEnumerable<string> Read(XmlReader reader)
    {
        var more = reader.Read();
        while (more)
        {
            if (reader.Depth > Deepest)
                throw new TooMuchException();
            if (reader.NodeType == XmlNodeType.Element && IsSkipped(reader))
            {
                if (reader.LocalName is "del" or "moveFrom")
                    leftOut.Add(LeftOutKind.Deletions);
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
        return _rows.Texts.Append(_carried.ToString());
    }

    private static bool IsWord(string ns) =>
        ns is "http://schemas.openxmlformats.org/wordprocessingml/2006/main" or "http://purl.oclc.org/ooxml/wordprocessingml/main";

    private bool IsSkipped(XmlReader reader)
    {
        if (reader.NamespaceURI == Compatibility && reader.LocalName is "Choice" or "Fallback" && _choiceTaken.Count > 0)
        {
            var taken = _choiceTaken.Pop();
            _choiceTaken.Push(true);
            return taken;
        }
        return IsWord(reader.NamespaceURI)
            && reader.LocalName is "del" or "moveFrom" or "instrText" or "delText" or "delInstrText" or "sectPr" or "sdtPr" or "tblPr" or "trPr" or "tcPr"
            && !IsMarkOfRevision(reader);
    }

    /// <summary>Inside a paragraph's own properties, w:del says that its end was deleted: it runs on into the next one.</summary>
    private bool IsMarkOfRevision(XmlReader reader)
    {
        if (reader.LocalName != "del" || !_open.TryPeek(out var paragraph) || !paragraph.InProperties)
            return false;
        paragraph.RunsOn = true;
        return true;
    }

    private void Begin(XmlReader reader, string name, bool isEmpty)
    {
        if (reader.NamespaceURI == Compatibility && name == "AlternateContent" && !isEmpty)
            _choiceTaken.Push(false);
        if ((name == "blip" && reader.NamespaceURI == Drawing) || (name == "imagedata" && !IsWord(reader.NamespaceURI)))
            leftOut.Add(LeftOutKind.Pictures);
        if (!IsWord(reader.NamespaceURI))
            return;
        if (name is "footnoteReference" or "endnoteReference")
            leftOut.Add(LeftOutKind.Notes);
        else if (name == "commentReference")
            leftOut.Add(LeftOutKind.Comments);
        else if (name == "tbl")
            leftOut.Add(LeftOutKind.Tables);
        else if (name == "p")
            BeginParagraph(isEmpty);
        else if (!isEmpty && name is "tr" or "tc")
            _rows.Begin(isRow: name == "tr");
        else if (_open.TryPeek(out var paragraph))
            BeginInParagraph(reader, name, isEmpty, paragraph);
    }

    private void BeginInParagraph(XmlReader reader, string name, bool isEmpty, DocxParagraph paragraph)
    {
        switch (name)
        {
            case "t" when !isEmpty && !_hidden: Append(reader, paragraph.Text); break;
            case "tab" or "ptab" when !paragraph.InProperties: paragraph.Text.Append(' '); break;
            case "br" or "cr":
                Count(LineCost);
                paragraph.Text.Append('\n');
                break;
            case "noBreakHyphen": paragraph.Text.Append('-'); break;
            case "pPr": paragraph.InProperties = !isEmpty; break;
            case "numId": paragraph.IsListItem = Value(reader) != "0"; break;
            case "pStyle": paragraph.Style = Value(reader) ?? ""; break;
            case "r": _hidden = false; break;
            case "vanish" when !paragraph.InProperties: Hide(Value(reader) is not ("0" or "false" or "off")); break;
        }
    }

    private void Hide(bool hidden)
    {
        leftOut.Add(LeftOutKind.Hidden, hidden && !_hidden ? 1 : 0);
        _hidden = hidden;
    }

    private void End(string name, string ns)
    {
        if (ns == Compatibility && name == "AlternateContent" && _choiceTaken.Count > 0)
            _choiceTaken.Pop();
        if (!IsWord(ns))
            return;
        if (name == "p" && _open.TryPop(out var paragraph))
            EndParagraph(paragraph);
        else if (name == "pPr" && _open.TryPeek(out var open))
            open.InProperties = false;
        else if (name is "tr" or "tc")
            _rows.End(isRow: name == "tr");
    }

    private void BeginParagraph(bool isEmpty)
    {
        Count(LineCost);
        if (isEmpty)
            return;
        // The place is taken at the beginning, so that a text box comes after the paragraph it hangs on.
        // The carried text is handed on as it is: copied each time, thousands of deleted ends would take minutes.
        _open.Push(new DocxParagraph(_rows.AddPlace(), _carried));
        _carried = new StringBuilder();
    }

    private void EndParagraph(DocxParagraph paragraph)
    {
        if (paragraph.RunsOn)
            _carried = paragraph.Text;
        else
            _rows.Fill(paragraph.Place, paragraph.ToString());
    }

    /// <summary>In pieces: a single text node may be the whole bomb.</summary>
    private void Append(XmlReader reader, StringBuilder text)
    {
        while (reader.Read() && reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA)
            for (int count; (count = reader.ReadValueChunk(_buffer, 0, BufferSize)) > 0;)
            {
                Count(count);
                text.Append(_buffer, 0, count);
            }
    }

    /// <summary>A line counts like a few words, so that millions of empty ones are too much as well.</summary>
    private void Count(int characters)
    {
        _length += characters;
        if (_length > TranscriptFile.LongestText)
            throw new TooMuchException();
    }

    private static string? Value(XmlReader reader) => reader.GetAttribute("val", reader.NamespaceURI);
}
