using Loesningsbrikker.SolutionPieces;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;

namespace Loesningsbrikker.Decisions;

/// <summary>Which of the political pieces are shown.</summary>
public enum DesignationState
{
    /// <summary>Nobody has chosen yet (venter).</summary>
    Waiting,
    /// <summary>Chosen for the politicians, and whatever came after (udpeget).</summary>
    Designated,
    /// <summary>Left out this time (ikke udpeget).</summary>
    NotDesignated,
}

/// <summary>What the table is sorted by.</summary>
public enum DesignationOrder
{
    /// <summary>By number.</summary>
    Number,
    /// <summary>By title in Danish order.</summary>
    Title,
    /// <summary>By theme in Danish order.</summary>
    Theme,
    /// <summary>Most yes first.</summary>
    Yes,
    /// <summary>Highest professional priority first.</summary>
    Professional,
    /// <summary>Highest economic priority first.</summary>
    Economic,
    /// <summary>The most expensive first; those not calculated last.</summary>
    Cost,
}

/// <summary>What the address of the designation page asks for.</summary>
public sealed class DesignationFilter
{
    /// <summary>Only these; null for all.</summary>
    [FromQuery(Name = "state")]
    public DesignationState? State { get; set; }

    /// <summary>The order; by number when not given.</summary>
    [FromQuery(Name = "sort")]
    public DesignationOrder Order { get; set; }

    /// <summary>The address below the process with the same order or state but for what is given.</summary>
    public static string Address(DesignationState? state, DesignationOrder order)
    {
        var query = new QueryBuilder();
        if (state is { } only)
            query.Add("state", only.ToString());
        if (order != DesignationOrder.Number)
            query.Add("sort", order.ToString());
        return "designations" + query;
    }

    /// <summary>Where a political piece stands in the choice.</summary>
    public static DesignationState StateOf(PieceStage stage) => stage switch
    {
        PieceStage.Formulated or PieceStage.Validated or PieceStage.NotValidated => DesignationState.Waiting,
        PieceStage.NotDesignated => DesignationState.NotDesignated,
        _ => DesignationState.Designated,
    };
}
