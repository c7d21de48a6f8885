using System.Globalization;
using System.Text;
using Loesningsbrikker.Decisions;

namespace Loesningsbrikker.Exchange;

/// <summary>
/// Writes a table as text: UTF-8 with a byte order mark, semicolons and CRLF, which a Danish Excel opens as it is; dates as 2026-11-21.
/// Quotation marks as in RFC 4180. A text that a spreadsheet would take for a formula gets an apostrophe before it.
/// </summary>
internal static class CsvRows
{
    private const char Separator = ';';

    /// <summary>The file, positioned at its beginning.</summary>
    public static MemoryStream Fill(SheetPlan plan, CancellationToken cancellation)
    {
        var file = new MemoryStream();
        using (var writer = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true))
        {
            WriteRow(writer, [.. plan.Columns.Select(c => c.Header)]);
            foreach (var row in plan.Rows)
            {
                cancellation.ThrowIfCancellationRequested();
                WriteRow(writer, row);
            }
        }
        file.Position = 0;
        return file;
    }

    private static void WriteRow(StreamWriter writer, object?[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            if (i > 0)
                writer.Write(Separator);
            Write(writer, values[i]);
        }
        writer.Write("\r\n");
    }

    private static void Write(StreamWriter writer, object? value)
    {
        if (value is not string text)
        {
            writer.Write(value switch
            {
                null => "",
                DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
                _ => throw new ArgumentException($"A cell holds no {value.GetType().Name}.", nameof(value)),
            });
            return;
        }
        if (LooksLikeFormula(text))
            text = "'" + text;
        if (text.AsSpan().IndexOfAny(Separator, '"', '\n') < 0 && !text.Contains('\r', StringComparison.Ordinal))
            writer.Write(text);
        else
            writer.Write("\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"");
    }

    /// <summary>As in the workbook; the wide signs mean the same to some programs, and white space before one is skipped by others.</summary>
    private static bool LooksLikeFormula(string text) =>
        CellText.LooksLikeFormula(text) || text.AsSpan().TrimStart() is [('=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠'), ..] || text is ['\r', ..];
}
