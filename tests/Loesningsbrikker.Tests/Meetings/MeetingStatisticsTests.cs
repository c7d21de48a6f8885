using FsCheck;
using FsCheck.Fluent;
using Loesningsbrikker.Meetings;

namespace Loesningsbrikker.Tests.Meetings;

public sealed class MeetingStatisticsTests
{
    [TestCase(16, 4, 58, 92)]
    [TestCase(40, 10, 67, 89)]
    [TestCase(240, 60, 75, 84)]
    public void The_uncertainty_of_a_share_is_Wilsons(int yes, int no, int low, int high)
    {
        var interval = MeetingStatistics.Wilson(yes, no)!;
        Assert.That(Math.Round(interval.Low * 100), Is.EqualTo(low));
        Assert.That(Math.Round(interval.High * 100), Is.EqualTo(high));
    }

    [Test]
    public void Nothing_is_reckoned_from_no_answers()
    {
        Assert.That(MeetingStatistics.Wilson(0, 0), Is.Null);
        Assert.That(MeetingStatistics.Median([0, 0, 0, 0, 0]), Is.Null);
        Assert.That(MeetingStatistics.OrderedAgreement([0, 0, 0, 0, 0]), Is.Null);
    }

    [TestCase(0, 0, 0.5)]
    [TestCase(1, 0, 2 / 3.0)]
    [TestCase(18, 0, 0.95)]
    public void Few_answers_pull_agreement_towards_one_half(int yes, int no, double expected) =>
        Assert.That(MeetingStatistics.Agreement(yes, no), Is.EqualTo(expected).Within(1e-12));

    [TestCase(new[] { 1, 0, 0, 0, 0 }, 1)]
    [TestCase(new[] { 1, 1, 1, 1, 1 }, 3)]
    [TestCase(new[] { 0, 0, 1, 1, 0 }, 3.5)]
    [TestCase(new[] { 2, 0, 0, 0, 2 }, 3)]
    [TestCase(new[] { 0, 1, 3, 6, 5 }, 4)]
    public void The_median_is_the_middle_answer(int[] counts, double expected) =>
        Assert.That(MeetingStatistics.Median(counts), Is.EqualTo(expected));

    [TestCase(new[] { 30, 40, 210, 130, 530, 50, 10 }, 0.6113)]
    [TestCase(new[] { 7, 7, 7, 7, 7 }, 0)]
    [TestCase(new[] { 9, 0, 0, 0, 9 }, -1)]
    [TestCase(new[] { 0, 0, 0, 12, 0 }, 1)]
    public void Agreement_on_an_ordered_scale_is_van_der_Eijks(int[] counts, double expected) =>
        Assert.That(MeetingStatistics.OrderedAgreement(counts), Is.EqualTo(expected).Within(0.00005));

    [Test]
    public void Agreement_stays_between_minus_one_and_one_and_does_not_care_for_direction_or_size() =>
        Always(Answers, counts =>
        {
            var agreement = MeetingStatistics.OrderedAgreement(counts);
            return counts.Sum() == 0
                ? agreement is null
                : agreement is >= -1 and <= 1
                  && Near(agreement, MeetingStatistics.OrderedAgreement([.. counts.Reverse()]))
                  && Near(agreement, MeetingStatistics.OrderedAgreement([.. counts.Select(c => c * 3)]));
        });

    [Test]
    public void The_uncertainty_holds_the_share_and_stays_between_none_and_all() =>
        Always(Answers, counts =>
        {
            var (yes, no) = (counts[0], counts[1]);
            if (yes + no == 0)
                return true;
            var (interval, share) = (MeetingStatistics.Wilson(yes, no)!, (double)yes / (yes + no));
            return interval.Low >= 0 && interval.High <= 1 && interval.Low <= share + 1e-9 && interval.High >= share - 1e-9;
        });

    [Test]
    public void Half_of_the_answers_stand_on_each_side_of_the_median() =>
        Always(Answers, counts =>
        {
            if (MeetingStatistics.Median(counts) is not { } median)
                return counts.Sum() == 0;
            int Where(Func<int, bool> side) => counts.Where((_, i) => side(i + 1)).Sum();
            return 2 * Where(answer => answer <= median) >= counts.Sum() && 2 * Where(answer => answer >= median) >= counts.Sum();
        });

    private static Arbitrary<int[]> Answers => Arb.From(Gen.ArrayOf(Gen.Frequency((2, Gen.Constant(0)), (3, Gen.Choose(0, 400))), 5));

    private static bool Near(double? one, double? other) => Math.Abs(one!.Value - other!.Value) < 1e-9;

    private static void Always<T>(Arbitrary<T> cases, Func<T, bool> holds) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000).WithReplay(7, 11), Prop.ForAll(cases, holds));
}
