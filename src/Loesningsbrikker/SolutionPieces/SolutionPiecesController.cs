using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Loesningsbrikker.SolutionPieces;

/// <summary>The list of pieces and the page of one.</summary>
[Permit(Permission.ReadPieces)]
public sealed class SolutionPiecesController(LoesningsbrikkerContext db, CurrentProcess current) : PieceController(db, current)
{
    /// <summary>Shows the list as the address asks for.</summary>
    [HttpGet("dialogue-processes/{processId}/solution-pieces")]
    public async Task<IActionResult> Index([FromQuery] PieceFilter filter, int page = 1) =>
        View("Index", await PieceListPage.ReadAsync(Db, Current, filter, page));

    /// <summary>Shows a piece.</summary>
    [HttpGet("dialogue-processes/{processId}/solution-pieces/{number}")]
    public async Task<IActionResult> Show(int number, [FromQuery] PiecePlace place) =>
        View("Piece", await PiecePage.ReadAsync(Db, Current, number, place));
}
