using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.Interviews.Corrections;

namespace Loesningsbrikker.Tests.Interviews.Corrections;

/// <summary>Whatever is done to a text, no mark comes to stand on words that are not its own.</summary>
public sealed class CarryPropertyTests
{
    /// <summary>What breaks careless offsets: æøå, decomposed å, emoji, a family joined by ZWJ, a flag, an accent, CRLF; and words that repeat.</summary>
    private static readonly string[] Parts =
    [
        "æ", "ø", "a\u030a", "😀", "👨‍👩‍👧", "🇩🇰", "e\u0301", " ", " ", " ", "\r\n", "\n", "ja", "ja", "børnene", "voksne", "flere", "pædagogerne", ".", ",",
        "\nLeder: ", "\nForælder: ", "👍🏽", "1.250",
    ];

    private static readonly Gen<string> Words = Gen.Elements(Parts).ListOf().Select(parts => string.Concat(parts));

    /// <summary>Cuts out a stretch and puts another one in; the places are thousandths of the text.</summary>
    private static readonly Gen<(int From, int To, string In)> Edits =
        from a in Gen.Choose(0, 1000) from length in Gen.Choose(0, 120) from words in Words select (a, Math.Min(1000, a + length), words.Length > 40 ? words[..40] : words);

    private static readonly Gen<Case> Cases =
        from before in Words.Resize(60)
        from edits in Edits.ListOf().Resize(4)
        from marks in (from a in Gen.Choose(0, 1000) from length in Gen.Choose(1, 300) select (a, Math.Min(1000, a + length))).ListOf().Resize(12)
        select new Case("Leder: Begyndelse." + before, [.. edits], [.. marks]);

    [Test]
    public void No_edit_leaves_a_mark_on_words_that_do_not_stand_there()
    {
        var seen = new Dictionary<PassageCarry, int>();
        ForAll(3000, c => AssertFits(c, seen));
        TestContext.Out.WriteLine(string.Join(", ", seen));
        // A generator that never tears anything loose would prove nothing.
        Assert.That(Enum.GetValues<PassageCarry>().Select(kind => seen.GetValueOrDefault(kind)), Has.All.GreaterThan(20));
    }

    private static void AssertFits(Case c, Dictionary<PassageCarry, int> seen)
    {
        var (old, @new) = (Paragraphs(c.Before), Paragraphs(Edited(c)));
        var text = TranscriptText.Join(@new.Select(p => p.Text));
        foreach (var planned in new CorrectionPlan(old, @new).Of(Marks(old, c.Marks)))
        {
            var carried = planned.Carried;
            seen[carried.Carry] = seen.GetValueOrDefault(carried.Carry) + 1;
            Assert.That(carried.Range is null, Is.EqualTo(carried.Carry == PassageCarry.Loosened));
            if (carried.Range is not { } range)
                continue;
            Assert.That(range.Quote, Is.EqualTo(text[range.StartUtf16..range.EndUtf16]).And.Not.Empty);
            Assert.That(range.Quote, Is.EqualTo(range.Quote.Trim()));
            Assert.That(text[..range.StartUtf16].EndsWith(range.Prefix, StringComparison.Ordinal) && text[range.EndUtf16..].StartsWith(range.Suffix, StringComparison.Ordinal));
            Assert.That(IsBorder(text, range.StartUtf16) && IsBorder(text, range.EndUtf16), "a character is cut in two");
            if (carried.Carry is PassageCarry.Unchanged or PassageCarry.Relocated)
                Assert.That(range.Quote.Replace('\n', ' '), Is.EqualTo(carried.From.Quote.Replace('\n', ' ')));
        }
    }

    [Test]
    public void A_text_that_is_not_changed_leaves_every_mark_where_it_is() => ForAll(300, c =>
    {
        var paragraphs = Paragraphs(c.Before);
        foreach (var planned in new CorrectionPlan(paragraphs, paragraphs).Of(Marks(paragraphs, c.Marks)))
            Assert.That((planned.Carried.Carry, planned.Carried.Range!.StartUtf16), Is.EqualTo((PassageCarry.Unchanged, planned.Carried.From.StartUtf16)));
    });

