using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loesningsbrikker.Meetings;

/// <summary>The joint meeting (fællesmøde): those who were interviewed, children left out, validate the pieces and give their priorities.</summary>
public sealed class ValidationMeeting : ProcessEntity, IVersioned
{
    /// <summary>What it is called, e.g. "Fællesmøde om folkeskolen".</summary>
    public string Title { get; set; } = "";
    /// <summary>The day it was or will be held.</summary>
    public DateOnly HeldOn { get; set; }
    /// <summary>Where; may be empty.</summary>
    public string Place { get; set; } = "";
    /// <summary>When it was set up, in UTC.</summary>
    public DateTime CreatedAtUtc { get; set; }
    /// <summary>Who set it up; null for demo data.</summary>
    public long? CreatedByUserId { get; set; }
    /// <inheritdoc />
    public Guid Version { get; set; }
    /// <summary>How many of each group were invited and came.</summary>
    public List<MeetingAttendance> Attendances { get; } = [];
    /// <summary>What each group said about each piece.</summary>
    public List<MeetingResult> Results { get; } = [];
}

/// <summary>How many of one informant group were invited to a meeting and came.</summary>
public sealed class MeetingAttendance : ProcessEntity, IVersioned
{
    /// <summary>Key of the meeting.</summary>
    public long MeetingId { get; set; }
    /// <summary>Key of the group; never a children's group.</summary>
    public long GroupId { get; set; }
    /// <summary>The group.</summary>
    public InformantGroup Group { get; set; } = null!;
    /// <summary>How many were invited.</summary>
    public int Invited { get; set; }
    /// <summary>How many were present.</summary>
    public int Present { get; set; }
    /// <inheritdoc />
    public Guid Version { get; set; }
}

/// <summary>
/// What one group said about one piece: counts of people, never who. Everything that is shown of it goes through the one class
/// that hides small groups.
/// </summary>
public sealed class MeetingResult : ProcessEntity, IVersioned
{
    /// <summary>Key of the meeting.</summary>
    public long MeetingId { get; set; }
    /// <summary>Key of the piece.</summary>
    public long SolutionPieceId { get; set; }
    /// <summary>Key of the group.</summary>
    public long GroupId { get; set; }
    /// <summary>The group.</summary>
    public InformantGroup Group { get; set; } = null!;
    /// <summary>How many recognise the piece.</summary>
    public int Yes { get; set; }
    /// <summary>How many don't.</summary>
    public int No { get; set; }
    /// <summary>How many can't say.</summary>
    public int DontKnow { get; set; }
    /// <summary>How many gave professional priority 1, the lowest.</summary>
    public int Professional1 { get; set; }
    /// <summary>How many gave professional priority 2.</summary>
    public int Professional2 { get; set; }
    /// <summary>How many gave professional priority 3.</summary>
    public int Professional3 { get; set; }
    /// <summary>How many gave professional priority 4.</summary>
    public int Professional4 { get; set; }
    /// <summary>How many gave professional priority 5, the highest.</summary>
    public int Professional5 { get; set; }
    /// <summary>How many gave economic priority 1, the lowest.</summary>
    public int Economic1 { get; set; }
    /// <summary>How many gave economic priority 2.</summary>
    public int Economic2 { get; set; }
    /// <summary>How many gave economic priority 3.</summary>
    public int Economic3 { get; set; }
    /// <summary>How many gave economic priority 4.</summary>
    public int Economic4 { get; set; }
    /// <summary>How many gave economic priority 5, the highest.</summary>
    public int Economic5 { get; set; }
    /// <inheritdoc />
    public Guid Version { get; set; }

    /// <summary>Professional priorities 1 to 5, as counts of people.</summary>
    public IReadOnlyList<int> Professional
    {
        get => [Professional1, Professional2, Professional3, Professional4, Professional5];
        set => (Professional1, Professional2, Professional3, Professional4, Professional5) = (value[0], value[1], value[2], value[3], value[4]);
    }

    /// <summary>Economic priorities 1 to 5, as counts of people.</summary>
    public IReadOnlyList<int> Economic
    {
        get => [Economic1, Economic2, Economic3, Economic4, Economic5];
        set => (Economic1, Economic2, Economic3, Economic4, Economic5) = (value[0], value[1], value[2], value[3], value[4]);
    }
}

internal sealed class ValidationMeetingMapping : IEntityTypeConfiguration<ValidationMeeting>
{
    public void Configure(EntityTypeBuilder<ValidationMeeting> builder)
    {
        builder.Property(m => m.Title).HasMaxLength(200);
        builder.Property(m => m.Place).HasMaxLength(200);
        builder.HasIndex(m => m.ProcessId);
        builder.HasOne<DialogueProcess>().WithMany().HasForeignKey(m => m.ProcessId);
    }
}

internal sealed class MeetingAttendanceMapping : IEntityTypeConfiguration<MeetingAttendance>
{
    public void Configure(EntityTypeBuilder<MeetingAttendance> builder)
    {
        builder.HasIndex(a => new { a.MeetingId, a.GroupId }).IsUnique();
        builder.HasOne<ValidationMeeting>().WithMany(m => m.Attendances).HasForeignKey(a => a.MeetingId);
        builder.HasOne(a => a.Group).WithMany().HasForeignKey(a => a.GroupId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MeetingResultMapping : IEntityTypeConfiguration<MeetingResult>
{
    public void Configure(EntityTypeBuilder<MeetingResult> builder)
    {
        builder.Ignore(r => r.Professional).Ignore(r => r.Economic);
        builder.HasIndex(r => new { r.MeetingId, r.SolutionPieceId, r.GroupId }).IsUnique();
        builder.HasIndex(r => r.SolutionPieceId);
        builder.HasOne<ValidationMeeting>().WithMany(m => m.Results).HasForeignKey(r => r.MeetingId);
        builder.HasOne<SolutionPieces.SolutionPiece>().WithMany().HasForeignKey(r => r.SolutionPieceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(r => r.Group).WithMany().HasForeignKey(r => r.GroupId).OnDelete(DeleteBehavior.Restrict);
    }
}
