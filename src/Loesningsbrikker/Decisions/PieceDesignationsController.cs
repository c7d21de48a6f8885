using Loesningsbrikker.Accounts;
using Loesningsbrikker.Meetings;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.AspNetCore.Mvc;

namespace Loesningsbrikker.Decisions;

/// <summary>Choosing one political piece for the politicians, or leaving it out (udpegning).</summary>
[Permit(Permission.ConcludePieces)]
public sealed class PieceDesignationsController(LoesningsbrikkerContext db, CurrentProcess current)
    : PieceStepController(db, current, PieceStep.Designate, PieceStep.LeaveOut)
{
    /// <summary>Shows the choice beside what the meeting said.</summary>
    [HttpGet("dialogue-processes/{processId}/solution-pieces/{number}/designation")]
    public Task<IActionResult> New(int number) => OpenAsync(number, p => new DesignationForm { Version = p.Version });

    /// <summary>Stores the choice.</summary>
    [HttpPost("dialogue-processes/{processId}/solution-pieces/{number}/designation")]
    public async Task<IActionResult> Create(int number, DesignationForm form)
    {
        var piece = await FindAsync(number, form.Version);
        piece.Designate(form.Choice!.Value, form.Reason, Db.Actor.RequiredUserId, Db.UtcNow);
        return await SaveAsync(piece, form, $"{NameOf(piece)} er {form.Choice.Value.ToDanish().ToLower(DanishText.Culture)}.");
    }

    /// <inheritdoc />
    protected override async Task<string> PrepareAsync(SolutionPiece piece, PieceStepForm form)
    {
        ViewData["Figures"] = await MeetingFigures.ReadOfPieceAsync(Db, Current.Id, piece.Id);
        return "New";
    }
}
