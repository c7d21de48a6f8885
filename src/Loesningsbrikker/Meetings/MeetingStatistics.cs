namespace Loesningsbrikker.Meetings;

/// <summary>A share with its uncertainty; 0 to 1.</summary>
/// <param name="Low">Lower bound.</param>
/// <param name="High">Upper bound.</param>
public sealed record ShareInterval(double Low, double High);

/// <summary>
/// The few statistics that stand small beside the counts. Those who came are no sample, so they tell uncertainty and agreement,
/// never what others would have said.
/// </summary>
public static class MeetingStatistics
{
    /// <summary>The two-sided 95 % quantile of the normal distribution.</summary>
    private const double Z = 1.959963984540054;

    /// <summary>The 95 % interval of yes among yes and no; null when nobody said either.</summary>
    /// <remarks>E. B. Wilson: Probable inference, the law of succession, and statistical inference. JASA 22 (1927), 209–212.</remarks>
    public static ShareInterval? Wilson(int yes, int no)
    {
        if (yes + no == 0)
            return null;
        double n = yes + no;
        var share = yes / n;
        var middle = (share + Z * Z / (2 * n)) / (1 + Z * Z / n);
        var half = Z / (1 + Z * Z / n) * Math.Sqrt(share * (1 - share) / n + Z * Z / (4 * n * n));
        return new ShareInterval(Math.Max(0, middle - half), Math.Min(1, middle + half));
    }

    /// <summary>Agreement of a group as a share, pulled towards one half so that few answers don't look certain: (yes+1)/(yes+no+2).</summary>
    public static double Agreement(int yes, int no) => (yes + 1.0) / (yes + no + 2.0);

    /// <summary>The middle answer, 1 for the first category; a half between two categories; null without answers.</summary>
    /// <param name="counts">How many gave each answer, the lowest first.</param>
    public static double? Median(IReadOnlyList<int> counts)
    {
        var n = counts.Sum();
        return n == 0 ? null : (AnswerAt(counts, (n + 1) / 2) + AnswerAt(counts, n / 2 + 1)) / 2.0;
    }

    /// <summary>
    /// Agreement A on an ordered scale: 1 when all answer the same, 0 when the answers spread evenly, −1 when half stand at each end;
    /// null without answers.
    /// </summary>
    /// <param name="counts">How many gave each answer, at least three answers, the lowest first.</param>
    /// <remarks>
    /// C. van der Eijk: Measuring agreement in ordered rating scales. Quality and Quantity 35 (2001), 325–341: the distribution is cut
    /// into layers of equal height, and A is the mean of the layers' agreement, weighted by the answers in each.
    /// </remarks>
    public static double? OrderedAgreement(IReadOnlyList<int> counts)
    {
        double n = counts.Sum();
        if (n == 0)
            return null;
        var left = counts.ToArray();
        var sum = 0.0;
        while (left.Any(c => c > 0))
        {
            var height = left.Where(c => c > 0).Min();
            var layer = left.Select(c => c > 0).ToArray();
            sum += LayerAgreement(layer) * height * layer.Count(filled => filled) / n;
            left = [.. left.Select(c => c > 0 ? c - height : 0)];
        }
        // Rounding must not carry it past its own bounds.
        return Math.Clamp(sum, -1, 1);
    }

    /// <summary>The agreement of a layer: how few answers it holds, times how well they stand together.</summary>
    private static double LayerAgreement(bool[] layer)
    {
        double categories = layer.Length;
        var spread = 1 - (layer.Count(filled => filled) - 1) / (categories - 1);
        var (together, apart) = (0, 0);
        for (var i = 0; i < layer.Length; i++)
            for (var j = i + 1; j < layer.Length; j++)
                for (var k = j + 1; k < layer.Length; k++)
                {
                    if (layer[i] && !layer[j] && layer[k])
                        apart++;
                    else if (layer[j] && layer[i] != layer[k])
                        together++;
                }
        var unimodality = together + apart == 0
            ? 1
            : ((categories - 2) * together - (categories - 1) * apart) / ((categories - 2) * (together + apart));
        return unimodality * spread;
    }

    /// <summary>The answer of the person in place <paramref name="place"/>, when all stand in order from place 1.</summary>
    private static int AnswerAt(IReadOnlyList<int> counts, int place)
    {
        var (answer, passed) = (0, 0);
        while (passed < place)
            passed += counts[answer++];
        return answer;
    }
}
