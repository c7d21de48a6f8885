using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loesningsbrikker.Interviews.Journal;

/// <summary>What somebody did while coding or sorting pieces.</summary>
public enum CodingStepKind
{
    /// <summary>A stretch was marked, or tied to a piece or a challenge.</summary>
    Coded,
    /// <summary>A passage was untied.</summary>
    Uncoded,
    /// <summary>A passage begins or ends elsewhere.</summary>
    BoundaryMoved,
    /// <summary>The note of a passage changed.</summary>
    NoteEdited,
    /// <summary>A mark was taken away.</summary>
    PassageDeleted,
    /// <summary>A piece went into another.</summary>
    PiecesMerged,
    /// <summary>Some passages of a piece became a new piece.</summary>
    PieceSplit,
    /// <summary>Words or facts of a piece changed.</summary>
    PieceEdited,
}

/// <summary>
/// One row of the journal of steps (skridt): who did what, when, and how the rows stood before and after, so that it can be undone.
/// A row that undoes or redoes points at the step it is about and carries its kind. Only ever added to, but for <see cref="Erase"/>:
/// the images hold notes and texts, and what was said can be erased.
/// </summary>
public sealed class CodingStep : ProcessEntity, INotAudited
{
    /// <summary>Key of the interview that was coded; null for work on pieces.</summary>
    public long? InterviewId { get; set; }
    /// <summary>Key of the transcript version; null for work on pieces.</summary>
    public long? TranscriptId { get; set; }
    /// <summary>Where the passage began in that transcript, in UTF-16 code units; null for work on pieces.</summary>
    public int? StartUtf16 { get; set; }
    /// <summary>Key of the passage, which may be gone; null for work on pieces.</summary>
    public long? PassageId { get; set; }
    /// <summary>Key of the coding that came or went, which may be gone; null when none did.</summary>
    public long? CodingId { get; set; }
    /// <summary>Key of the piece: the one tied or untied, merged away, split or edited; null when it is about none.</summary>
    public long? SolutionPieceId { get; set; }
    /// <summary>Key of the other piece: the survivor of a merge, the new one of a split; null otherwise.</summary>
    public long? OtherPieceId { get; set; }
    /// <summary>Key of the challenge tied or untied, which may be gone; null when it is about none.</summary>
    public long? ChallengeId { get; set; }
    /// <summary>What was done, undone or redone.</summary>
    public CodingStepKind Kind { get; set; }
    /// <summary>When, in UTC.</summary>
    public DateTime AtUtc { get; set; }
    /// <summary>Who; null for demo data.</summary>
    public long? ByUserId { get; set; }
    /// <summary>The rows before and after (<see cref="StepImages"/>); empty when erased.</summary>
    public string Images { get; set; } = "";
    /// <summary>Key of the step that this row undid; null when it undid none.</summary>
    public long? UndoneStepId { get; set; }
    /// <summary>Key of the step that this row redid; null when it redid none.</summary>
    public long? RedoneStepId { get; set; }

    /// <summary>Whether it is a step of its own, and not the undoing or redoing of one.</summary>
    public bool IsOwnStep => UndoneStepId is null && RedoneStepId is null;

    /// <summary>Whether it is work on pieces, which has no interview.</summary>
    public bool IsPieceWork => InterviewId is null;

    /// <summary>Takes the texts away for good. That something was done stays; undoing it is no longer possible.</summary>
    public void Erase() => Images = "";
}

internal sealed class CodingStepMapping : IEntityTypeConfiguration<CodingStep>
{
    public void Configure(EntityTypeBuilder<CodingStep> builder)
    {
        builder.Ignore(s => s.IsOwnStep);
        builder.Ignore(s => s.IsPieceWork);
        builder.HasIndex(s => new { s.ProcessId, s.Id });
        builder.HasIndex(s => new { s.InterviewId, s.Id });
        // Nearly every row undoes and redoes nothing: such rows cost these two indexes nothing.
        builder.HasIndex(s => s.UndoneStepId).HasFilter("\"UndoneStepId\" IS NOT NULL");
        builder.HasIndex(s => s.RedoneStepId).HasFilter("\"RedoneStepId\" IS NOT NULL");
        builder.HasOne<DialogueProcess>().WithMany().HasForeignKey(s => s.ProcessId);
        builder.HasOne<Interview>().WithMany().HasForeignKey(s => s.InterviewId);
        builder.HasOne<CodingStep>().WithMany().HasForeignKey(s => s.UndoneStepId);
        builder.HasOne<CodingStep>().WithMany().HasForeignKey(s => s.RedoneStepId);
    }
}
