using Loesningsbrikker.Interviews;
using Loesningsbrikker.Interviews.Corrections;

namespace Loesningsbrikker.Tests.Interviews.Corrections;

/// <summary>Where single marks go, and what comparing costs.</summary>
public sealed class CarryTests
{
    [TestCase("Ja ja ja ja.", "Nå, ja ja ja ja.", 6, 8, "ja", 10, TestName = "The third yes stays the third when a word comes before")]
    [TestCase("Det var i.\nJeg gik. Han gik.", "Det var i.", 0, 10, "Det var i.", 0, TestName = "A full stop stays with its sentence when the next paragraph is taken out")]
    [TestCase("Vi er få. Vi er trætte.", "Vi er få. Vi er glade. Vi er trætte.", 10, 23, "Vi er trætte.", 23, TestName = "A sentence put in before one that begins alike leaves it whole")]
    [TestCase("børnehaven er god", "børne haven er god", 0, 10, "børne haven", 0, TestName = "A word that was cut in two keeps its mark")]
    [TestCase("En a\u0308 to", "En a\u0308 og to", 0, 4, "En a\u0308", 0, TestName = "A letter of two signs is not cut")]
    [TestCase("Vi er for få her", "Vi er alt for få her", 0, 12, "Vi er alt for få", 0, TestName = "A word put in inside belongs to the passage")]
    [TestCase("Vi er for få her", "Hej. Vi er for få her", 0, 12, "Vi er for få", 5, TestName = "Words put in right before do not")]
    [TestCase("Vi er for få her", "Vi er for få, siger han, her", 0, 12, "Vi er for få", 0, TestName = "Words put in right after do not")]
    [TestCase("For få voksne\nTo", "Nyt afsnit\nAlt få voksne\nTo", 0, 13, "Alt få voksne", 11, TestName = "A paragraph put in before changed words does not")]
    [TestCase("To\nFor få voksne", "To\nFor få børn\nNyt afsnit", 3, 16, "For få børn", 3, TestName = "A paragraph put in after changed words does not")]
    public void A_mark_goes_where_a_reader_expects(string before, string after, int start, int end, string quote, int newStart)
    {
        var carried = new PassageCarrier(new TextMap(before, after)).Carry(new PassagePlace(1, start, end, before[start..end]));
        Assert.That((carried.Range?.Quote, carried.Range?.StartUtf16), Is.EqualTo((quote, newStart)));
    }

    [TestCase("Legepladsen er for lille.", "Maden er god.", TestName = "Other words")]
    [TestCase("Ja.", "Nej tak, det vil vi ikke.", TestName = "A short word that is gone")]
    [TestCase("😀", "👍", TestName = "Another sign")]
    public void A_mark_whose_words_are_gone_comes_loose(string before, string after)
    {
        var text = "Før. " + before + " Efter.";
        var carried = new PassageCarrier(new TextMap(text, "Før. " + after + " Efter.")).Carry(new PassagePlace(1, 5, 5 + before.Length, before));
        Assert.That((carried.Carry, carried.Range), Is.EqualTo((PassageCarry.Loosened, (PassageRange?)null)));
    }

    private static IEnumerable<TestCaseData> HardTexts()
    {
        var speech = Speech(7);
        yield return new TestCaseData(speech, speech.Replace("hverdagen", "dagligdagen", StringComparison.Ordinal)).SetName("A megabyte with a word changed everywhere");
        yield return new TestCaseData(speech, Speech(8)).SetName("Two megabytes that have nothing to do with each other");
        yield return new TestCaseData(Repeated("Ja.", "Nej.", 3), Repeated("Ja.", "Nej.", 4)).SetName("Two words in ever other order");
        yield return new TestCaseData(Repeated("Ja.", "Nej.", 3).Replace('\n', ' '), Repeated("Ja.", "Nej.", 4).Replace('\n', ' ')).SetName("The same in one paragraph");
        yield return new TestCaseData(new string('a', 1_000_000), new string('b', 1_000_000)).SetName("One word of a megabyte");
        yield return new TestCaseData(speech, string.Join('\n', speech.Split('\n').Reverse())).SetName("A megabyte upside down");
    }

    [TestCaseSource(nameof(HardTexts))]
    public void Comparing_costs_little_whatever_the_texts(string before, string after)
    {
        var stretches = 0;
        var took = CpuClock.TimeOf(() =>
        {
            stretches = TextDiff.Compare(before, after).Count;
            var carrier = new PassageCarrier(new TextMap(before, after));
            for (var i = 0; i < 5000; i++)
            {
                var start = (int)((long)i * (before.Length - 200) / 5000);
                carrier.Carry(new PassagePlace(i, start, start + 150, before.Substring(start, 150)));
            }
        });
        TestContext.Out.WriteLine($"{before.Length:N0} and {after.Length:N0} characters, {stretches:N0} stretches in common: compared twice and 5,000 marks carried in {took.TotalMilliseconds:N0} ms on the processor");
        // Far above what it takes; an algorithm that grows with the square of the text would need minutes.
        Assert.That(took, Is.LessThan(TimeSpan.FromSeconds(20)));
    }

    private static string Speech(int seed)
    {
        var random = new Random(seed);
        string[] words = [.. Enumerable.Range(0, 4000).Select(i => "ord" + (i * 37 % 4000)), "hverdagen", "børnene", "voksne", "det", "og", "er", "ikke"];
        var text = new System.Text.StringBuilder(1_000_000);
        while (text.Length < 1_000_000)
            text.Append(words[random.Next(3) == 0 ? 4000 + random.Next(7) : random.Next(4000)]).Append(random.Next(40) == 0 ? ".\n" : " ");
        return text.ToString().TrimEnd();
    }

    private static string Repeated(string one, string other, int seed)
    {
        var random = new Random(seed);
        return string.Join('\n', Enumerable.Range(0, 200_000).Select(_ => random.Next(2) == 0 ? one : other));
    }
}
