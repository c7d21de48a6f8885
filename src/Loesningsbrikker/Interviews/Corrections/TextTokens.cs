using System.Globalization;
using System.Runtime.InteropServices;

namespace Loesningsbrikker.Interviews.Corrections;

/// <summary>A piece of a text; offsets in UTF-16 code units, end exclusive.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TextToken(int Start, int End);

/// <summary>Cuts a stretch of text into what is compared.</summary>
internal static class TextTokens
{
    /// <summary>The paragraphs, without the line feeds between them.</summary>
    public static List<TextToken> Paragraphs(string text, int from, int to)
    {
        var tokens = new List<TextToken>();
        while (true)
        {
            var end = text.IndexOf('\n', from, to - from);
            tokens.Add(new TextToken(from, end < 0 ? to : end));
            if (end < 0)
                return tokens;
            from = end + 1;
        }
    }

    /// <summary>Words with their marks, and every other character by itself: a sign, a space, an emoji with all its parts.</summary>
    public static List<TextToken> Words(string text, int from, int to)
    {
        var tokens = new List<TextToken>();
        for (var start = from; start < to;)
        {
            var end = start;
            while (end < to && IsPartOfWord(text, end, start))
                end++;
            if (end == start)
                end = Math.Min(to, start + (text[start] < 0x80 ? 1 : StringInfo.GetNextTextElementLength(text, start)));
            tokens.Add(new TextToken(start, end));
            start = end;
        }
        return tokens;
    }

    private static bool IsPartOfWord(string text, int at, int wordStart) =>
        char.IsLetterOrDigit(text[at]) || (at > wordStart && CharUnicodeInfo.GetUnicodeCategory(text[at]) is
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark);
}

/// <summary>Gives equal words equal numbers, so that they are compared as fast as numbers.</summary>
internal sealed class TokenIds
{
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);

    /// <summary>A number per token.</summary>
    public int[] Of(string text, List<TextToken> tokens)
    {
        var lookup = _ids.GetAlternateLookup<ReadOnlySpan<char>>();
        var numbers = new int[tokens.Count];
        for (var i = 0; i < numbers.Length; i++)
        {
            var word = text.AsSpan(tokens[i].Start, tokens[i].End - tokens[i].Start);
            if (!lookup.TryGetValue(word, out numbers[i]))
                lookup[word] = numbers[i] = _ids.Count;
        }
        return numbers;
    }
}
