using System.Globalization;
using System.Text.RegularExpressions;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Budget;

/// <summary>
/// Amounts as budget officers write them: in 1,000 kroner, Danish, with up to three decimals, so that whole kroner are kept exactly.
/// "1.250" is 1,250,000 kroner and "0,5" is 500 kroner. The page's script reads them by the same rules (house/budget/amount.js).
/// </summary>
public static partial class AmountText
{
    /// <summary>Longest text that is looked at, in characters.</summary>
    public const int MaxLength = 40;

    private const int KronerPerUnit = 1000;

    /// <summary>Whole kroner, 0 or more; null for an empty text, which means not calculated.</summary>
    /// <exception cref="RuleException">It is no amount; the sentence says what to write instead.</exception>
    public static long? Parse(string? text)
    {
        var clean = Clean(text);
        if (clean.Length == 0)
            return null;
        if (clean.Length > MaxLength || !Amount().IsMatch(clean))
            throw new RuleException(RefusalOf(clean));
        var digits = clean.Replace(".", "").Replace(" ", "").Replace(',', '.');
        // A decimal holds 28 digits, and 40 characters may be more.
        return decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var thousands)
               && thousands <= CostEstimate.MaxAmount / KronerPerUnit
            ? (long)(thousands * KronerPerUnit)
            : throw new RuleException($"Beløbet er for stort. Skriv højst {Format(CostEstimate.MaxAmount)}.");
    }

    /// <summary>Whole kroner in 1,000 kroner, with as many decimals as it takes: 1.250 or 1.250,5.</summary>
    /// <param name="kroner">Whole kroner.</param>
    public static string Format(long kroner) => (kroner / (decimal)KronerPerUnit).ToString("#,##0.###", DanishText.Culture);

    /// <summary>Spaces of all kinds become ordinary ones: Excel groups thousands with a space that does not break.</summary>
    private static string Clean(string? text) =>
        (text ?? "").Replace('\u00a0', ' ').Replace('\u202f', ' ').Replace('\u2009', ' ').Trim();

    private static string RefusalOf(string text) => text switch
    {
        "-" or "–" or "—" or "−" => "Lad feltet stå tomt, hvis beløbet ikke er beregnet. Skriv 0, hvis det er nul.",
        _ when text[0] is '-' or '–' or '−' or '(' || text[^1] == '-' =>
            "Skriv beløbet uden minus. Indtægter, tilskud og besparelser har deres egen kolonne.",
        _ when text.Contains("mi", StringComparison.OrdinalIgnoreCase) => "Skriv kun tallet, og skriv det i 1.000 kr.: 1,2 mio. kr. skrives 1.200.",
        _ when text.Any(char.IsLetter) => "Skriv kun tallet. Beløb er i 1.000 kr., så 50.000 kr. skrives 50.",
        _ when TooManyDecimals().IsMatch(text) => "Skriv højst tre decimaler. Beløb gemmes i hele kroner.",
        _ when text.Contains('.') => "Brug komma før decimaler og kun punktum mellem tusinder, fx 1.250,5.",
        _ => "Skriv et tal, fx 1.250 eller 1.250,5.",
    };

    [GeneratedRegex("^([1-9][0-9]{0,2}(\\.[0-9]{3})+|[1-9][0-9]{0,2}( [0-9]{3})+|[0-9]+)(,[0-9]{1,3})?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Amount();

    [GeneratedRegex("^[0-9. ]+,[0-9]{4,}$", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex TooManyDecimals();
}
