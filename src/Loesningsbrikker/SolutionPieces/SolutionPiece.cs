using Loesningsbrikker.Interviews;
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
    /// <summary>Put together with another piece, under whose number it lives on (lagt sammen).</summary>
    Merged,
}

/// <summary>A proposed solution (løsningsbrik).</summary>
public sealed partial class SolutionPiece : ProcessEntity, IVersioned
{
    /// <summary>1, 2, 3 … within the process; shown with the prefix, e.g. D-14.</summary>
    public int Number { get; set; }
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
    /// <summary>Title and description in search form (<see cref="DanishText.SearchForm"/>).</summary>
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
}

internal sealed class SolutionPieceMapping : IEntityTypeConfiguration<SolutionPiece>
{
    public void Configure(EntityTypeBuilder<SolutionPiece> builder)
    {
        builder.Property(p => p.Title).HasMaxLength(SolutionPiece.MaxTitleLength);
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
