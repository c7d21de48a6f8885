using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loesningsbrikker.Interviews.Corrections;

/// <summary>How a passage came from a text to the corrected one after it.</summary>
public enum PassageCarry
{
    /// <summary>Its words are the same.</summary>
    Unchanged,
    /// <summary>Its words changed, and somebody chose to keep it on the new ones.</summary>
    Reworded,
    /// <summary>Its words stand in another part of the text, and somebody chose to move it there.</summary>
    Relocated,
    /// <summary>It came loose (løsrevet): its words are gone, or somebody chose not to keep it on what they became.</summary>
    Loosened,
}

/// <summary>
/// Where a passage lay in a text that was corrected afterwards, and how it went on. Written once, at the correction: an old text shows its
/// marks as they lay then, also those that were taken away later. The words are those of the frozen text at these offsets.
/// </summary>
public sealed class PassageAnchor : ProcessEntity, INotAudited
{
    /// <summary>Key of the passage, which may have been taken away since; therefore no foreign key.</summary>
    public long PassageId { get; set; }
    /// <summary>Key of the text that the offsets count in. The correction of the text after it is what the change log vouches for.</summary>
    public long TranscriptId { get; set; }
    /// <summary>Where the passage began, in UTF-16 code units.</summary>
    public int StartUtf16 { get; set; }
    /// <summary>Where it ended, exclusive, in UTF-16 code units.</summary>
    public int EndUtf16 { get; set; }
    /// <summary>How it came to the next text.</summary>
    public PassageCarry Carry { get; set; }
}

internal sealed class PassageAnchorMapping : IEntityTypeConfiguration<PassageAnchor>
{
    public void Configure(EntityTypeBuilder<PassageAnchor> builder)
    {
        builder.HasIndex(a => new { a.TranscriptId, a.StartUtf16 });
        builder.HasIndex(a => new { a.PassageId, a.TranscriptId }).IsUnique();
        builder.HasOne<Transcript>().WithMany().HasForeignKey(a => a.TranscriptId);
    }
}
