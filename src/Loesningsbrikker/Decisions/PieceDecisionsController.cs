using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.AspNetCore.Mvc;

namespace Loesningsbrikker.Decisions;

/// <summary>Writing down what a political body recommended or decided about one piece, below the chain so far.</summary>
[Permit(Permission.RecordDecisions)]
public sealed class PieceDecisionsController(LoesningsbrikkerContext db, CurrentProcess current) : PieceStepController(db, current, PieceStep.Decide)
{
    /// <summary>Shows the chain and the form.</summary>
    [HttpGet("dialogue-processes/{processId}/solution-pieces/{number}/decision")]
    public Task<IActionResult> New(int number) => OpenAsync(number, p => new DecisionForm { Version = p.Version });

    /// <summary>Stores the next link of the chain.</summary>
    [HttpPost("dialogue-processes/{processId}/solution-pieces/{number}/decision")]
    public async Task<IActionResult> Create(int number, DecisionForm form)
    {
        var piece = await FindAsync(number, form.Version);
        DecisionDay.Ensure(form.DecidedOn!.Value, Db.UtcNow, nameof(form.DecidedOn));
        var decision = form.ToDecision();
        piece.Decide(decision, Db.Actor.RequiredUserId, Db.UtcNow);
        return await SaveAsync(piece, form, $"{NameOf(piece)}: {decision.Sentence()}");
    }

    /// <inheritdoc />
    protected override async Task<string> PrepareAsync(SolutionPiece piece, PieceStepForm form)
    {
        var chain = await DecisionChain.ReadAsync(Db, piece.Id);
        ViewData["Chain"] = chain;
        var given = (DecisionForm)form;
        // The case goes from body to body under one number.
        if (HttpMethods.IsGet(Request.Method))
            given.CaseNumber = chain.LastOrDefault(l => l.CaseNumber.Length > 0)?.CaseNumber ?? Current.Process.CaseNumber;
        return "New";
    }
}
