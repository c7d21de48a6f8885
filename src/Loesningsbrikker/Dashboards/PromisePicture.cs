using System.Globalization;
using Loesningsbrikker.SolutionPieces;

namespace Loesningsbrikker.Dashboards;

/// <summary>A promise as a dot.</summary>
public sealed record PromiseDot(PromiseState State, int X, int Y);

/// <summary>The promises of one class: dots stacked above a line.</summary>
/// <param name="Top">Where its name begins, in units of the picture.</param>
/// <param name="Baseline">Height of the line, in units of the picture.</param>
/// <param name="More">Promises in a column that is full: where, and how many more there are.</param>
public sealed record PromiseLane(PieceClass Class, int Top, int Baseline, int Total, IReadOnlyList<PromiseDot> Dots, IReadOnlyList<(int X, int Y, int Count)> More);

/// <summary>A mark on the axis of time.</summary>
public sealed record TimeMark(int X, string Text);

/// <summary>What was promised and when: one dot for each promise in the month or quarter it is due, by class.</summary>
public sealed record PromisePicture(IReadOnlyList<PromiseLane> Lanes, IReadOnlyList<TimeMark> Marks, int TodayX, int Radius)
{
    /// <summary>Width of the picture in its own units.</summary>
    public const int Width = 400;

    private const int Left = 10;
    private const int Right = Width - 10;
    private const int MostMonths = 30;
    private const int Highest = 6;
    private const int LabelHeight = 20;
    private const int TodayHeight = 18;

    /// <summary>Height of the picture.</summary>
    public int Height => Lanes.Count == 0 ? 0 : Lanes[^1].Baseline + 30;

    /// <summary>Lays the promises out.</summary>
    public static PromisePicture Of(IReadOnlyList<Promise> promises, DateOnly today)
    {
        var days = promises.Select(p => p.DueOn).Append(today).ToList();
        var first = new DateOnly(days.Min().Year, days.Min().Month, 1);
        var months = MonthsBetween(first, days.Max()) + 1;
        var step = months <= MostMonths ? 1 : (months + MostMonths - 1) / MostMonths;
        var columns = (months + step - 1) / step;
        var width = (Right - Left) / Math.Max(columns, 6);
        var radius = Math.Clamp(width / 2, 3, 5);
        int PlaceOf(DateOnly day) => Left + MonthsBetween(first, day) / step * width + width / 2;
        var lanes = new List<PromiseLane>();
        foreach (var ofClass in promises.GroupBy(p => p.Class).OrderBy(g => g.Key))
            lanes.Add(LaneOf(ofClass.Key, [.. ofClass], lanes.Count == 0 ? TodayHeight : lanes[^1].Baseline + 12, radius, PlaceOf));
        return new PromisePicture(lanes, MarksOf(first, columns * step, step, width), PlaceOf(today), radius);
    }

    private static PromiseLane LaneOf(PieceClass pieceClass, List<Promise> promises, int top, int radius, Func<DateOnly, int> placeOf)
    {
        var columns = promises.GroupBy(p => placeOf(p.DueOn)).ToList();
        var highest = Math.Min(Highest, columns.Max(c => c.Count()));
        var baseline = top + LabelHeight + 12 + highest * 2 * radius;
        var dots = columns.SelectMany(c => c.OrderBy(p => p.DueOn).ThenBy(p => p.State).Take(Highest)
            .Select((p, n) => new PromiseDot(p.State, c.Key, baseline - radius - 1 - n * 2 * radius)));
        var more = columns.Where(c => c.Count() > Highest).Select(c => (c.Key, baseline - 2 - Highest * 2 * radius, c.Count() - Highest));
        return new PromiseLane(pieceClass, top, baseline, promises.Count, [.. dots], [.. more]);
    }

    /// <summary>Each January, and the first month when no January is in sight.</summary>
    private static IReadOnlyList<TimeMark> MarksOf(DateOnly first, int months, int step, int width)
    {
        var marks = Enumerable.Range(0, months).Select(first.AddMonths).Where(m => m.Month == 1)
            .Select(m => new TimeMark(Left + MonthsBetween(first, m) / step * width, m.Year.ToString(CultureInfo.InvariantCulture))).ToList();
        return marks.Count > 0 ? marks : [new TimeMark(Left, first.ToString("MMMM yyyy", Shared.DanishText.Culture))];
    }

    private static int MonthsBetween(DateOnly from, DateOnly to) => (to.Year - from.Year) * 12 + to.Month - from.Month;
}
