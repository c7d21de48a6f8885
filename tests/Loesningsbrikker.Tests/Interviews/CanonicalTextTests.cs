using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.Interviews.Import;

namespace Loesningsbrikker.Tests.Interviews;

public sealed class CanonicalTextTests
{
    [TestCase("a\u030Ablomst", "åblomst", TestName = "A decomposed å becomes composed")]
    [TestCase("a\u200B\u030Ablomst", "åblomst", TestName = "A mark composes across what is taken out")]
    [TestCase("linje 1\r\nlinje 2\rlinje 3\u2028linje 4", "linje 1\nlinje 2\nlinje 3\nlinje 4", TestName = "Every line break becomes a line feed")]
    [TestCase("a\tb\u00A0 c\u202F\u3000d", "a b c d", TestName = "Tabs and odd spaces become one space")]
    [TestCase("  ind\n ud  ", "ind\nud", TestName = "Lines are trimmed")]
    [TestCase("dag\u00ADtil\u200Bbud\uFEFF\u0007\u202E", "dagtilbud", TestName = "What cannot be seen is taken out")]
    [TestCase("👨‍👩‍👧 og 🏳️‍🌈", "👨‍👩‍👧 og 🏳️‍🌈", TestName = "An emoji with joiners survives")]
    [TestCase("🏴\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F", "🏴\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F", TestName = "A flag with tags survives")]
    [TestCase("dag\u200Dtilbud", "dagtilbud", TestName = "A joiner between letters is residue")]
    [TestCase("\uF0B7 punkt", "• punkt", TestName = "A bullet of the Symbol font becomes a bullet")]
    [TestCase("’løsningsbrikker’ – „citat”", "’løsningsbrikker’ – „citat”", TestName = "Quotation marks and dashes stay")]
    public void It_cleans(string text, string expected) => Assert.That(CanonicalText.Clean(text), Is.EqualTo(expected));

    [Test]
    public void A_lone_surrogate_is_replaced() => Assert.That(CanonicalText.Clean("a\uD83Db"), Is.EqualTo("a\uFFFDb"));

    [Test]
    public void A_line_is_never_cut_inside_a_character()
    {
        Assert.That(CanonicalText.OneLine("abc😀", 4), Is.EqualTo("abc"));
        Assert.That(CanonicalText.OneLine("abc😀", 5), Is.EqualTo("abc😀"));
    }

    [Test]
    public void Cleaning_twice_changes_nothing() => Check(text =>
    {
        var once = CanonicalText.Clean(text);
        return CanonicalText.Clean(once) == once;
    });

    [Test]
    public void Nothing_invisible_and_no_broken_pair_is_left() => Check(text =>
    {
        var cleaned = CanonicalText.Clean(text);
        return cleaned.IsNormalized(NormalizationForm.FormC)
            && cleaned.EnumerateRunes().All(r => r.Value == '\n' || Rune.GetUnicodeCategory(r) != UnicodeCategory.Control)
            && Encoding.Unicode.GetString(Encoding.Unicode.GetBytes(cleaned)) == cleaned
            && !cleaned.Contains("  ") && !cleaned.Contains('\r') && !cleaned.Contains('\uFEFF');
    });

    [Test]
    public void Offsets_give_each_paragraph_back_and_the_paragraphs_make_up_the_canonical_text() => Check(text =>
    {
        var paragraphs = PlainTextImport.Read(text);
        if (paragraphs.Count == 0)
            return true;
        var transcript = TranscriptText.Freeze(new Interview(), 1, TranscriptKind.Verbatim, paragraphs, "", null, default);
        var canonical = TranscriptText.Join(transcript.Paragraphs.Select(p => p.Text));
        return canonical.Length == transcript.LengthUtf16
            && canonical == CanonicalText.Clean(canonical)
            && transcript.Paragraphs.Select(p => p.Number).SequenceEqual(Enumerable.Range(1, transcript.Paragraphs.Count))
            && transcript.Paragraphs.TrueForAll(p => canonical[p.StartUtf16..p.EndUtf16] == p.Text && p.Speaker.Length <= ParagraphText.LongestSpeaker);
    });

    [Test]
    public void No_word_gets_lost_in_plain_text() => Check(text =>
    {
        // Without speakers and repeats, letters and digits of the source are those of the paragraphs.
        var source = CanonicalText.Clean(text).Replace(":", "");
        var read = string.Concat(PlainTextImport.Read(source).Select(p => p.Text));
        return Letters(read) == Letters(source);
    });

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    private static void Check(Func<string, bool> property) =>
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(Texts.ToArbitrary(), property));

    /// <summary>Danish words mixed with everything that has ever broken an offset.</summary>
    private static Gen<string> Texts { get; } =
        from parts in Gen.Elements(
                "æøå", "ÆØÅ", "a\u030A", "o\u0308", "\u030A", "\u05B0", "e\u0301\u05B0", "Leder: ", "Vi mangler tid.", "normering", "\r\n", "\n", "\r", "\n\n", "\t", " ", "  ",
                "\u00A0", "\u00AD", "\u200B", "\u200D", "\u200C", "\uFEFF", "\u2028", "\0", "\u0007", "\u0085", "😀", "👩‍👩‍👧", "❤️", "\uD83D", "\uDE00", "\uFFFE", "\uFFFC",
                "• ", "-", "- ", "*", "×", "1. ", "한", "\u1112\u1161", "क\u200Dष", "\U000E0067", "🏴", ".", "?", ":", "–")
            .ListOf()
        select string.Concat(parts);
}
