using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Budget;

/// <summary>What the pages of one piece's estimate have in common.</summary>
public abstract class PieceEstimateController(LoesningsbrikkerContext db, CurrentProcess current) : PieceController(db, current)
{
    /// <summary>Address of the piece's estimate.</summary>
    protected string EstimatePathOf(int number) => PathOf(number) + "/estimate";

    /// <summary>The piece with its estimate, ready for a verb.</summary>
    /// <exception cref="NotFoundException">There is none with that number here that the user sees.</exception>
    protected async Task<SolutionPiece> FindWithEstimateAsync(int number) =>
        await Db.SolutionPieces.VisibleTo(Current, Db).Include(p => p.Estimate!.Lines).FirstOrDefaultAsync(p => p.Number == number)
        ?? throw new NotFoundException();

    /// <summary>The piece with its estimate as it was when the form was shown; an empty version stands for no estimate.</summary>
    /// <exception cref="NotFoundException">There is none with that number here that the user sees.</exception>
    /// <exception cref="ConflictException">A colleague has changed the estimate since.</exception>
    protected async Task<SolutionPiece> FindWithEstimateAsync(int number, Guid version)
    {
        var piece = await FindWithEstimateAsync(number);
        return (piece.Estimate?.Version ?? Guid.Empty) == version ? piece : throw ConflictAbout(piece);
    }

    /// <summary>Stores what the verb did; somebody who was first by a moment is told as somebody who was first by a minute.</summary>
    /// <exception cref="ConflictException">A colleague wrote the same at the same time.</exception>
    protected async Task SaveAsync(SolutionPiece piece)
    {
        try
        {
            await Db.SaveChangesAsync();
        }
        catch (DbUpdateException exception) when (exception is DbUpdateConcurrencyException || DatabaseErrors.IsCollision(exception))
        {
            throw ConflictAbout(piece);
        }
    }

    private ConflictException ConflictAbout(SolutionPiece piece) =>
        new($"En kollega har ændret prisskønnet på {NameOf(piece)}, mens du arbejdede. Din ændring er ikke gemt.");
}
