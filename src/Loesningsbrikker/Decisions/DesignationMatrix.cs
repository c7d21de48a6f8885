namespace Loesningsbrikker.Decisions;

/// <summary>A piece as a circle with its number, in units of the drawing.</summary>
/// <param name="X">Middle, from the left.</param>
/// <param name="Y">Middle, from the top.</param>
/// <param name="R">Radius; the area goes with the kroner.</param>
public sealed record MatrixPoint(DesignationRow Row, double X, double Y, double R)
{
    /// <summary>Where the economic priority stands, from the left.</summary>
    public double TrueX => DesignationMatrix.XOf(Row.Economic!.Value);

    /// <summary>Where the professional priority stands, from the top.</summary>
    public double TrueY => DesignationMatrix.YOf(Row.Professional!.Value);

    /// <summary>Whether it lies so far from its true place that a line must show the way there.</summary>
    public bool IsMoved => Math.Sqrt(Math.Pow(X - TrueX, 2) + Math.Pow(Y - TrueY, 2)) > R / 2;
}

/// <summary>
/// Professional against economic priority, a circle per piece. Priorities are whole or half numbers, so that many pieces fall on the
/// same place: they are laid in a ring around it, the large ones first, so that no number covers another, and a line from each shows the true place.
/// The same pieces always give the same drawing.
/// </summary>
/// <param name="Points">The circles.</param>
/// <param name="Missing">How many pieces have no priorities and stand in the table alone.</param>
public sealed record DesignationMatrix(IReadOnlyList<MatrixPoint> Points, int Missing)
{
    /// <summary>Width of the drawing.</summary>
    public const int Width = 480;
    /// <summary>Height of the drawing.</summary>
    public const int Height = 470;
    /// <summary>Left edge of the plot.</summary>
    public const int Left = 48;
    /// <summary>Top edge of the plot.</summary>
    public const int Top = 20;
    /// <summary>Right edge of the plot.</summary>
    public const int Right = Width - 12;
    /// <summary>Bottom edge of the plot.</summary>
    public const int Bottom = Height - 50;
    /// <summary>The smallest circle: holds three figures, and a finger finds it.</summary>
    public const double SmallestR = 14;
    /// <summary>Radius of a dot on a true place.</summary>
    public const double DotR = 3;
    /// <summary>The circle of a piece without a price: its dashed edge stands around the smallest one.</summary>
    public const double UnknownR = SmallestR + 2;

    private const double LargestR = 24;
    private const double Margin = 40;
    private const double Gap = 2;
    private const int FarthestBesideDots = 64;
    private const int Directions = 48;

    /// <summary>Where a professional priority of 1 to 5 stands, from the top.</summary>
    public static double YOf(double priority) => Bottom - Margin - (priority - 1) / 4 * (Bottom - Top - 2 * Margin);

    /// <summary>Where an economic priority of 1 to 5 stands, from the left.</summary>
    public static double XOf(double priority) => Left + Margin + (priority - 1) / 4 * (Right - Left - 2 * Margin);

    /// <summary>Lays the pieces out; those without both priorities are counted as missing.</summary>
    public static DesignationMatrix Of(IReadOnlyList<DesignationRow> rows)
    {
        var largest = rows.Max(r => Math.Abs(r.Cost ?? 0L) as long?) ?? 0;
        var drawn = rows.Where(r => r is { Professional: not null, Economic: not null }).Select(r => new MatrixPoint(r, 0, 0, RadiusOf(r.Cost, largest)))
            .Select(p => p with { X = p.TrueX, Y = p.TrueY }).OrderByDescending(p => p.R).ThenBy(p => p.Row.Number).ToList();
        var placed = new List<MatrixPoint>();
        foreach (var point in drawn)
            placed.Add(Place(point, placed, drawn.Where(p => p != point).ToList()));
        return new DesignationMatrix([.. placed.OrderBy(p => p.Row.Number)], rows.Count - placed.Count);
    }

    private static double RadiusOf(long? cost, long largest) => cost switch
    {
        null => UnknownR,
        { } kroner when largest > 0 => Math.Sqrt(SmallestR * SmallestR + (LargestR * LargestR - SmallestR * SmallestR) * Math.Abs(kroner) / largest),
        _ => SmallestR,
    };

    /// <summary>
    /// The place in the ring around a shared place, else the nearest free one that leaves the true places of the others in sight;
    /// where there is none close by, the nearest free one.
    /// </summary>
    private static MatrixPoint Place(MatrixPoint point, List<MatrixPoint> placed, List<MatrixPoint> others)
    {
        var beside = others.Where(o => o.TrueX == point.TrueX && o.TrueY == point.TrueY).ToList();
        return Around(point, FarthestBesideDots).Prepend(InRing(point, beside, beside.Count(o => placed.Exists(p => p.Row.Id == o.Row.Id))))
                .FirstOrDefault(p => IsFree(p, placed) && others.TrueForAll(o => LeavesInSight(p, o)))
            ?? Around(point, Width).FirstOrDefault(p => IsFree(p, placed))
            // More pieces than the plot has room for: the true place is then better than none.
            ?? point;
    }

    /// <summary>A few pieces on one place lie in a ring, so that each line is seen; the true place itself for a piece alone.</summary>
    private static MatrixPoint InRing(MatrixPoint point, List<MatrixPoint> beside, int before)
    {
        if (beside.Count == 0)
            return point;
        var (pieces, largest) = (beside.Count + 1, beside.Append(point).Max(p => p.R));
        var distance = Math.Max(largest + DotR + Gap, (largest + Gap) / Math.Sin(Math.PI / pieces));
        return At(point, Math.Min(distance, FarthestBesideDots), before * Math.Tau / pieces);
    }

    private static MatrixPoint At(MatrixPoint point, double distance, double angle) =>
        point with { X = point.X + distance * Math.Cos(angle), Y = point.Y + distance * Math.Sin(angle) };

    /// <summary>The true place and the places around it, the nearest first.</summary>
    private static IEnumerable<MatrixPoint> Around(MatrixPoint point, int farthest) =>
        Enumerable.Range(1, farthest)
            .SelectMany(_ => Enumerable.Range(0, Directions), (distance, direction) => At(point, distance, direction * Math.Tau / Directions)).Prepend(point);

    private static bool IsFree(MatrixPoint point, List<MatrixPoint> placed) => IsInside(point) && placed.TrueForAll(p => AreApart(p, point));

    private static bool LeavesInSight(MatrixPoint point, MatrixPoint other) =>
        Math.Pow(point.X - other.TrueX, 2) + Math.Pow(point.Y - other.TrueY, 2) >= Math.Pow(point.R + DotR + Gap, 2);

    private static bool IsInside(MatrixPoint p) =>
        p.X - p.R >= Left && p.X + p.R <= Right && p.Y - p.R >= Top && p.Y + p.R <= Bottom;

    private static bool AreApart(MatrixPoint a, MatrixPoint b) =>
        Math.Pow(a.X - b.X, 2) + Math.Pow(a.Y - b.Y, 2) >= Math.Pow(a.R + b.R + Gap, 2);
}
