using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Meetings;

/// <summary>What a joint meeting said, in Danish.</summary>
public static class MeetingWords
{
    /// <summary>Why some rows have no numbers; stands on every page that hides any.</summary>
    public const string WhyHidden =
        "Hvor færre end fem har svaret, vises svarene ikke. Så skjules altid mindst to grupper, for at ingen kan regne sig frem.";

    /// <summary>Stands where a number is hidden.</summary>
    public const string Hidden = "vises ikke";

    /// <summary>Genkendt, Ikke genkendt.</summary>
    public static string ToDanish(this Conclusion conclusion) => conclusion == Conclusion.Recognised ? "Genkendt" : "Ikke genkendt";

    /// <summary>The name of a question.</summary>
    public static string ToDanish(this MeetingQuestion question) => question switch
    {
        MeetingQuestion.Vote => "Genkendt",
        MeetingQuestion.Professional => "Faglig prioritet",
        MeetingQuestion.Economic => "Økonomisk prioritet",
        _ => throw new ArgumentOutOfRangeException(nameof(question)),
    };

    /// <summary>What the meeting said as a sentence with its counts: "Mødet siger ja: 40 ja, 5 nej, 3 ved ikke."</summary>
    public static string Says(this PieceFigures? figures) => figures switch
    {
        null => "Intet resultat fra fællesmødet.",
        { Total: null } => "Færre end fem har svaret, så svarene vises ikke.",
        { Total.People: 0 } => "Ingen har svaret på, om brikken kan genkendes.",
        { Total.Share: null } => $"Ingen siger ja eller nej: {figures.Total.ToDanish()}.",
        { Total: var total } when total.Yes == total.No => $"Mødet er delt: {total.ToDanish()}.",
        { Total: var total } => $"Mødet siger {(total.Yes > total.No ? "ja" : "nej")}: {total.ToDanish()}.",
    };

    /// <summary>40 ja, 5 nej, 3 ved ikke.</summary>
    public static string ToDanish(this VoteCounts votes) => $"{Whole(votes.Yes)} ja, {Whole(votes.No)} nej, {Whole(votes.DontKnow)} ved ikke";

    /// <summary>Why a piece stands on the list "Her er vi uenige", one sentence each; none when it doesn't.</summary>
    public static IEnumerable<string> Disagreements(this PieceFigures figures)
    {
        if (figures.IsSplit)
            yield return $"Næsten lige mange siger ja og nej ({Whole(figures.Total!.Yes)} mod {Whole(figures.Total.No)}).";
        if (figures.GroupsDiffer)
            yield return $"Mindst enige: {figures.Lowest!.Name} ({Percent(figures.Lowest.Votes!.Agreement)}). Mest enige: {figures.Highest!.Name} ({Percent(figures.Highest.Votes!.Agreement)}).";
        if (figures.Professional.Total?.Agreement < 0)
            yield return "Den faglige prioritet falder i to lejre.";
        if (figures.Economic.Total?.Agreement < 0)
            yield return "Den økonomiske prioritet falder i to lejre.";
    }

    /// <summary>A share in whole percent: 83 %.</summary>
    /// <param name="share">0 to 1.</param>
    public static string Percent(double share) => Math.Round(share * 100, MidpointRounding.AwayFromZero).ToString("N0", DanishText.Culture) + " %";

    /// <summary>An interval in whole percent: 58–92 %.</summary>
    public static string Percent(ShareInterval interval) =>
        Math.Round(interval.Low * 100, MidpointRounding.AwayFromZero).ToString("N0", DanishText.Culture) + "–" + Percent(interval.High);

    /// <summary>A median: 4 or 3,5.</summary>
    public static string Median(double median) => median.ToString("0.#", DanishText.Culture);

    /// <summary>The median of a priority as it stands in lists; "–" without answers, "vises ikke" where it is hidden.</summary>
    public static string Median(this PriorityFigures priority) =>
        priority.Total is null ? Hidden : priority.Total.Median is { } median ? Median(median) : "–";

    /// <summary>32 mønter fra 12 af de 20, der svarede.</summary>
    public static string Says(this CoinCounts coins) =>
        $"{DanishText.Count(coins.Coins, "mønt", "mønter")} fra {Whole(coins.Givers)} af de {Whole(coins.People)}, der svarede.";

    /// <summary>The economic priority as it stands in lists: the median, the coins, or both.</summary>
    public static string EconomicInShort(this PieceFigures figures) => (figures.Economic.HasAny, figures.Coins) switch
    {
        (_, { Total.People: 0 }) => figures.Economic.Median(),
        (false, { Total: { } coins }) => DanishText.Count(coins.Coins, "mønt", "mønter"),
        (true, { Total: { } coins }) => $"{figures.Economic.Median()}; {DanishText.Count(coins.Coins, "mønt", "mønter")}",
        _ => figures.Economic.HasAny ? figures.Economic.Median() : Hidden,
    };

    /// <summary>van der Eijk's agreement with two decimals: 0,61 or −0,20.</summary>
    public static string Agreement(double agreement) => agreement.ToString("0.00", DanishText.Culture).Replace('-', '−');

    private static string Whole(int n) => n.ToString("N0", DanishText.Culture);
}
