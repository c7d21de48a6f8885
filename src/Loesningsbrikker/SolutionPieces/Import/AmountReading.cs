using System.Globalization;
using System.Text.RegularExpressions;
using Loesningsbrikker.Budget;

namespace Loesningsbrikker.SolutionPieces.Import;

/// <summary>Reads amounts as people write them into tables: with or without unit, grouped in any way, with a minus for income.</summary>
internal static partial class AmountReading
{
    private const int LongestText = 60;

    /// <summary>The lines of an estimate, and the cells that are no amount.</summary>
    /// <param name="unit">The unit of cells that name none.</param>
    public static (IReadOnlyList<CostLine> Lines, IReadOnlyList<AmountCell> Unclear) Of(IEnumerable<AmountCell> cells, AmountUnit unit)
    {
        var (lines, unclear) = (new List<CostLine>(), new List<AmountCell>());
        foreach (var cell in cells.Where(c => c.Text is not ("-" or "–" or "—" or "?")))
            if (Kroner(cell.Text, HeaderWords.UnitOf(cell.Heading) ?? unit) is { } kroner)
                Add(lines, LineOf(cell.Column, kroner));
            else
                unclear.Add(cell);
        return (lines, unclear);
    }

    /// <summary>Whole kroner, negative for less; null when the text is no amount.</summary>
    /// <param name="unit">The unit when the text names none.</param>
    public static long? Kroner(string text, AmountUnit unit)
    {
        if (text.Length > LongestText)
            return null;
        var clean = text.Replace('\u00a0', ' ').Replace('\u202f', ' ').Trim().ToLowerInvariant();
        var inside = clean is ['(', .., ')'] ? clean[1..^1] : clean;
        if (Parts().Match(inside) is not { Success: true } parts || Number(parts.Groups["number"].Value) is not { } number)
            return null;
        var factor = parts.Groups["unit"].Value switch
        {
            "" or "kr" or "kr." or "kroner" or ",-" => parts.Groups["unit"].Value.Length == 0 ? FactorOf(unit) : 1m,
            var word => FactorOf(HeaderWords.UnitOf(word) ?? unit),
        };
        var kroner = Math.Round(number * factor, MidpointRounding.AwayFromZero);
        if (Math.Abs(kroner) > CostEstimate.MaxAmount)
            return null;
        var negative = inside.Length < clean.Length || parts.Groups["minus"].Length > 0;
        return negative ? -(long)kroner : (long)kroner;
    }

    private static decimal FactorOf(AmountUnit unit) => unit switch { AmountUnit.Millions => 1_000_000m, AmountUnit.Thousands => 1_000m, _ => 1m };

    /// <summary>1.250.000,50 · 1 250 000 · 1250000 · 1250.5; a single point before three digits groups them, as Danes write it.</summary>
    private static decimal? Number(string text)
    {
        var digits = text.Replace(" ", "");
        if (digits.Contains(',', StringComparison.Ordinal) || Grouped().IsMatch(digits))
            digits = digits.Replace(".", "").Replace(',', '.');
        return decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number < 1_000_000_000_000_000m ? number : null;
    }

    private static CostLine LineOf(AmountColumn column, long kroner) => new()
    {
        // Below nothing is the other direction: a saving among expenses.
        Year = column.Year, Kind = column.Kind, Amount = Math.Abs(kroner),
        Direction = kroner >= 0 ? column.Direction : column.Direction == CostDirection.Expenditure ? CostDirection.Income : CostDirection.Expenditure,
    };

    /// <summary>Two columns of the same year and kind are one line.</summary>
    private static void Add(List<CostLine> lines, CostLine line)
    {
        if (lines.Find(l => (l.Year, l.Kind, l.Direction) == (line.Year, line.Kind, line.Direction)) is { } same)
            same.Amount = Math.Min(CostEstimate.MaxAmount, same.Amount + line.Amount);
        else
            lines.Add(line);
    }

    [GeneratedRegex("^(ca\\.? ?|cirka )?(kr\\.? ?)?(?<minus>[-–−])? ?(?<number>[0-9][0-9. ]*(,[0-9]+)?) ?(?<unit>,-|kr\\.?|kroner|mio\\.?( ?kr\\.?)?|mill?\\.?( ?kr\\.?)?|t\\.? ?kr\\.?|tkr\\.?|tus\\.?( ?kr\\.?)?)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Parts();

    [GeneratedRegex("^[0-9]{1,3}(\\.[0-9]{3})+$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Grouped();
}
