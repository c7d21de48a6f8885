using Loesningsbrikker.Accounts;
using Loesningsbrikker.Meetings;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Decisions;

/// <summary>One political piece on the designation page.</summary>
/// <param name="Reason">Why it was chosen or left out; empty while it waits.</param>
public sealed record DesignationRow(
    long Id, Guid Version, int Number, string Title, string? Theme, PieceStage Stage, Conclusion? Conclusion, string Reason)
{
    /// <summary>What the meeting said; null when it said nothing about the piece.</summary>
    public PieceFigures? Figures { get; init; }

    /// <summary>Net kroner over the four years; null when not calculated, and for those who don't read estimates.</summary>
    public long? Cost { get; init; }

    /// <summary>The years that the cost is without, because they are not calculated; empty when there is no cost.</summary>
    public IReadOnlyList<int> MissingYears { get; init; } = [];

    /// <summary>Where it stands in the choice.</summary>
    public DesignationState State => DesignationFilter.StateOf(Stage);

    /// <summary>Share of yes, 0 to 1; null when there is none that may be shown.</summary>
    public double? Yes => Figures?.Total?.Share;

    /// <summary>Middle professional priority, 1 to 5; null when there is none that may be shown.</summary>
    public double? Professional => Figures?.Professional.Total?.Median;

    /// <summary>Middle economic priority, 1 to 5; null when there is none that may be shown.</summary>
    public double? Economic => Figures?.Economic.Total?.Median;

    /// <summary>Whether the meeting wanted it.</summary>
    public bool Wanted => MeetingWish.Wanted(Figures);

    /// <summary>Whether it can still be chosen.</summary>
    public bool MayDesignate => PieceLife.Allows(PieceStep.Designate, PieceClass.Political, Stage);

    /// <summary>Whether it can still be left out.</summary>
    public bool MayLeaveOut => PieceLife.Allows(PieceStep.LeaveOut, PieceClass.Political, Stage);
}

/// <summary>What the designation page shows.</summary>
/// <param name="All">All political pieces that the visitor sees, drafts left out.</param>
/// <param name="Shown">Those that the filter leaves, in the order asked for.</param>
/// <param name="ReadsCosts">Whether the visitor reads estimates.</param>
public sealed record DesignationPage(DesignationFilter Filter, IReadOnlyList<DesignationRow> All, IReadOnlyList<DesignationRow> Shown, bool ReadsCosts)
{
    /// <summary>The chosen ones.</summary>
    public IReadOnlyList<DesignationRow> Designated => [.. All.Where(r => r.State == DesignationState.Designated)];

    /// <summary>What the meeting wanted and was left out, by number; those that wait are no deviation yet.</summary>
    public IReadOnlyList<DesignationRow> WantedButLeftOut => [.. All.Where(r => r is { Wanted: true, State: DesignationState.NotDesignated })];

    /// <summary>What the meeting wanted and nobody has chosen yet, by number.</summary>
    public IReadOnlyList<DesignationRow> WantedAndWaiting => [.. All.Where(r => r is { Wanted: true, State: DesignationState.Waiting })];

    /// <summary>The points of the matrix.</summary>
    public DesignationMatrix Matrix => DesignationMatrix.Of(Shown);

    /// <summary>
    /// Reads the page with three queries. It is not cut into pages: the choice is one among all, some forty by experience,
    /// and the matrix has to show them together.
    /// </summary>
    public static async Task<DesignationPage> ReadAsync(LoesningsbrikkerContext db, CurrentProcess current, DesignationFilter filter)
    {
        var rows = await db.SolutionPieces.VisibleTo(current, db)
            .Where(p => p.Class == PieceClass.Political && p.Stage != PieceStage.Draft && p.Stage != PieceStage.Merged)
            .OrderBy(p => p.Number)
            .Select(p => new DesignationRow(
                p.Id, p.Version, p.Number, p.Title, p.Theme!.Name, p.Stage, p.Conclusion,
                p.Designations.OrderByDescending(d => d.Id).Select(d => d.Reason).FirstOrDefault() ?? ""))
            .ToListAsync();
        var figures = await MeetingFigures.ReadAsync(db, current.Id);
        var readsCosts = current.Can(Permission.ReadEstimates);
        var costs = readsCosts ? await PieceCosts.ReadAsync(db, current.Process) : new Dictionary<long, PieceCost>();
        var all = rows.Select(r => r with
        {
            Figures = figures.GetValueOrDefault(r.Id), Cost = costs.GetValueOrDefault(r.Id)?.Net,
            MissingYears = costs.GetValueOrDefault(r.Id)?.MissingYears ?? [],
            // A piece that came back to the start after another class waits anew.
            Reason = r.State == DesignationState.Waiting ? "" : r.Reason,
        }).ToList();
        return new DesignationPage(filter, all, [.. Sorted(all.Where(r => filter.State is null || r.State == filter.State), filter.Order)], readsCosts);
    }

    /// <summary>How many stand in a state; null for all.</summary>
    public int Count(DesignationState? state) => state is null ? All.Count : All.Count(r => r.State == state);

    private static IEnumerable<DesignationRow> Sorted(IEnumerable<DesignationRow> rows, DesignationOrder order) => order switch
    {
        DesignationOrder.Title => rows.OrderBy(r => r.Title, DanishText.Comparer),
        DesignationOrder.Theme => rows.OrderBy(r => r.Theme is null).ThenBy(r => r.Theme, DanishText.Comparer),
        DesignationOrder.Yes => rows.OrderByDescending(r => r.Yes ?? -1),
        DesignationOrder.Professional => rows.OrderByDescending(r => r.Professional ?? -1).ThenByDescending(r => r.Economic ?? -1),
        DesignationOrder.Economic => rows.OrderByDescending(r => r.Economic ?? -1).ThenByDescending(r => r.Professional ?? -1),
        DesignationOrder.Cost => rows.OrderBy(r => r.Cost is null).ThenByDescending(r => r.Cost),
        _ => rows,
    };
}
