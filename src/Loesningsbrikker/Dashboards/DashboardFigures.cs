using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Dashboards;

/// <summary>
/// How many pieces of a process have become what, as far as the reader sees them. What each word means stands in
/// <see cref="PieceStatuses"/>; nothing is counted in another way.
/// </summary>
public sealed class DashboardFigures
{
    private static readonly PieceStatus[] Told =
    [
        .. PieceStatuses.Phases, PieceStatus.Decided, PieceStatus.AwaitsMoney, PieceStatus.Late, PieceStatus.Silent,
    ];

    private readonly Dictionary<(PieceStatus Status, PieceClass Class), int> _counts = [];
    private readonly Dictionary<PieceClass, int> _drafts = [];

    /// <summary>No piece at all.</summary>
    public DashboardFigures()
    {
    }

    /// <summary>Figures that are known already; for tests of the words.</summary>
    public DashboardFigures(IReadOnlyDictionary<PieceStatus, int> counts)
    {
        foreach (var (status, count) in counts)
            _counts[(status, PieceClass.Political)] = count;
    }

    /// <summary>All pieces in use.</summary>
    public int Total => PieceStatuses.Phases.Sum(Of);

    /// <summary>How many of them are drafts, which the committee doesn't see.</summary>
    public int Drafts => _drafts.Values.Sum();

    /// <summary>How many pieces the words are true of.</summary>
    public int Of(PieceStatus status) => Enum.GetValues<PieceClass>().Sum(c => Of(status, c));

    /// <summary>How many pieces of a class the words are true of.</summary>
    public int Of(PieceStatus status, PieceClass pieceClass) => _counts.GetValueOrDefault((status, pieceClass));

    /// <summary>All pieces of a class in use.</summary>
    public int TotalOf(PieceClass pieceClass) => PieceStatuses.Phases.Sum(s => Of(s, pieceClass));

    /// <summary>Counts with one query for each word, however many processes and pieces there are.</summary>
    /// <param name="visible">The pieces that the reader sees.</param>
    /// <returns>By key of the process; one without pieces is missing.</returns>
    public static async Task<IReadOnlyDictionary<long, DashboardFigures>> ReadAsync(LoesningsbrikkerContext db, IQueryable<SolutionPiece> visible)
    {
        var byProcess = new Dictionary<long, DashboardFigures>();
        DashboardFigures For(long processId) =>
            byProcess.TryGetValue(processId, out var figures) ? figures : byProcess[processId] = new DashboardFigures();
        foreach (var status in Told)
            foreach (var (processId, pieceClass, count) in await CountAsync(visible.WithStatus(status, db.UtcNow)))
                For(processId)._counts[(status, pieceClass)] = count;
        foreach (var (processId, pieceClass, count) in await CountAsync(visible.Where(p => p.Stage == PieceStage.Draft)))
            For(processId)._drafts[pieceClass] = count;
        return byProcess;
    }

    private static async Task<List<Count>> CountAsync(IQueryable<SolutionPiece> pieces) =>
        await pieces.GroupBy(p => new { p.ProcessId, p.Class }).Select(g => new Count(g.Key.ProcessId, g.Key.Class, g.Count())).ToListAsync();

    private sealed record Count(long ProcessId, PieceClass Class, int Pieces);
}
