using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loesningsbrikker.Exchange;

/// <summary>What a GUID from another tool stands for here.</summary>
public enum ExchangeIdKind
{
    /// <summary>Somebody who coded in the other tool; no row of this product.</summary>
    User,
    /// <summary>An interview.</summary>
    Interview,
    /// <summary>A theme.</summary>
    Theme,
    /// <summary>A challenge.</summary>
    Challenge,
    /// <summary>A solution piece.</summary>
    Piece,
    /// <summary>An informant.</summary>
    Informant,
    /// <summary>A passage.</summary>
    Passage,
    /// <summary>A coding.</summary>
    Coding,
}

/// <summary>
/// The GUID that a row was brought in with (fælles id): the same file brought in twice doubles nothing, and what goes out again has the
/// GUID it came with. It stays when the row is deleted, so that the row does not come back. The <see cref="ExchangeImport"/> vouches for it.
/// </summary>
public sealed class ExchangeId : ProcessEntity, INotAudited
{
    /// <summary>What it stands for.</summary>
    public ExchangeIdKind Kind { get; set; }
    /// <summary>The GUID, unique among those of its kind in the process.</summary>
    public Guid Guid { get; set; }
    /// <summary>Key of the row; 0 for a user of the other tool.</summary>
    public long RowId { get; set; }
    /// <summary>True for a row that was here before: it goes out under a GUID of its own, and is only recognised by this one.</summary>
    public bool IsRecognised { get; set; }
    /// <summary>GUID of who made it in the other tool; empty when the file did not say. The row itself names who brought it in.</summary>
    public Guid CreatorGuid { get; set; }
    /// <summary>Name of a user of the other tool; empty for the rest.</summary>
    public string Name { get; set; } = "";
}

/// <summary>A project or codebook that was brought in: what, from where, by whom, when, and what could not come along.</summary>
public sealed class ExchangeImport : ProcessEntity
{
    /// <summary>The file's name without path.</summary>
    public string FileName { get; set; } = "";
    /// <summary>Name of the project in the file; empty for a codebook.</summary>
    public string ProjectName { get; set; } = "";
    /// <summary>The program that made the file, as the file says; empty when it does not.</summary>
    public string Origin { get; set; } = "";
    /// <summary>When, in UTC.</summary>
    public DateTime AtUtc { get; set; }
    /// <summary>Key of who brought it in.</summary>
    public long ByUserId { get; set; }
    /// <summary>New interviews.</summary>
    public int Interviews { get; set; }
    /// <summary>New passages.</summary>
    public int Passages { get; set; }
    /// <summary>New codings.</summary>
    public int Codings { get; set; }
    /// <summary>New pieces.</summary>
    public int Pieces { get; set; }
    /// <summary>New challenges.</summary>
    public int Challenges { get; set; }
    /// <summary>What could not come along, one Danish sentence a line; may be empty.</summary>
    public string Lost { get; set; } = "";
}

internal sealed class ExchangeIdMapping : IEntityTypeConfiguration<ExchangeId>
{
    public void Configure(EntityTypeBuilder<ExchangeId> builder)
    {
        builder.Property(i => i.Name).HasMaxLength(ExchangeLimits.LongestName);
        builder.HasIndex(i => new { i.ProcessId, i.Kind, i.Guid }).IsUnique();
        builder.HasIndex(i => new { i.ProcessId, i.Kind, i.RowId });
        builder.HasOne<DialogueProcess>().WithMany().HasForeignKey(i => i.ProcessId);
    }
}

internal sealed class ExchangeImportMapping : IEntityTypeConfiguration<ExchangeImport>
{
    public void Configure(EntityTypeBuilder<ExchangeImport> builder)
    {
        builder.Property(i => i.FileName).HasMaxLength(255);
        builder.Property(i => i.ProjectName).HasMaxLength(ExchangeLimits.LongestName);
        builder.Property(i => i.Origin).HasMaxLength(ExchangeLimits.LongestName);
        builder.HasIndex(i => i.ProcessId);
        builder.HasOne<DialogueProcess>().WithMany().HasForeignKey(i => i.ProcessId);
    }
}

/// <summary>What can be stored of a foreign file.</summary>
internal static class ExchangeLimits
{
    /// <summary>Longest name that is kept, in UTF-16 code units.</summary>
    public const int LongestName = 200;
}
