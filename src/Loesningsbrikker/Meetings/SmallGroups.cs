namespace Loesningsbrikker.Meetings;

/// <summary>What one group answered to one question, as it was entered. Never shown before it went through <see cref="SmallGroups"/>.</summary>
/// <param name="GroupId">Key of the informant group.</param>
/// <param name="Name">Name of the group.</param>
/// <param name="Counts">How many people gave each answer.</param>
public sealed record GroupCounts(long GroupId, string Name, IReadOnlyList<int> Counts)
{
    /// <summary>How many people answered.</summary>
    public int People => Counts.Sum();
}

/// <summary>What may be shown of one group's answers.</summary>
/// <param name="GroupId">Key of the informant group.</param>
/// <param name="Name">Name of the group.</param>
/// <param name="Counts">How many people gave each answer; null when hidden.</param>
public sealed record ShownGroup(long GroupId, string Name, IReadOnlyList<int>? Counts);

/// <summary>What may be shown of the answers to one question.</summary>
/// <param name="Total">All groups together, the hidden ones included; null when fewer than five answered.</param>
/// <param name="Groups">The groups in the order they were given.</param>
public sealed record ShownCounts(IReadOnlyList<int>? Total, IReadOnlyList<ShownGroup> Groups)
{
    /// <summary>Whether anything is hidden, so that the page explains it.</summary>
    public bool HidesSome => Total is null || Groups.Any(g => g.Counts is null);
}

/// <summary>
/// The one place that hides what few people answered: on screen, in workbooks, in feedback
/// (docs/decisions/0012-small-groups-are-hidden.md). Each question about a piece goes through it by itself.
/// </summary>
public static class SmallGroups
{
    /// <summary>Fewer people than this are never shown apart.</summary>
    public const int Smallest = 5;

    /// <summary>
    /// Hides groups under five, and further groups until what can be found by subtracting the shown ones from the total is the sum of
    /// at least two groups and five people. A group in which nobody answered hides nobody, and is shown.
    /// </summary>
    public static ShownCounts Hide(IReadOnlyList<GroupCounts> groups)
    {
        var people = groups.Sum(g => g.People);
        var hidden = groups.Where(g => g.People is > 0 and < Smallest).ToHashSet();
        // The smallest of the others goes along, because then the least is lost.
        foreach (var next in groups.Where(g => g.People >= Smallest).OrderBy(g => g.People))
            if (hidden.Count == 1 || (hidden.Count > 0 && hidden.Sum(g => g.People) < Smallest))
                hidden.Add(next);
        return new ShownCounts(
            people is > 0 and < Smallest ? null : Sum(groups),
            [.. groups.Select(g => new ShownGroup(g.GroupId, g.Name, hidden.Contains(g) ? null : g.Counts))]);
    }

    private static int[] Sum(IReadOnlyList<GroupCounts> groups) =>
        groups.Count == 0 ? [] : [.. Enumerable.Range(0, groups[0].Counts.Count).Select(i => groups.Sum(g => g.Counts[i]))];
}
