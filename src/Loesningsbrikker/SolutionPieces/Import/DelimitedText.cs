using System.Text;

namespace Loesningsbrikker.SolutionPieces.Import;

/// <summary>
/// Text with a sign between the cells: .csv files, and what a spreadsheet or Word puts on the clipboard. The sign and the quotes are
/// recognised by which of them gives the most even table (RFC 4180, and what Danish programs make of it).
/// </summary>
internal static class DelimitedText
{
    private const int Looked = 60;
    private const int LongestLooked = 200_000;
    private static readonly char[] Delimiters = [';', '\t', ',', '|'];

    /// <summary>The table; without rows when the text is blank.</summary>
    /// <param name="name">What it is called.</param>
    public static SourceTable Read(string text, string name)
    {
        var (declared, rest) = Declared(text);
        var quote = QuoteOf(rest, declared);
        var grid = new TableGrid(new TableLimits());
        try
        {
            var row = 0;
            foreach (var cells in Records(rest, declared ?? Best(rest, quote), quote))
            {
                for (var column = 0; column < cells.Count; column++)
                    grid.Set(row, column, cells[column]);
                row++;
            }
            return grid.ToTable(name, "", XlsxTables.ColumnName);
        }
        catch (TableTooLargeException tooLarge)
        {
            return new SourceTable(name, "", [], [], TooLarge: tooLarge.Message);
        }
    }

    /// <summary>Excel writes "sep=;" as a first line of its own.</summary>
    private static (char? Delimiter, string Text) Declared(string text)
    {
        if (!text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) || text.Length < 5)
            return (null, text);
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return Delimiters.Contains(text[4]) ? (text[4], end < 0 ? "" : text[(end + 1)..]) : (null, text);
    }

    /// <summary>The quote: ordinary ones, single ones where whole cells stand in them, or none where they don't close.</summary>
    private static char? QuoteOf(string text, char? delimiter)
    {
        if (text.Contains('"', StringComparison.Ordinal))
            return Closes(text, '"', delimiter) ? '"' : null;
        var lines = text.Split('\n', Looked);
        var quoted = lines.Count(l => l.TrimEnd('\r').Split(Delimiters) is { Length: > 1 } cells && Array.TrueForAll(cells, c => c is ['\'', .., '\'']));
        return quoted > lines.Length / 2 && Closes(text, '\'', delimiter) ? '\'' : null;
    }

    /// <summary>Whether the last quoted cell ends; an inch sign in a text would otherwise swallow the rest of the file.</summary>
    private static bool Closes(string text, char quote, char? delimiter)
    {
        var (inside, atStart) = (false, true);
        for (var i = 0; i < text.Length; i++)
        {
            var sign = text[i];
            if (inside && sign == quote)
                inside = i + 1 < text.Length && text[i + 1] == quote && i++ >= 0;
            else if (!inside && sign == quote && atStart)
                inside = true;
            if (!inside)
                atStart = sign == '\n' || (delimiter is { } d ? sign == d : Delimiters.Contains(sign));
        }
        return !inside;
    }

    /// <summary>The sign that splits the first lines into the same number of cells, most cells first.</summary>
    private static char Best(string text, char? quote)
    {
        var beginning = text.Length > LongestLooked ? text[..LongestLooked] : text;
        var best = (Sign: ';', Score: 0.0);
        foreach (var sign in Delimiters)
        {
            var widths = Records(beginning, sign, quote).Take(Looked).Where(r => r.Exists(c => c.Length > 0)).Select(r => r.Count).ToList();
            var usual = widths.Count == 0 ? 1 : widths.GroupBy(w => w).OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key).First().Key;
            // A tab never stands in a sentence, a comma nearly always does.
            var score = usual < 2 ? 0 : widths.Count(w => w == usual) / (double)widths.Count * (sign switch { '\t' => 1.3, ',' => 0.8, _ => 1.0 }) * (1 + Math.Min(usual, 20) / 100.0);
            if (score > best.Score)
                best = (sign, score);
        }
        return best.Sign;
    }

    /// <summary>The records with their cells; a quoted cell may hold line breaks and doubled quotes.</summary>
    private static IEnumerable<List<string>> Records(string text, char delimiter, char? quote)
    {
        var (cells, cell, inside, any) = (new List<string>(), new StringBuilder(), false, false);
        for (var i = 0; i < text.Length; i++)
        {
            var sign = text[i];
            any = true;
            if (inside)
            {
                if (sign != quote)
                    cell.Append(sign);
                else if (i + 1 < text.Length && text[i + 1] == quote)
                    cell.Append(text[i++]);
                else
                    inside = false;
            }
            else if (sign == quote && cell.Length == 0)
            {
                inside = true;
            }
            else if (sign == delimiter)
            {
                cells.Add(Taken(cell));
                if (cells.Count > TableLimits.MostColumns * 300)
                    throw new TableTooLargeException($"Den har mere end {TableLimits.MostColumns} kolonner med indhold. Slet dem, der ikke hører til brikkerne.");
            }
            else if (sign == '\n' || (sign == '\r' && (i + 1 >= text.Length || text[i + 1] != '\n')))
            {
                cells.Add(Taken(cell));
                yield return cells;
                (cells, any) = ([], false);
            }
            else if (sign != '\r')
            {
                cell.Append(sign);
            }
        }
        if (!any)
            yield break;
        cells.Add(Taken(cell));
        yield return cells;
    }

    private static string Taken(StringBuilder cell)
    {
        var text = cell.ToString();
        cell.Clear();
        return text;
    }
}
