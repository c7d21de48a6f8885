using FsCheck;
using FsCheck.Fluent;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Tests.Interviews;

public sealed class PassageRangeTests
{
    /// <summary>Pieces that break careless offsets: æøå, decomposed å, emoji, a family joined by ZWJ, a flag, an accent, a tab.</summary>
    private static readonly string[] Hard = ["æ", "ø", "å", "a\u030a", "😀", "👨‍👩‍👧", "🇩🇰", "é", "e\u0301", "\t", " ", "\n", "ord", "."];

    [Test]
    public void Any_stretch_gives_back_the_words_it_was_cut_from()
    {
        var texts = Gen.Elements(Hard).ListOf().Select(parts => string.Concat(parts)).Where(t => t.Length > 1);
        var cases = from text in texts from a in Gen.Choose(0, text.Length - 1) from b in Gen.Choose(a + 1, text.Length) select (text, a, b);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000).WithReplay(7, 11), Prop.ForAll(cases.ToArbitrary(), x =>
        {
            var (text, a, b) = x;
            var seen = text[a..b];
            if (seen.Trim().Length == 0)
                return Throws(() => PassageRange.Cut(text, 1000, a + 1000, b + 1000, seen));
            var range = PassageRange.Cut(text, 1000, a + 1000, b + 1000, seen);
            var (start, end) = (range.StartUtf16 - 1000, range.EndUtf16 - 1000);
            return text[start..end] == range.Quote
                && range.Quote.Contains(seen.Trim(), StringComparison.Ordinal)
                && text[..start].EndsWith(range.Prefix, StringComparison.Ordinal) && text[end..].StartsWith(range.Suffix, StringComparison.Ordinal)
                && WholeCharacters(range.Quote) && WholeCharacters(range.Prefix) && WholeCharacters(range.Suffix)
                && !char.IsWhiteSpace(range.Quote[0]) && !char.IsWhiteSpace(range.Quote[^1]);
        }));
    }

    [Test]
    public void An_end_inside_a_family_emoji_takes_the_whole_family()
    {
        const string Text = "Vi er 👨‍👩‍👧 her.";
        var range = PassageRange.Cut(Text, 0, 0, 8, Text[..8]);
        Assert.That(range.Quote, Is.EqualTo("Vi er 👨‍👩‍👧"));
    }

    [Test]
    public void A_start_inside_a_decomposed_letter_takes_the_whole_letter()
    {
        const string Text = "Sma\u030a børn";
        var range = PassageRange.Cut(Text, 0, 3, Text.Length, Text[3..]);
        Assert.That(range.Quote, Is.EqualTo("a\u030a børn"));
    }

    private static bool WholeCharacters(string text) =>
        text.Length == 0 || (!char.IsLowSurrogate(text[0]) && !char.IsHighSurrogate(text[^1]));

    private static bool Throws(Action work)
    {
        try
        {
            work();
            return false;
        }
        catch (RuleException)
        {
            return true;
        }
    }
}
