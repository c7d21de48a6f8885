using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loesningsbrikker.SolutionPieces;

/// <summary>
/// The row of somebody's table that a piece, or a part of its text, was brought in from. By its fingerprint the same row is known again
/// when the table is uploaded once more. Never changed.
/// </summary>
public sealed class PieceOrigin : ProcessEntity
{
    /// <summary>Longest name of a file, in characters.</summary>
    public const int MaxSourceLength = 255;

    /// <summary>Longest place, in characters.</summary>
    public const int MaxPlaceLength = 150;

    /// <summary>Length of a fingerprint: SHA-256 in hexadecimal digits.</summary>
    public const int FingerprintLength = 64;

    /// <summary>Key of the piece.</summary>
    public long SolutionPieceId { get; set; }
    /// <summary>The piece.</summary>
    public SolutionPiece SolutionPiece { get; set; } = null!;
    /// <summary>Name of the file, or "Indsat tabel".</summary>
    public string Source { get; set; } = "";
    /// <summary>Where in it, e.g. "række 12".</summary>
    public string Place { get; set; } = "";
    /// <summary>SHA-256 of what the row said, however it was formatted.</summary>
    public string Fingerprint { get; set; } = "";
    /// <summary>When, in UTC.</summary>
    public DateTime AtUtc { get; set; }
    /// <summary>Who; null for demo data.</summary>
    public long? ByUserId { get; set; }
}

internal sealed class PieceOriginMapping : IEntityTypeConfiguration<PieceOrigin>
{
    public void Configure(EntityTypeBuilder<PieceOrigin> builder)
    {
        builder.Property(o => o.Source).HasMaxLength(PieceOrigin.MaxSourceLength);
        builder.Property(o => o.Place).HasMaxLength(PieceOrigin.MaxPlaceLength);
        builder.Property(o => o.Fingerprint).HasMaxLength(PieceOrigin.FingerprintLength);
        builder.HasIndex(o => new { o.ProcessId, o.Fingerprint });
        builder.HasIndex(o => o.SolutionPieceId);
        builder.HasOne(o => o.SolutionPiece).WithMany().HasForeignKey(o => o.SolutionPieceId);
    }
}
