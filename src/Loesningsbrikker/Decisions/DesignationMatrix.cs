namespace Loesningsbrikker.Decisions;

/// <summary>A piece as a circle with its number, in units of the drawing.</summary>
/// <param name="X">Middle, from the left.</param>
/// <param name="Y">Middle, from the top.</param>
/// <param name="R">Radius; the area goes with the kroner.</param>
public sealed record MatrixPoint(DesignationRow Row, double X, double Y, double R);

/// <summary>
/// Professional against economic priority, a circle per piece. Priorities are whole or half numbers, so that many pieces fall on the
/// same place: they are laid beside one another, the large ones first, and so no number covers another. The same pieces always give the
/// same drawing.
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

    private const double LargestR = 26;
    private const double Margin = 30;
    private const double Gap = 2;

    /// <summary>Where a professional priority of 1 to 5 stands, from the top.</summary>
    public static double YOf(double priority) => Bottom - Margin - (priority - 1) / 4 * (Bottom - Top - 2 * Margin);

    /// <summary>Where an economic priority of 1 to 5 stands, from the left.</summary>
    public static double XOf(double priority) => Left + Margin + (priority - 1) / 4 * (Right - Left - 2 * Margin);

    /// <summary>Lays the pieces out; those without both priorities are counted as missing.</summary>
    public static DesignationMatrix Of(IReadOnlyList<DesignationRow> rows)
    {
        var largest = rows.Max(r => Math.Abs(r.Cost ?? 0L) as long?) ?? 0;
        var placed = new List<MatrixPoint>();
        foreach (var (row, r) in rows.Where(r => r is { Professional: not null, Economic: not null })
                     .Select(r => (Row: r, R: RadiusOf(r.Cost, largest))).OrderByDescending(x => x.R).ThenBy(x => x.Row.Number))
            placed.Add(Place(row, r, placed));
        return new DesignationMatrix([.. placed.OrderBy(p => p.Row.Number)], rows.Count - placed.Count);
    }

    private static double RadiusOf(long? cost, long largest) =>
        cost is { } kroner && largest > 0 ? Math.Sqrt(SmallestR * SmallestR + (LargestR * LargestR - SmallestR * SmallestR) * Math.Abs(kroner) / largest) : SmallestR;

    /// <summary>The nearest free place on a spiral around the true one.</summary>
    private static MatrixPoint Place(DesignationRow row, double r, List<MatrixPoint> placed)
    {
        var (x, y) = (XOf(row.Economic!.Value), YOf(row.Professional!.Value));
        for (var step = 0; step < 4_000; step++)
        {
            var (angle, distance) = (step * 0.6, step * 0.12);
            var point = new MatrixPoint(row, x + distance * Math.Cos(angle), y + distance * Math.Sin(angle), r);
            if (IsInside(point) && placed.TrueForAll(p => AreApart(p, point)))
                return point;
        }
        // More pieces than the plot has room for: the true place is then better than a far one.
        return new MatrixPoint(row, x, y, r);
    }

    private static bool IsInside(MatrixPoint p) =>
        p.X - p.R >= Left && p.X + p.R <= Right && p.Y - p.R >= Top && p.Y + p.R <= Bottom;

    private static bool AreApart(MatrixPoint a, MatrixPoint b) =>
        Math.Pow(a.X - b.X, 2) + Math.Pow(a.Y - b.Y, 2) >= Math.Pow(a.R + b.R + Gap, 2);
}
