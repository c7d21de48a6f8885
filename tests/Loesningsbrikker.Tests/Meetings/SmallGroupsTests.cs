using FsCheck;
using FsCheck.Fluent;
using Loesningsbrikker.Meetings;

namespace Loesningsbrikker.Tests.Meetings;

public sealed class SmallGroupsTests
{
    [Test]
    public void Groups_of_five_and_more_are_shown_as_they_are()
    {
        var shown = SmallGroups.Hide([Group("Ledere", 5, 0, 0), Group("MED", 2, 2, 2)]);
        Assert.That(shown.HidesSome, Is.False);
        Assert.That(shown.Total, Is.EqualTo(new[] { 7, 2, 2 }));
    }

    [Test]
    public void One_small_group_takes_the_smallest_of_the_others_along_because_it_could_be_found_by_subtraction()
    {
        var shown = SmallGroups.Hide([Group("Forældre", 20, 0, 0), Group("Ledere", 1, 2, 0), Group("Medarbejdere", 9, 0, 0)]);
        Assert.That(Hidden(shown), Is.EqualTo(new[] { "Ledere", "Medarbejdere" }));
        Assert.That(shown.Total, Is.EqualTo(new[] { 30, 2, 0 }));
    }

    [Test]
    public void Two_small_groups_that_are_five_people_together_need_no_third() =>
        Assert.That(Hidden(SmallGroups.Hide([Group("A", 3, 0, 0), Group("B", 0, 2, 0), Group("C", 30, 0, 0)])), Is.EqualTo(new[] { "A", "B" }));

    [Test]
    public void Two_small_groups_that_are_fewer_than_five_people_take_a_third_along() =>
        Assert.That(Hidden(SmallGroups.Hide([Group("A", 1, 0, 0), Group("B", 0, 2, 0), Group("C", 30, 0, 0)])), Is.EqualTo(new[] { "A", "B", "C" }));

    [Test]
    public void A_total_under_five_is_hidden_and_so_is_each_group_in_it()
    {
        var shown = SmallGroups.Hide([Group("A", 1, 0, 0), Group("B", 0, 2, 1), Group("C", 0, 0, 0)]);
        Assert.That(shown.Total, Is.Null);
        Assert.That(Hidden(shown), Is.EqualTo(new[] { "A", "B" }));
    }

    [Test]
    public void A_group_in_which_nobody_answered_hides_nobody()
    {
        var shown = SmallGroups.Hide([Group("A", 0, 0, 0), Group("B", 8, 0, 0)]);
        Assert.That(shown.HidesSome, Is.False);
        Assert.That(SmallGroups.Hide([]).Total, Is.Empty);
    }

    [Test]
    public void Nobody_can_compute_a_hidden_group_from_what_is_shown() =>
        Always(Meetings, groups =>
        {
            var shown = SmallGroups.Hide(groups);
            if (shown.Groups.Any(g => g.Counts?.Sum() is > 0 and < SmallGroups.Smallest) || shown.Total?.Sum() is > 0 and < SmallGroups.Smallest)
                return false;
            var hidden = groups.Where(g => shown.Groups.Single(s => s.GroupId == g.GroupId).Counts is null).ToList();
            if (hidden.Count == 0)
                return true;
            if (shown.Total is null)
                return shown.Groups.All(g => g.Counts is null || g.Counts.Sum() == 0);
            // All that can be subtracted is the sum over the hidden groups: several groups and five people at least …
            return hidden.Count > 1 && hidden.Sum(g => g.People) >= SmallGroups.Smallest && hidden.All(g => CouldBeOtherwise(groups, g, hidden, shown));
        });

    [Test]
    public void What_is_hidden_once_is_hidden_each_time_the_question_was_asked()
    {
        var times = SmallGroups.HideAlike([
            [Group("Ledere", 4, 0, 0), Group("MED", 6, 0, 0), Group("Personale", 20, 0, 0)],
            [Group("Ledere", 5, 0, 0), Group("MED", 6, 1, 0), Group("Personale", 20, 0, 0)],
        ]);
        Assert.That(times.Select(Hidden), Is.All.EqualTo(new[] { "Ledere", "MED" }));
        Assert.That(times.Select(t => t.People), Is.EqualTo(new[] { 30, 32 }));
    }

    [Test]
    public void A_group_is_small_by_its_people_and_not_by_its_coins()
    {
        var shown = SmallGroups.Hide([new GroupCounts(1, "Ledere", [3, 30], Answered: 3), new GroupCounts(2, "Personale", [0, 0], Answered: 8)]);
        Assert.That(Hidden(shown), Is.EqualTo(new[] { "Ledere", "Personale" }));
        Assert.That((shown.Total, shown.People), Is.EqualTo((new[] { 3, 30 }, (int?)11)));
    }

