namespace Loesningsbrikker.Meetings;

/// <summary>Votes on whether a piece is recognised: people who said yes, no, or that they can't say.</summary>
public sealed record VoteCounts(int Yes, int No, int DontKnow)
{
    /// <summary>How many answered.</summary>
    public int People => Yes + No + DontKnow;
    /// <summary>Yes among yes and no, 0 to 1; null when nobody said either.</summary>
    public double? Share => Yes + No == 0 ? null : (double)Yes / (Yes + No);
    /// <summary>The uncertainty of the share (95 %); null when nobody said either.</summary>
    public ShareInterval? Interval => MeetingStatistics.Wilson(Yes, No);
    /// <summary>Smoothed agreement, 0 to 1, by which groups are compared.</summary>
    public double Agreement => MeetingStatistics.Agreement(Yes, No);

    internal static VoteCounts Of(IReadOnlyList<int> counts) => new(counts[0], counts[1], counts[2]);
}

/// <summary>What a group voted; <paramref name="Votes"/> is null when the group is hidden.</summary>
public sealed record GroupVotes(long GroupId, string Name, VoteCounts? Votes)
{
    /// <summary>True when few people stand behind it, or when it could give such a group away.</summary>
    public bool IsHidden => Votes is null;
}

/// <summary>Priorities 1 (lowest) to 5 (highest), as counts of people.</summary>
/// <param name="Counts">How many gave each priority.</param>
public sealed record PriorityCounts(IReadOnlyList<int> Counts)
{
    /// <summary>How many gave one.</summary>
    public int People { get; } = Counts.Sum();
    /// <summary>The middle priority, 1 to 5; null when nobody gave one.</summary>
    public double? Median { get; } = MeetingStatistics.Median(Counts);
    /// <summary>van der Eijk's agreement, −1 to 1; null when nobody gave a priority.</summary>
    public double? Agreement { get; } = MeetingStatistics.OrderedAgreement(Counts);
}

/// <summary>A group's priorities; <paramref name="Counts"/> is null when the group is hidden.</summary>
public sealed record GroupPriorities(long GroupId, string Name, PriorityCounts? Counts);

/// <summary>One of the two priorities of a piece.</summary>
/// <param name="Total">All groups; null when fewer than five people gave one.</param>
/// <param name="Groups">The groups, in Danish order.</param>
public sealed record PriorityFigures(PriorityCounts? Total, IReadOnlyList<GroupPriorities> Groups)
{
    /// <summary>True when people gave one and it may be shown.</summary>
    public bool HasAny => Total is { People: > 0 };
}

/// <summary>Coins laid on a piece.</summary>
/// <param name="People">How many answered where to lay their coins.</param>
/// <param name="Givers">How many of them laid at least one on this piece.</param>
/// <param name="Coins">How many coins that was together.</param>
public sealed record CoinCounts(int People, int Givers, int Coins);

/// <summary>A group's coins; <paramref name="Counts"/> is null when the group is hidden.</summary>
public sealed record GroupCoins(long GroupId, string Name, CoinCounts? Counts);

/// <summary>The economic priority of a piece as money.</summary>
/// <param name="Total">All groups; null when fewer than five people answered.</param>
/// <param name="Groups">The groups, in Danish order.</param>
public sealed record CoinFigures(CoinCounts? Total, IReadOnlyList<GroupCoins> Groups)
{
    /// <summary>The piece was not among those that coins could be laid on.</summary>
    public static CoinFigures None { get; } = new(new CoinCounts(0, 0, 0), []);

    /// <summary>True when people answered and it may be shown.</summary>
    public bool HasAny => Total is { People: > 0 };
}

/// <summary>What the joint meeting said about one piece, small groups hidden (<see cref="SmallGroups"/>).</summary>
/// <param name="MeetingId">Key of the meeting.</param>
/// <param name="Total">All votes; null when fewer than five people voted.</param>
/// <param name="Groups">The groups that have results, in Danish order.</param>
public sealed record PieceFigures(
    long MeetingId, VoteCounts? Total, IReadOnlyList<GroupVotes> Groups, PriorityFigures Professional, PriorityFigures Economic)
{
    /// <summary>The economic priority as money; empty where the meeting laid no coins.</summary>
    public CoinFigures Coins { get; init; } = CoinFigures.None;

    /// <summary>From this distance between two groups, 0 to 1, they count as disagreeing.</summary>
    public const double WideGap = 0.3;
    /// <summary>From this share, 0 to 1, those who were outvoted are many.</summary>
    public const double ManyOutvoted = 0.4;

    /// <summary>The shown group that agrees least; null when fewer than two groups can be compared.</summary>
    public GroupVotes? Lowest => Compared is { Count: > 1 } groups ? groups.MinBy(g => g.Votes!.Agreement) : null;

    /// <summary>The shown group that agrees most; null when fewer than two groups can be compared.</summary>
    public GroupVotes? Highest => Compared is { Count: > 1 } groups ? groups.MaxBy(g => g.Votes!.Agreement) : null;

    /// <summary>Distance between the highest and the lowest agreement, 0 to 1; null when fewer than two groups can be compared.</summary>
    public double? Gap => Highest?.Votes!.Agreement - Lowest?.Votes!.Agreement;

    /// <summary>Whether more said yes than no; null when there is no result that may be shown, or nobody said either.</summary>
    public bool? MeetingSaysYes => Total is { Share: not null } total ? total.Yes > total.No : null;

    /// <summary>Whether the piece belongs on the list "Her er vi uenige".</summary>
    public bool Disagree => IsSplit || GroupsDiffer || PrioritiesDiffer;

    /// <summary>How much there is to talk about, for sorting: from 1 on, one of the three reasons holds.</summary>
    public double Disagreement => new[]
    {
        Total?.Share is { } share ? Math.Min(share, 1 - share) / ManyOutvoted : 0, Gap / WideGap ?? 0,
        1 - (Professional.Total?.Agreement ?? 1), 1 - (Economic.Total?.Agreement ?? 1),
    }.Max();

    /// <summary>Nearly as many said yes as no.</summary>
    public bool IsSplit => Total?.Share is >= ManyOutvoted and <= 1 - ManyOutvoted;

    /// <summary>Two groups stand far apart.</summary>
    public bool GroupsDiffer => Gap >= WideGap;

    /// <summary>The priorities fall into two camps.</summary>
    public bool PrioritiesDiffer => Professional.Total?.Agreement < 0 || Economic.Total?.Agreement < 0;

    /// <summary>Whether something is hidden, so that a page explains why.</summary>
    public bool HidesSome =>
        Total is null || Professional.Total is null || Economic.Total is null || Coins.Total is null || Groups.Any(g => g.IsHidden)
        || Professional.Groups.Concat(Economic.Groups).Any(g => g.Counts is null) || Coins.Groups.Any(g => g.Counts is null);

    private List<GroupVotes> Compared => [.. Groups.Where(g => g.Votes is { Share: not null })];
}
