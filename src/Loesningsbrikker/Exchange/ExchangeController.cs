using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Exchange;

/// <summary>What can go out to other tools and come in from them.</summary>
[Route("dialogue-processes/{processId}/exchange"), Permit(Permission.ReadTestimony)]
public sealed class ExchangeController(LoesningsbrikkerContext db, CurrentProcess current) : HouseController(db, current)
{
    /// <summary>Shows the page.</summary>
    [HttpGet]
    public async Task<IActionResult> Show() => View("Show", await ExchangePage.ReadAsync(Db, Current.Id));
}

/// <summary>The page of exchange.</summary>
/// <param name="Interviews">Interviews with a text.</param>
/// <param name="Left">What a project file does not hold.</param>
public sealed record ExchangePage(int Interviews, int Passages, int Pieces, int Challenges, ExportLosses Left)
{
    /// <summary>Counts what would go out.</summary>
    internal static async Task<ExchangePage> ReadAsync(LoesningsbrikkerContext db, long processId) => new(
        await db.Interviews.CountAsync(i => i.ProcessId == processId && i.Transcripts.Count > 0),
        await db.Passages.CountAsync(p => p.ProcessId == processId),
        await db.SolutionPieces.CountAsync(p => p.ProcessId == processId && p.Stage != PieceStage.Merged),
        await db.Challenges.CountAsync(c => c.ProcessId == processId),
        ExportLosses.Read(db, processId));
}
