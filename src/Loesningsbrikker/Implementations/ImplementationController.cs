using System.Globalization;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Implementations;

/// <summary>What the pages of one implementation have in common: finding it, writing to it one after the other, and the way back.</summary>
public abstract class ImplementationController(LoesningsbrikkerContext db, CurrentProcess current) : HouseController(db, current)
{
    /// <summary>The key in the address; 0 when it is none.</summary>
    protected long IdInAddress => KeyInAddress("id");

    /// <summary>Address of an implementation.</summary>
    protected string PathOf(long id) => $"/dialogue-processes/{Current.Id}/implementations/{id}";

    /// <summary>A key in the address; 0 when it is none.</summary>
    protected long KeyInAddress(string name) =>
        long.TryParse(RouteData.Values[name] as string, NumberStyles.None, CultureInfo.InvariantCulture, out var key) ? key : 0;

    /// <summary>The implementation with its piece, institution and milestones, to be shown.</summary>
    /// <exception cref="NotFoundException">There is none with that key here that the user reads.</exception>
    protected async Task<Implementation> FindAsync(long id)
    {
        // What a broken verb began must not be shown as if it were stored.
        Db.ChangeTracker.Clear();
        return await Db.Implementations.VisibleTo(Current, Db).AsNoTracking()
            .Include(i => i.SolutionPiece).Include(i => i.Institution).Include(i => i.Milestones.OrderBy(m => m.DueOn).ThenBy(m => m.Id))
            .FirstOrDefaultAsync(i => i.Id == id) ?? throw new NotFoundException();
    }

    /// <summary>
    /// Calls a verb of the piece with what is stored now. Who writes to the same piece at the same time waits: two reports are both
    /// kept, two ends are one end and one sentence, and the last of two institutions that end at once closes the piece.
    /// </summary>
    /// <exception cref="NotFoundException">There is none with that key here.</exception>
    protected Task WriteAsync(long id, Action<SolutionPiece, Implementation> verb) => Db.InTransactionAsync(async () =>
    {
        await RowLocks.PieceOfImplementationAsync(Db, id);
        var recently = Db.UtcNow - SolutionPiece.SecondTap;
        var piece = await Db.SolutionPieces
            .Include(p => p.Implementations).ThenInclude(i => i.Institution)
            .Include(p => p.Implementations).ThenInclude(i => i.Milestones)
            .Include(p => p.Implementations).ThenInclude(i => i.Reports.Where(r => r.AtUtc > recently))
            .FirstOrDefaultAsync(p => p.ProcessId == Current.Id && p.Implementations.Any(i => i.Id == id)) ?? throw new NotFoundException();
        verb(piece, piece.Implementations.Single(i => i.Id == id));
        await Db.SaveChangesAsync();
    });

    /// <summary>A milestone of the implementation.</summary>
    /// <exception cref="NotFoundException">There is none with that key.</exception>
    protected static Milestone MilestoneOf(Implementation implementation, long milestoneId) =>
        implementation.Milestones.FirstOrDefault(m => m.Id == milestoneId) ?? throw new NotFoundException();

    /// <summary>Stops who changes what a colleague has changed since it was shown.</summary>
    /// <exception cref="ConflictException">A colleague has.</exception>
    protected static void EnsureUnchanged(IVersioned row, Guid version)
    {
        if (row.Version != version)
            throw new ConflictException("En kollega har ændret det samme, mens du arbejdede. Din ændring er ikke gemt.");
    }

    /// <summary>The way back from a page below the implementation.</summary>
    protected (string Text, string? Href)[] CrumbsTo(Implementation implementation, string page) => ProcessCrumbs.To(
        Current, ("Udmøntning", $"/dialogue-processes/{Current.Id}/implementations"),
        (Current.Process.NumberOf(implementation.SolutionPiece), PathOf(implementation.Id)), (page, null));
}
