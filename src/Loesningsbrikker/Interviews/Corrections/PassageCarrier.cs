namespace Loesningsbrikker.Interviews.Corrections;

/// <summary>Where a passage lay before.</summary>
/// <param name="Quote">Its words, as they stand at these offsets of the old text.</param>
internal sealed record PassagePlace(long Id, int StartUtf16, int EndUtf16, string Quote);

/// <summary>How a passage comes over to a corrected text.</summary>
/// <param name="Range">Its place and words in the new text; null when it comes loose.</param>
internal sealed record CarriedPassage(PassagePlace From, PassageCarry Carry, PassageRange? Range);

/// <summary>
/// Carries passages from an old text to a new one. Whatever it answers, the words it gives are cut from the new text at the offsets it
/// gives, so that no quotation can come to stand where it does not.
/// </summary>
internal sealed class PassageCarrier(TextMap map)
{
    /// <summary>Share of a passage's letters that must stand in the new text, in thirds and quarters: with fewer its words are gone.</summary>
    private const int LeastOfOld = 3, LeastOfNew = 4;

    /// <summary>Shortest quotation that is looked for elsewhere in the text: "ja" stands everywhere.</summary>
    private const int ShortestSought = 12;

    /// <summary>Most quotations that are looked for in the whole text: more have come loose when the text is another one.</summary>
    private const int MostSought = 500;

    private int _sought;

    /// <summary>What becomes of one passage.</summary>
    public CarriedPassage Carry(PassagePlace from)
    {
        var mapped = map.Find(from.StartUtf16, from.EndUtf16);
        if (mapped is { } place && Cut(place.StartUtf16, place.EndUtf16) is { } range)
        {
            if (SameWords(range.Quote, from.Quote.Trim()))
                return new CarriedPassage(from, PassageCarry.Unchanged, range);
            if (range.Quote.Length <= PassageRange.MaxLengthUtf16
                && place.KeptLetters > 0
                && place.KeptLetters * LeastOfOld >= Letters.Count(from.Quote) && place.KeptLetters * LeastOfNew >= Letters.Count(range.Quote))
                return new CarriedPassage(from, PassageCarry.Reworded, range);
        }
        return Elsewhere(from.Quote) is { } found
            ? new CarriedPassage(from, PassageCarry.Relocated, found)
            : new CarriedPassage(from, PassageCarry.Loosened, null);
    }

    /// <summary>Cuts a stretch out of the new text: whole characters, no white space at the ends; null when nothing is left.</summary>
    private PassageRange? Cut(int start, int end)
    {
        var text = map.New;
        (start, end) = (CharacterBorder.AtOrBefore(text, start), CharacterBorder.AtOrAfter(text, end));
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return start == end ? null : PassageRange.At(text, start, end);
    }

    /// <summary>A paragraph that was cut in two, or two that became one, leave the words as they were.</summary>
    private static bool SameWords(string one, string other) =>
        one == other || string.Equals(one.Replace('\n', ' '), other.Replace('\n', ' '), StringComparison.Ordinal);

    /// <summary>The only place where the quotation stands, when it was moved to another part of the text; null when there is none.</summary>
    private PassageRange? Elsewhere(string quote)
    {
        if (quote.Length < ShortestSought || ++_sought > MostSought)
            return null;
        var first = map.New.IndexOf(quote, StringComparison.Ordinal);
        if (first < 0 || map.New.IndexOf(quote, first + 1, StringComparison.Ordinal) >= 0)
            return null;
        return Cut(first, first + quote.Length) is { } range && range.Quote == quote ? range : null;
    }
}
