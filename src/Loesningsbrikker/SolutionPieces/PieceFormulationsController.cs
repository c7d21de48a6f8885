using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Loesningsbrikker.SolutionPieces;

/// <summary>Draft → Formulated.</summary>
[Permit(Permission.WritePieces)]
public sealed class PieceFormulationsController(LoesningsbrikkerContext db, CurrentProcess current) : PieceController(db, current)
{
    /// <summary>Makes the piece readable for everybody in the process.</summary>
    [HttpPost("dialogue-processes/{processId}/solution-pieces/{number}/formulation")]
    public async Task<IActionResult> Create(int number, PieceVersionForm form)
    {
        var piece = await FindAsync(number, form.Version);
        piece.Formulate(Db.Actor.RequiredUserId, Db.UtcNow);
        await Db.SaveChangesAsync();
        Confirm($"{NameOf(piece)} er formuleret og kan nu læses af alle i dialogprocessen.");
        return Redirect(PathOf(number));
    }

    /// <inheritdoc />
    public override Task<IActionResult> ShowAgainAsync(object form) => ShowPieceAgainAsync();
}