    [Test]
    public void Nothing_can_be_computed_from_several_times_but_sums_over_the_same_hidden_groups() =>
        Always(RepeatedMeetings, times =>
        {
            var shown = SmallGroups.HideAlike(times);
            var hidden = shown.SelectMany(s => s.Groups.Where(g => g.Counts is null).Select(g => g.GroupId)).ToHashSet();
            return times.Zip(shown).All(t =>
            {
                var away = t.First.Where(g => hidden.Contains(g.GroupId)).ToList();
                var people = away.Where(g => g.People > 0).ToList();
                return t.Second.Groups.All(g => g.Counts is null == hidden.Contains(g.GroupId))
                    && t.Second.Groups.All(g => g.Counts is null || g.People is 0 or >= SmallGroups.Smallest)
                    && (t.Second.Total is null) == t.First.Sum(g => g.People) is > 0 and < SmallGroups.Smallest
                    && (people.Count == 0 || t.Second.Total is null || (people.Count > 1 && people.Sum(g => g.People) >= SmallGroups.Smallest)
                        || t.First.All(g => g.People == 0 || hidden.Contains(g.GroupId)));
            });
        });

    [Test]
    public void Coins_are_hidden_exactly_where_the_people_behind_them_are() =>
        Always(Meetings, groups =>
        {
            var coins = groups.ConvertAll(g => new GroupCounts(g.GroupId, g.Name, [g.People, 10 * g.People], g.People));
            return SmallGroups.Hide(coins).Groups.Select(g => g.Counts is null).SequenceEqual(SmallGroups.Hide(groups).Groups.Select(g => g.Counts is null));
        });

    /// <summary>… and another meeting, in which two people of two hidden groups answered the other way round, is shown exactly alike.</summary>
    private static bool CouldBeOtherwise(IReadOnlyList<GroupCounts> groups, GroupCounts group, List<GroupCounts> hidden, ShownCounts shown)
    {
        for (var own = 0; own < group.Counts.Count; own++)
            foreach (var other in hidden.Where(h => h.GroupId != group.GroupId))
                for (var theirs = 0; theirs < group.Counts.Count; theirs++)
                {
                    if (own == theirs || group.Counts[own] == 0 || other.Counts[theirs] == 0)
                        continue;
                    var (from, to) = (own, theirs);
                    var exchanged = groups.Select(g =>
                        g.GroupId == group.GroupId ? Moved(g, from, to) : g.GroupId == other.GroupId ? Moved(g, to, from) : g).ToList();
                    return LooksAlike(shown, SmallGroups.Hide(exchanged));
                }
        // All of them said the same, as five people of one group may have done.
        return hidden.SelectMany(h => h.Counts.Select((count, answer) => (count, answer))).Where(c => c.count > 0).Select(c => c.answer).Distinct().Count() == 1;
    }

    private static GroupCounts Moved(GroupCounts group, int from, int to) =>
        group with { Counts = [.. group.Counts.Select((count, i) => i == from ? count - 1 : i == to ? count + 1 : count)] };

    private static bool LooksAlike(ShownCounts one, ShownCounts other) =>
        one.Total!.SequenceEqual(other.Total!)
        && one.Groups.Zip(other.Groups).All(p => p.First.Counts is null ? p.Second.Counts is null : p.Second.Counts is not null && p.First.Counts.SequenceEqual(p.Second.Counts));

    private static Arbitrary<List<GroupCounts>> Meetings => Arb.From(
        Gen.Choose(1, 6).SelectMany(groups => Gen.ArrayOf(Gen.ArrayOf(Gen.Frequency((3, Gen.Choose(0, 2)), (1, Gen.Choose(0, 20))), 3), groups))
            .Select(rows => rows.Select((counts, i) => new GroupCounts(i + 1, "Gruppe " + i, counts)).ToList()));

    /// <summary>The same groups, up to three times; each time others may have come.</summary>
    private static Arbitrary<List<List<GroupCounts>>> RepeatedMeetings => Arb.From(
        Gen.Choose(1, 5).SelectMany(groups => Gen.Choose(1, 3).SelectMany(times => Gen.ArrayOf(
                Gen.ArrayOf(Gen.ArrayOf(Gen.Frequency((3, Gen.Choose(0, 2)), (1, Gen.Choose(0, 20))), 3), groups), times)))
            .Select(all => all.Select(rows => rows.Select((counts, i) => new GroupCounts(i + 1, "Gruppe " + i, counts)).ToList()).ToList()));

    private static GroupCounts Group(string name, params int[] counts) => new(name.GetHashCode(StringComparison.Ordinal), name, counts);

    private static IEnumerable<string> Hidden(ShownCounts shown) => shown.Groups.Where(g => g.Counts is null).Select(g => g.Name);

    private static void Always<T>(Arbitrary<T> cases, Func<T, bool> holds) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000).WithReplay(7, 11), Prop.ForAll(cases, holds));
}
