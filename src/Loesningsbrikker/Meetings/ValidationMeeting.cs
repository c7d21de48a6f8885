using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loesningsbrikker.Meetings;

/// <summary>The joint meeting (fællesmøde): those who were interviewed, children left out, validate the pieces and give their priorities.</summary>
public sealed partial class ValidationMeeting : ProcessEntity, IVersioned
{
    /// <summary>Longest title and place, in characters.</summary>
    public const int MaxTextLength = 200;
    /// <summary>Most people that a group can have invited.</summary>
    public const int MaxPeople = 10_000;

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

    /// <summary>Says what it is called, when and where.</summary>
    /// <exception cref="RuleException">There is no title.</exception>
    public void Describe(string? title, DateOnly heldOn, string? place)
    {
        (Title, HeldOn, Place) = (PieceText.Line(title), heldOn, PieceText.Line(place));
        if (Title.Length == 0)
            throw new RuleException("Giv mødet en titel.", nameof(Title));
    }

    /// <summary>Says how many of a group were invited and came; without any number the group is taken off the list.</summary>
    /// <param name="invited">How many were invited; null for no number.</param>
    /// <param name="present">How many came; null for no number.</param>
    /// <param name="answered">The most answers that the group gave to one question of this meeting.</param>
    /// <exception cref="RuleException">The group is children, a number is impossible, or fewer came than answered.</exception>
    public void Attend(InformantGroup group, int? invited, int? present, int answered)
    {
        if (group.AreChildren)
            throw new RuleException("Børn inviteres ikke til fællesmødet.", nameof(MeetingAttendance.Invited));
        if (invited is < 0 or > MaxPeople)
            throw new RuleException($"{group.Name}: skriv et antal inviterede mellem 0 og {MaxPeople.ToString("N0", DanishText.Culture)}.", nameof(MeetingAttendance.Invited));
        if (present is < 0 or > MaxPeople)
            throw new RuleException($"{group.Name}: skriv et antal fremmødte mellem 0 og {MaxPeople.ToString("N0", DanishText.Culture)}.", nameof(MeetingAttendance.Present));
        if ((present ?? 0) < answered)
            throw new RuleException(
                $"{group.Name}: der er indtastet svar fra {answered}, så der kan ikke være {present ?? 0} fremmødte.", nameof(MeetingAttendance.Present));
        var row = Attendances.Find(a => a.GroupId == group.Id);
        if (invited is null && present is null)
        {
            if (row is not null)
                Attendances.Remove(row);
            return;
        }
        if (row is null)
            Attendances.Add(row = new MeetingAttendance { ProcessId = ProcessId, GroupId = group.Id });
        (row.Invited, row.Present) = (invited ?? 0, present ?? 0);
    }
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
    /// <summary>How many answered where to lay the coins, whether or not they laid any on this piece.</summary>
    public int CoinPeople { get; set; }
    /// <summary>How many of them laid at least one coin on this piece.</summary>
    public int CoinGivers { get; set; }
    /// <summary>How many coins they laid on it together.</summary>
    public int Coins { get; set; }
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

    /// <summary>True when no question has an answer.</summary>
    public bool IsEmpty => Yes + No + DontKnow + Professional.Sum() + Economic.Sum() + CoinPeople == 0;

    /// <summary>Whether this is what is written for a question; an empty cell counts as nobody.</summary>
    public bool Says(MeetingQuestion question, IReadOnlyList<int?> counts) => counts.Select(c => c ?? 0).SequenceEqual(question switch
    {
        MeetingQuestion.Professional => Professional,
        MeetingQuestion.Economic => Economic,
        _ => [Yes, No, DontKnow],
    });

    /// <summary>Writes down where the group laid its coins.</summary>
    /// <param name="people">How many answered.</param>
    /// <param name="givers">How many of them laid at least one on the piece.</param>
    /// <param name="coins">How many coins that was together.</param>
    public void LayCoins(int people, int givers, int coins) => (CoinPeople, CoinGivers, Coins) = (people, givers, coins);

    /// <summary>Writes down what the group answered to one question.</summary>
    /// <param name="counts">How many gave each answer; an empty one counts as nobody.</param>
    /// <param name="present">How many of the group were present.</param>
    /// <exception cref="RuleException">A number is below zero, or there are more answers than people present.</exception>
    public void Answer(MeetingQuestion question, IReadOnlyList<int?> counts, int present)
    {
        if (counts.Any(c => c < 0))
            throw new RuleException("Et antal kan ikke være under 0.");
        var sum = counts.Sum(c => (long)(c ?? 0));
        if (sum > present)
            throw new RuleException($"{question.ToDanish()} har {sum} svar, men der var kun {present} til stede.");
        IReadOnlyList<int> written = [.. counts.Select(c => c ?? 0)];
        if (question == MeetingQuestion.Professional)
            Professional = written;
        else if (question == MeetingQuestion.Economic)
            Economic = written;
        else
            (Yes, No, DontKnow) = (written[0], written[1], written[2]);
    }
}

/// <summary>What each group is asked about each piece.</summary>
public enum MeetingQuestion
{
    /// <summary>Is it recognised: yes, no, can't say.</summary>
    Vote,
    /// <summary>Professional priority 1 to 5.</summary>
    Professional,
    /// <summary>Economic priority 1 to 5.</summary>
    Economic,
}

internal sealed class ValidationMeetingMapping : IEntityTypeConfiguration<ValidationMeeting>
{
    public void Configure(EntityTypeBuilder<ValidationMeeting> builder)
    {
        builder.Property(m => m.Title).HasMaxLength(ValidationMeeting.MaxTextLength);
        builder.Property(m => m.Place).HasMaxLength(ValidationMeeting.MaxTextLength);
        builder.Property(m => m.JoinCode).HasMaxLength(ValidationMeeting.JoinCodeLength);
        builder.HasIndex(m => m.ProcessId);
        // Nobody who types a code says which municipality is meant.
        builder.HasIndex(m => m.JoinCode).IsUnique();
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
        builder.Ignore(r => r.Professional).Ignore(r => r.Economic).Ignore(r => r.IsEmpty);
        builder.HasIndex(r => new { r.MeetingId, r.SolutionPieceId, r.GroupId }).IsUnique();
        builder.HasIndex(r => r.SolutionPieceId);
        builder.HasOne<ValidationMeeting>().WithMany(m => m.Results).HasForeignKey(r => r.MeetingId);
        builder.HasOne<SolutionPiece>().WithMany().HasForeignKey(r => r.SolutionPieceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(r => r.Group).WithMany().HasForeignKey(r => r.GroupId).OnDelete(DeleteBehavior.Restrict);
    }
}
