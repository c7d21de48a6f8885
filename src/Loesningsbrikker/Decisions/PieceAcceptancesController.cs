using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.AspNetCore.Mvc;

namespace Loesningsbrikker.Decisions;

/// <summary>The department's answer to one administrative piece: accepted or declined.</summary>
[Permit(Permission.ConcludePieces)]
public sealed class PieceAcceptancesController(LoesningsbrikkerContext db, CurrentProcess current)
    : PieceStepController(db, current, PieceStep.Accept, PieceStep.Decline)
{
    /// <summary>Shows the form with today's date.</summary>
    [HttpGet("dialogue-processes/{processId}/solution-pieces/{number}/acceptance")]
    public Task<IActionResult> New(int number) =>
        OpenAsync(number, p => new AcceptanceForm { Version = p.Version, DecidedOn = DanishText.Day(Db.UtcNow) });

    /// <summary>Stores the answer.</summary>
    [HttpPost("dialogue-processes/{processId}/solution-pieces/{number}/acceptance")]
    public async Task<IActionResult> Create(int number, AcceptanceForm form)
    {
        var piece = await FindAsync(number, form.Version);
        var (day, by) = (DecisionDay.Ensure(form.DecidedOn!.Value, Db.UtcNow, nameof(form.DecidedOn)), Db.Actor.RequiredUserId);
        if (form.Outcome == DecisionOutcome.Adopted)
            piece.Accept(form.Reason, day, form.CaseNumber, by, Db.UtcNow);
        else if (form.Outcome == DecisionOutcome.Rejected)
            piece.Decline(form.Reason, day, form.CaseNumber, by, Db.UtcNow);
        else
            throw new RuleException("Vælg, om forvaltningen accepterer eller afviser brikken.", nameof(form.Outcome));
        return await SaveAsync(piece, form, $"{NameOf(piece)} er {(form.Outcome == DecisionOutcome.Adopted ? "accepteret" : "afvist")}.");
    }
}