    [Test]
    public void What_two_texts_share_stands_in_both_and_in_order() => ForAll(1000, c =>
    {
        var (old, @new) = (Text(c.Before), Text(Edited(c)));
        var (oldAt, newAt) = (0, 0);
        foreach (var same in TextDiff.Compare(old, @new))
        {
            Assert.That(same.Length, Is.GreaterThan(0));
            Assert.That(same.OldStart >= oldAt && same.NewStart >= newAt);
            Assert.That(@new.AsSpan(same.NewStart, same.Length).SequenceEqual(old.AsSpan(same.OldStart, same.Length)));
            (oldAt, newAt) = (same.OldEnd, same.NewEnd);
        }
    });

    [Test]
    public void What_is_shown_of_two_texts_puts_both_together_again() => ForAll(1000, c =>
    {
        var (old, @new) = (Text(c.Before), Text(Edited(c)));
        var parts = TextDifference.Parts(old, @new);
        Assert.That(string.Concat(parts.Where(p => p.Kind != DifferenceKind.Added).Select(p => p.Text)), Is.EqualTo(old));
        Assert.That(string.Concat(parts.Where(p => p.Kind != DifferenceKind.Removed).Select(p => p.Text)), Is.EqualTo(@new));
    });

    [Test]
    public void A_text_as_one_edits_it_reads_back_as_the_same_paragraphs() => ForAll(1000, c =>
    {
        var paragraphs = Paragraphs(c.Before).Append(new ParagraphText("", "Leder: sagt om en leder")).Append(new ParagraphText("Ole: B", ": hm")).ToList();
        var again = CorrectionText.Read(CorrectionText.Write(paragraphs).Replace("\n", "\r\n", StringComparison.Ordinal), string.Join("\r\n", CorrectionText.Speakers(paragraphs)));
        Assert.That(again, Is.EqualTo(paragraphs));
    });

    private static void ForAll(int count, Action<Case> check) => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(count).WithReplay(7, 11), Prop.ForAll(Cases.ToArbitrary(), check));

    private static IReadOnlyList<ParagraphText> Paragraphs(string typed) => CorrectionText.Read(typed, "Leder\nForælder");

    private static string Text(string typed) => TranscriptText.Join(Paragraphs(typed).Select(p => p.Text));

    private static string Edited(Case c) => "Leder: Begyndelse." + c.Edits.Aggregate(c.Before, (text, edit) =>
        text[..(text.Length * edit.From / 1000)] + edit.In + text[(text.Length * edit.To / 1000)..]);

    private static IEnumerable<MarkedPassage> Marks(IReadOnlyList<ParagraphText> paragraphs, IEnumerable<(int From, int To)> marks)
    {
        var text = TranscriptText.Join(paragraphs.Select(p => p.Text));
        foreach (var (from, to) in marks)
        {
            var (start, end) = (text.Length * from / 1000, text.Length * to / 1000);
            if (string.IsNullOrWhiteSpace(text[start..end]))
                continue;
            var range = PassageRange.Cut(text, 0, start, end, text[start..end]);
            yield return new MarkedPassage(new PassagePlace(start + 1, range.StartUtf16, range.EndUtf16, range.Quote), false, range.Prefix, range.Suffix);
        }
    }

    private static bool IsBorder(string text, int offset)
    {
        for (var at = 0; at < offset; at += StringInfo.GetNextTextElementLength(text, at))
            if (at > offset)
                return false;
        return StringInfo.ParseCombiningCharacters(text).Contains(offset) || offset == text.Length;
    }

    private sealed record Case(string Before, IReadOnlyList<(int From, int To, string In)> Edits, IReadOnlyList<(int From, int To)> Marks);
}
