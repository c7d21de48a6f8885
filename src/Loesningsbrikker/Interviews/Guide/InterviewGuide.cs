using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loesningsbrikker.Interviews.Guide;

/// <summary>
/// The interview guide (spørgeguide) of a process: what is said before the questions and after them. Its row is also what those who move
/// questions take turns at.
/// </summary>
public sealed class InterviewGuide : ProcessEntity, IVersioned
{
    /// <summary>Longest introduction or closing, in characters: guide and answers must fit one page.</summary>
    public const int MaxTextLength = 1500;

    /// <summary>What the interviewer says first; may be empty.</summary>
    public string Introduction { get; set; } = "";
    /// <summary>What the interviewer says last; may be empty.</summary>
    public string Closing { get; set; } = "";
    /// <inheritdoc />
    public Guid Version { get; set; }
    /// <summary>Its questions; not in order.</summary>
    public List<GuideQuestion> Questions { get; } = [];
}

/// <summary>A question of the interview guide, for everybody or for one informant group.</summary>
public sealed class GuideQuestion : ProcessEntity, IVersioned
{
    /// <summary>Longest question, in characters.</summary>
    public const int MaxTextLength = 500;

    /// <summary>Longest help, in characters.</summary>
    public const int MaxProbesLength = 1000;

    /// <summary>Key of the guide.</summary>
    public long GuideId { get; set; }
    /// <summary>The guide.</summary>
    public InterviewGuide Guide { get; set; } = null!;
    /// <summary>Its place in the guide; the smallest stands first.</summary>
    public int Position { get; set; }
    /// <summary>The question as it is asked.</summary>
    public string Text { get; set; } = "";
    /// <summary>What one may ask more about (uddybende spørgsmål); may be empty.</summary>
    public string Probes { get; set; } = "";
    /// <summary>Key of the only informant group that is asked; null when everybody is.</summary>
    public long? GroupId { get; set; }
    /// <summary>The only informant group that is asked; null when everybody is.</summary>
    public InformantGroup? Group { get; set; }
    /// <inheritdoc />
    public Guid Version { get; set; }
}

internal sealed class InterviewGuideMapping : IEntityTypeConfiguration<InterviewGuide>
{
    public void Configure(EntityTypeBuilder<InterviewGuide> builder)
    {
        builder.Property(g => g.Introduction).HasMaxLength(InterviewGuide.MaxTextLength);
        builder.Property(g => g.Closing).HasMaxLength(InterviewGuide.MaxTextLength);
        builder.HasIndex(g => g.ProcessId).IsUnique();
        builder.HasOne<DialogueProcess>().WithMany().HasForeignKey(g => g.ProcessId);
    }
}

internal sealed class GuideQuestionMapping : IEntityTypeConfiguration<GuideQuestion>
{
    public void Configure(EntityTypeBuilder<GuideQuestion> builder)
    {
        builder.Property(q => q.Text).HasMaxLength(GuideQuestion.MaxTextLength);
        builder.Property(q => q.Probes).HasMaxLength(GuideQuestion.MaxProbesLength);
        builder.HasIndex(q => new { q.GuideId, q.Position });
        builder.HasIndex(q => q.ProcessId);
        builder.HasOne(q => q.Guide).WithMany(g => g.Questions).HasForeignKey(q => q.GuideId);
        builder.HasOne(q => q.Group).WithMany().HasForeignKey(q => q.GroupId).OnDelete(DeleteBehavior.Restrict);
    }
}
