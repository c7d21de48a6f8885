using System.Text;
using Loesningsbrikker.Demo;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.Interviews.Import;
using Loesningsbrikker.Interviews.Pseudonymisation;
using Loesningsbrikker.Tests.Shared;

namespace Loesningsbrikker.Tests.Interviews;

/// <summary>The tables in docs/pseudonymisation.md say what the code does.</summary>
public sealed class ImportPseudonymisationTableTests
{
    private static readonly string Document = File.ReadAllText(Path.Combine(HouseRules.Root, "docs", "pseudonymisation.md"));

    private static readonly List<DemoInterview> Demo = [.. new[] { "school", "daycare" }.SelectMany(folder => DemoFiles.Read(folder).Interviews)];
    private static readonly KnownNames Houses = new([], [.. Demo.Select(i => i.Institution).OfType<string>().Distinct(), "Lyngholm Kommune"]);

    /// <summary>One sentence per way of naming somebody; {0} stands for it.</summary>
    private static readonly (string Kind, string Sentence, string Planted)[] Plantings =
    [
        ("common first name inside a sentence", "Det sagde {0} også i går.", "Kirsten"),
        ("common first name first in a sentence", "{0} sagde det samme.", "Kirsten"),
        ("common first name, genitive", "Det var på {0} stue.", "Kirstens"),
        ("first and last name", "Vi spurgte {0} om det.", "Kirsten Prøvesen"),
        ("last name after a title", "Det må fru {0} svare på.", "Eksempelgaard"),
        ("rare first name inside a sentence", "Det sagde {0} også i går.", "Xhensila"),
        ("rare first name first in a sentence, before »sagde«", "{0} sagde det samme.", "Xhensila"),
        ("rare first name first in a sentence, before another verb", "{0} er altid først.", "Xhensila"),
        ("first name that is a word, inside a sentence", "Det sagde {0} også i går.", "Bo"),
        ("first name that is a word, first in a sentence", "{0} er altid først.", "Bo"),
        ("the same before something else than a verb", "{0}, den store dreng, lo.", "Lærke"),
        ("common first name in small letters", "det sagde {0} også i går.", "kirsten"),
        ("nickname", "De kalder ham {0} til daglig.", "Basse"),
        ("CPR number, modulus 11 fits", "Nummeret er {0}.", "070761-4285"),
        ("CPR number, modulus 11 does not fit", "Nummeret er {0}.", "070717-1234"),
        ("CPR number without hyphen", "Nummeret er {0}.", "0707171234"),
        ("phone number, 2-2-2-2", "Ring på {0}.", "22 33 44 55"),
        ("phone number, 8", "Ring på {0}.", "22334455"),
        ("phone number, +45", "Ring på {0}.", "+45 2233 4455"),
        ("e-mail address", "Skriv til {0}.", "k.proeve@lyngholm.example"),
        ("street with number", "Hun bor på {0}.", "Prøvevænget 12"),
        ("street without number", "Hun bor på {0}.", "Prøvevej"),
    ];

    [Test]
    public void Every_hard_case_is_stored_as_the_table_says()
    {
        var rows = RowsBelow("## Hard cases");
        Assert.That(rows, Has.Count.GreaterThanOrEqualTo(20));
        Assert.That(rows.Select(r => Stored(r[0])), Is.EqualTo(rows.Select(r => r[1])));
    }

    [Test]
    public void What_is_found_in_the_demo_texts_is_what_the_table_says()
    {
        var found = Demo.SelectMany(i => Find(i.Paragraphs).Findings).ToList();
        var actual = found.GroupBy(f => (f.Text, f.Use)).OrderBy(g => g.Key.Text, StringComparer.Ordinal)
            .Select(g => new[] { g.Key.Text, Times(g.Sum(f => f.Places.Count)), g.Key.Use ? "yes" : "no", g.First().Reason });
        Assert.That(RowsBelow("## Demo texts as they are"), Is.EqualTo(actual), Table(actual));
    }

    [Test]
    public void Of_what_is_planted_into_the_demo_texts_as_much_is_found_as_the_table_says()
    {
        var actual = Plantings.Select(p => new[] { p.Kind, p.Planted, $"{Demo.Count(i => IsFound(i.Paragraphs, p.Sentence, p.Planted))} of {Demo.Count}" }).ToList();
        Assert.That(RowsBelow("## Demo texts with names and numbers planted"), Is.EqualTo(actual), Table(actual));
    }

    /// <summary>The text with one more sentence in its middle: whether nothing of what it plants is left.</summary>
    private static bool IsFound(IReadOnlyList<ParagraphText> text, string sentence, string planted)
    {
        var middle = text.Count / 2;
        List<ParagraphText> all = [.. text];
        all[middle] = all[middle] with { Text = all[middle].Text + " " + string.Format(sentence, planted) };
        var stored = Replacements(Find(all)).Apply(middle, all[middle].Text);
        return !stored.Contains(planted, StringComparison.Ordinal);
    }

    private static PersonalData Find(IReadOnlyList<ParagraphText> text) => PersonalDataFinder.Find(text, Houses);

    private static string Stored(string text) => Replacements(PersonalDataFinder.Find([new("", text)], KnownNames.None)).Apply(0, text);

    private static Replacement Replacements(PersonalData data) =>
        new DraftContent { Findings = [.. data.Findings], People = data.People }.Replacements();

    private static string Times(int count) => count == 1 ? "once" : $"{count} times";

    /// <summary>The rows of the first table below a heading, without its head; a cell may be empty.</summary>
    private static List<string[]> RowsBelow(string heading)
    {
        var start = Document.IndexOf(heading + "\n", StringComparison.Ordinal);
        Assert.That(start, Is.Positive, heading);
        return [.. Document[start..].Split('\n').Skip(1).SkipWhile(l => !l.StartsWith('|')).TakeWhile(l => l.StartsWith('|')).Skip(2)
            .Select(l => l.Trim('|').Split(" | ").Select(c => c.Trim()).ToArray())];
    }

    /// <summary>What the table should say, ready to be put into the document.</summary>
    private static string Table(IEnumerable<string[]> rows)
    {
        var text = new StringBuilder("The table should be:\n");
        foreach (var row in rows)
            text.Append("| ").AppendJoin(" | ", row).Append(" |\n");
        return text.ToString();
    }
}
