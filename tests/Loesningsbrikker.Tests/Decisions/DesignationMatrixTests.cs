using Loesningsbrikker.Decisions;
using Loesningsbrikker.Meetings;
using Loesningsbrikker.SolutionPieces;

namespace Loesningsbrikker.Tests.Decisions;

/// <summary>The drawing tells no order that does not exist.</summary>
public sealed class DesignationMatrixTests
{
    [Test]
    public void A_piece_alone_on_its_place_lies_there()
    {
        var point = DesignationMatrix.Of([Row(1, 4, 2)]).Points.Single();
        Assert.That((point.X, point.Y, point.IsMoved), Is.EqualTo((DesignationMatrix.XOf(2), DesignationMatrix.YOf(4), false)));
    }

    [Test]
    public void Pieces_on_one_place_lie_in_a_ring_around_it_and_leave_it_in_sight()
    {
        var points = DesignationMatrix.Of([.. Enumerable.Range(1, 5).Select(n => Row(n, 4, 4))]).Points;
        Assert.That(points.All(p => p.IsMoved));
        Assert.That(points.Select(p => Distance(p.X, p.Y, p.TrueX, p.TrueY)).Max() - points.Min(p => Distance(p.X, p.Y, p.TrueX, p.TrueY)), Is.LessThan(0.01));
        Assert.That(points.All(p => Distance(p.X, p.Y, p.TrueX, p.TrueY) >= p.R + DesignationMatrix.DotR));
    }

    [Test]
    public void No_circle_covers_another_and_none_runs_out_of_the_plot()
    {
        var points = DesignationMatrix.Of([.. Enumerable.Range(1, 45).Select(n => Row(n, 3 + n % 5 / 2.0, 3 + n % 3))]).Points;
        foreach (var (first, second) in points.SelectMany((p, n) => points.Skip(n + 1).Select(q => (p, q))))
            Assert.That(Distance(first.X, first.Y, second.X, second.Y), Is.GreaterThan(first.R + second.R));
        Assert.That(points.All(p => p.X - p.R >= DesignationMatrix.Left && p.X + p.R <= DesignationMatrix.Right
            && p.Y - p.R >= DesignationMatrix.Top && p.Y + p.R <= DesignationMatrix.Bottom));
    }

    private static PriorityFigures Priority(double value) =>
        new(new PriorityCounts([.. Enumerable.Range(1, 5).Select(n => n == Math.Floor(value) || n == Math.Ceiling(value) ? 5 : 0)]), []);

    private static double Distance(double x, double y, double otherX, double otherY) => Math.Sqrt(Math.Pow(x - otherX, 2) + Math.Pow(y - otherY, 2));

    private static DesignationRow Row(int number, double professional, double economic) =>
        new(number, Guid.Empty, number, "Brik", null, PieceStage.Validated, Conclusion.Recognised, "")
        {
            Figures = new PieceFigures(1, null, [], Priority(professional), Priority(economic)), Cost = number % 4 == 0 ? null : 100_000 * number,
        };
}
