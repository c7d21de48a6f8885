using System.Globalization;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.FollowUps;

/// <summary>What the pages of one follow-up have in common: finding it with its piece, and the way back.</summary>
public abstract class FollowUpController(LoesningsbrikkerContext db, CurrentProcess current) : PieceController(db, current)
{
    /// <summary>Address of the list of follow-ups.</summary>
    protected string FollowUpsPath => $"/dialogue-processes/{Current.Id}/follow-ups";

    /// <summary>The key in the address; 0 when it is none.</summary>
    protected long IdInAddress =>
        long.TryParse(RouteData.Values["id"] as string, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;

    /// <summary>The follow-up and its piece.</summary>
    /// <exception cref="NotFoundException">There is none with that key here on a piece that the user sees.</exception>
    protected async Task<(FollowUp FollowUp, SolutionPiece Piece)> FindWithPieceAsync(long id)
    {
        var followUp = await Db.FollowUps.FirstOrDefaultAsync(f => f.Id == id && f.ProcessId == Current.Id) ?? throw new NotFoundException();
        var piece = await Db.SolutionPieces.VisibleTo(Current, Db).FirstOrDefaultAsync(p => p.Id == followUp.SolutionPieceId)
            ?? throw new NotFoundException();
        return (followUp, piece);
    }

    /// <summary>The follow-up as it was when the form was shown, and its piece.</summary>
    /// <exception cref="NotFoundException">There is none with that key here on a piece that the user sees.</exception>
    /// <exception cref="ConflictException">A colleague has changed it since.</exception>
    protected async Task<(FollowUp FollowUp, SolutionPiece Piece)> FindWithPieceAsync(long id, Guid version)
    {
        var found = await FindWithPieceAsync(id);
        // Asked before the verb runs, so that the loser hears about the colleague and not about a rule that only holds since then.
        if (found.FollowUp.Version != version)
            throw new ConflictException($"En kollega har ændret opfølgningen på {NameOf(found.Piece)}, mens du arbejdede. Din ændring er ikke gemt.");
        return found;
    }
}
