using System.Globalization;
using System.Text;

namespace Loesningsbrikker.Interviews.Import;

/// <summary>
/// Cleans text from outside so that every later offset counts in one agreed form: NFC, line feeds, single spaces,
/// no control characters and nothing invisible. Cleaning twice changes nothing.
/// </summary>
public static class CanonicalText
{
    private const int ZeroWidthNonJoiner = 0x200C;
    private const int ZeroWidthJoiner = 0x200D;
    private const int BlackFlag = 0x1F3F4;
    private const char NoCharacter = '\uFFFE';

    /// <summary>The cleaned lines, empty ones included, so that blank lines can be seen as borders.</summary>
    public static IReadOnlyList<string> Lines(string text) => Clean(text).Split('\n');

    /// <summary>The cleaned lines that hold something.</summary>
    public static IEnumerable<string> Paragraphs(string text) => Lines(text).Where(line => line.Length > 0);

    /// <summary>The whole text cleaned; lines are separated by one line feed, and blank lines are empty.</summary>
    public static string Clean(string text)
    {
        // Composing may move marks, which changes the neighbours that decide about a joiner; ordinary text is stable after one round.
        var before = text;
        var after = Filter(before).Normalize(NormalizationForm.FormC);
        while (!string.Equals(before, after, StringComparison.Ordinal))
        {
            before = after;
            after = Filter(before).Normalize(NormalizationForm.FormC);
        }
        return after;
    }

    /// <summary>One line of at most <paramref name="longest"/> code units, e.g. a speaker's name; never cut inside a character.</summary>
    public static string OneLine(string text, int longest)
    {
        var line = string.Join(' ', Paragraphs(text));
        if (line.Length <= longest)
            return line;
        return line[..(char.IsHighSurrogate(line[longest - 1]) ? longest - 1 : longest)].TrimEnd();
    }

    private static string Filter(string text)
    {
        var cleaned = new StringBuilder(text.Length);
        var pendingSpace = false;
        var last = default(Rune);
        for (var i = 0; i < text.Length;)
        {
            if (text[i] is > ' ' and < '\u007F')
            {
                AppendVisible(cleaned, new Rune(text[i++]), ref pendingSpace, ref last);
                continue;
            }
            // A lone surrogate becomes U+FFFD here, so that no later step can meet one.
            Rune.DecodeFromUtf16(text.AsSpan(i), out var rune, out var used);
            i += used;
            if (IsLineBreak(rune, text, i))
            {
                cleaned.Append('\n');
                (pendingSpace, last) = (false, default);
            }
            else if (IsSpace(rune))
            {
                (pendingSpace, last) = (cleaned.Length > 0 && cleaned[^1] != '\n', default);
            }
            else if (!IsDropped(rune, last, text, i))
            {
                AppendVisible(cleaned, IsSymbolFontBullet(rune) ? new Rune('•') : rune, ref pendingSpace, ref last);
            }
        }
        return cleaned.ToString();
    }

    private static void AppendVisible(StringBuilder cleaned, Rune rune, ref bool pendingSpace, ref Rune last)
    {
        if (pendingSpace)
            cleaned.Append(' ');
        (pendingSpace, last) = (false, rune);
        if (rune.IsBmp)
            cleaned.Append((char)rune.Value);
        else
            cleaned.Append(rune.ToString());
    }

    private static bool IsLineBreak(Rune rune, string text, int next) => rune.Value switch
    {
        '\n' or '\v' or '\f' or 0x85 or 0x2028 or 0x2029 => true,
        // The line feed of a pair counts; its carriage return is a control character like any other.
        '\r' => next >= text.Length || text[next] != '\n',
        _ => false,
    };

    private static bool IsSpace(Rune rune) =>
        rune.Value is ' ' or '\t' || (rune.Value > 127 && Rune.GetUnicodeCategory(rune) == UnicodeCategory.SpaceSeparator);

    private static bool IsDropped(Rune rune, Rune last, string text, int next)
    {
        if (rune.Value is ZeroWidthJoiner or ZeroWidthNonJoiner)
            return !(Joins(last) && Joins(NextVisible(text, next)));
        if (rune.Value is >= 0xE0020 and <= 0xE007F)
            return last.Value is not (BlackFlag or (>= 0xE0020 and <= 0xE007F));
        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.Control => true,
            UnicodeCategory.Format => !IsVisibleFormat(rune),
            _ => rune.Value is 0xFFFC or NoCharacter or 0xFFFF or (>= 0xFDD0 and <= 0xFDEF),
        };
    }

    /// <summary>Signs of number and verse in Arabic and related scripts: format characters that one can see.</summary>
    private static bool IsVisibleFormat(Rune rune) => rune.Value is (>= 0x600 and <= 0x605) or 0x6DD or 0x70F or 0x8E2;

    /// <summary>A joiner means something inside emoji (family, flags) and in scripts such as Arabic; elsewhere it is residue.</summary>
    private static bool Joins(Rune rune) => rune.Value >= 0x590 && Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.OtherSymbol or UnicodeCategory.MathSymbol or UnicodeCategory.ModifierSymbol
        or UnicodeCategory.OtherLetter or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static Rune NextVisible(string text, int next)
    {
        if (next >= text.Length)
            return default;
        Rune.DecodeFromUtf16(text.AsSpan(next), out var rune, out _);
        return rune;
    }

    /// <summary>Word's bullets from the Symbol and Wingdings fonts sit in the private use area and show as boxes elsewhere.</summary>
    private static bool IsSymbolFontBullet(Rune rune) => rune.Value is 0xF0B7 or 0xF0A7 or 0xF0D8 or 0xF076 or 0xF0FC;
}
