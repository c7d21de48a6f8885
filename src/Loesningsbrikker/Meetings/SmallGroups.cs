namespace Loesningsbrikker.Meetings;

/// <summary>What one group answered to one question, as it was entered or counted. Never shown before it went through <see cref="SmallGroups"/>.</summary>
/// <param name="GroupId">Key of the informant group.</param>
/// <param name="Name">Name of the group.</param>
/// <param name="Counts">How many people gave each answer; or, with <paramref name="Answered"/>, other numbers that may be added up.</param>
/// <param name="Answered">How many people answered where that is not the sum of the counts, e.g. of coins; null where it is.</param>
public sealed record GroupCounts(long GroupId, string Name, IReadOnlyList<int> Counts, int? Answered = null)
{
    /// <summary>How many people answered.</summary>
    public int People => Answered ?? Counts.Sum();
}

/// <summary>What may be shown of one group's answers.</summary>
/// <param name="GroupId">Key of the informant group.</param>
/// <param name="Name">Name of the group.</param>
/// <param name="Counts">How many people gave each answer; null when hidden.</param>
/// <param name="People">How many people answered; null when hidden.</param>
public sealed record ShownGroup(long GroupId, string Name, IReadOnlyList<int>? Counts, int? People);

/// <summary>What may be shown of the answers to one question.</summary>
/// <param name="Total">All groups together, the hidden ones included; null when fewer than five answered.</param>
/// <param name="People">How many people answered in all; null when fewer than five did.</param>
/// <param name="Groups">The groups in the order they were given.</param>
public sealed record ShownCounts(IReadOnlyList<int>? Total, int? People, IReadOnlyList<ShownGroup> Groups)
{
    /// <summary>Whether anything is hidden, so that the page explains it.</summary>
    public bool HidesSome => Total is null || Groups.Any(g => g.Counts is null);
}

/// <summary>
/// The one place that hides what few people answered: on screen, in workbooks, in feedback
/// (docs/decisions/0012-small-groups-are-hidden.md). Each question about a piece goes through it by itself, together with the times it
/// was asked before.
/// </summary>
public static class SmallGroups
{
    /// <summary>Fewer people than this are never shown apart.</summary>
    public const int Smallest = 5;

    /// <summary>
    /// Hides groups under five, and further groups until what can be found by subtracting the shown ones from the total is the sum of
    /// at least two groups and five people. A group in which nobody answered hides nobody, and is shown.
    /// </summary>
    public static ShownCounts Hide(IReadOnlyList<GroupCounts> groups) => HideAlike([groups])[0];

    /// <summary>
    /// The same for a question that was asked several times: what is hidden once is hidden each time, because people rarely change their
    /// minds, and the groups shown the other time would give the hidden one away. So whatever is subtracted, within one time or
    /// between two, leads to the sum over the same hidden groups.
    /// </summary>
    /// <param name="times">What was answered each time; a group may be missing in one of them.</param>
    public static IReadOnlyList<ShownCounts> HideAlike(IReadOnlyList<IReadOnlyList<GroupCounts>> times)
    {
        var hidden = times.SelectMany(t => t).Where(g => g.People is > 0 and < Smallest).Select(g => g.GroupId).ToHashSet();
        // One time may ask another for more; each step hides one more group, so it ends.
        while (times.Any(groups => NextToHide(groups, hidden) is { } next && hidden.Add(next)))
        {
        }
        return [.. times.Select(groups => Shown(groups, hidden))];
    }

    /// <summary>A group that has to be hidden too; null when the hidden ones protect each other, or none is left.</summary>
    private static long? NextToHide(IReadOnlyList<GroupCounts> groups, HashSet<long> hidden)
    {
        var away = groups.Where(g => g.People > 0 && hidden.Contains(g.GroupId)).ToList();
        if (away.Count == 0 || (away.Count > 1 && away.Sum(g => g.People) >= Smallest))
            return null;
        // The smallest of the others goes along, because then the least is lost.
        return groups.Where(g => g.People > 0 && !hidden.Contains(g.GroupId)).OrderBy(g => g.People).Select(g => (long?)g.GroupId).FirstOrDefault();
    }

    private static ShownCounts Shown(IReadOnlyList<GroupCounts> groups, HashSet<long> hidden)
    {
        var people = groups.Sum(g => g.People);
        var few = people is > 0 and < Smallest;
        return new ShownCounts(
            few ? null : Sum(groups), few ? null : people,
            // One that is hidden another time is hidden here although nobody answered: that it is empty would be the missing term.
            [.. groups.Select(g => hidden.Contains(g.GroupId)
                ? new ShownGroup(g.GroupId, g.Name, null, null)
                : new ShownGroup(g.GroupId, g.Name, g.Counts, g.People))]);
    }

    private static int[] Sum(IReadOnlyList<GroupCounts> groups) =>
        groups.Count == 0 ? [] : [.. Enumerable.Range(0, groups[0].Counts.Count).Select(i => groups.Sum(g => g.Counts[i]))];
}
