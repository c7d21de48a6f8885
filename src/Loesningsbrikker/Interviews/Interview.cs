using Loesningsbrikker.Accounts;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loesningsbrikker.Interviews;

/// <summary>How the input was given.</summary>
public enum InterviewMethod
{
    /// <summary>A conversation.</summary>
    Interview,
    /// <summary>Interview-like activities with children (børnemiljøundersøgelse).</summary>
    ChildEnvironmentSurvey,
    /// <summary>A dialogue meeting.</summary>
    DialogueMeeting,
    /// <summary>Written input.</summary>
    WrittenInput,
}

/// <summary>One conversation: when, where, how, between whom.</summary>
public sealed class Interview : ProcessEntity, IVersioned
{
    /// <summary>1, 2, 3 … within the process.</summary>
    public int Number { get; set; }
    /// <summary>A short name, e.g. "Forældrebestyrelse, Egen".</summary>
    public string Title { get; set; } = "";
    /// <summary>The day it took place.</summary>
    public DateOnly HeldOn { get; set; }
    /// <summary>Where; may be empty.</summary>
    public string Place { get; set; } = "";
    /// <summary>How the input was given.</summary>
    public InterviewMethod Method { get; set; }
    /// <summary>Key of the institution; null when it concerns several or none.</summary>
    public long? InstitutionId { get; set; }
    /// <summary>The institution; null when it concerns several or none.</summary>
    public Institution? Institution { get; set; }
    /// <summary>Who asked.</summary>
    public List<User> Interviewers { get; } = [];
    /// <summary>Who gave input.</summary>
    public List<Informant> Informants { get; } = [];
    /// <summary>Its transcripts, oldest version first; empty until one is brought in.</summary>
    public List<Transcript> Transcripts { get; } = [];
    /// <summary>When the coding was called finished, in UTC; null while it goes on.</summary>
    public DateTime? CodingFinishedAtUtc { get; set; }
    /// <summary>Who called the coding finished; null while it goes on.</summary>
    public long? CodingFinishedByUserId { get; set; }
    /// <summary>When it was registered, in UTC.</summary>
    public DateTime CreatedAtUtc { get; set; }
    /// <summary>Who registered it; null for demo data.</summary>
    public long? CreatedByUserId { get; set; }
    /// <inheritdoc />
    public Guid Version { get; set; }

    /// <summary>Calls the coding finished; nothing is locked by it.</summary>
    /// <param name="by">Key of the user.</param>
    /// <param name="hasTranscript">Whether there is a text to have coded.</param>
    /// <exception cref="RuleException">There is no text, or it is finished already.</exception>
    public void FinishCoding(long by, bool hasTranscript, DateTime utcNow)
    {
        if (!hasTranscript)
            throw new RuleException("Interviewet har ingen tekst endnu, så der er ikke noget at kode færdig.");
        if (CodingFinishedAtUtc is not null)
            throw new RuleException("Kodningen er allerede meldt færdig.");
        (CodingFinishedAtUtc, CodingFinishedByUserId) = (utcNow, by);
    }

    /// <summary>Takes the coding up again. Who and when stand in the change log.</summary>
    /// <exception cref="RuleException">It goes on already.</exception>
    public void ResumeCoding()
    {
        if (CodingFinishedAtUtc is null)
            throw new RuleException("Kodningen er allerede i gang.");
        (CodingFinishedAtUtc, CodingFinishedByUserId) = (null, null);
    }
}

internal sealed class InterviewMapping : IEntityTypeConfiguration<Interview>
{
    public void Configure(EntityTypeBuilder<Interview> builder)
    {
        builder.Property(i => i.Title).HasMaxLength(200);
        builder.Property(i => i.Place).HasMaxLength(200);
        builder.HasIndex(i => new { i.ProcessId, i.Number }).IsUnique();
        builder.HasOne<DialogueProcess>().WithMany().HasForeignKey(i => i.ProcessId);
        builder.HasOne(i => i.Institution).WithMany().HasForeignKey(i => i.InstitutionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(i => i.Interviewers).WithMany().UsingEntity("InterviewInterviewer");
        builder.HasMany(i => i.Informants).WithMany().UsingEntity("InterviewInformant");
    }
}
