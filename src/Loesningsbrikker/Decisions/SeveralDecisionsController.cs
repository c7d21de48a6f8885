using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.AspNetCore.Mvc;

namespace Loesningsbrikker.Decisions;

/// <summary>Writing down one meeting's decision about several pieces, because a council decides many in one evening.</summary>
[Permit(Permission.RecordDecisions)]
public sealed class SeveralDecisionsController(LoesningsbrikkerContext db, CurrentProcess current) : HouseController(db, current)
{
    /// <summary>Shows what the pieces share, and the pieces before the politicians.</summary>
    [HttpGet("dialogue-processes/{processId}/decisions/new")]
    public Task<IActionResult> New() => ShowAgainAsync(new SeveralDecisionsForm());

    /// <summary>Stores a decision on each ticked piece: all of them, or none.</summary>
    [HttpPost("dialogue-processes/{processId}/decisions")]
    public async Task<IActionResult> Create(SeveralDecisionsForm form)
    {
        DecisionDay.Ensure(form.DecidedOn!.Value, Db.UtcNow, nameof(form.DecidedOn));
        var chosen = await SeveralPieces.ChosenAsync(Db, Current, form.Items);
        foreach (var (piece, item) in chosen)
        {
            Decide(piece, form.ToDecision(item.Reason));
            Db.Entry(piece).Property(p => p.Version).IsModified = true;
        }
        await Db.SaveChangesAsync();
        Confirm($"{DanishText.Count(chosen.Count, "beslutning", "beslutninger")} er skrevet ind.");
        return Redirect($"/dialogue-processes/{Current.Id}/decisions");
    }

    /// <inheritdoc />
    public override async Task<IActionResult> ShowAgainAsync(object form)
    {
        Db.ChangeTracker.Clear();
        ViewData["Rows"] = await SeveralPieces.OpenAsync(Db, Current, PieceStep.Decide);
        return View("New", form);
    }

    /// <summary>A refusal names its piece: the form holds many.</summary>
    private void Decide(SolutionPiece piece, Decision decision)
    {
        try
        {
            piece.Decide(decision, Db.Actor.RequiredUserId, Db.UtcNow);
        }
        catch (RuleException refusal) when (refusal.Field is null or "Reason")
        {
            throw new RuleException($"{Current.Process.NumberOf(piece)}: {refusal.Message}", refusal.Field);
        }
    }
}
