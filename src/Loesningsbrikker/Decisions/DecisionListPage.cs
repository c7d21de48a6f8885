using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.EntityFrameworkCore;
using Microsoft.AspNetCore.Mvc;

namespace Loesningsbrikker.Decisions;

/// <summary>What the address of the list of decisions asks for; every part may be missing.</summary>
public sealed class DecisionFilter
{
    /// <summary>Who decided or recommended.</summary>
    [FromQuery(Name = "body")]
    public DecisionBody? Body { get; set; }

    /// <summary>What came out.</summary>
    [FromQuery(Name = "outcome")]
    public DecisionOutcome? Outcome { get; set; }

    /// <summary>Who must act.</summary>
    [FromQuery(Name = "class")]
    public PieceClass? Class { get; set; }

    /// <summary>Whether anything narrows the list.</summary>
    public bool IsSet => Body is not null || Outcome is not null || Class is not null;
}

/// <summary>One decision in the list.</summary>
public sealed record DecisionRow(
    DateOnly DecidedOn, DecisionBody Body, DecisionStanding Standing, DecisionOutcome Outcome, string CaseNumber, string Reason,
    int Number, string Title, PieceClass Class)
{
    /// <summary>The outcome in the words of the body: the department accepts and declines.</summary>
    public string OutcomeWord => Body == DecisionBody.Department
        ? (Outcome == DecisionOutcome.Adopted ? PieceStage.Accepted : PieceStage.Declined).ToDanish()
        : Outcome.ToDanish();
}

/// <summary>What the list of decisions shows, newest first.</summary>
/// <param name="HasAny">False when there is not one to see, whatever the filters.</param>
public sealed record DecisionListPage(DecisionFilter Filter, PageOf<DecisionRow> Page, bool HasAny)
{
    /// <summary>Reads one page with three queries at most.</summary>
    public static async Task<DecisionListPage> ReadAsync(LoesningsbrikkerContext db, CurrentProcess current, DecisionFilter filter, int number)
    {
        var all =
            from piece in db.SolutionPieces.VisibleTo(current, db)
            from decision in piece.Decisions
            select new { piece, decision };
        var found = all;
        if (filter.Body is { } body)
            found = found.Where(x => x.decision.Body == body);
        if (filter.Outcome is { } outcome)
            found = found.Where(x => x.decision.Outcome == outcome);
        if (filter.Class is { } pieceClass)
            found = found.Where(x => x.piece.Class == pieceClass);
        var page = await found.OrderByDescending(x => x.decision.DecidedOn).ThenByDescending(x => x.decision.Id)
            .Select(x => new DecisionRow(
                x.decision.DecidedOn, x.decision.Body, x.decision.Standing, x.decision.Outcome, x.decision.CaseNumber, x.decision.Reason,
                x.piece.Number, x.piece.Title, x.piece.Class))
            .ToPageAsync(number);
        return new DecisionListPage(filter, page, page.Total > 0 || await all.AnyAsync());
    }
}
