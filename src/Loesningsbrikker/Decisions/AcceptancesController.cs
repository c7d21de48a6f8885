using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Decisions;

/// <summary>An administrative piece that waits for the department's answer.</summary>
/// <param name="WaitsSinceUtc">When it came to stand where it stands, in UTC; null for a piece brought in from elsewhere.</param>
public sealed record WaitingRow(int Number, string Title, string? Theme, PieceStage Stage, DateTime? WaitsSinceUtc);

/// <summary>The administrative pieces that wait for the department's answer, those that have waited longest first.</summary>
[Permit(Permission.ReadDecisions)]
public sealed class AcceptancesController(LoesningsbrikkerContext db, CurrentProcess current) : HouseController(db, current)
{
    private static readonly PieceStage[] Waiting = [PieceStage.Formulated, PieceStage.Validated, PieceStage.NotValidated];

    /// <summary>Shows the list.</summary>
    /// <param name="stage">Only those that stand there; null for all.</param>
    [HttpGet("dialogue-processes/{processId}/acceptances")]
    public async Task<IActionResult> Index(PieceStage? stage = null, int page = 1) => View("Index", await (
        from piece in Db.SolutionPieces.VisibleTo(Current, Db)
        where piece.Class == PieceClass.Administrative && Waiting.Contains(piece.Stage) && (stage == null || piece.Stage == stage)
        let since = piece.Events.Where(e => e.ToStage == piece.Stage).OrderByDescending(e => e.Id).Select(e => (DateTime?)e.AtUtc).FirstOrDefault()
        orderby since == null, since, piece.Number
        select new WaitingRow(piece.Number, piece.Title, piece.Theme!.Name, piece.Stage, since)).ToPageAsync(page));
}
