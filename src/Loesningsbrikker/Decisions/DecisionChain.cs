using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Decisions;

/// <summary>One link of the chain as it is read.</summary>
/// <param name="By">Who wrote it down; null for demo data.</param>
public sealed record ChainLink(
    DecisionBody Body, DecisionStanding Standing, DecisionOutcome Outcome, DateOnly DecidedOn, string CaseNumber, string Reason, string? By)
{
    /// <summary>E.g. "Økonomiudvalget indstillede 10.9.2025: Vedtaget. Sag 00.30.00-S00-1-25."</summary>
    public string Sentence => new Decision
    {
        Body = Body, Standing = Standing, Outcome = Outcome, DecidedOn = DecidedOn, CaseNumber = CaseNumber,
    }.Sentence();
}

/// <summary>Reads the chain of decisions on a piece.</summary>
public static class DecisionChain
{
    /// <summary>The whole chain, by day and then as it was written down.</summary>
    public static async Task<IReadOnlyList<ChainLink>> ReadAsync(LoesningsbrikkerContext db, long pieceId) =>
        await db.Decisions.Where(d => d.SolutionPieceId == pieceId)
            .OrderBy(d => d.DecidedOn).ThenBy(d => d.Id)
            .Select(d => new ChainLink(
                d.Body, d.Standing, d.Outcome, d.DecidedOn, d.CaseNumber, d.Reason,
                db.Users.Where(u => u.Id == d.RecordedByUserId).Select(u => u.DisplayName).FirstOrDefault()))
            .ToListAsync();
}
