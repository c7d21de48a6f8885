using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loesningsbrikker.Interviews.Guide;

/// <summary>
/// A stretch of a transcript, whole paragraphs, in which a question of the guide is answered. It belongs to one version of the text: a
/// correction makes new sections for the new text, and the old text keeps its own.
/// </summary>
public sealed class GuideSection : ProcessEntity
{
    /// <summary>Key of the transcript version that the offsets count in.</summary>
    public long TranscriptId { get; set; }
    /// <summary>Key of the question.</summary>
    public long QuestionId { get; set; }
    /// <summary>The question.</summary>
    public GuideQuestion Question { get; set; } = null!;
    /// <summary>Where its first paragraph begins in the canonical text, in UTF-16 code units.</summary>
    public int StartUtf16 { get; set; }
    /// <summary>Where its last paragraph ends, exclusive, in UTF-16 code units.</summary>
    public int EndUtf16 { get; set; }
    /// <summary>When it was tied, in UTC.</summary>
    public DateTime CreatedAtUtc { get; set; }
    /// <summary>Who tied it; null for demo data.</summary>
    public long? CreatedByUserId { get; set; }

    /// <summary>The same section in a newer text.</summary>
    /// <param name="transcriptId">Key of the newer text.</param>
    public GuideSection In(long transcriptId, int startUtf16, int endUtf16) => new()
    {
        ProcessId = ProcessId, QuestionId = QuestionId, TranscriptId = transcriptId, StartUtf16 = startUtf16, EndUtf16 = endUtf16,
        CreatedAtUtc = CreatedAtUtc, CreatedByUserId = CreatedByUserId,
    };
}

internal sealed class GuideSectionMapping : IEntityTypeConfiguration<GuideSection>
{
    public void Configure(EntityTypeBuilder<GuideSection> builder)
    {
        builder.HasIndex(s => new { s.TranscriptId, s.StartUtf16 });
        builder.HasIndex(s => new { s.QuestionId, s.TranscriptId });
        builder.HasOne<Transcript>().WithMany().HasForeignKey(s => s.TranscriptId);
        builder.HasOne(s => s.Question).WithMany().HasForeignKey(s => s.QuestionId).OnDelete(DeleteBehavior.Restrict);
    }
}
