using Loesningsbrikker.Exchange.Refi;

namespace Loesningsbrikker.Tests.Exchange;

public sealed class QdaPositionsTests
{
    private const string Text = "Første linje\r\nAnden 😀 linje\r\nTredje linje";

    [TestCase("NVivo 14", false, false, TestName = "Code points, a line break counts as two: the specification, NVivo")]
    [TestCase("ATLAS.ti for Windows 23", true, false, TestName = "A line break counts as one: ATLAS.ti")]
    [TestCase("Et ukendt program", true, false, TestName = "A line break counts as one in a program nobody knows")]
    [TestCase("QualCoder", false, true, TestName = "UTF-16 code units")]
    [TestCase("QualCoder", true, true, TestName = "UTF-16 code units, a line break counts as one")]
    public void The_way_of_counting_is_found_from_what_the_selections_are_named(string origin, bool pairIsOne, bool inUtf16)
    {
        var unit = new QdaUnit(pairIsOne, inUtf16);
        var selections = new[] { "Anden 😀 linje", "Tredje", "linje\r\nTredje linje" }.Select(words => Named(words, unit)).ToList();
        var guessed = QdaPositions.Guess(Text, selections, origin);
        Assert.That(Words(selections, guessed), Is.EqualTo(new[] { "Anden 😀 linje", "Tredje", "linje\r\nTredje linje" }));
        Assert.That(guessed, Is.EqualTo(unit));
    }

    [TestCase(false)]
    [TestCase(true)]
    public void Without_names_whole_words_tell(bool pairIsOne)
    {
        var unit = new QdaUnit(pairIsOne, InUtf16: false);
        var selections = new[] { "Anden", "Tredje", "linje\r\nTredje linje" }.Select(words => Named(words, unit) with { Name = "" }).ToList();
        Assert.That(Words(selections, QdaPositions.Guess(Text, selections, "")), Is.EqualTo(new[] { "Anden", "Tredje", "linje\r\nTredje linje" }));
    }

    [Test]
    public void A_long_name_may_be_cut_with_an_ellipsis_and_fold_its_white_space()
    {
        var unit = new QdaUnit(PairIsOne: true, InUtf16: false);
        var selections = new[] { Named("linje\r\nTredje linje", unit) with { Name = "linje Tredje…" } };
        Assert.That(QdaPositions.Guess(Text, selections, "NVivo"), Is.EqualTo(unit));
    }

    [Test]
    public void Nothing_to_go_by_means_code_points()
    {
        Assert.That(QdaPositions.Guess(Text, [], "NVivo"), Is.EqualTo(default(QdaUnit)));
        Assert.That(QdaPositions.Guess("uden skift", [Named("skift", default, "uden skift")], "ATLAS.ti"), Is.EqualTo(default(QdaUnit)));
    }

    [Test]
    public void What_lies_beyond_the_end_is_told_from_the_end_itself()
    {
        var found = QdaPositions.ToUtf16("a😀b", [0, 2, 3, 4], default);
        Assert.That(found, Is.EqualTo(new Dictionary<int, int> { [0] = 0, [2] = 3, [3] = 4, [4] = 5 }));
    }

    /// <summary>A selection of the words as a program that counts in that way writes it.</summary>
    private static QdaSelection Named(string words, QdaUnit unit, string text = Text)
    {
        int Count(string part)
        {
            if (unit.PairIsOne)
                part = part.Replace("\r\n", "\n", StringComparison.Ordinal);
            return unit.InUtf16 ? part.Length : part.EnumerateRunes().Count();
        }
        var at = text.IndexOf(words, StringComparison.Ordinal);
        return new QdaSelection(Guid.NewGuid(), words, Count(text[..at]), Count(text[..(at + words.Length)]), null, null);
    }

    private static IEnumerable<string> Words(IReadOnlyList<QdaSelection> selections, QdaUnit unit)
    {
        var places = QdaPositions.ToUtf16(Text, selections.SelectMany(s => new[] { s.Start, s.End }), unit);
        return selections.Select(s => Text[places[s.Start]..places[s.End]]);
    }
}
