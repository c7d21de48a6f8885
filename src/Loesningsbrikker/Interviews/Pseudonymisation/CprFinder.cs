using System.Globalization;

namespace Loesningsbrikker.Interviews.Pseudonymisation;

/// <summary>
/// CPR numbers, ddMMyy-nnnn. The date counts. Modulus 11 held for every number until 1 October 2007 and has not held for all since
/// (CPR-kontoret, "Personnummeret i CPR"), so that it only adds confidence.
/// </summary>
internal static class CprFinder
{
    private static readonly int[] Weights = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

    /// <summary>The number that begins at the first group; null when none does.</summary>
    public static Hit? At(string text, int paragraph, ReadOnlySpan<DigitGroup> groups)
    {
        var count = CountOf(groups);
        if (count == 0)
            return Masked(text, paragraph, groups[0]);
        if (NumberFinder.GoesOn(text, groups[count - 1].End))
            return null;
        Span<char> digits = stackalloc char[10];
        var written = 0;
        foreach (var group in groups[..count])
        {
            text.AsSpan(group.Start, group.Length).CopyTo(digits[written..]);
            written += group.Length;
        }
        return IsDate(digits) ? Make(text, paragraph, groups[0].Start, groups[count - 1].End, FitsModulus11(digits)
            ? "ti cifre, gyldig dato, modulus 11 passer"
            : "ti cifre, gyldig dato; modulus 11 passer ikke, men det skal det heller ikke siden 2007") : null;
    }

    /// <summary>How many groups make ten digits in one of the ways people write them; 0 for none.</summary>
    private static int CountOf(ReadOnlySpan<DigitGroup> groups) => groups switch
    {
        [{ Length: 10 }, ..] => 1,
        [{ Length: 6 }, { Length: 4 }, ..] => 2,
        [{ Length: 6 }, { Length: 2 }, { Length: 2 }, ..] => 3,
        [{ Length: 2 }, { Length: 2 }, { Length: 2 }, { Length: 4 }, ..] => 4,
        [{ Length: 2 }, { Length: 2 }, { Length: 2 }, { Length: 2 }, { Length: 2 }, ..] => 5,
        _ => 0,
    };

    /// <summary>"010190-xxxx": the date of birth alone tells much.</summary>
    private static Hit? Masked(string text, int paragraph, DigitGroup group) =>
        group.Length == 6 && group.End + 5 <= text.Length && text[group.End] is '-' or ' ' && text.AsSpan(group.End + 1, 4).IndexOfAnyExcept("xX*") < 0
            && IsDate(text.AsSpan(group.Start, 6)) && !NumberFinder.GoesOn(text, group.End + 5)
            ? Make(text, paragraph, group.Start, group.End + 5, "fødselsdato med skjult løbenummer")
            : null;

    /// <summary>
    /// Day and month exist; replacement numbers have 60 added to the day. The century does not stand there, so that 29 February is
    /// taken in every fourth year.
    /// </summary>
    private static bool IsDate(ReadOnlySpan<char> digits)
    {
        var (day, month, year) = (Two(digits), Two(digits[2..]), Two(digits[4..]));
        day = day > 60 ? day - 60 : day;
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(2000 + year, month);
    }

    private static int Two(ReadOnlySpan<char> digits) => int.Parse(digits[..2], NumberStyles.None, CultureInfo.InvariantCulture);

    private static bool FitsModulus11(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
            sum += (digits[i] - '0') * Weights[i];
        return sum % 11 == 0;
    }

    private static Hit Make(string text, int paragraph, int start, int end, string reason) =>
        new(paragraph, start, end, text[start..end], FindingKind.Cpr, reason);
}
