using Loesningsbrikker.SolutionPieces;

namespace Loesningsbrikker.Dashboards;

/// <summary>A stretch of a bar: the pieces of one class in one phase.</summary>
/// <param name="X">Left edge, in units of the picture.</param>
/// <param name="Label">The phase's name above the bar; null where another bar carries it, or none has room.</param>
public sealed record PhaseSegment(PieceStatus Phase, int Count, int X, int Width, string? Label)
{
    /// <summary>Whether the number has room inside.</summary>
    public bool HasRoom => Width >= 8 * Count.ToString(System.Globalization.CultureInfo.InvariantCulture).Length - 1;
}

/// <summary>The bar of one class.</summary>
/// <param name="Y">Top of the bar, in units of the picture.</param>
public sealed record PhaseBar(PieceClass Class, int Total, int Y, IReadOnlyList<PhaseSegment> Segments);

/// <summary>Where the pieces are: a bar for each class on one scale, cut by phase, each phase named once where it has room.</summary>
/// <param name="Unnamed">Phases that found no room for their name, to be named below.</param>
public sealed record PhasePicture(IReadOnlyList<PhaseBar> Bars, IReadOnlyList<PieceStatus> Unnamed)
{
    /// <summary>Width of the picture in its own units; text of 13 units is read on a phone and on paper.</summary>
    public const int Width = 400;

    /// <summary>Height of a bar.</summary>
    public const int BarHeight = 26;

    private const int Left = 122;
    private const int RowHeight = 54;
    private const int UnitsPerLetter = 7;

    /// <summary>Height of the picture.</summary>
    public int Height => Bars.Count * RowHeight + 8;

    /// <summary>Lays the bars out. Classes without pieces have none.</summary>
    public static PhasePicture Of(DashboardFigures figures)
    {
        var classes = Enum.GetValues<PieceClass>().Where(c => figures.TotalOf(c) > 0).ToList();
        var most = Math.Max(1, classes.Select(figures.TotalOf).DefaultIfEmpty().Max());
        var unnamed = PieceStatuses.Phases.Where(p => figures.Of(p) > 0).ToList();
        var bars = classes.Index().Select(c => BarOf(figures, c.Item, c.Index * RowHeight + RowHeight - BarHeight - 6, most, unnamed)).ToList();
        return new PhasePicture(bars, unnamed);
    }

    private static PhaseBar BarOf(DashboardFigures figures, PieceClass pieceClass, int y, int most, List<PieceStatus> unnamed)
    {
        var segments = new List<PhaseSegment>();
        var (before, freeFrom) = (0, 0);
        foreach (var phase in PieceStatuses.Phases)
        {
            var count = figures.Of(phase, pieceClass);
            if (count == 0)
                continue;
            var x = Left + before * (Width - Left - 2) / most;
            var width = Left + (before + count) * (Width - Left - 2) / most - x;
            var label = LabelFor(phase, x, freeFrom, unnamed);
            if (label is not null)
                freeFrom = x + label.Length * UnitsPerLetter + 8;
            segments.Add(new PhaseSegment(phase, count, x, width, label));
            before += count;
        }
        return new PhaseBar(pieceClass, before, y, segments);
    }

    /// <summary>The name, where no bar above has it and it runs neither into the one before nor out of the picture.</summary>
    private static string? LabelFor(PieceStatus phase, int x, int freeFrom, List<PieceStatus> unnamed)
    {
        var name = phase.ToDanish().ToLower(Shared.DanishText.Culture);
        if (!unnamed.Contains(phase) || x < freeFrom || x + name.Length * UnitsPerLetter > Width)
            return null;
        unnamed.Remove(phase);
        return name;
    }
}
