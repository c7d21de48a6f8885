using System.Text;
using System.Xml;

namespace Loesningsbrikker.Interviews.Import;

/// <summary>
/// Walks through a text document once, without recursion. Left out: deleted text, hidden text, comments, footnotes, scripts and forms.
/// A table row becomes one line.
/// </summary>
/// <param name="leftOut">Told what is not read.</param>
internal sealed class OdtBody(LeftOut leftOut)
{
    private const int Deepest = 200;
    private const int BufferSize = 4096;
    private const int LineCost = 20;
    private const string Names = "urn:oasis:names:tc:opendocument:xmlns:";

    private readonly DocumentRows _rows = new();
    private readonly Stack<(int Place, StringBuilder Text, bool IsListItem)> _open = new();
    private readonly char[] _buffer = new char[BufferSize];
    private bool _beginsListItem;
    private int _length;

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
                // Skip stands on the next node afterwards.
                reader.Skip();
                more = !reader.EOF;
                continue;
            }
            switch (reader.NodeType)
            {
                case XmlNodeType.Element: Begin(reader); break;
                case XmlNodeType.EndElement: End(reader); break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when _open.Count > 0:
                    Append(reader, _open.Peek().Text);
                    break;
            }
            more = reader.Read();
        }
        return _rows.Texts;
    }

    /// <summary>The element's name; empty in foreign namespaces. No two of the names below occur in two of the format's own namespaces.</summary>
    private static string KindOf(XmlReader reader) => reader.NamespaceURI.StartsWith(Names, StringComparison.Ordinal) ? reader.LocalName : "";

    private bool IsSkipped(XmlReader reader)
    {
        LeftOutKind? kind = KindOf(reader) switch
        {
            "tracked-changes" => LeftOutKind.Deletions,
            "note" => LeftOutKind.Notes,
            "annotation" => LeftOutKind.Comments,
            "hidden-text" or "hidden-paragraph" => LeftOutKind.Hidden,
            _ => null,
        };
        if (kind is { } left)
            leftOut.Add(left);
        return kind is not null || KindOf(reader) is "forms" or "scripts" or "automatic-styles" or "font-face-decls"
            or "sequence-decls" or "variable-decls" or "user-field-decls" or "title" or "desc";
    }

    private void Begin(XmlReader reader)
    {
        switch (KindOf(reader))
        {
            case "p" or "h":
                Count(LineCost);
                if (!reader.IsEmptyElement)
                    // The place is taken at the beginning, so that a text box comes after the paragraph it hangs on.
                    _open.Push((_rows.AddPlace(), new StringBuilder(), _beginsListItem));
                _beginsListItem = false;
                break;
            case "list-item": _beginsListItem = !reader.IsEmptyElement; break;
            case "table": leftOut.Add(LeftOutKind.Tables); break;
            case "table-row" or "table-cell" when !reader.IsEmptyElement: _rows.Begin(isRow: reader.LocalName == "table-row"); break;
            case "image": leftOut.Add(LeftOutKind.Pictures); break;
            case "s" when _open.TryPeek(out var paragraph):
                // One space says as much as many.
                Count(1);
                paragraph.Text.Append(' ');
                break;
            case "tab" when _open.TryPeek(out var paragraph): paragraph.Text.Append(' '); break;
            case "line-break" when _open.TryPeek(out var paragraph):
                Count(LineCost);
                paragraph.Text.Append('\n');
                break;
        }
    }

    private void End(XmlReader reader)
    {
        switch (KindOf(reader))
        {
            case "p" or "h" when _open.TryPop(out var paragraph):
                var words = paragraph.Text.ToString();
                _rows.Fill(paragraph.Place, paragraph.IsListItem && !string.IsNullOrWhiteSpace(words) ? Bullets.Mark + words.TrimStart() : words);
                break;
            case "table-row" or "table-cell": _rows.End(isRow: reader.LocalName == "table-row"); break;
        }
    }

    /// <summary>In pieces: a single text node may be the whole bomb.</summary>
    private void Append(XmlReader reader, StringBuilder text)
    {
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
}
