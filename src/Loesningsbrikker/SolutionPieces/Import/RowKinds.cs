namespace Loesningsbrikker.SolutionPieces.Import;

/// <summary>What a row below the headings is.</summary>
public enum RowKind
{
    /// <summary>A piece.</summary>
    Piece,
    /// <summary>A headline over the rows below it: their theme, or their class.</summary>
    Heading,
    /// <summary>A sum.</summary>
    Total,
    /// <summary>The headings once more, e.g. on the next page.</summary>
    Repeated,
}

/// <summary>A row with what it was taken for.</summary>
/// <param name="Index">Its place among the table's rows, from 0.</param>
/// <param name="Why">Why it is no piece, as a Danish sentence; empty for a piece.</param>
public sealed record BodyRow(int Index, SourceRow Row, RowKind Kind, string Why = "")
{
    /// <summary>The words of a headline.</summary>
    public string Headline => PieceText.Line(Row.Cells.Select(c => c.Own).FirstOrDefault(t => t.Length > 0) ?? "");
}

/// <summary>Tells pieces from headlines, sums and repeated headings; a guess that the user can turn round.</summary>
internal static class RowKinds
{
    private const int LongestHeadline = 150;
    private static readonly string[] TotalWords = ["i alt", "ialt", "total", "sum", "samlet", "subtotal", "hovedtotal", "totalt"];

    /// <summary>The rows below the headings.</summary>
    public static IReadOnlyList<BodyRow> Of(SourceTable table, TableHeader header, IReadOnlyList<ColumnChoice> columns)
    {
        var headings = header.Headings(table);
        var rows = table.Rows.Skip(header.Body).ToList();
        var usual = Median(rows.Select(r => r.Cells.Count(c => c.Own.Length > 0)));
        var title = IndexOf(columns, PieceField.Title);
        var number = IndexOf(columns, PieceField.Number);
        var numbered = number >= 0 && rows.Count(r => r.Cells[number].Own.Length > 0) > rows.Count * 0.6;
        return [.. rows.Select((row, i) => KindOf(row, header.Body + i, headings, usual, title, numbered ? number : -1))];
    }

    private static BodyRow KindOf(SourceRow row, int index, IReadOnlyList<string> headings, int usual, int title, int number)
    {
        var own = row.Cells.Select((c, i) => (c.Own, i)).Where(c => c.Own.Length > 0).ToList();
        if (own.Count > 1 && own.TrueForAll(c => PieceText.Line(c.Own).Equals(headings[c.i], StringComparison.OrdinalIgnoreCase)))
            return new BodyRow(index, row, RowKind.Repeated, "Rækken gentager overskrifterne.");
        var first = own.Count == 0 ? "" : Words.Plain(own[0].Own);
        if (Array.Exists(TotalWords, w => first == w || first.StartsWith(w + " ", StringComparison.Ordinal)) && first.Length <= 40 && own.Skip(1).All(c => c.Own.Any(char.IsDigit)))
            return new BodyRow(index, row, RowKind.Total, $"Rækken ligner en sum, fordi den begynder med »{PieceText.Line(own[0].Own)}«.");
        if (own.Count == 1 && row.Cells.Count > 1 && IsHeadline(row, own[0].i, own[0].Own, usual, title, number) is { } why)
            return new BodyRow(index, row, RowKind.Heading, why);
        return new BodyRow(index, row, RowKind.Piece);
    }

    /// <summary>Why a row with one text is a headline; null when it is a piece with a title only.</summary>
    private static string? IsHeadline(SourceRow row, int column, string text, int usual, int title, int number)
    {
        if (text.Length > LongestHeadline || !text.Any(char.IsLetter))
            return null;
        if (row.Cells.Count(c => c.Fill == CellFill.Across) >= Math.Max(1, row.Cells.Count / 2))
            return "Teksten står i én celle på tværs af kolonnerne.";
        if (column != title && title >= 0)
            return "Rækken har kun én tekst, og den står ikke i kolonnen med titler.";
        if (column == title && number >= 0 && row.Cells[number].Text.Length == 0 && usual >= 3)
            return "Rækken har kun én tekst og intet nummer, som de andre rækker har.";
        return null;
    }

    private static int IndexOf(IReadOnlyList<ColumnChoice> columns, PieceField field)
    {
        for (var i = 0; i < columns.Count; i++)
            if (columns[i].Field == field)
                return i;
        return -1;
    }

    private static int Median(IEnumerable<int> numbers)
    {
        var sorted = numbers.Order().ToList();
        return sorted.Count == 0 ? 0 : sorted[sorted.Count / 2];
    }
}
