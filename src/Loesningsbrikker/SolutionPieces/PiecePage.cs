using Loesningsbrikker.Accounts;
using Loesningsbrikker.Decisions;
using Loesningsbrikker.Privacy;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.SolutionPieces;

/// <summary>Where on the page of a piece one is: which passages, and which part of the history.</summary>
public sealed class PiecePlace
{
    /// <summary>Key of the passage before the first shown; null for the beginning.</summary>
    [FromQuery(Name = "after")]
    public long? After { get; set; }

    /// <summary>Key of the passage after the last shown; null when <see cref="After"/> decides.</summary>
    [FromQuery(Name = "before")]
    public long? Before { get; set; }

    /// <summary>Page of the story, from 1.</summary>
    [FromQuery(Name = "history")]
    public int History { get; set; } = 1;

    /// <summary>Which way the story is read; from the beginning when not given.</summary>
    [FromQuery(Name = "order")]
    public StoryOrder Order { get; set; }
}

/// <summary>A piece that is linked to.</summary>
public sealed record PieceLink(int Number, string Title);

/// <summary>What the page of a piece shows.</summary>
/// <param name="Survivor">The piece it lives on as; null when it is not merged, or when the visitor does not see that piece.</param>
/// <param name="TookOver">The pieces that live on in this one, as far as the visitor sees them.</param>
/// <param name="Count">All its evidence.</param>
/// <param name="Evidence">The passages shown: all, or the released quotations.</param>
/// <param name="ReadsTestimony">Whether passages are shown with context, note and place.</param>
/// <param name="Side">What stands beside the story.</param>
/// <param name="Actions">What the visitor may do.</param>
/// <param name="Agenda">The text for the agenda; null for those who prepare no agenda.</param>
public sealed record PiecePage(
    SolutionPiece Piece, PieceLink? Survivor, IReadOnlyList<PieceLink> TookOver, EvidenceCount Count,
    EvidencePage Evidence, bool ReadsTestimony, PieceStory Story, PieceSide Side, PieceActions Actions, string? Agenda)
{
    /// <summary>Reads the page; who reads testimony on it is logged first.</summary>
    /// <exception cref="NotFoundException">There is none with that number here that the user sees.</exception>
    public static async Task<PiecePage> ReadAsync(LoesningsbrikkerContext db, CurrentProcess current, int number, PiecePlace place)
    {
        var visible = db.SolutionPieces.FindableBy(current, db);
        var piece = await visible.WithFacts().AsNoTracking().FirstOrDefaultAsync(p => p.Number == number) ?? throw new NotFoundException();
        var count = (await PieceEvidence.CountAsync(db, [piece.Id])).GetValueOrDefault(piece.Id) ?? new EvidenceCount(0, 0);
        var readsTestimony = current.Can(Permission.ReadTestimony);
        if (readsTestimony && count.Passages > 0)
        {
            db.Add(AccessLogEntry.Of(db, AccessKind.PassagesRead, current.Id, piece.Id));
            await db.SaveChangesAsync();
        }
        var evidence = await PieceEvidence.ReadAsync(db, piece.Id, releasedOnly: !readsTestimony, place.After, place.Before);
        var survivor = piece.MergedIntoId is { } survivorId
            ? await visible.Where(p => p.Id == survivorId).Select(p => new PieceLink(p.Number, p.Title)).FirstOrDefaultAsync()
            : null;
        var tookOver = await visible.Where(p => p.MergedIntoId == piece.Id).OrderBy(p => p.Number)
            .Select(p => new PieceLink(p.Number, p.Title)).ToListAsync();
        var story = await PieceHistory.ReadAsync(db, current, piece, place.Order, place.History);
        var side = await PieceSide.ReadAsync(db, current, piece);
        var actions = PieceActions.Of(piece, side.Works, side.Estimate is not null, current.Can);
        var prepares = current.Can(Permission.RecordDecisions) && piece.Stage is not (PieceStage.Draft or PieceStage.Merged or PieceStage.Withdrawn);
        return new PiecePage(
            piece, survivor, tookOver, count, evidence, readsTestimony, story, side, actions,
            prepares ? await AgendaText.ReadAsync(db, current.Process, piece, side) : null);
    }
}
