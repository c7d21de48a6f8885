namespace Loesningsbrikker.Interviews.Pseudonymisation;

/// <summary>
/// Streets, by their endings: "Strandvejen 12, 2. tv, 4000 Roskilde". The endings that are also parts of surnames or common nouns
/// (-gaard, -haven, -bakken) need a house number, so that somebody called Vestergaard is no address.
/// </summary>
internal static class AddressFinder
{
    /// <summary>Endings of streets that are taken without a number, too.</summary>
    private static readonly string[] SureEndings = ["vej", "vejen", "gade", "gaden", "allé", "allée", "stræde", "strædet", "boulevard", "boulevarden"];

    private static readonly string[] EndingsWithNumber =
    [
        "alle", "parken", "park", "vænget", "vænge", "toften", "toft", "bakken", "bakke", "krogen", "engen", "marken", "haven", "have", "lunden",
        "skoven", "stien", "sti", "torv", "torvet", "plads", "pladsen", "kaj", "ager", "ageren", "dalen", "høj", "højen", "vang", "vangen", "kæret", "gårdsvej",
        "brinken", "skrænten", "løkken", "åsen", "kvarteret", "banen", "passagen", "gangen",
    ];

    private static readonly string[] Floors = ["st.", "st", "kl.", "1.", "2.", "3.", "4.", "5."];
    private static readonly string[] Sides = [" th", " tv", " mf", " sal", ""];

    private static readonly string[] Counted =
        ["gange", "børn", "år", "timer", "dage", "uger", "måneder", "minutter", "elever", "voksne", "pædagoger", "lærere", "kr", "kroner", "og", "af"];

    /// <summary>Adds what it finds in a paragraph.</summary>
    /// <param name="words">The paragraph's words.</param>
    /// <param name="isKnownPlace">Whether a word belongs to an institution: Mælkevejen may be a daycare.</param>
    public static void Find(string text, int paragraph, IReadOnlyList<Word> words, Func<ReadOnlySpan<char>, bool> isKnownPlace, List<Hit> hits)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (!words[i].IsCapitalised || EndingOf(words[i].In(text)) is not { } isSure)
                continue;
            var numberEnd = HouseNumberEnd(text, words[i].End);
            // Without a number a capital letter must mean something, and the word must not be a house that everybody knows.
            if (numberEnd == 0 && (!isSure || words[i].BeginsSentence || isKnownPlace(words[i].In(text))))
                continue;
            if (!isSure && (words[i].BeginsSentence || IsCount(text, numberEnd) || Words.NotNames.Contains(words[i].In(text))))
                continue;
            var start = words[FirstOf(text, words, i)].Start;
            var end = numberEnd == 0 ? words[i].End : RestEnd(text, numberEnd);
            hits.Add(new Hit(paragraph, start, end, text[start..end], FindingKind.Address, numberEnd == 0 ? "vejnavn" : "vejnavn og nummer"));
        }
    }

    /// <summary>True for a sure ending, false for one that needs a number, null for none.</summary>
    private static bool? EndingOf(ReadOnlySpan<char> word) => EndsIn(word, SureEndings) ? true : EndsIn(word, EndingsWithNumber) ? false : null;

    private static bool EndsIn(ReadOnlySpan<char> word, string[] endings)
    {
        foreach (var ending in endings)
            if (word.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    /// <summary>"Idrætsparken 3 gange om ugen": the number belongs to what follows.</summary>
    private static bool IsCount(string text, int end)
    {
        var next = WordScanner.Next(text, end);
        foreach (var word in Counted)
            if (next.Equals(word, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    /// <summary>"H.C. Andersens Boulevard", "Gl. Køge Landevej": the capitalised words before it belong to it.</summary>
    private static int FirstOf(string text, IReadOnlyList<Word> words, int at)
    {
        var first = at;
        while (first > 0 && at - first < 3 && words[first].Adjoins && words[first - 1] is { IsCapitalised: true } before
               && (!before.BeginsSentence || !Words.EverydayWords.Contains(before.In(text))))
            first--;
        return first;
    }

    /// <summary>Where " 12", " 12A" or " 12 B" ends; 0 when there is no house number.</summary>
    private static int HouseNumberEnd(string text, int at)
    {
        if (at + 1 >= text.Length || text[at] != ' ' || text[at + 1] is < '1' or > '9')
            return 0;
        var end = at + 1;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        if (end - at - 1 > 3)
            return 0;
        if (end < text.Length && char.IsAsciiLetter(text[end]) && !NumberFinder.GoesOn(text, end + 1))
            return end + 1;
        if (end + 1 < text.Length && text[end] == ' ' && text[end + 1] is >= 'A' and <= 'H' && !NumberFinder.GoesOn(text, end + 2))
            return end + 2;
        return NumberFinder.GoesOn(text, end) ? 0 : end;
    }

    /// <summary>Takes ", 2. tv" and ", 4000 Roskilde" along.</summary>
    private static int RestEnd(string text, int end)
    {
        end = FloorEnd(text, end);
        var at = text.AsSpan(end).StartsWith(", ") ? end + 2 : end;
        if (at == end || at + 6 > text.Length || text.AsSpan(at, 4).IndexOfAnyExceptInRange('0', '9') >= 0 || text[at + 4] != ' ' || !char.IsUpper(text[at + 5]))
            return end;
        var town = at + 5;
        while (town < text.Length && char.IsLetter(text[town]))
            town++;
        return text.AsSpan(town) is [' ', var c, ..] && char.IsUpper(c) && WordScanner.Next(text, town).Length == 1 ? town + 2 : town;
    }

    private static int FloorEnd(string text, int end)
    {
        var rest = text.AsSpan(end);
        var comma = rest.StartsWith(", ") ? 2 : rest.StartsWith(" ") ? 1 : 0;
        if (comma == 0)
            return end;
        foreach (var floor in Floors)
            foreach (var side in Sides)
                if (rest[comma..].StartsWith(floor) && rest[(comma + floor.Length)..].StartsWith(side) && (comma == 2 || side.Length > 0)
                    && end + comma + floor.Length + side.Length is var last && !NumberFinder.GoesOn(text, last))
                    return last;
        return end;
    }
}
