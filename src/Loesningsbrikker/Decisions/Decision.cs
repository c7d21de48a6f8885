using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loesningsbrikker.Decisions;

/// <summary>Who decided or recommended.</summary>
public enum DecisionBody
{
    /// <summary>The department (forvaltningen), for administrative pieces.</summary>
    Department,
    /// <summary>The standing committee (fagudvalget).</summary>
    Committee,
    /// <summary>The finance committee (økonomiudvalget).</summary>
    FinanceCommittee,
    /// <summary>The council (kommunalbestyrelsen or byrådet).</summary>
    Council,
}

/// <summary>Whether a body settles the matter or passes it on.</summary>
public enum DecisionStanding
{
    /// <summary>It recommends to the next body (indstiller).</summary>
    Recommends,
    /// <summary>It decides (afgør).</summary>
    Decides,
}

/// <summary>What came out.</summary>
public enum DecisionOutcome
{
    /// <summary>Vedtaget; for the department accepteret.</summary>
    Adopted,
    /// <summary>Delvist vedtaget.</summary>
    PartlyAdopted,
    /// <summary>Ikke vedtaget; for the department afvist.</summary>
    Rejected,
    /// <summary>Udsat.</summary>
    Postponed,
    /// <summary>Oversendt til budget.</summary>
    SentToBudget,
    /// <summary>Taget til efterretning.</summary>
    Noted,
    /// <summary>Sendt tilbage.</summary>
    SentBack,
}

/// <summary>One link of the chain of decisions on a piece (beslutning). Never changed.</summary>
public sealed class Decision : ProcessEntity
{
    /// <summary>Longest case number, in characters.</summary>
    public const int MaxCaseNumberLength = 100;

    /// <summary>Key of the piece.</summary>
    public long SolutionPieceId { get; set; }
    /// <summary>Which body.</summary>
    public DecisionBody Body { get; set; }
    /// <summary>Whether it decides or recommends.</summary>
    public DecisionStanding Standing { get; set; }
    /// <summary>What came out.</summary>
    public DecisionOutcome Outcome { get; set; }
    /// <summary>The day of the meeting.</summary>
    public DateOnly DecidedOn { get; set; }
    /// <summary>The case number (sagsnummer); may be empty.</summary>
    public string CaseNumber { get; set; } = "";
    /// <summary>Why, in plain Danish; empty where none is due.</summary>
    public string Reason { get; set; } = "";
    /// <summary>When it was written down, in UTC.</summary>
    public DateTime RecordedAtUtc { get; set; }
    /// <summary>Who wrote it down; null for demo data.</summary>
    public long? RecordedByUserId { get; set; }
}

internal sealed class DecisionMapping : IEntityTypeConfiguration<Decision>
{
    public void Configure(EntityTypeBuilder<Decision> builder)
    {
        builder.Property(d => d.CaseNumber).HasMaxLength(Decision.MaxCaseNumberLength);
        builder.HasIndex(d => new { d.SolutionPieceId, d.Id });
        builder.HasIndex(d => new { d.ProcessId, d.DecidedOn });
        builder.HasOne<SolutionPiece>().WithMany(p => p.Decisions).HasForeignKey(d => d.SolutionPieceId);
    }
}
