using System.Globalization;
using System.Text;
using System.Xml;
using Loesningsbrikker.Interviews.Import;

namespace Loesningsbrikker.SolutionPieces.Import;

/// <summary>Reads the cells of one sheet in one pass.</summary>
/// <param name="texts">The workbook's shared texts.</param>
/// <param name="styles">Which styles show a number as a day.</param>
/// <param name="grid">Where the cells go.</param>
internal sealed class XlsxSheet(XmlReader reader, IReadOnlyList<string> texts, XlsxStyles styles, TableGrid grid)
{
    private const int LastRow = 1_048_576;
    private const int LastColumn = 16_384;
    private const int BufferSize = 4096;

    private int _row = -1;
    private int _column = -1;

    /// <summary>Reads to the end of the sheet.</summary>
    /// <exception cref="FormatException">A reference is none.</exception>
    public void Read()
    {
        var more = reader.Read();
        while (more)
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                if (reader.LocalName == "row")
                    BeginRow();
                else if (reader.LocalName == "c")
                    ReadCell();
                else if (reader.LocalName == "mergeCell" && reader.GetAttribute("ref") is { } range)
                    Merge(range);
            }
            more = reader.Read();
        }
    }

    private void BeginRow()
    {
        _row = reader.GetAttribute("r") is { } number ? Number(number) - 1 : _row + 1;
        _column = -1;
        if (_row is < 0 or >= LastRow)
            throw new FormatException("No such row.");
        if (reader.GetAttribute("hidden") is "1" or "true")
            grid.MarkHidden(_row);
    }

    private void ReadCell()
    {
        _column = reader.GetAttribute("r") is { } place ? Place(place).Column : _column + 1;
        if (_column >= LastColumn || _row < 0)
            throw new FormatException("No such cell.");
        var (type, style) = (reader.GetAttribute("t") ?? "n", reader.GetAttribute("s"));
        if (reader.IsEmptyElement)
            return;
        var value = new StringBuilder();
        var depth = reader.Depth;
        var part = "";
        while (reader.Read() && reader.Depth > depth)
            if (reader.NodeType == XmlNodeType.Element)
                part = reader.LocalName;
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA && part is "v" or "t")
                Append(reader, value, limits: null);
        if (value.Length > 0)
            grid.Set(_row, _column, Shown(type, style, value.ToString()));
    }

    /// <summary>What one sees in the cell.</summary>
    private string Shown(string type, string? style, string value) => type switch
    {
        "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < texts.Count ? texts[index] : "",
        "b" => value == "1" ? "Ja" : "Nej",
        "n" => styles.Shown(value, style),
        "d" => XlsxStyles.ShownDate(value),
        // What the program shows where a formula went wrong says nothing.
        "e" => "",
        _ => value,
    };

    private void Merge(string range)
    {
        var colon = range.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
            return;
        var (first, last) = (Place(range[..colon]), Place(range[(colon + 1)..]));
        grid.Merge(first.Row, first.Column, last.Row, last.Column);
    }

    /// <summary>In pieces: a single text may be the whole bomb.</summary>
    internal static void Append(XmlReader reader, StringBuilder text, TableLimits? limits)
    {
        var buffer = new char[BufferSize];
        for (int count; (count = reader.ReadValueChunk(buffer, 0, BufferSize)) > 0;)
        {
            limits?.Count(count);
            if (text.Length > TableLimits.MostCharacters)
                throw new TooMuchException();
            text.Append(buffer, 0, count);
        }
    }

    /// <summary>B12 → row 11, column 1; both from 0.</summary>
    private static (int Row, int Column) Place(string reference)
    {
        var column = 0;
        var i = 0;
        for (; i < reference.Length && i < 4 && char.IsAsciiLetterUpper(reference[i]); i++)
            column = column * 26 + (reference[i] - 'A' + 1);
        if (column is < 1 or > LastColumn)
            throw new FormatException("No such column.");
        return (Number(reference[i..]) - 1, column - 1);
    }

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= LastRow
            ? number
            : throw new FormatException("No such row.");
}
