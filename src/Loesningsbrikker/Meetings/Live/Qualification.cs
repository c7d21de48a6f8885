using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loesningsbrikker.Meetings.Live;

/// <summary>What a table proposes.</summary>
public enum QualificationKind
{
    /// <summary>Other words for the piece.</summary>
    Reword,
    /// <summary>Something that the piece lacks.</summary>
    Addition,
    /// <summary>A piece of its own.</summary>
    NewPiece,
}

/// <summary>
/// What a table at the meeting proposed (kvalificering), entered by its host. The administration takes it over or not, with a reason; the
/// words that a piece had before stay in its history.
/// </summary>
public sealed class Qualification : ProcessEntity, IVersioned
{
    /// <summary>Longest name of a table, in characters.</summary>
    public const int MaxTableLength = 50;
    /// <summary>Longest proposal, in characters.</summary>
    public const int MaxTextLength = 4_000;

    /// <summary>Key of the meeting.</summary>
    public long MeetingId { get; set; }
    /// <summary>What is proposed.</summary>
    public QualificationKind Kind { get; set; }
    /// <summary>Key of the piece it is about; null for a new one.</summary>
    public long? SolutionPieceId { get; set; }
    /// <summary>The table, e.g. "4"; may be empty.</summary>
    public string Table { get; set; } = "";
    /// <summary>The proposed title; empty where the title stays.</summary>
    public string Title { get; set; } = "";
    /// <summary>The proposed words, or what is to be added.</summary>
    public string Text { get; set; } = "";
    /// <summary>When it was entered, in UTC.</summary>
    public DateTime CreatedAtUtc { get; set; }
    /// <summary>Who entered it.</summary>
    public long CreatedByUserId { get; set; }
    /// <summary>When it was settled, in UTC; null while it waits.</summary>
    public DateTime? SettledAtUtc { get; set; }
    /// <summary>Who settled it; null while it waits.</summary>
    public long? SettledByUserId { get; set; }
    /// <summary>Why it was taken over or not; empty while it waits.</summary>
    public string Reason { get; set; } = "";
    /// <summary>Key of the piece that carries it now; null while it waits, and where it was not taken over.</summary>
    public long? TakenIntoPieceId { get; set; }
    /// <inheritdoc />
    public Guid Version { get; set; }

    /// <summary>Writes down what a table proposes.</summary>
    /// <param name="pieceId">Key of the piece; null for a new one.</param>
    /// <param name="by">Key of the host.</param>
    /// <exception cref="RuleException">There is no such kind, the piece or the words are missing, or something is too long.</exception>
    public static Qualification Propose(
        ValidationMeeting meeting, QualificationKind kind, long? pieceId, string? table, string? title, string? text, long by, DateTime utcNow)
    {
        var proposal = new Qualification
        {
            ProcessId = meeting.ProcessId, MeetingId = meeting.Id, Kind = kind, SolutionPieceId = kind == QualificationKind.NewPiece ? null : pieceId,
            Table = PieceText.Line(table), Title = kind == QualificationKind.Addition ? "" : PieceText.Line(title), Text = PieceText.Lines(text),
            CreatedAtUtc = utcNow, CreatedByUserId = by,
        };
        if (!Enum.IsDefined(kind))
            throw new RuleException("Vælg, hvad bordet foreslår.", nameof(Kind));
        if (kind != QualificationKind.NewPiece && pieceId is null)
            throw new RuleException("Vælg den brik, forslaget handler om.", nameof(SolutionPieceId));
        if (kind == QualificationKind.NewPiece && proposal.Title.Length == 0)
            throw new RuleException("Giv den nye brik en titel.", nameof(Title));
        if (proposal.Text.Length == 0)
            throw new RuleException("Skriv bordets forslag.", nameof(Text));
        if (proposal.Table.Length > MaxTableLength || proposal.Title.Length > SolutionPiece.MaxTitleLength || proposal.Text.Length > MaxTextLength)
            throw new RuleException("Forslaget er for langt. Skriv det kortere.", nameof(Text));
        return proposal;
    }

    /// <summary>Takes it over: the piece gets the words and keeps the old ones in its history, or the new piece was written.</summary>
    /// <param name="piece">The piece it is about, or the new draft, which must be stored.</param>
    /// <param name="title">The piece's title from now on.</param>
    /// <param name="description">The piece's description from now on.</param>
    /// <param name="by">Key of the user.</param>
    /// <exception cref="RuleException">It is settled already, the reason is missing, or the piece may not be changed.</exception>
    public void TakeOver(SolutionPiece piece, string title, string description, string? reason, long by, DateTime utcNow)
    {
        Settle(reason, by, utcNow);
        if (Kind != QualificationKind.NewPiece)
            piece.Reword(title, description, Reason, by, utcNow);
        TakenIntoPieceId = piece.Id;
    }

    /// <summary>Leaves it; the reason says why.</summary>
    /// <param name="by">Key of the user.</param>
    /// <exception cref="RuleException">It is settled already, or the reason is missing.</exception>
    public void Decline(string? reason, long by, DateTime utcNow) => Settle(reason, by, utcNow);

    private void Settle(string? reason, long by, DateTime utcNow)
    {
        if (SettledAtUtc is not null)
            throw new ConflictException("En kollega har allerede taget stilling til forslaget.");
        (reason, SettledAtUtc, SettledByUserId) = (PieceText.Lines(reason), utcNow, by);
        if (reason.Length is 0 or > SolutionPiece.MaxReasonLength)
            throw new RuleException("Skriv en begrundelse. Deltagerne kan læse den.", nameof(Reason));
        Reason = reason;
    }
}

internal sealed class QualificationMapping : IEntityTypeConfiguration<Qualification>
{
    public void Configure(EntityTypeBuilder<Qualification> builder)
    {
        builder.Property(q => q.Table).HasMaxLength(Qualification.MaxTableLength);
        builder.Property(q => q.Title).HasMaxLength(SolutionPiece.MaxTitleLength);
        builder.Property(q => q.Text).HasMaxLength(Qualification.MaxTextLength);
        builder.Property(q => q.Reason).HasMaxLength(SolutionPiece.MaxReasonLength);
        builder.HasIndex(q => new { q.MeetingId, q.Id });
        builder.HasOne<ValidationMeeting>().WithMany().HasForeignKey(q => q.MeetingId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<SolutionPiece>().WithMany().HasForeignKey(q => q.SolutionPieceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<SolutionPiece>().WithMany().HasForeignKey(q => q.TakenIntoPieceId).OnDelete(DeleteBehavior.Restrict);
    }
}
