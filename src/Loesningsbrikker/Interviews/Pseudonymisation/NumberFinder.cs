namespace Loesningsbrikker.Interviews.Pseudonymisation;

/// <summary>Digits that stand together.</summary>
/// <param name="Start">First code unit.</param>
/// <param name="Length">How many digits.</param>
/// <param name="Before">The one sign between them and the digits before; NUL for the first.</param>
internal readonly record struct DigitGroup(int Start, int Length, char Before)
{
    /// <summary>The first code unit after them.</summary>
    public int End => Start + Length;
}

/// <summary>Walks through the digits of a paragraph once and asks whether a CPR or phone number begins at them.</summary>
internal static class NumberFinder
{
    private const int MostGroups = 9;

    /// <summary>Adds what it finds.</summary>
    public static void Find(string text, int paragraph, List<Hit> hits)
    {
        Span<DigitGroup> groups = stackalloc DigitGroup[MostGroups];
        for (var at = NextDigit(text, 0); at >= 0;)
        {
            var count = Read(text, at, groups);
            var hit = count == 0 ? null : CprFinder.At(text, paragraph, groups[..count]) ?? PhoneFinder.At(text, paragraph, groups[..count]);
            if (hit is not null)
                hits.Add(hit);
            at = NextDigit(text, hit?.End ?? EndOfDigits(text, at));
        }
    }

    /// <summary>Whether more digits or letters follow without a gap; then it is a part of something longer.</summary>
    public static bool GoesOn(string text, int end) => end < text.Length && char.IsLetterOrDigit(text[end]);

    /// <summary>Whether one of the words stands right before, e.g. "CVR: ".</summary>
    public static bool Follows(string text, int start, ReadOnlySpan<string> words)
    {
        var before = text.AsSpan(Math.Max(0, start - 20), Math.Min(20, start)).TrimEnd(" .:+(");
        foreach (var word in words)
            if (before.EndsWith(word, StringComparison.OrdinalIgnoreCase) && (before.Length == word.Length || !char.IsLetter(before[^(word.Length + 1)])))
                return true;
        return false;
    }

    /// <summary>The groups of digits from here on, with one separator each between them; 0 in the middle of a word or an amount.</summary>
    private static int Read(string text, int at, Span<DigitGroup> groups)
    {
        if (at > 0 && (char.IsLetterOrDigit(text[at - 1]) || (text[at - 1] is '.' or ',' && at > 1 && char.IsAsciiDigit(text[at - 2]))))
            return 0;
        var (count, before) = (0, '\0');
        while (true)
        {
            var end = EndOfDigits(text, at);
            groups[count++] = new DigitGroup(at, end - at, before);
            var gap = GapAt(text, end);
            if (count == groups.Length || gap == 0 || end + gap >= text.Length || !char.IsAsciiDigit(text[end + gap]))
                return count;
            before = gap == 1 ? text[end] : '-';
            at = end + gap;
        }
    }

    private static int GapAt(string text, int end) =>
        end >= text.Length || text[end] is not (' ' or '-' or '–' or '.' or '/') ? 0
        : text.AsSpan(end).StartsWith(" - ") || text.AsSpan(end).StartsWith(" – ") ? 3
        : 1;

    private static int NextDigit(string text, int from) =>
        text.AsSpan(from).IndexOfAnyInRange('0', '9') is var at and >= 0 ? from + at : -1;

    private static int EndOfDigits(string text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
            at++;
        return at;
    }
}
