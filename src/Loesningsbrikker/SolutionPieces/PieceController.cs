using System.Globalization;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.SolutionPieces;

/// <summary>What the pages below one piece have in common: finding it, and the way back.</summary>
public abstract class PieceController(LoesningsbrikkerContext db, CurrentProcess current) : HouseController(db, current)
{
    /// <summary>Address of the list.</summary>
    protected string ListPath => $"/dialogue-processes/{Current.Id}/solution-pieces";

    /// <summary>The number in the address; 0 when it is none.</summary>
    protected int NumberInAddress =>
        int.TryParse(RouteData.Values["number"] as string, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>Address of a piece.</summary>
    protected string PathOf(int number) => $"{ListPath}/{number}";

    /// <summary>How a piece is called, e.g. D-14.</summary>
    protected string NameOf(SolutionPiece piece) => Current.Process.NumberOf(piece);

    /// <summary>The piece with its facts, ready for a verb.</summary>
    /// <exception cref="NotFoundException">There is none with that number here that the user sees.</exception>
    protected async Task<SolutionPiece> FindAsync(int number) =>
        await Db.SolutionPieces.VisibleTo(Current, Db).WithFacts().FirstOrDefaultAsync(p => p.Number == number)
        ?? throw new NotFoundException();

    /// <summary>The piece as it was when the form was shown.</summary>
    /// <exception cref="NotFoundException">There is none with that number here that the user sees.</exception>
    /// <exception cref="ConflictException">A colleague has changed it since.</exception>
    protected async Task<SolutionPiece> FindAsync(int number, Guid version)
    {
        var piece = await FindAsync(number);
        // Asked before the verb runs, so that the loser hears about the colleague and not about a rule
        // that only holds since then. Between here and the save the version is checked by the database.
        if (piece.Version != version)
            throw new ConflictException($"En kollega har ændret {NameOf(piece)}, mens du arbejdede. Din ændring er ikke gemt.");
        return piece;
    }

    /// <summary>Lets a change that only touches the piece's lists change its version too.</summary>
    protected void Touch(SolutionPiece piece) => Db.Entry(piece).Property(p => p.Version).IsModified = true;

    /// <summary>Shows the page of the piece with what went wrong.</summary>
    protected async Task<IActionResult> ShowPieceAgainAsync()
    {
        // What the broken verb began must not be saved with the line in the access log.
        Db.ChangeTracker.Clear();
        return View("Piece", await PiecePage.ReadAsync(Db, Current, NumberInAddress, new PiecePlace()));
    }
}

/// <summary>Loading a piece with what it belongs to.</summary>
internal static class PieceQueries
{
    public static IQueryable<SolutionPiece> WithFacts(this IQueryable<SolutionPiece> pieces) =>
        pieces.Include(p => p.Theme).Include(p => p.Institutions).Include(p => p.Strategies).Include(p => p.Challenges).AsSplitQuery();
}
