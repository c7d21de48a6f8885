using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loesningsbrikker.Budget;

/// <summary>How good an estimate is. A piece without an estimate is not calculated, which is never 0.</summary>
public enum EstimateStatus
{
    /// <summary>A rough price tag (groft skøn).</summary>
    Rough,
    /// <summary>Calculated (beregnet).</summary>
    Calculated,
    /// <summary>Calculated and looked through by a second person (kvalitetssikret).</summary>
    QualityAssured,
}

/// <summary>Operating and capital money are granted apart.</summary>
public enum CostKind
{
    /// <summary>Drift.</summary>
    Operating,
    /// <summary>Anlæg.</summary>
    Capital,
}

/// <summary>Which way the money goes; both are stored as amounts of 0 or more.</summary>
public enum CostDirection
{
    /// <summary>Udgift.</summary>
    Expenditure,
    /// <summary>Indtægt, shown with a minus.</summary>
    Income,
}

/// <summary>What a piece is reckoned to cost (prisskøn).</summary>
public sealed class CostEstimate : ProcessEntity, IVersioned
{
    /// <summary>Longest note, in characters.</summary>
    public const int MaxNoteLength = 2_000;

    /// <summary>The most a line may hold, in kroner: a thousand billion, far above any municipality and far below 64 bits.</summary>
    public const long MaxAmount = 1_000_000_000_000;

    /// <summary>Key of the piece; a piece has one estimate at most.</summary>
    public long SolutionPieceId { get; set; }
    /// <summary>How good it is.</summary>
    public EstimateStatus Status { get; set; }
    /// <summary>The year whose prices and wages the amounts are in.</summary>
    public int PriceLevel { get; set; }
    /// <summary>What it rests on; may be empty.</summary>
    public string Note { get; set; } = "";
    /// <summary>When it was last written, in UTC.</summary>
    public DateTime WrittenAtUtc { get; set; }
    /// <summary>Who wrote it last; null for demo data.</summary>
    public long? WrittenByUserId { get; set; }
    /// <inheritdoc />
    public Guid Version { get; set; }
    /// <summary>The amounts that are known; a year without a line is not calculated.</summary>
    public List<CostLine> Lines { get; } = [];
}

/// <summary>One amount of an estimate (budgetlinje).</summary>
public sealed class CostLine : ProcessEntity
{
    /// <summary>Key of the estimate.</summary>
    public long EstimateId { get; set; }
    /// <summary>The calendar year.</summary>
    public int Year { get; set; }
    /// <summary>Operating or capital.</summary>
    public CostKind Kind { get; set; }
    /// <summary>Expenditure or income.</summary>
    public CostDirection Direction { get; set; }
    /// <summary>Whole kroner, 0 or more; 0 was reckoned and is no blank.</summary>
    public long Amount { get; set; }

    /// <summary>Whole kroner with the sign that budgets use: expenditure positive, income negative.</summary>
    public long Net => Direction == CostDirection.Income ? -Amount : Amount;
}

internal sealed class CostEstimateMapping : IEntityTypeConfiguration<CostEstimate>
{
    public void Configure(EntityTypeBuilder<CostEstimate> builder)
    {
        builder.HasIndex(e => e.SolutionPieceId).IsUnique();
        builder.HasIndex(e => e.ProcessId);
        builder.HasOne<SolutionPiece>().WithOne(p => p.Estimate).HasForeignKey<CostEstimate>(e => e.SolutionPieceId);
    }
}

internal sealed class CostLineMapping : IEntityTypeConfiguration<CostLine>
{
    public void Configure(EntityTypeBuilder<CostLine> builder)
    {
        builder.Ignore(l => l.Net);
        builder.HasIndex(l => new { l.EstimateId, l.Year, l.Kind, l.Direction }).IsUnique();
        builder.HasOne<CostEstimate>().WithMany(e => e.Lines).HasForeignKey(l => l.EstimateId);
    }
}
