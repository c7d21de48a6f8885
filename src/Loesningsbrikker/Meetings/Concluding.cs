using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Meetings;

/// <summary>Reads the page "Konkludér" and carries out what was ticked on it.</summary>
internal static class Concluding
{
    /// <summary>How often the rest is tried again when a colleague saved between reading and saving.</summary>
    private const int Attempts = 3;

    /// <summary>The pieces whose conclusion is open: without one, or with one that may still be changed.</summary>
    public static async Task<ConclusionsPage> ReadAsync(LoesningsbrikkerContext db, CurrentProcess current, bool again, int number)
    {
        var counts = await Open(db, current).GroupBy(p => p.Conclusion != null).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
        var page = await Project(Open(db, current).Where(p => p.Conclusion != null == again).OrderBy(p => p.Number)).ToPageAsync(number);
        var figures = await MeetingFigures.ReadAsync(db, current.Id);
        return new ConclusionsPage(
            page with { Rows = [.. page.Rows.Select(r => r with { Figures = figures.GetValueOrDefault(r.Piece.Id) })] },
            again, counts.GetValueOrDefault(false), counts.GetValueOrDefault(true));
    }

    /// <summary>The rows of a form that is shown again, in its order; a piece that is gone is left out.</summary>
    public static async Task<IReadOnlyList<ConclusionRow>> ReadAsync(LoesningsbrikkerContext db, CurrentProcess current, IReadOnlyCollection<int> numbers)
    {
        var figures = await MeetingFigures.ReadAsync(db, current.Id);
        var rows = await Project(db.PiecesForMeetings(current).Where(p => numbers.Contains(p.Number)).OrderBy(p => p.Number)).ToListAsync();
        return [.. rows.Select(r => r with { Figures = figures.GetValueOrDefault(r.Piece.Id) })];
    }

    /// <summary>Concludes the ticked rows: those that can be are stored together, the others are told apart.</summary>
    /// <returns>Sentences by the number of the piece; a ticked row without one is stored.</returns>
    public static async Task<IReadOnlyDictionary<int, string>> RunAsync(LoesningsbrikkerContext db, CurrentProcess current, IReadOnlyList<ConclusionForm> ticked)
    {
        for (var attempt = 1; ; attempt++)
        {
            var refused = await ConcludeAsync(db, current, ticked);
            try
            {
                // One save: all that can be concluded is, or nothing.
                await db.SaveChangesAsync();
                return refused;
            }
            catch (DbUpdateConcurrencyException) when (attempt < Attempts)
            {
                // Read again, the row that was lost now shows itself by its version, and the others go through.
                db.ChangeTracker.Clear();
            }
        }
    }

    private static async Task<Dictionary<int, string>> ConcludeAsync(LoesningsbrikkerContext db, CurrentProcess current, IReadOnlyList<ConclusionForm> ticked)
    {
        var numbers = ticked.Select(r => r.Number).ToList();
        var pieces = await db.PiecesForMeetings(current).Where(p => numbers.Contains(p.Number)).ToDictionaryAsync(p => p.Number);
        var figures = await MeetingFigures.ReadAsync(db, current.Id);
        var refused = new Dictionary<int, string>();
        foreach (var row in ticked)
        {
            try
            {
                var piece = pieces.GetValueOrDefault(row.Number) ?? throw new NotFoundException();
                Conclude(piece, figures.GetValueOrDefault(piece.Id), row, db);
            }
            catch (RuleException broken) when (broken is not NotFoundException)
            {
                refused[row.Number] = broken.Message;
            }
        }
        return refused;
    }

    private static void Conclude(SolutionPiece piece, PieceFigures? figures, ConclusionForm row, LoesningsbrikkerContext db)
    {
        if (piece.Version != row.Version)
            throw new ConflictException("En kollega har ændret brikken, mens du arbejdede. Se den igennem, og sæt kryds igen.");
        if ((row.Said ?? "") != ConclusionRow.SaidOf(figures))
            throw new ConflictException("Resultatet fra fællesmødet er ændret, mens du arbejdede. Se det nye, og sæt kryds igen.");
        if (row.Conclusion is not { } conclusion)
            throw new RuleException("Vælg, om brikken er genkendt.");
        var departs = ConclusionRow.ProposalOf(figures) is { } proposal && proposal != conclusion;
        piece.Conclude(conclusion, row.Reason, departs, figures?.MeetingId, db.Actor.RequiredUserId, db.UtcNow);
    }

    private static IQueryable<SolutionPiece> Open(LoesningsbrikkerContext db, CurrentProcess current)
    {
        var stages = PieceLife.StagesOf(PieceStep.Conclude);
        return db.PiecesForMeetings(current).Where(p => stages.Contains(p.Stage));
    }

    private static IQueryable<ConclusionRow> Project(IQueryable<SolutionPiece> pieces) => pieces.Select(p => new ConclusionRow(
        new MeetingPiece(p.Id, p.Number, p.Class, p.Title), p.Version, null, p.Conclusion,
        p.Validations.OrderByDescending(v => v.Id).Select(v => v.Reason).FirstOrDefault() ?? ""));
}
