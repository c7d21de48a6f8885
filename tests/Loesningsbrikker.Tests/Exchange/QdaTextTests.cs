using FsCheck;
using FsCheck.Fluent;
using Loesningsbrikker.Exchange.Refi;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.Interviews.Import;

namespace Loesningsbrikker.Tests.Exchange;

public sealed class QdaTextTests
{
    private static readonly string[] Words =
    [
        "Vi", "er", "få", "e\u0301n", "😀", "👩‍👩‍👧", "  ", "\t", "\u00a0", "\u200b", "\u200d", "\u0007", "\ufeff", "ﬁ", "•", "-", "Leder:", "\u0301", "\u0F73\u0F71", "abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmnopqrstuvwxyz0123456789",
    ];

    [Test]
    public void Lines_become_paragraphs_blank_ones_go_and_every_place_follows()
    {
        const string Raw = "  Første   linje\r\n\r\n\tTredje\u00a0linje \r\nFjerde";
        var text = QdaText.Of(Raw, [], speakers: null);
        Assert.That(text.Canonical, Is.EqualTo("Første linje\nTredje linje\nFjerde"));
        foreach (var word in new[] { "Første", "linje\r\n\r\n\tTredje", "Tredje", "Fjerde" })
        {
            var at = Raw.IndexOf(word, StringComparison.Ordinal);
            Assert.That(text.Canonical[text.Map(at)..text.Map(at + word.Length)].Trim().ReplaceLineEndings(" "), Is.EqualTo(word.Replace("\r\n\r\n\t", " ", StringComparison.Ordinal)));
        }
    }

    [Test]
    public void Speakers_move_out_of_the_text_and_a_selection_of_the_whole_turn_holds_its_words()
    {
        const string Raw = "Interviewer: Hvordan går det?\nLeder: Godt.\nInterviewer: Hvorfor?\nLeder: Fordi vi er mange.";
        var text = QdaText.Of(Raw, [], speakers: null);
        Assert.That(text.Paragraphs, Is.EqualTo(new ParagraphText[] { new("Interviewer", "Hvordan går det?"), new("Leder", "Godt."), new("Interviewer", "Hvorfor?"), new("Leder", "Fordi vi er mange.") }));
        var turn = Raw.IndexOf("Leder: Fordi", StringComparison.Ordinal);
        Assert.That(text.Canonical[text.Map(turn)..text.Map(Raw.Length)], Is.EqualTo("Fordi vi er mange."));
        Assert.That(text.Canonical[text.Map(turn + 7)..text.Map(turn + 12)], Is.EqualTo("Fordi"));
    }

    [Test]
    public void A_name_that_our_own_file_tells_moves_out_unless_a_selection_begins_in_it()
    {
        const string Raw = "M-01: Vi er få.\nM-01: Det her var tekst.\nNote: Det også.";
        var start = Raw.IndexOf("M-01: Det", StringComparison.Ordinal);
        var text = QdaText.Of(Raw, [start, start + 24], new ToldSpeakers(["M-01"], new Dictionary<int, string>()));
        Assert.That(text.Paragraphs, Is.EqualTo(new ParagraphText[] { new("M-01", "Vi er få."), new("", "M-01: Det her var tekst."), new("", "Note: Det også.") }));
    }

    [Test]
    public void A_line_that_our_own_file_tells_apart_keeps_its_words_or_has_the_speaker_that_is_told()
    {
        var text = QdaText.Of("Leder: hej\nLeder: aften: hej\nLeder: aften: hej", [], new ToldSpeakers(["Leder", "Leder: aften"], new Dictionary<int, string> { [1] = "", [2] = "Leder" }));
        Assert.That(text.Paragraphs, Is.EqualTo(new ParagraphText[] { new("", "Leder: hej"), new("Leder", "aften: hej"), new("Leder: aften", "hej") }));
    }

    [Test]
    public void Whatever_the_text_it_becomes_what_the_import_of_a_text_makes_of_its_lines_and_places_keep_their_order()
    {
        var lines = Gen.Elements(Words).ListOf().Select(w => string.Concat(w));
        var raw = Gen.Elements("\n", "\r\n", "\r", "\u2028", "\v").SelectMany(lineBreak => lines.ListOf().Select(l => string.Join(lineBreak, l)));
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(400), Prop.ForAll(raw.ToArbitrary(), sample =>
        {
            var text = QdaText.Of(sample, [], new ToldSpeakers([], new Dictionary<int, string>()));
            var places = Enumerable.Range(0, sample.Length + 1).Select(text.Map).ToList();
            return text.Paragraphs.Select(p => p.Text).SequenceEqual(CanonicalText.Paragraphs(sample))
                   && places.SequenceEqual(places.Order()) && places[0] == 0 && places[^1] == text.Canonical.Length;
        }));
    }

    [Test]
    public void A_letter_that_stays_keeps_its_place_in_a_long_line_that_changes_elsewhere()
    {
        var raw = string.Concat(Enumerable.Range(0, 400).Select(i => $"ord{i} \u200be\u0301n  "));
        var text = QdaText.Of(raw, [], new ToldSpeakers([], new Dictionary<int, string>()));
        foreach (var i in new[] { 0, 7, 399 })
            Assert.That(text.Canonical[text.Map(raw.IndexOf($"ord{i} ", StringComparison.Ordinal))..].TrimStart(), Does.StartWith($"ord{i} én"));
    }
}
