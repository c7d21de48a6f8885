using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loesningsbrikker.Interviews.Corrections;

/// <summary>
/// How one text of an interview came out of the one before it (rettelse): who, when, why, and what became of what was marked. Never changed.
/// </summary>
public sealed class TranscriptCorrection : ProcessEntity
{
    /// <summary>Longest reason, in characters.</summary>
    public const int MaxReasonLength = 1000;

    /// <summary>Key of the corrected text.</summary>
    public long TranscriptId { get; set; }
    /// <summary>Key of the text that was corrected.</summary>
    public long FormerTranscriptId { get; set; }
    /// <summary>When, in UTC.</summary>
    public DateTime AtUtc { get; set; }
    /// <summary>Who; null never occurs outside tests.</summary>
    public long? ByUserId { get; set; }
    /// <summary>Why, in plain Danish.</summary>
    public string Reason { get; set; } = "";
    /// <summary>How many paragraphs of the new text are not as they were, those taken away counted too.</summary>
    public int ParagraphsChanged { get; set; }
    /// <summary>Passages whose words are the same.</summary>
    public int PassagesUnchanged { get; set; }
    /// <summary>Passages kept on new words or moved to another place.</summary>
    public int PassagesChanged { get; set; }
    /// <summary>Passages that came loose.</summary>
    public int PassagesLoosened { get; set; }
    /// <summary>Released quotations that lost their release, because nobody released the new words.</summary>
    public int QuotationsWithdrawn { get; set; }
    /// <summary>Sections of the interview guide that have no place in the new text.</summary>
    public int SectionsLost { get; set; }
}

internal sealed class TranscriptCorrectionMapping : IEntityTypeConfiguration<TranscriptCorrection>
{
    public void Configure(EntityTypeBuilder<TranscriptCorrection> builder)
    {
        builder.Property(c => c.Reason).HasMaxLength(TranscriptCorrection.MaxReasonLength);
        builder.HasIndex(c => c.TranscriptId).IsUnique();
        builder.HasIndex(c => c.FormerTranscriptId).IsUnique();
        builder.HasOne<Transcript>().WithMany().HasForeignKey(c => c.TranscriptId);
        builder.HasOne<Transcript>().WithMany().HasForeignKey(c => c.FormerTranscriptId).OnDelete(DeleteBehavior.Restrict);
    }
}
