using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loesningsbrikker.Meetings.Live;

/// <summary>
/// One count of a question: at closing, and once more when the count is concluded, then with the answers on paper. Never changed, and it
/// stays when a participant is erased.
/// </summary>
public sealed class RoundCount : ProcessEntity
{
    /// <summary>Key of the question.</summary>
    public long RoundId { get; set; }
    /// <summary>1 for the count at closing.</summary>
    public int Number { get; set; }
    /// <summary>When, in UTC.</summary>
    public DateTime CountedAtUtc { get; set; }
    /// <summary>Who closed the question or concluded the count.</summary>
    public long CountedByUserId { get; set; }
    /// <summary>How many people answered.</summary>
    public int People { get; set; }
    /// <summary>How many of them on paper.</summary>
    public int OnPaper { get; set; }
    /// <summary>SHA-256 over the results, which are not audited one by one.</summary>
    public byte[] ResultsSha256 { get; set; } = [];
    /// <summary>The numbers.</summary>
    public List<RoundResult> Results { get; } = [];

    /// <summary>The checksum that the results must have.</summary>
    public byte[] Checksum() => SHA256.HashData(Encoding.ASCII.GetBytes(string.Join('\n', Results
        .OrderBy(r => r.SolutionPieceId).ThenBy(r => r.GroupId).ThenBy(r => r.Value)
        .Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.SolutionPieceId} {r.GroupId} {r.Value} {r.People}")))));
}

/// <summary>
/// How many people of a group gave one answer about a piece. Where coins are laid or pieces chosen, those who laid none or chose others
/// stand under 0. Everything that is shown of it goes through <see cref="SmallGroups"/>.
/// </summary>
public sealed class RoundResult : ProcessEntity, INotAudited
{
    /// <summary>Key of the count.</summary>
    public long CountId { get; set; }
    /// <summary>Key of the piece.</summary>
    public long SolutionPieceId { get; set; }
    /// <summary>Key of the group.</summary>
    public long GroupId { get; set; }
    /// <summary>The answer (<see cref="BallotAnswer.Value"/>).</summary>
    public int Value { get; set; }
    /// <summary>How many people gave it.</summary>
    public int People { get; set; }
}

internal sealed class RoundCountMapping : IEntityTypeConfiguration<RoundCount>
{
    public void Configure(EntityTypeBuilder<RoundCount> builder)
    {
        builder.HasIndex(c => new { c.RoundId, c.Number }).IsUnique();
        builder.HasOne<MeetingRound>().WithMany(r => r.Counts).HasForeignKey(c => c.RoundId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RoundResultMapping : IEntityTypeConfiguration<RoundResult>
{
    public void Configure(EntityTypeBuilder<RoundResult> builder)
    {
        builder.HasIndex(r => new { r.CountId, r.SolutionPieceId, r.GroupId, r.Value }).IsUnique();
        builder.HasIndex(r => r.SolutionPieceId);
        builder.HasOne<RoundCount>().WithMany(c => c.Results).HasForeignKey(r => r.CountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<SolutionPiece>().WithMany().HasForeignKey(r => r.SolutionPieceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<InformantGroup>().WithMany().HasForeignKey(r => r.GroupId).OnDelete(DeleteBehavior.Restrict);
    }
}
