using System.Globalization;

namespace Loesningsbrikker.Interviews.Corrections;

/// <summary>Where one may cut a text without cutting through a character: a surrogate pair, a letter with its accents, an emoji sequence.</summary>
internal static class CharacterBorder
{
    /// <summary>The last border at or before the offset.</summary>
    public static int AtOrBefore(string text, int offset) => Around(text, offset).Before;

    /// <summary>The first border at or after the offset.</summary>
    public static int AtOrAfter(string text, int offset) => Around(text, offset).After;

    private static (int Before, int After) Around(string text, int offset)
    {
        var from = offset;
        while (!IsSure(text, from))
            from--;
        // Characters never cross a line feed, so this walk is short.
        while (from < offset)
        {
            var next = from + StringInfo.GetNextTextElementLength(text, from);
            if (next > offset)
                return (from, next);
            from = next;
        }
        return (offset, offset);
    }

    /// <summary>Between two plain signs, and at a line feed, there is a border whatever else the text holds.</summary>
    private static bool IsSure(string text, int offset) =>
        offset == 0 || offset == text.Length || text[offset - 1] == '\n' || text[offset] == '\n' || (text[offset - 1] < 0x80 && text[offset] < 0x80);
}
