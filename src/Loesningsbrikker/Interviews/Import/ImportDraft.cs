using Loesningsbrikker.Accounts;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loesningsbrikker.Interviews.Import;

/// <summary>What waits in a draft.</summary>
public enum DraftKind
{
    /// <summary>A text that is to become an interview's transcript.</summary>
    Transcript,
    /// <summary>A table of pieces (<see cref="SolutionPieces.Import.ImportState"/>).</summary>
    PieceTable,
    /// <summary>A project or a codebook from another tool.</summary>
    Project,
}

/// <summary>
/// A text or a table that was uploaded and waits to be looked at before anything of it is stored. All of it is encrypted under the
/// master key; it is deleted when it is confirmed, given up or too old, and stands in no backup (docs/decisions/0015).
/// </summary>
public sealed class ImportDraft : ProcessEntity, IVersioned
{
    /// <summary>How long a draft waits.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>How many drafts one person may have waiting in one process.</summary>
    public const int MostPerOwner = 50;

    /// <summary>What it holds.</summary>
    public DraftKind Kind { get; set; }
    /// <summary>Key of the user who uploaded it; nobody else sees it.</summary>
    public long OwnerUserId { get; set; }
    /// <summary>When it was uploaded, in UTC.</summary>
    public DateTime CreatedAtUtc { get; set; }
    /// <summary>When it is deleted by itself, in UTC.</summary>
    public DateTime ExpiresAtUtc { get; set; }
    /// <summary>The file's name, encrypted: people name files after people.</summary>
    public byte[] NameCipher { get; set; } = [];
    /// <summary>What it holds (e.g. <see cref="DraftContent"/>), encrypted.</summary>
    public byte[] ContentCipher { get; set; } = [];
    /// <inheritdoc />
    public Guid Version { get; set; }

    /// <summary>A new draft; <see cref="DraftCipher"/> fills it.</summary>
    /// <param name="by">Key of the user.</param>
    public static ImportDraft Begin(long processId, long by, DateTime utcNow, DraftKind kind = DraftKind.Transcript) =>
        new() { Kind = kind, ProcessId = processId, OwnerUserId = by, CreatedAtUtc = utcNow, ExpiresAtUtc = utcNow + Lifetime };
}

internal sealed class ImportDraftMapping : IEntityTypeConfiguration<ImportDraft>
{
    public void Configure(EntityTypeBuilder<ImportDraft> builder)
    {
        builder.HasIndex(d => new { d.ProcessId, d.OwnerUserId });
        builder.HasIndex(d => d.ExpiresAtUtc);
        builder.HasOne<DialogueProcess>().WithMany().HasForeignKey(d => d.ProcessId);
        builder.HasOne<User>().WithMany().HasForeignKey(d => d.OwnerUserId).OnDelete(DeleteBehavior.Restrict);
    }
}
