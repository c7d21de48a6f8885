using Loesningsbrikker.FollowUps;

namespace Loesningsbrikker.Tests.FollowUps;

/// <summary>The calendar of recurring follow-ups.</summary>
public sealed class RecurrenceTests
{
    [TestCase(Recurrence.Monthly, "2027-01-31", "2027-01-31", "2027-02-28")]
    [TestCase(Recurrence.Monthly, "2027-01-31", "2027-02-28", "2027-03-31")]
    [TestCase(Recurrence.Monthly, "2028-01-30", "2028-01-30", "2028-02-29")]
    [TestCase(Recurrence.Monthly, "2027-01-31", "2027-04-29", "2027-04-30")]
    [TestCase(Recurrence.Monthly, "2027-01-31", "2027-04-30", "2027-05-31")]
    [TestCase(Recurrence.Quarterly, "2026-11-30", "2026-11-30", "2027-02-28")]
    [TestCase(Recurrence.Quarterly, "2026-11-30", "2027-02-28", "2027-05-30")]
    [TestCase(Recurrence.HalfYearly, "2026-08-31", "2026-08-31", "2027-02-28")]
    [TestCase(Recurrence.HalfYearly, "2026-08-31", "2027-02-28", "2027-08-31")]
    [TestCase(Recurrence.Yearly, "2028-02-29", "2028-02-29", "2029-02-28")]
    [TestCase(Recurrence.Yearly, "2028-02-29", "2031-03-01", "2032-02-29")]
    [TestCase(Recurrence.Yearly, "2027-12-31", "2028-01-01", "2028-12-31")]
    public void The_next_day_is_counted_in_months_from_the_first(Recurrence recurrence, string first, string after, string next) =>
        Assert.That(recurrence.NextAfter(Day(first), Day(after)), Is.EqualTo(Day(next)));

    [Test]
    public void The_next_day_is_the_earliest_of_the_series_that_comes_after()
    {
        foreach (var recurrence in Enum.GetValues<Recurrence>().Where(r => r != Recurrence.Once))
            foreach (var first in new[] { Day("2027-01-31"), Day("2028-02-29"), Day("2026-12-15"), Day("2027-06-01") })
                for (var late = 0; late < 800; late += 7)
                {
                    var after = first.AddDays(late);
                    var expected = Enumerable.Range(0, 100).Select(k => first.AddMonths(k * recurrence.Months())).First(d => d > after);
                    Assert.That(recurrence.NextAfter(first, after), Is.EqualTo(expected), $"{recurrence} from {first} after {after}");
                }
    }

    [Test]
    public void What_happens_once_has_no_next_day() =>
        Assert.That(() => Recurrence.Once.NextAfter(Day("2027-01-01"), Day("2027-01-01")), Throws.InstanceOf<ArgumentOutOfRangeException>());

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
