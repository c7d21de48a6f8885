using System.Text.Json.Serialization;

namespace Loesningsbrikker.SolutionPieces.Import;

/// <summary>Which rows of a table are its headings.</summary>
/// <param name="First">Place of the first among the table's rows, from 0.</param>
/// <param name="Count">0 for none, 1, or 2 when the upper one names groups of columns.</param>
public sealed record TableHeader(int First, int Count)
{
    /// <summary>A table without headings.</summary>
    public static TableHeader None { get; } = new(0, 0);

    private const int Looked = 15;
    private const int LongestHeading = 60;
    private const int LeastScore = HeaderWords.Likely * 2;

    /// <summary>Place of the first row that is no heading and stands below them.</summary>
    [JsonIgnore]
    public int Body => First + Count;

    /// <summary>Finds the headings: what the file marks as such, or the row or pair of rows that most looks like them.</summary>
    public static TableHeader Find(SourceTable table)
    {
        var marked = table.Rows.TakeWhile(r => r.IsMarkedHeader).Count();
        if (marked is 1 or 2 && marked < table.Rows.Count)
            return new TableHeader(0, marked);
        var best = (Header: None, Score: 0);
        foreach (var header in Candidates(table))
        {
            // A merged heading counts once, or one row would do as well as the two that name each column.
            var score = header.Headings(table).Distinct().Sum(HeaderWords.Best);
            if (score > best.Score)
                best = (header, score);
        }
        return best.Score >= LeastScore || (best.Score >= HeaderWords.Certain && table.Columns.Count <= 2) ? best.Header : None;
    }

    /// <summary>What stands over each column; of two rows "upper – lower"; empty for nothing.</summary>
    public IReadOnlyList<string> Headings(SourceTable table)
    {
        if (Count == 0)
            return [.. table.Columns.Select(_ => "")];
        var lower = table.Rows[First + Count - 1];
        if (Count == 1)
            return [.. lower.Cells.Select(c => OneLine(c.Text))];
        var upper = GroupNames(table.Rows[First], lower);
        return [.. lower.Cells.Select((c, i) => Join(upper[i], c.Fill == CellFill.Down ? "" : OneLine(c.Text)))];
    }

    private static IEnumerable<TableHeader> Candidates(SourceTable table)
    {
        var rows = Math.Min(Looked, table.Rows.Count);
        for (var r = 0; r < rows; r++)
        {
            if (!LooksLikeHeadings(table.Rows[r]))
                continue;
            if (r + 1 < table.Rows.Count && LooksLikeHeadings(table.Rows[r + 1]) && AreGroupAndNames(table.Rows[r], table.Rows[r + 1]))
                yield return new TableHeader(r, 2);
            yield return new TableHeader(r, 1);
        }
    }

    /// <summary>Short words, and no numbers but years.</summary>
    private static bool LooksLikeHeadings(SourceRow row) =>
        row.Cells.All(c => c.Text.Length <= LongestHeading && (!double.TryParse(c.Text, out var number) || number is >= 2000 and < 2100));

    /// <summary>
    /// Whether the words of the upper row stand alone over their column, or begin a group of columns that the lower row names; a group of
    /// one column is no more frequent than real ones. A heading above a row of data is: there nearly every column has both.
    /// </summary>
    private static bool AreGroupAndNames(SourceRow upper, SourceRow lower)
    {
        var (own, groups, single) = (0, 0, 0);
        for (var c = 0; c < upper.Cells.Count; c++)
        {
            if (upper.Cells[c].Own.Length == 0)
                continue;
            own++;
            if (!IsNamed(lower.Cells[c]))
                continue;
            if (c + 1 < upper.Cells.Count && upper.Cells[c + 1].Own.Length == 0 && IsNamed(lower.Cells[c + 1]))
                groups++;
            else
                single++;
        }
        return own > 1 && groups > 0 && single <= groups;
    }

    private static bool IsNamed(SourceCell cell) => cell.Fill == CellFill.None && cell.Text.Length > 0;

    /// <summary>The upper word for each column; a file without merged cells leaves the rest of a group empty.</summary>
    private static List<string> GroupNames(SourceRow upper, SourceRow lower)
    {
        var names = new List<string>();
        var group = "";
        for (var c = 0; c < upper.Cells.Count; c++)
        {
            var (above, below) = (upper.Cells[c], lower.Cells[c]);
            if (above.Own.Length > 0)
                group = IsNamed(below) ? OneLine(above.Text) : "";
            names.Add(above.Text.Length > 0 ? OneLine(above.Text) : IsNamed(below) ? group : "");
        }
        return names;
    }

    private static string Join(string upper, string lower) => (upper.Length, lower.Length) switch
    {
        (0, _) => lower,
        (_, 0) => upper,
        _ => upper == lower ? upper : $"{upper} – {lower}",
    };

    private static string OneLine(string text) => PieceText.Line(text);
}
