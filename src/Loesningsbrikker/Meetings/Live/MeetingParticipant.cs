using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loesningsbrikker.Meetings.Live;

/// <summary>How somebody takes part in a live meeting.</summary>
public enum ParticipantWay
{
    /// <summary>With the code on a slip (seddel), which is for one person.</summary>
    Slip,
    /// <summary>With the meeting's code on the projector: counted once per phone, and marked so.</summary>
    MeetingCode,
    /// <summary>A table host (bordvært) enters the answers while the question is open.</summary>
    TableHost,
    /// <summary>On paper, entered by the staff.</summary>
    Paper,
}

/// <summary>
/// Somebody who can answer at a meeting (deltager). Known by a group and at most an informant's code; never a child, never a name.
/// </summary>
public sealed class MeetingParticipant : ProcessEntity
{
    /// <summary>Most participants of one meeting.</summary>
    public const int Most = 5_000;

    /// <summary>Key of the meeting.</summary>
    public long MeetingId { get; set; }
    /// <summary>Key of the group; never a children's group.</summary>
    public long GroupId { get; set; }
    /// <summary>The group.</summary>
    public InformantGroup Group { get; set; } = null!;
    /// <summary>Key of the informant the slip is for; null when it is for anybody of the group.</summary>
    public long? InformantId { get; set; }
    /// <summary>The slip's code, encrypted, so that it can be printed; null without a slip.</summary>
    public byte[]? SlipCipher { get; set; }
    /// <summary>Blind index of the slip's code, by which it is found; null without a slip.</summary>
    public byte[]? SlipIndex { get; set; }
    /// <summary>Blind index of the phone that joined without a slip, or of the form that put them on the list; null otherwise.</summary>
    public byte[]? DeviceIndex { get; set; }
    /// <summary>How they take part.</summary>
    public ParticipantWay Way { get; set; }
    /// <summary>When they were put on the list, in UTC.</summary>
    public DateTime CreatedAtUtc { get; set; }
    /// <summary>Who put them there; null for those who joined by the meeting's code.</summary>
    public long? CreatedByUserId { get; set; }
    /// <summary>When a phone first joined, in UTC; null when none did.</summary>
    public DateTime? JoinedAtUtc { get; set; }
    /// <summary>Since when they count as present, in UTC; null while they do not.</summary>
    public DateTime? PresentSinceUtc { get; set; }
    /// <summary>When they were taken off the list, in UTC; null while they are on it.</summary>
    public DateTime? WithdrawnAtUtc { get; set; }
    /// <summary>Who took them off; null while they are on it.</summary>
    public long? WithdrawnByUserId { get; set; }

    /// <summary>Puts somebody on the list.</summary>
    /// <param name="by">Key of the user; null for somebody who joins by the meeting's code.</param>
    /// <exception cref="RuleException">The group is children, or of another process.</exception>
    public static MeetingParticipant Of(ValidationMeeting meeting, InformantGroup group, ParticipantWay way, long? by, DateTime utcNow)
    {
        if (group.AreChildren)
            throw new RuleException("Børn inviteres ikke til fællesmødet.", nameof(GroupId));
        if (group.ProcessId != meeting.ProcessId)
            throw new NotFoundException();
        return new MeetingParticipant
        {
            ProcessId = meeting.ProcessId, MeetingId = meeting.Id, Group = group, GroupId = group.Id, Way = way, CreatedAtUtc = utcNow, CreatedByUserId = by,
            PresentSinceUtc = way == ParticipantWay.Slip ? null : utcNow,
        };
    }

    /// <summary>A phone joins; from then on they count as present. Joining again changes nothing.</summary>
    /// <exception cref="RuleException">They were taken off the list.</exception>
    public void Join(DateTime utcNow)
    {
        EnsureOnTheList();
        JoinedAtUtc ??= utcNow;
        PresentSinceUtc ??= utcNow;
    }

    /// <summary>Somebody of the staff sees that they have come.</summary>
    /// <exception cref="RuleException">They were taken off the list.</exception>
    public void Come(DateTime utcNow)
    {
        EnsureOnTheList();
        PresentSinceUtc ??= utcNow;
    }

    /// <summary>Takes them off the list, e.g. a lost slip: it lets nobody in any more. What they have answered stays.</summary>
    /// <param name="by">Key of the user.</param>
    public void Withdraw(long by, DateTime utcNow)
    {
        if (WithdrawnAtUtc is null)
            (WithdrawnAtUtc, WithdrawnByUserId) = (utcNow, by);
    }

    private void EnsureOnTheList()
    {
        if (WithdrawnAtUtc is not null)
            throw new RuleException("Sedlen er trukket tilbage. Tal med bordværten.");
    }
}

internal sealed class MeetingParticipantMapping : IEntityTypeConfiguration<MeetingParticipant>
{
    public void Configure(EntityTypeBuilder<MeetingParticipant> builder)
    {
        builder.HasIndex(p => new { p.MeetingId, p.SlipIndex }).IsUnique();
        builder.HasIndex(p => new { p.MeetingId, p.DeviceIndex }).IsUnique();
        builder.HasIndex(p => new { p.MeetingId, p.InformantId });
        builder.HasOne<ValidationMeeting>().WithMany().HasForeignKey(p => p.MeetingId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(p => p.Group).WithMany().HasForeignKey(p => p.GroupId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Informant>().WithMany().HasForeignKey(p => p.InformantId).OnDelete(DeleteBehavior.Restrict);
    }
}
