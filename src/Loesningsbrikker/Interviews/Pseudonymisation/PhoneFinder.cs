using System.Globalization;

namespace Loesningsbrikker.Interviews.Pseudonymisation;

/// <summary>Phone numbers: Danish ones have eight digits and begin with 2 to 9 (the Danish numbering plan); foreign ones begin with "+".</summary>
internal static class PhoneFinder
{
    private const int Digits = 8;

    private static readonly string[] PhoneWords = ["tlf", "telefon", "telefonnummer", "telefonnummeret", "mobil", "mobilnummer", "mobilen", "nummer", "nummeret", "ring"];
    private static readonly string[] MoneyWords = ["kr", "kroner", "mio", "mia", "euro", "dkk"];
    private static readonly string[] OtherNumbers = ["cvr", "cvr-nr", "cvr-nummer", "ean", "kr", "p-nummer", "p-nr", "sag", "sagsnr", "sagsnummer", "journalnr", "kontonr", "kontonummer"];

    /// <summary>The number that begins at the first group; null when none does.</summary>
    public static Hit? At(string text, int paragraph, ReadOnlySpan<DigitGroup> groups)
    {
        var start = groups[0].Start;
        if (start > 0 && text[start - 1] == '+')
            return Foreign(text, paragraph, groups);
        if (text.AsSpan(start, groups[0].Length) is "0045")
            return Own(text, paragraph, start, groups[1..], "otte cifre efter 0045");
        if (groups[0].Length == 4 + Digits && text.AsSpan(start).StartsWith("0045"))
            return Make(text, paragraph, start, groups[0].End, "otte cifre efter 0045");
        if (text[start] is '0' or '1' || IsSomethingElse(text, groups))
            return null;
        var hit = Own(text, paragraph, start, groups, "otte cifre som i et telefonnummer");
        return hit is { Base.Length: Digits } && IsDate(hit.Base) && !NumberFinder.Follows(text, start, PhoneWords)
            ? hit with { Reason = "otte cifre, men det ligner en dato", Use = false }
            : hit;
    }

    private static Hit? Foreign(string text, int paragraph, ReadOnlySpan<DigitGroup> groups)
    {
        var start = groups[0].Start;
        if (text.AsSpan(start, groups[0].Length) is "45")
            return Own(text, paragraph, start - 1, groups[1..], "otte cifre efter +45");
        var (digits, count) = (0, 0);
        while (count < groups.Length && digits + groups[count].Length <= 15)
            digits += groups[count++].Length;
        return digits >= 9 ? Make(text, paragraph, start - 1, groups[count - 1].End, "telefonnummer med landekode") : null;
    }

    private static Hit? Own(string text, int paragraph, int start, ReadOnlySpan<DigitGroup> groups, string reason)
    {
        var count = CountOf(groups, NumberFinder.Follows(text, start, PhoneWords));
        return count > 0 && !NumberFinder.GoesOn(text, groups[count - 1].End) ? Make(text, paragraph, start, groups[count - 1].End, reason) : null;
    }

    /// <summary>How many groups make eight digits: 8, 4-4 or 2-2-2-2, with the same sign between them; 0 for none.</summary>
    private static int CountOf(ReadOnlySpan<DigitGroup> groups, bool isAnnounced) => groups switch
    {
        [{ Length: Digits }, ..] => 1,
        // "3000-4000" is a span, unless somebody says that it is a phone number.
        [{ Length: 4 }, { Length: 4 } b, ..] when b.Before == ' ' || (isAnnounced && b.Before == '-') => 2,
        [{ Length: 2 }, { Length: 2 } b, { Length: 2 } c, { Length: 2 } d, ..] when b.Before != '/' && b.Before == c.Before && c.Before == d.Before => 4,
        _ => 0,
    };

    /// <summary>Two years, an amount of money, or a number that has another name.</summary>
    private static bool IsSomethingElse(string text, ReadOnlySpan<DigitGroup> groups)
    {
        if (groups is [{ Length: 4 } a, { Length: 4 } b, ..] && IsYear(text, a) && IsYear(text, b))
            return true;
        var count = CountOf(groups, isAnnounced: true);
        if (count == 0)
            return true;
        var end = groups[count - 1].End;
        if (end < text.Length && (text[end] == '%' || (text[end] == ',' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
            return true;
        var next = WordScanner.Next(text, end);
        foreach (var word in MoneyWords)
            if (next.Equals(word, StringComparison.OrdinalIgnoreCase))
                return true;
        return NumberFinder.Follows(text, groups[0].Start, OtherNumbers);
    }

    private static bool IsYear(string text, DigitGroup group) => text.AsSpan(group.Start, 2) is "19" or "20";

    /// <summary>"21112026" or "20261121".</summary>
    private static bool IsDate(string eight) =>
        (DateOnly.TryParseExact(eight, ["ddMMyyyy", "yyyyMMdd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is > 1900 and < 2100);

    private static Hit Make(string text, int paragraph, int start, int end, string reason) =>
        new(paragraph, start, end, text[start..end], FindingKind.Phone, reason);
}
