using Loesningsbrikker.Budget;
using Loesningsbrikker.Decisions;
using Loesningsbrikker.Implementations;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.Meetings;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loesningsbrikker.SolutionPieces;

/// <summary>Who must act on a piece.</summary>
public enum PieceClass
{
    /// <summary>Needs a political decision.</summary>
    Political,
    /// <summary>The department is responsible.</summary>
    Administrative,
    /// <summary>The single school or daycare and its MED committee take it further.</summary>
    Local,
}

/// <summary>Where a piece stands in its life.</summary>
public enum PieceStage
{
    /// <summary>Being written (kladde).</summary>
    Draft,
    /// <summary>Ready to be read by others (formuleret).</summary>
    Formulated,
    /// <summary>The administration concluded that it is a true expression of what was said (genkendt).</summary>
    Validated,
    /// <summary>The administration concluded that it is not (ikke genkendt).</summary>
    NotValidated,
    /// <summary>Political: chosen for the politicians (udpeget).</summary>
    Designated,
    /// <summary>Political: not chosen this time (ikke udpeget).</summary>
    NotDesignated,
    /// <summary>Political: before the politicians (til politisk behandling).</summary>
    Submitted,
    /// <summary>Political: adopted (vedtaget).</summary>
    Adopted,
    /// <summary>Political: adopted in part (delvist vedtaget).</summary>
    PartlyAdopted,
    /// <summary>Political: not adopted (ikke vedtaget).</summary>
    Rejected,
    /// <summary>Political: postponed (udsat).</summary>
    Postponed,
    /// <summary>Administrative: the department takes it on (accepteret).</summary>
    Accepted,
    /// <summary>Administrative: the department says no (afvist).</summary>
    Declined,
    /// <summary>Local: with one or more institutions, none of which has begun (overdraget til institution).</summary>
    HandedOver,
    /// <summary>Being carried out (under udmøntning).</summary>
    InImplementation,
    /// <summary>Done, with an outcome (afsluttet).</summary>
    Closed,
    /// <summary>Political: adopted, and later taken back (rullet tilbage).</summary>
    RolledBack,
    /// <summary>Put together with another piece, under whose number it lives on (lagt sammen).</summary>
    Merged,
    /// <summary>A draft whose writing was undone before anything else came of it (trukket tilbage).</summary>
    Withdrawn,
}

/// <summary>A proposed solution (løsningsbrik).</summary>
public sealed partial class SolutionPiece : ProcessEntity, IVersioned
{
    /// <summary>1, 2, 3 … within the process; shown with the prefix, e.g. D-14.</summary>
    public int Number { get; set; }
    /// <summary>The number it had elsewhere before it was brought in (tidligere nummer); empty when it was written here.</summary>
    public string FormerNumber { get; set; } = "";
    /// <summary>Who must act.</summary>
    public PieceClass Class { get; set; }
    /// <summary>Where it stands.</summary>
    public PieceStage Stage { get; set; }
    /// <summary>The proposal in one line.</summary>
    public string Title { get; set; } = "";
    /// <summary>What is proposed and why; may be empty while a draft.</summary>
    public string Description { get; set; } = "";
    /// <summary>Key of the theme; null when it has none.</summary>
    public long? ThemeId { get; set; }
    /// <summary>The theme; null when it has none.</summary>
    public Theme? Theme { get; set; }
    /// <summary>Key of the piece it was merged into; null otherwise.</summary>
    public long? MergedIntoId { get; set; }
    /// <summary>Title in Danish order (<see cref="DanishText.SortKey"/>).</summary>
    public byte[] TitleSortKey { get; set; } = [];
    /// <summary>Title, description and former number in search form (<see cref="DanishText.SearchForm"/>).</summary>
    public string SearchText { get; set; } = "";
    /// <summary>When it was written, in UTC.</summary>
    public DateTime CreatedAtUtc { get; set; }
    /// <summary>Who wrote it; null for demo data.</summary>
    public long? CreatedByUserId { get; set; }
    /// <inheritdoc />
    public Guid Version { get; set; }
    /// <summary>The institutions it concerns; for local pieces those that take it further.</summary>
    public List<Institution> Institutions { get; } = [];
    /// <summary>The policies and strategies it serves.</summary>
    public List<Strategy> Strategies { get; } = [];
    /// <summary>The challenges it answers.</summary>
    public List<Challenge> Challenges { get; } = [];
    /// <summary>Its evidence.</summary>
    public List<Coding> Codings { get; } = [];
    /// <summary>Its history, oldest first.</summary>
    public List<PieceEvent> Events { get; } = [];
    /// <summary>The administration's conclusion that counts; null before there is one. Kept beside the rows for lists.</summary>
    public Conclusion? Conclusion { get; set; }
    /// <summary>The conclusions, oldest first.</summary>
    public List<Validation> Validations { get; } = [];
    /// <summary>The choices for the politicians, oldest first.</summary>
    public List<Designation> Designations { get; } = [];
    /// <summary>The chain of decisions, oldest first.</summary>
    public List<Decision> Decisions { get; } = [];
    /// <summary>What it is reckoned to cost; null when it is not calculated.</summary>
    public CostEstimate? Estimate { get; set; }
    /// <summary>How it is carried out: one, or one per institution for a local piece.</summary>
    public List<Implementation> Implementations { get; } = [];
}

internal sealed class SolutionPieceMapping : IEntityTypeConfiguration<SolutionPiece>
{
    public void Configure(EntityTypeBuilder<SolutionPiece> builder)
    {
        builder.Property(p => p.Title).HasMaxLength(SolutionPiece.MaxTitleLength);
        builder.Property(p => p.FormerNumber).HasMaxLength(SolutionPiece.MaxFormerNumberLength);
        builder.HasIndex(p => new { p.ProcessId, p.Number }).IsUnique();
        builder.HasIndex(p => p.MergedIntoId);
        builder.HasOne<DialogueProcess>().WithMany().HasForeignKey(p => p.ProcessId);
        builder.HasOne(p => p.Theme).WithMany().HasForeignKey(p => p.ThemeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<SolutionPiece>().WithMany().HasForeignKey(p => p.MergedIntoId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(p => p.Institutions).WithMany().UsingEntity("PieceInstitution");
        builder.HasMany(p => p.Strategies).WithMany().UsingEntity("PieceStrategy");
        builder.HasMany(p => p.Challenges).WithMany().UsingEntity("PieceChallenge");
    }
}
