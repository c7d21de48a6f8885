using System.Globalization;

namespace Loesningsbrikker.SolutionPieces.Import;

/// <summary>What a column is taken for.</summary>
/// <param name="Amount">What else an amount needs; null for other fields.</param>
public sealed record ColumnChoice(PieceField Field, AmountColumn? Amount = null)
{
    /// <summary>A column that is left out.</summary>
    public static ColumnChoice None { get; } = new(PieceField.None);
}

/// <summary>Guesses what the columns hold: by their headings first, then by what stands in them.</summary>
internal static class ColumnGuess
{
    private const int Looked = 200;

    /// <summary>One choice per column.</summary>
    /// <param name="headings">What stands over the columns.</param>
    /// <param name="rows">The rows below.</param>
    /// <param name="firstYear">The year of an amount whose heading names none.</param>
    public static IReadOnlyList<ColumnChoice> Of(IReadOnlyList<string> headings, IEnumerable<SourceRow> rows, int firstYear)
    {
        var columns = ColumnsOf(headings.Count, rows);
        var fields = new PieceField?[headings.Count];
        ByHeadings(headings, fields);
        ByContent(columns, fields);
        return [.. fields.Select((f, i) => new ColumnChoice(f ?? PieceField.None, f == PieceField.Amount ? HeaderWords.AmountOf(headings[i], firstYear) : null))];
    }

    private static List<List<string>> ColumnsOf(int count, IEnumerable<SourceRow> rows)
    {
        var looked = rows.Take(Looked).ToList();
        return [.. Enumerable.Range(0, count).Select(c => looked.Select(r => r.Cells[c].Own).Where(t => t.Length > 0).ToList())];
    }

    /// <summary>The best fits first; of two columns that fit alike the left one, unless several may hold the field.</summary>
    private static void ByHeadings(IReadOnlyList<string> headings, PieceField?[] fields)
    {
        var fits = from column in Enumerable.Range(0, headings.Count)
                   from field in Enum.GetValues<PieceField>()
                   let score = HeaderWords.Score(headings[column], field)
                   where score > 0
                   orderby score descending, column
                   select (column, field);
        foreach (var (column, field) in fits)
            if (fields[column] is null && (PieceFieldWords.Several.Contains(field) || !fields.Contains(field)))
                fields[column] = field;
    }

    private static void ByContent(List<List<string>> columns, PieceField?[] fields)
    {
        Claim(PieceField.Class, c => Share(c, t => PieceWordGuess.ClassOf(t) is not null) > 0.7);
        Claim(PieceField.Stage, c => Share(c, t => PieceWordGuess.StageOf(t) is not null) > 0.7);
        Claim(PieceField.Number, IsCounted);
        var unknown = Enumerable.Range(0, columns.Count).Where(i => fields[i] is null && columns[i].Count > 0 && Share(columns[i], t => t.Any(char.IsLetter)) > 0.7).ToList();
        if (!fields.Contains(PieceField.Title) && unknown.OrderByDescending(i => Distinct(columns[i])).ThenBy(i => i).Where(i => Length(columns[i]) <= 150).Cast<int?>().FirstOrDefault() is { } title)
            (fields[title], _) = (PieceField.Title, unknown.Remove(title));
        if (!fields.Contains(PieceField.Description) && unknown.OrderByDescending(i => Length(columns[i])).Where(i => Length(columns[i]) > 40).Cast<int?>().FirstOrDefault() is { } description)
            fields[description] = PieceField.Description;
        // A proposal in one column: its first words become the title.
        if (!fields.Contains(PieceField.Title) && Array.IndexOf(fields, PieceField.Description) is var only and >= 0 && Length(columns[only]) < 120)
            fields[only] = PieceField.Title;

        void Claim(PieceField field, Func<List<string>, bool> fits)
        {
            for (var i = 0; i < columns.Count && !fields.Contains(field); i++)
                if (fields[i] is null && columns[i].Count > 0 && fits(columns[i]))
                    fields[i] = field;
        }
    }

    /// <summary>1, 2, 3 … or D-1, D-2 …: short, each another, and nearly all with a digit.</summary>
    private static bool IsCounted(List<string> cells) =>
        cells.Count > 1 && Distinct(cells) > 0.9 && cells.TrueForAll(t => t.Length <= 12)
        && Share(cells, t => int.TryParse(t.Split('-', '.', ' ')[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n < 2000) > 0.8;

    private static double Share(List<string> cells, Func<string, bool> fits) => cells.Count(fits) / (double)Math.Max(1, cells.Count);

    private static double Distinct(List<string> cells) => cells.Distinct().Count() / (double)Math.Max(1, cells.Count);

    private static double Length(List<string> cells) => cells.Count == 0 ? 0 : cells.Average(t => t.Length);
}
