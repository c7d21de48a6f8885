using System.Globalization;
using System.Xml;
using Loesningsbrikker.Interviews.Import;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.SolutionPieces.Import;

/// <summary>Which styles of a workbook show a number as a day; everything else about styles is left alone.</summary>
internal sealed class XlsxStyles
{
    private const int MostStyles = 65_536;

    /// <summary>ECMA-376 part 1, 18.8.30: the built-in formats that show a day, also those of East Asian editions.</summary>
    private static readonly HashSet<int> BuiltInDays = [14, 15, 16, 17, 22, .. Enumerable.Range(27, 10), .. Enumerable.Range(50, 9)];

    private readonly List<bool> _showsDay = [];
    private bool _from1904;

    /// <summary>Reads the styles of a workbook.</summary>
    /// <param name="path">Null when it has none.</param>
    /// <param name="from1904">Whether days count from 1904, as in old files from a Mac.</param>
    public static XlsxStyles Read(DocumentArchive archive, string? path, bool from1904)
    {
        var styles = new XlsxStyles { _from1904 = from1904 };
        using var reader = path is null ? null : archive.Open(path);
        var own = new HashSet<int>();
        var inCells = false;
        while (reader?.Read() == true)
        {
            if (reader.LocalName == "cellXfs")
                inCells = reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement;
            else if (reader is { NodeType: XmlNodeType.Element, LocalName: "numFmt" } && FormatOf(reader) is { } id && IsDay(reader.GetAttribute("formatCode") ?? ""))
                own.Add(id);
            else if (inCells && reader is { NodeType: XmlNodeType.Element, LocalName: "xf" } && styles._showsDay.Count < MostStyles)
                styles._showsDay.Add(FormatOf(reader) is { } format && (BuiltInDays.Contains(format) || own.Contains(format)));
        }
        return styles;
    }

    /// <summary>A stored number as one sees it: a day, or the number in Danish without grouping.</summary>
    /// <param name="style">The cell's style; null for the ordinary one.</param>
    public string Shown(string value, string? style)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            return value;
        var isDay = int.TryParse(style, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < _showsDay.Count && _showsDay[index];
        return isDay && Day(number, _from1904) is { } day ? DanishText.Date(day) : ShownNumber(number);
    }

    /// <summary>The day that a number stands for; null when it stands for none.</summary>
    /// <param name="number">Days since the end of 1899, or since 1904.</param>
    public static DateOnly? Day(double number, bool from1904 = false)
    {
        // The program believes that 1900 was a leap year; whole days from March 1900 on are right.
        var days = Math.Floor(number) + (from1904 ? 1462 : 0);
        return days is >= 61 and <= 2_958_465 ? DateOnly.FromDateTime(new DateTime(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified).AddDays(days)) : null;
    }

    /// <summary>A number in Danish, with the 15 digits that spreadsheets keep.</summary>
    public static string ShownNumber(double number) =>
        Math.Abs(number) < 1e15 ? Math.Round((decimal)number, 6).ToString("0.######", DanishText.Culture) : number.ToString("G15", DanishText.Culture);

    /// <summary>A day as the standard writes it, in Danish; other text as it is.</summary>
    public static string ShownDate(string value) =>
        DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var moment) ? DanishText.Date(DateOnly.FromDateTime(moment)) : value;

    private static int? FormatOf(XmlReader reader) =>
        int.TryParse(reader.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>Whether a format of the file's own shows a day: d or y outside of quoted text, colours and conditions.</summary>
    private static bool IsDay(string format)
    {
        var (quoted, bracketed) = (false, false);
        for (var i = 0; i < format.Length; i++)
        {
            var sign = format[i];
            if (sign == '\\' || sign == '_')
                i++;
            else if (sign == '"')
                quoted = !quoted;
            else if (!quoted && sign is '[' or ']')
                bracketed = sign == '[';
            else if (!quoted && !bracketed && sign is 'd' or 'D' or 'y' or 'Y' or 'å' or 'Å')
                return true;
        }
        return false;
    }
}
