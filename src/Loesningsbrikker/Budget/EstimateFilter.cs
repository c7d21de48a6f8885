using Loesningsbrikker.SolutionPieces;
using Microsoft.AspNetCore.Mvc;

namespace Loesningsbrikker.Budget;

/// <summary>How far the price of a piece is.</summary>
public enum EstimateState
{
    /// <summary>Not calculated (ikke beregnet).</summary>
    Missing,
    /// <summary>A rough price tag.</summary>
    Rough,
    /// <summary>Calculated.</summary>
    Calculated,
    /// <summary>Calculated and looked through.</summary>
    QualityAssured,
}

/// <summary>In which order the list stands.</summary>
public enum EstimateOrder
{
    /// <summary>By number.</summary>
    Number,
    /// <summary>By title in Danish order.</summary>
    Title,
    /// <summary>Most money first, all years together; those without an estimate last.</summary>
    Amount,
}

/// <summary>What the address of the list asks for; every part may be missing.</summary>
public sealed class EstimateFilter
{
    /// <summary>How far the price is.</summary>
    [FromQuery(Name = "state")]
    public EstimateState? State { get; set; }

    /// <summary>Who must act.</summary>
    [FromQuery(Name = "class")]
    public PieceClass? Class { get; set; }

    /// <summary>Only those that are designated.</summary>
    [FromQuery(Name = "designated")]
    public bool DesignatedOnly { get; set; }

    /// <summary>The order; by number when not given.</summary>
    [FromQuery(Name = "sort")]
    public EstimateOrder Order { get; set; }

    /// <summary>Whether anything narrows the list.</summary>
    public bool IsSet => State is not null || Class is not null || DesignatedOnly;

    /// <summary>The pieces that can have a price: no drafts, and none that lives on in another.</summary>
    public static IQueryable<SolutionPiece> WithPrice(IQueryable<SolutionPiece> pieces) =>
        pieces.Where(p => p.Stage != PieceStage.Draft && p.Stage != PieceStage.Merged);

    /// <summary>Narrows by everything but the state, which is counted for all four.</summary>
    public IQueryable<SolutionPiece> ApplyButState(IQueryable<SolutionPiece> pieces)
    {
        if (Class is { } pieceClass)
            pieces = pieces.Where(p => p.Class == pieceClass);
        return DesignatedOnly ? pieces.Designated() : pieces;
    }

    /// <summary>Narrows by the state.</summary>
    public IQueryable<SolutionPiece> ApplyState(IQueryable<SolutionPiece> pieces) => State switch
    {
        null => pieces,
        EstimateState.Missing => pieces.Where(p => p.Estimate == null),
        EstimateState.Rough => pieces.Where(p => p.Estimate!.Status == EstimateStatus.Rough),
        EstimateState.Calculated => pieces.Where(p => p.Estimate!.Status == EstimateStatus.Calculated),
        _ => pieces.Where(p => p.Estimate!.Status == EstimateStatus.QualityAssured),
    };

    /// <summary>Sorts.</summary>
    public IQueryable<SolutionPiece> Sort(IQueryable<SolutionPiece> pieces) => Order switch
    {
        EstimateOrder.Title => pieces.OrderBy(p => p.TitleSortKey).ThenBy(p => p.Number),
        EstimateOrder.Amount => pieces
            .OrderBy(p => p.Estimate == null ? 1 : 0)
            .ThenByDescending(p => p.Estimate!.Lines.Sum(l => l.Direction == CostDirection.Income ? -l.Amount : l.Amount))
            .ThenBy(p => p.Number),
        _ => pieces.OrderBy(p => p.Number),
    };
}
