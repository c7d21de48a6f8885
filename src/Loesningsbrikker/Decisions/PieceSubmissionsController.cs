using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.AspNetCore.Mvc;

namespace Loesningsbrikker.Decisions;

/// <summary>Sending one designated piece to the politicians.</summary>
[Permit(Permission.ConcludePieces)]
public sealed class PieceSubmissionsController(LoesningsbrikkerContext db, CurrentProcess current) : PieceStepController(db, current, PieceStep.Submit)
{
    /// <summary>Asks for the case number.</summary>
    [HttpGet("dialogue-processes/{processId}/solution-pieces/{number}/submission")]
    public Task<IActionResult> New(int number) =>
        OpenAsync(number, p => new SubmissionForm { Version = p.Version, CaseNumber = Current.Process.CaseNumber });

    /// <summary>Sends it.</summary>
    [HttpPost("dialogue-processes/{processId}/solution-pieces/{number}/submission")]
    public async Task<IActionResult> Create(int number, SubmissionForm form)
    {
        var piece = await FindAsync(number, form.Version);
        piece.Submit(form.CaseNumber, Db.Actor.RequiredUserId, Db.UtcNow);
        return await SaveAsync(piece, form, $"{NameOf(piece)} er sendt til politisk behandling.");
    }
}
