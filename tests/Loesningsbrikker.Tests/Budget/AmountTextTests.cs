using FsCheck;
using FsCheck.Fluent;
using Loesningsbrikker.Budget;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Tests.Budget;

[TestFixture]
public sealed class AmountTextTests
{
    [TestCase("1.250", 1_250_000)]
    [TestCase("1250", 1_250_000)]
    [TestCase("1 250", 1_250_000)]
    [TestCase("1\u00a0250", 1_250_000)]
    [TestCase("1.250,5", 1_250_500)]
    [TestCase("1250,125", 1_250_125)]
    [TestCase("0,001", 1)]
    [TestCase("1,250", 1_250)]
    [TestCase("0", 0)]
    [TestCase(" 12 ", 12_000)]
    [TestCase("1.000.000.000", CostEstimate.MaxAmount)]
    public void Amounts_are_read_as_Danes_write_them_in_thousands(string text, long kroner) => Assert.That(AmountText.Parse(text), Is.EqualTo(kroner));

    [TestCase(null)]
    [TestCase("")]
    [TestCase("  \u00a0")]
    public void An_empty_field_is_not_calculated_and_never_0(string? text) => Assert.That(AmountText.Parse(text), Is.Null);

    [TestCase("-", "Lad feltet stå tomt")]
    [TestCase("–", "Lad feltet stå tomt")]
    [TestCase("-500", "uden minus")]
    [TestCase("500-", "uden minus")]
    [TestCase("(500)", "uden minus")]
    [TestCase("1,2 mio.", "1.200")]
    [TestCase("50.000 kr.", "skrives 50")]
    [TestCase("1.25", "Brug komma")]
    [TestCase("1,250.00", "Brug komma")]
    [TestCase("0.500", "Brug komma")]
    [TestCase("12.34.567", "Brug komma")]
    [TestCase("1,2345", "tre decimaler")]
    [TestCase("1000000000,001", "for stort")]
    [TestCase("9999999999999999999999999999999999999", "for stort")]
    [TestCase("99999999999999999999999999999999999999999", "Skriv et tal")]
    [TestCase("1,", "Skriv et tal")]
    [TestCase("=1+1", "Skriv et tal")]
    [TestCase("१२", "Skriv et tal")]
    public void What_is_no_amount_is_refused_with_what_to_write_instead(string text, string sentence) =>
        Assert.That(() => AmountText.Parse(text), Throws.TypeOf<RuleException>().With.Message.Contains(sentence));

    [Test]
    public void What_is_shown_is_read_back_to_the_krone()
    {
        var amounts = Gen.Choose(0, int.MaxValue).Two().Select(p => (((long)p.Item1 << 31) + p.Item2) % (CostEstimate.MaxAmount + 1));
        Holds(amounts, kroner => AmountText.Parse(AmountText.Format(kroner)) == kroner);
    }

    [Test]
    public void Whatever_is_typed_is_an_amount_within_bounds_or_a_Danish_sentence()
    {
        var texts = Gen.Elements("0", "1", "9", ".", ",", "-", " ", "\u00a0", "(", "mio", "kr", "æ", "\0", "😀").ListOf().Select(string.Concat);
        Holds(texts, text =>
        {
            try
            {
                return AmountText.Parse(text) is null or (>= 0 and <= CostEstimate.MaxAmount);
            }
            catch (RuleException refusal)
            {
                return refusal.Message.EndsWith('.');
            }
        });
    }

    [TestCase(1_250_500, "1.250,5")]
    [TestCase(1_000_000, "1.000")]
    [TestCase(1, "0,001")]
    [TestCase(0, "0")]
    [TestCase(-250_000, "-250")]
    public void Amounts_are_shown_with_as_many_decimals_as_it_takes(long kroner, string text) => Assert.That(AmountText.Format(kroner), Is.EqualTo(text));

    private static void Holds<T>(Gen<T> values, Func<T, bool> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(values.ToArbitrary(), property));
}
