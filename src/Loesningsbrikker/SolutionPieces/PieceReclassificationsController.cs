using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Loesningsbrikker.SolutionPieces;

/// <summary>Changing who must act (Skift klasse).</summary>
[Permit(Permission.WritePieces)]
public sealed class PieceReclassificationsController(LoesningsbrikkerContext db, CurrentProcess current) : PieceController(db, current)
{
    /// <summary>Shows the three classes and asks why.</summary>
    [HttpGet("dialogue-processes/{processId}/solution-pieces/{number}/reclassification")]
    public async Task<IActionResult> New(int number)
    {
        var piece = await FindAsync(number);
        return piece.Stage == PieceStage.Merged
            ? Redirect(PathOf(number))
            : Show(piece, new ReclassificationForm { Version = piece.Version, Class = piece.Class });
    }

    /// <summary>Stores the new class.</summary>
    [HttpPost("dialogue-processes/{processId}/solution-pieces/{number}/reclassification")]
    public async Task<IActionResult> Create(int number, ReclassificationForm form)
    {
        var piece = await FindAsync(number, form.Version);
        piece.Reclassify(form.Class!.Value, form.Reason, Db.Actor.RequiredUserId, Db.UtcNow);
        await Db.SaveChangesAsync();
        Confirm($"{NameOf(piece)} er nu {piece.Class.ToDanish().ToLower(DanishText.Culture)}.");
        return Redirect(PathOf(number));
    }

    /// <inheritdoc />
    public override async Task<IActionResult> ShowAgainAsync(object form)
    {
        Db.ChangeTracker.Clear();
        return Show(await FindAsync(NumberInAddress), (ReclassificationForm)form);
    }

    private ViewResult Show(SolutionPiece piece, ReclassificationForm form)
    {
        ViewData["Piece"] = piece;
        return View("New", form);
    }
}
