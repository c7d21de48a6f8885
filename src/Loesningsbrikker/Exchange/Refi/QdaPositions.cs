namespace Loesningsbrikker.Exchange.Refi;

/// <summary>How a file counts its positions.</summary>
/// <param name="PairIsOne">A carriage return and its line feed count as one (ATLAS.ti) instead of as two (NVivo, and the specification's code points).</param>
/// <param name="InUtf16">Characters outside the first plane, such as emoji, count as two instead of as one.</param>
internal readonly record struct QdaUnit(bool PairIsOne, bool InUtf16);

/// <summary>
/// From positions in a file to UTF-16 code units in its text. The specification says Unicode code points from 0 (10.2); programs
/// count otherwise, so the way of counting is found out from what the selections say about themselves.
/// </summary>
internal static class QdaPositions
{
    private const int SelectionsTried = 2_000;
    private const int NameTried = 40;

    /// <summary>The way of counting in which most selections hold the words that they are named by, lie inside the text and cut no word.</summary>
    /// <param name="origin">The program; decides where nothing else does.</param>
    public static QdaUnit Guess(string text, IReadOnlyList<QdaSelection> selections, string origin)
    {
        var pairs = text.Contains("\r\n", StringComparison.Ordinal);
        var wide = text.Any(char.IsHighSurrogate);
        var usual = new QdaUnit(pairs && origin.Contains("ATLAS", StringComparison.OrdinalIgnoreCase), InUtf16: false);
        if ((!pairs && !wide) || selections.Count == 0)
            return usual;
        List<QdaUnit> candidates = [usual];
        if (pairs)
            candidates.Add(usual with { PairIsOne = !usual.PairIsOne });
        if (wide)
            candidates.AddRange([.. candidates.Select(c => c with { InUtf16 = true })]);
        IReadOnlyList<QdaSelection> tried = [.. selections.Take(SelectionsTried)];
        // The first of equals wins: the usual one.
        return candidates.MaxBy(c => Score(text, tried, c));
    }

    /// <summary>Where each position lies; what lies beyond the end is the text's length plus one.</summary>
    /// <param name="positions">In any order.</param>
    public static Dictionary<int, int> ToUtf16(string text, IEnumerable<int> positions, QdaUnit unit)
    {
        var found = new Dictionary<int, int>();
        var (at, index) = (0, 0);
        foreach (var position in positions.Distinct().Order())
        {
            while (at < position && index < text.Length)
            {
                var two = index + 1 < text.Length
                          && ((char.IsHighSurrogate(text[index]) && char.IsLowSurrogate(text[index + 1]) && !unit.InUtf16)
                              || (text[index] == '\r' && text[index + 1] == '\n' && unit.PairIsOne));
                index += two ? 2 : 1;
                at++;
            }
            found[position] = at < position ? text.Length + 1 : index;
        }
        return found;
    }

    private static (int Named, int Inside, int WholeWords) Score(string text, IReadOnlyList<QdaSelection> selections, QdaUnit unit)
    {
        var places = ToUtf16(text, selections.SelectMany(s => new[] { s.Start, s.End }), unit);
        var (named, inside, whole) = (0, 0, 0);
        foreach (var selection in selections)
        {
            var (start, end) = (places[selection.Start], places[selection.End]);
            if (end > text.Length)
                continue;
            inside++;
            named += IsNamedBy(text.AsSpan(start, end - start), selection.Name) ? 1 : 0;
            whole += (IsBorder(text, start) ? 1 : 0) + (IsBorder(text, end) ? 1 : 0);
        }
        return (named, inside, whole);
    }

    /// <summary>Whether the name is the beginning of the words, white space apart; one line is enough, since names of speakers may stand before the next.</summary>
    private static bool IsNamedBy(ReadOnlySpan<char> words, ReadOnlySpan<char> name)
    {
        var (wordsEnd, nameEnd) = (words.IndexOfAny('\r', '\n'), name.IndexOfAny('\r', '\n'));
        if (wordsEnd > 0 && nameEnd > 0)
        {
            words = words[..wordsEnd];
            name = name[..nameEnd];
        }
        var (n, w, compared) = (0, 0, 0);
        while (n < name.Length && compared < NameTried)
        {
            if (char.IsWhiteSpace(name[n]))
            {
                n++;
                continue;
            }
            while (w < words.Length && char.IsWhiteSpace(words[w]))
                w++;
            // A long name ends in an ellipsis.
            if (w == words.Length || name[n] != words[w])
                return compared >= NameTried / 4 && name[n] is '…' or '.';
            (n, w, compared) = (n + 1, w + 1, compared + 1);
        }
        return compared > 0;
    }

    private static bool IsBorder(string text, int index) =>
        index == 0 || index == text.Length || !(char.IsLetterOrDigit(text[index - 1]) && char.IsLetterOrDigit(text[index]));
}
