using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.AspNetCore.Mvc;

namespace Loesningsbrikker.Decisions;

/// <summary>Taking back what was adopted (rullet tilbage).</summary>
[Permit(Permission.ConcludePieces)]
public sealed class PieceRollBacksController(LoesningsbrikkerContext db, CurrentProcess current) : PieceStepController(db, current, PieceStep.RollBack)
{
    /// <summary>Says what it means and asks why.</summary>
    [HttpGet("dialogue-processes/{processId}/solution-pieces/{number}/roll-back")]
    public Task<IActionResult> New(int number) => OpenAsync(number, p => new ReasonForm { Version = p.Version });

    /// <summary>Takes it back and ends the work on it.</summary>
    [HttpPost("dialogue-processes/{processId}/solution-pieces/{number}/roll-back")]
    public async Task<IActionResult> Create(int number, ReasonForm form)
    {
        var piece = await FindAsync(number, form.Version);
        await Db.Entry(piece).Collection(p => p.Implementations).LoadAsync();
        piece.RollBack(form.Reason, Db.Actor.RequiredUserId, Db.UtcNow);
        return await SaveAsync(piece, form, $"{NameOf(piece)} er rullet tilbage.");
    }

    /// <inheritdoc />
    protected override async Task<string> PrepareAsync(SolutionPiece piece, PieceStepForm form)
    {
        ViewData["Chain"] = await DecisionChain.ReadAsync(Db, piece.Id);
        return "New";
    }
}
