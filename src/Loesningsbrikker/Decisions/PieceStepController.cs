using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Decisions;

/// <summary>What the pages have in common on which one piece goes a step further: only while the step is open, on the version that was seen.</summary>
/// <param name="steps">The steps that the page offers; it is open while one of them is.</param>
public abstract class PieceStepController(LoesningsbrikkerContext db, CurrentProcess current, params PieceStep[] steps) : PieceController(db, current)
{
    /// <inheritdoc />
    public override async Task<IActionResult> ShowAgainAsync(object form)
    {
        // What the broken verb began must not be saved with anything that the page does.
        Db.ChangeTracker.Clear();
        return await ShowAsync(await FindAsync(NumberInAddress), (PieceStepForm)form);
    }

    /// <summary>Shows the form while the step is open, else the piece, which says where it stands.</summary>
    protected async Task<IActionResult> OpenAsync(int number, Func<SolutionPiece, PieceStepForm> form)
    {
        var piece = await FindAsync(number);
        return steps.Any(s => PieceLife.Allows(s, piece.Class, piece.Stage)) ? await ShowAsync(piece, form(piece)) : Redirect(PathOf(number));
    }

    /// <summary>Stores what the verb did, tells it, and goes back to where the visitor came from.</summary>
    protected async Task<IActionResult> SaveAsync(SolutionPiece piece, PieceStepForm form, string sentence)
    {
        // A verb that only adds a row to one of the piece's lists is a change of the piece too: the loser of a race must hear of it.
        Touch(piece);
        try
        {
            await Db.SaveChangesAsync();
        }
        catch (DbUpdateException exception) when (exception is not DbUpdateConcurrencyException && DatabaseErrors.IsCollision(exception))
        {
            throw new ConflictException($"En kollega har ændret {NameOf(piece)}, mens du arbejdede. Din ændring er ikke gemt.");
        }
        Confirm(sentence);
        return Redirect(form.Back is { } back && IsList(back) ? $"/dialogue-processes/{Current.Id}/{back}" : PathOf(piece.Number));
    }

    /// <summary>What the page shows beside the piece and the form; the name of its view.</summary>
    protected virtual Task<string> PrepareAsync(SolutionPiece piece, PieceStepForm form) => Task.FromResult("New");

    private async Task<IActionResult> ShowAsync(SolutionPiece piece, PieceStepForm form)
    {
        ViewData["Piece"] = piece;
        return View(await PrepareAsync(piece, form), form);
    }

    /// <summary>Only the lists of the room: an address from outside must not lead anywhere else.</summary>
    private static bool IsList(string back) =>
        back is "designations" or "acceptances"
        || (back.StartsWith("designations?", StringComparison.Ordinal) && back.Length < 200 && back.All(c => c is > ' ' and <= '~'));
}
