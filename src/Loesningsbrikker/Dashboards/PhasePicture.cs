using Loesningsbrikker.SolutionPieces;

namespace Loesningsbrikker.Dashboards;

/// <summary>A stretch of a bar: the pieces of one class in one phase.</summary>
/// <param name="X">Left edge, in units of the picture.</param>
public sealed record PhaseSegment(PieceStatus Phase, int Count, int X, int Width)
{
    /// <summary>Whether the number has room inside; else it stands in the table alone.</summary>
    public bool HasRoom => Width >= 8 * Count.ToString(System.Globalization.CultureInfo.InvariantCulture).Length + 4;
}

/// <summary>The bar of one class.</summary>
/// <param name="Y">Top of the bar, in units of the picture.</param>
public sealed record PhaseBar(PieceClass Class, int Total, int Y, IReadOnlyList<PhaseSegment> Segments);

/// <summary>Where the pieces are: a bar for each class on one scale, cut by phase, and the phases named once below.</summary>
/// <param name="Phases">The phases that are drawn, in their order along the bars.</param>
public sealed record PhasePicture(IReadOnlyList<PhaseBar> Bars, IReadOnlyList<PieceStatus> Phases)
{
    /// <summary>Width of the picture in its own units; text of 13 units is read on a phone and on paper.</summary>
    public const int Width = 400;

    /// <summary>Height of a bar.</summary>
    public const int BarHeight = 26;

    private const int Left = 122;
    private const int RowHeight = 48;
    private const int Top = 4;

    /// <summary>Height of the picture.</summary>
    public int Height => Bars.Count * RowHeight;

    /// <summary>Lays the bars out. Classes without pieces have none.</summary>
    public static PhasePicture Of(DashboardFigures figures)
    {
        var classes = Enum.GetValues<PieceClass>().Where(c => figures.TotalOf(c) > 0).ToList();
        var most = Math.Max(1, classes.Select(figures.TotalOf).DefaultIfEmpty().Max());
        return new PhasePicture(
            [.. classes.Index().Select(c => BarOf(figures, c.Item, c.Index * RowHeight + Top, most))], [.. PieceStatuses.Phases.Where(p => figures.Of(p) > 0)]);
    }

    private static PhaseBar BarOf(DashboardFigures figures, PieceClass pieceClass, int y, int most)
    {
        var segments = new List<PhaseSegment>();
        var before = 0;
        foreach (var phase in PieceStatuses.Phases)
        {
            var count = figures.Of(phase, pieceClass);
            if (count == 0)
                continue;
            var x = Left + before * (Width - Left - 2) / most;
            segments.Add(new PhaseSegment(phase, count, x, Left + (before + count) * (Width - Left - 2) / most - x));
            before += count;
        }
        return new PhaseBar(pieceClass, before, y, segments);
    }
}
