using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loesningsbrikker.Meetings.Live;

/// <summary>
/// What one participant answered to one question (tilkendegivelse). In a secret question it carries neither participant nor time, and
/// nothing else that leads to one: how it was handed in stands on <see cref="RoundVoter"/>. Not audited: a line per ballot would tell
/// when each was stored (docs/decisions/0021-ballots.md).
/// </summary>
public sealed partial class Ballot : IMunicipalityOwned, INotAudited
{
    /// <summary>Random, and known to nobody but the phone; the only way to change a secret ballot. Replaced when a secret question closes.</summary>
    public Guid Id { get; set; }
    /// <inheritdoc />
    public long MunicipalityId { get; set; }
    /// <summary>Key of the question.</summary>
    public long RoundId { get; set; }
    /// <summary>Key of the participant's group.</summary>
    public long GroupId { get; set; }
    /// <summary>Key of the participant; null in a secret question.</summary>
    public long? ParticipantId { get; set; }
    /// <summary>When it was last stored, in UTC; null in a secret question.</summary>
    public DateTime? StoredAtUtc { get; set; }
    /// <summary>Grows with every change on the phone, so that an old one that arrives late overwrites nothing.</summary>
    public int Revision { get; set; }
    /// <summary>The answers, one per piece at most.</summary>
    public List<BallotAnswer> Answers { get; } = [];

    /// <summary>The same ballot as a row of its own, under an id that no phone knows and without the number of its changes.</summary>
    public Ballot Anew()
    {
        var anew = new Ballot { Id = Guid.NewGuid(), MunicipalityId = MunicipalityId, RoundId = RoundId, GroupId = GroupId };
        anew.Answers.AddRange(Answers.Select(a => new BallotAnswer
        {
            BallotId = anew.Id, MunicipalityId = MunicipalityId, SolutionPieceId = a.SolutionPieceId, Value = a.Value, Comment = a.Comment,
            CommentHiddenAtUtc = a.CommentHiddenAtUtc, CommentHiddenByUserId = a.CommentHiddenByUserId,
        }));
        return anew;
    }
}

/// <summary>The answer about one piece.</summary>
public sealed class BallotAnswer : IMunicipalityOwned, INotAudited
{
    /// <summary>Longest comment, in characters.</summary>
    public const int MaxCommentLength = 1_000;

    /// <summary>Key of the ballot.</summary>
    public Guid BallotId { get; set; }
    /// <summary>Key of the piece.</summary>
    public long SolutionPieceId { get; set; }
    /// <inheritdoc />
    public long MunicipalityId { get; set; }
    /// <summary>1 yes, 2 no, 3 can't say; priority 1 to 5; coins; 1 for chosen (<see cref="AnswerValues"/>).</summary>
    public int Value { get; set; }
    /// <summary>What the participant wrote; may be empty.</summary>
    public string Comment { get; set; } = "";
    /// <summary>When the staff hid the comment, in UTC; null while it may be shown.</summary>
    public DateTime? CommentHiddenAtUtc { get; set; }
    /// <summary>Who hid it; null while it may be shown.</summary>
    public long? CommentHiddenByUserId { get; set; }

    /// <summary>Hides the comment, e.g. because it names somebody; the answer counts.</summary>
    /// <param name="by">Key of the user.</param>
    public void HideComment(long by, DateTime utcNow)
    {
        if (CommentHiddenAtUtc is null)
            (CommentHiddenAtUtc, CommentHiddenByUserId) = (utcNow, by);
    }
}

/// <summary>That somebody has answered a question, and how; never what. One per participant and question: this key counts everybody once.</summary>
public sealed class RoundVoter : IMunicipalityOwned, INotAudited
{
    /// <summary>Key of the question.</summary>
    public long RoundId { get; set; }
    /// <summary>Key of the participant.</summary>
    public long ParticipantId { get; set; }
    /// <inheritdoc />
    public long MunicipalityId { get; set; }
    /// <summary>How the answer was handed in.</summary>
    public ParticipantWay Way { get; set; }
    /// <summary>Who entered it; null when a phone did.</summary>
    public long? EnteredByUserId { get; set; }
}

/// <summary>What the numbers in <see cref="BallotAnswer.Value"/> mean.</summary>
public static class AnswerValues
{
    /// <summary>Recognised.</summary>
    public const int Yes = 1;
    /// <summary>Not recognised.</summary>
    public const int No = 2;
    /// <summary>Can't say.</summary>
    public const int DontKnow = 3;
    /// <summary>Chosen; a piece that was not chosen has no answer.</summary>
    public const int Chosen = 1;
}

internal sealed class BallotMapping : IEntityTypeConfiguration<Ballot>
{
    public void Configure(EntityTypeBuilder<Ballot> builder)
    {
        builder.Property(b => b.Id).ValueGeneratedNever();
        // In a secret question all are null, which both databases take for different.
        builder.HasIndex(b => new { b.RoundId, b.ParticipantId }).IsUnique();
        builder.HasOne<MeetingRound>().WithMany().HasForeignKey(b => b.RoundId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<InformantGroup>().WithMany().HasForeignKey(b => b.GroupId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<MeetingParticipant>().WithMany().HasForeignKey(b => b.ParticipantId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class BallotAnswerMapping : IEntityTypeConfiguration<BallotAnswer>
{
    public void Configure(EntityTypeBuilder<BallotAnswer> builder)
    {
        builder.HasKey(a => new { a.BallotId, a.SolutionPieceId });
        builder.Property(a => a.Comment).HasMaxLength(BallotAnswer.MaxCommentLength);
        builder.HasOne<Ballot>().WithMany(b => b.Answers).HasForeignKey(a => a.BallotId);
        builder.HasOne<SolutionPiece>().WithMany().HasForeignKey(a => a.SolutionPieceId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RoundVoterMapping : IEntityTypeConfiguration<RoundVoter>
{
    public void Configure(EntityTypeBuilder<RoundVoter> builder)
    {
        builder.HasKey(v => new { v.RoundId, v.ParticipantId });
        builder.HasOne<MeetingRound>().WithMany().HasForeignKey(v => v.RoundId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<MeetingParticipant>().WithMany().HasForeignKey(v => v.ParticipantId).OnDelete(DeleteBehavior.Restrict);
    }
}
