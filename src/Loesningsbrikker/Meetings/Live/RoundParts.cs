using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Loesningsbrikker.Meetings.Live;

/// <summary>A piece that a question is about. Its words are frozen when the question opens, because pieces are reworded later.</summary>
public sealed class RoundPiece : ProcessEntity, INotAudited
{
    /// <summary>Longest price tag, in characters.</summary>
    public const int MaxPriceLength = 200;

    /// <summary>Key of the question.</summary>
    public long RoundId { get; set; }
    /// <summary>Key of the piece.</summary>
    public long SolutionPieceId { get; set; }
    /// <summary>Its place in the question, from 1; phones name it by that.</summary>
    public int Place { get; set; }
    /// <summary>The title that people saw; empty before the question opened.</summary>
    public string Title { get; set; } = "";
    /// <summary>The description that people saw; empty before the question opened.</summary>
    public string Description { get; set; } = "";
    /// <summary>The price tag that people saw, e.g. "10,3 mio. kr. i alt i 2027–2030"; empty where none is shown.</summary>
    public string Price { get; set; } = "";
    /// <summary>The passages shown with it.</summary>
    public List<RoundQuotation> Quotations { get; } = [];

    /// <summary>The same piece with the same quotations, for a question that is asked again.</summary>
    public RoundPiece Again()
    {
        var again = new RoundPiece { ProcessId = ProcessId, SolutionPieceId = SolutionPieceId, Place = Place };
        again.Quotations.AddRange(Quotations.Select(q => new RoundQuotation { ProcessId = ProcessId, PassageId = q.PassageId, Place = q.Place }));
        return again;
    }
}

/// <summary>A released quotation that is shown with a piece; one that was withdrawn since is shown no longer.</summary>
public sealed class RoundQuotation : ProcessEntity, INotAudited
{
    /// <summary>Most quotations with one piece.</summary>
    public const int Most = 3;

    /// <summary>Key of the question's piece.</summary>
    public long RoundPieceId { get; set; }
    /// <summary>Key of the passage; it may be gone since.</summary>
    public long PassageId { get; set; }
    /// <summary>Its place, from 1.</summary>
    public int Place { get; set; }
}

/// <summary>How many of a group could answer a question, frozen when it opened.</summary>
public sealed class RoundTurnout : ProcessEntity, INotAudited
{
    /// <summary>Key of the question.</summary>
    public long RoundId { get; set; }
    /// <summary>Key of the group; never a children's group.</summary>
    public long GroupId { get; set; }
    /// <summary>How many participants of the group there were, come or not.</summary>
    public int Entitled { get; set; }
    /// <summary>How many of them had come.</summary>
    public int Present { get; set; }
}

internal sealed class RoundPieceMapping : IEntityTypeConfiguration<RoundPiece>
{
    public void Configure(EntityTypeBuilder<RoundPiece> builder)
    {
        builder.Property(p => p.Title).HasMaxLength(SolutionPiece.MaxTitleLength);
        builder.Property(p => p.Price).HasMaxLength(RoundPiece.MaxPriceLength);
        builder.HasIndex(p => new { p.RoundId, p.SolutionPieceId }).IsUnique();
        builder.HasIndex(p => new { p.RoundId, p.Place }).IsUnique();
        builder.HasIndex(p => p.SolutionPieceId);
        builder.HasOne<MeetingRound>().WithMany(r => r.Pieces).HasForeignKey(p => p.RoundId);
        builder.HasOne<SolutionPiece>().WithMany().HasForeignKey(p => p.SolutionPieceId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RoundQuotationMapping : IEntityTypeConfiguration<RoundQuotation>
{
    public void Configure(EntityTypeBuilder<RoundQuotation> builder)
    {
        builder.HasIndex(q => new { q.RoundPieceId, q.PassageId }).IsUnique();
        builder.HasOne<RoundPiece>().WithMany(p => p.Quotations).HasForeignKey(q => q.RoundPieceId);
        // No foreign key to the passage: what is erased later must not be held back by a meeting that showed it.
    }
}

internal sealed class RoundTurnoutMapping : IEntityTypeConfiguration<RoundTurnout>
{
    public void Configure(EntityTypeBuilder<RoundTurnout> builder)
    {
        builder.HasIndex(t => new { t.RoundId, t.GroupId }).IsUnique();
        builder.HasOne<MeetingRound>().WithMany(r => r.Turnouts).HasForeignKey(t => t.RoundId);
        builder.HasOne<InformantGroup>().WithMany().HasForeignKey(t => t.GroupId).OnDelete(DeleteBehavior.Restrict);
    }
}
