using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loesningsbrikker.Meetings.Live;

/// <summary>What a question asks about its pieces.</summary>
public enum RoundKind
{
    /// <summary>Is it recognised: yes, no, can't say; with a comment.</summary>
    Validity,
    /// <summary>Professional priority 1 to 5.</summary>
    Professional,
    /// <summary>Economic priority 1 to 5.</summary>
    Economic,
    /// <summary>Economic priority as money: ten coins to lay on pieces that have a price.</summary>
    Coins,
    /// <summary>At most so many of the pieces.</summary>
    Choice,
    /// <summary>Tables propose words, additions and new pieces; nobody answers on the phone.</summary>
    Qualification,
}

/// <summary>Where a question stands.</summary>
public enum RoundState
{
    /// <summary>On the agenda.</summary>
    Planned,
    /// <summary>People answer.</summary>
    Open,
    /// <summary>Closed for phones; answers on paper are entered, and nobody sees a result.</summary>
    Counting,
    /// <summary>Counted for good; the result is shown.</summary>
    Counted,
}

/// <summary>
/// One question put to a joint meeting (spørgsmål), about one piece or a set of pieces. What people were asked and how many there were
/// is frozen when it opens.
/// </summary>
public sealed partial class MeetingRound : ProcessEntity, IVersioned
{
    /// <summary>Longest title, in characters.</summary>
    public const int MaxTitleLength = 200;
    /// <summary>Most pieces in one question.</summary>
    public const int MaxPieces = 200;
    /// <summary>How many coins each participant lays.</summary>
    public const int CoinsEach = 10;

    /// <summary>Key of the meeting.</summary>
    public long MeetingId { get; set; }
    /// <summary>Its place on the agenda, from 1.</summary>
    public int Number { get; set; }
    /// <summary>What it asks.</summary>
    public RoundKind Kind { get; set; }
    /// <summary>Heading of the question; for one piece its title.</summary>
    public string Title { get; set; } = "";
    /// <summary>How many pieces each may choose; null for other kinds than <see cref="RoundKind.Choice"/>.</summary>
    public int? MaxChoices { get; set; }
    /// <summary>True for a rehearsal (prøverunde), which never counts. A kind fixed when it is planned, not a state.</summary>
    public bool IsRehearsal { get; set; }
    /// <summary>Key of the question that this one asks again; null for the first time.</summary>
    public long? RepeatsRoundId { get; set; }
    /// <summary>When it was planned, in UTC.</summary>
    public DateTime CreatedAtUtc { get; set; }
    /// <summary>Who planned it.</summary>
    public long? CreatedByUserId { get; set; }
    /// <summary>When it opened, in UTC; null before.</summary>
    public DateTime? OpenedAtUtc { get; set; }
    /// <summary>Who opened it; null before.</summary>
    public long? OpenedByUserId { get; set; }
    /// <summary>Until when it takes answers, in UTC; null without a countdown.</summary>
    public DateTime? ClosesAtUtc { get; set; }
    /// <summary>Whether its ballots carry no participant; frozen when it opens.</summary>
    public bool IsSecret { get; set; }
    /// <summary>When it closed, in UTC; null before.</summary>
    public DateTime? ClosedAtUtc { get; set; }
    /// <summary>Who closed it; null before.</summary>
    public long? ClosedByUserId { get; set; }
    /// <summary>When its count was concluded, in UTC; null while answers on paper may come.</summary>
    public DateTime? CountedAtUtc { get; set; }
    /// <summary>Who concluded the count; null before.</summary>
    public long? CountedByUserId { get; set; }
    /// <inheritdoc />
    public Guid Version { get; set; }
    /// <summary>The pieces it is about.</summary>
    public List<RoundPiece> Pieces { get; } = [];
    /// <summary>How many of each group could answer, frozen when it opened; empty before.</summary>
    public List<RoundTurnout> Turnouts { get; } = [];
    /// <summary>Its counts, oldest first: one at closing, and one when answers on paper were added.</summary>
    public List<RoundCount> Counts { get; } = [];

    /// <summary>Where it stands.</summary>
    public RoundState State => StateOf(OpenedAtUtc, ClosedAtUtc, CountedAtUtc);

    /// <summary>Where a question with these moments stands; for projections.</summary>
    public static RoundState StateOf(DateTime? openedAtUtc, DateTime? closedAtUtc, DateTime? countedAtUtc) => (openedAtUtc, closedAtUtc, countedAtUtc) switch
    {
        (null, _, _) => RoundState.Planned,
        (_, null, _) => RoundState.Open,
        (_, _, null) => RoundState.Counting,
        _ => RoundState.Counted,
    };
}

internal sealed class MeetingRoundMapping : IEntityTypeConfiguration<MeetingRound>
{
    public void Configure(EntityTypeBuilder<MeetingRound> builder)
    {
        builder.Property(r => r.Title).HasMaxLength(MeetingRound.MaxTitleLength);
        builder.Ignore(r => r.State);
        builder.HasIndex(r => new { r.MeetingId, r.Number });
        // Two who open at once: the database lets one of them.
        builder.HasIndex(r => r.MeetingId, "IX_MeetingRounds_OnlyOneOpen").IsUnique()
            .HasFilter("\"OpenedAtUtc\" IS NOT NULL AND \"ClosedAtUtc\" IS NULL");
        builder.HasOne<ValidationMeeting>().WithMany().HasForeignKey(r => r.MeetingId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<MeetingRound>().WithMany().HasForeignKey(r => r.RepeatsRoundId).OnDelete(DeleteBehavior.Restrict);
    }
}
