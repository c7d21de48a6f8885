using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Interviews;

/// <summary>
/// The words that pieces are known by besides their titles, for finding one that resembles what is being typed on the coding page.
/// The page asks once and compares by itself, so that it answers at every letter, and without a connection too.
/// </summary>
[Route("dialogue-processes/{processId:long}/transcripts/{transcriptId:long}/piece-words"), Permit(Permission.ReadTestimony)]
public sealed class PieceWordsController(LoesningsbrikkerContext db, CurrentProcess current) : HouseController(db, current)
{
    /// <summary>Most passages that are sent for one piece, the newest first; what a piece is about shows in fewer.</summary>
    public const int MaxQuotes = 40;

    /// <summary>Most characters that are sent of one passage.</summary>
    public const int MaxQuoteLength = 240;

    /// <summary>Most characters that are sent of a description.</summary>
    public const int MaxDescriptionLength = 1000;

    /// <summary>Most codings that are looked at.</summary>
    private const int MaxCodings = 5000;

    /// <summary>Description and quotes of the process's pieces; the quotes of this transcript are on the page already and left out.</summary>
    [HttpGet]
    public async Task<IActionResult> Index(long transcriptId)
    {
        if (!await Db.Transcripts.AnyAsync(t => t.Id == transcriptId && t.ProcessId == Current.Id))
            throw new NotFoundException();
        var pieces = await Db.SolutionPieces.Where(p => p.ProcessId == Current.Id && p.Stage != PieceStage.Merged).OrderBy(p => p.Number)
            .Select(p => new { p.Id, p.Number, Description = p.Description.Substring(0, MaxDescriptionLength) }).ToListAsync();
        var quotes = await Db.Codings
            .Where(c => c.ProcessId == Current.Id && c.SolutionPieceId != null && c.Passage.TranscriptId != transcriptId)
            .OrderByDescending(c => c.Id).Take(MaxCodings)
            .Select(c => new { Piece = c.SolutionPieceId!.Value, Quote = c.Passage.Quote.Substring(0, MaxQuoteLength) })
            .ToListAsync();
        var byPiece = quotes.ToLookup(q => q.Piece, q => q.Quote);
        return Json(new PieceWordsView([.. pieces.Select(p => new PieceWords(p.Number, p.Description, [.. byPiece[p.Id].Take(MaxQuotes)]))]));
    }

    /// <summary>The answer.</summary>
    public sealed record PieceWordsView(IReadOnlyList<PieceWords> Pieces);

    /// <summary>What one piece is known by: number, description (its beginning; may be empty), and the beginnings of its passages, the newest first.</summary>
    public sealed record PieceWords(int Number, string Description, IReadOnlyList<string> Quotes);
}
