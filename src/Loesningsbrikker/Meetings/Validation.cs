using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loesningsbrikker.Meetings;

/// <summary>What the administration concluded about a piece.</summary>
public enum Conclusion
{
    /// <summary>It is a true expression of what was said (genkendt).</summary>
    Recognised,
    /// <summary>It is not (ikke genkendt).</summary>
    NotRecognised,
}

/// <summary>The administration's conclusion on whether a piece is recognised (validering). Never changed; the newest counts.</summary>
public sealed class Validation : ProcessEntity
{
    /// <summary>Key of the piece.</summary>
    public long SolutionPieceId { get; set; }
    /// <summary>Key of the meeting it rests on; null when the process had none.</summary>
    public long? MeetingId { get; set; }
    /// <summary>Recognised or not.</summary>
    public Conclusion Conclusion { get; set; }
    /// <summary>Why; empty where it follows the meeting and the meeting recognised the piece.</summary>
    public string Reason { get; set; } = "";
    /// <summary>When, in UTC.</summary>
    public DateTime AtUtc { get; set; }
    /// <summary>Who; null for demo data.</summary>
    public long? ByUserId { get; set; }
}

internal sealed class ValidationMapping : IEntityTypeConfiguration<Validation>
{
    public void Configure(EntityTypeBuilder<Validation> builder)
    {
        builder.HasIndex(v => new { v.SolutionPieceId, v.Id });
        builder.HasOne<SolutionPiece>().WithMany(p => p.Validations).HasForeignKey(v => v.SolutionPieceId);
        builder.HasOne<ValidationMeeting>().WithMany().HasForeignKey(v => v.MeetingId).OnDelete(DeleteBehavior.Restrict);
    }
}
