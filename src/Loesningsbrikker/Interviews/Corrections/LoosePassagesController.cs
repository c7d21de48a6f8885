using Loesningsbrikker.Accounts;
using Loesningsbrikker.Privacy;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Interviews.Corrections;

/// <summary>The loose passages of an interview, and taking one away with what it is tied to.</summary>
[Route("dialogue-processes/{processId:long}/interviews/{number:int}")]
public sealed class LoosePassagesController(LoesningsbrikkerContext db, CurrentProcess current) : HouseController(db, current)
{
    /// <summary>The list with the words; that they were read is logged.</summary>
    [HttpGet("loose-passages"), Permit(Permission.ReadTestimony)]
    public async Task<IActionResult> Index(int number, int page = 1)
    {
        var shown = await LoosePassageList.ReadAsync(Db, Current.Id, number, page) ?? throw new NotFoundException();
        if (shown.Passages.Total > 0)
        {
            Db.Add(AccessLogEntry.Of(Db, AccessKind.PassagesRead, Current.Id, shown.Newest));
            await Db.SaveChangesAsync();
        }
        return View("Index", shown);
    }

    /// <summary>Takes a loose passage away. The history of its pieces tells who did it.</summary>
    /// <param name="version">The version that the user saw.</param>
    /// <exception cref="RuleException">It has its place in the text; such a mark is taken away on the coding page.</exception>
    [HttpPost("passages/{passageId:long}/removal"), Permit(Permission.WriteTestimony)]
    public async Task<IActionResult> Delete(int number, long passageId, Guid version)
    {
        await Db.InTransactionAsync(() => RemoveAsync(number, passageId, version));
        Confirm("Uddraget er fjernet.");
        return Redirect($"/dialogue-processes/{Current.Id}/interviews/{number}/loose-passages");
    }

    private async Task RemoveAsync(int number, long passageId, Guid version)
    {
        await RowLocks.InterviewAsync(Db, Current.Id, number);
        // A merge moves codings from piece to piece, so the pieces are held before the codings are read.
        foreach (var piece in await Db.SolutionPieces.Where(p => p.ProcessId == Current.Id && p.Codings.Any(c => c.PassageId == passageId)).OrderBy(p => p.Id).Select(p => p.Number).ToListAsync())
            await RowLocks.TieAsync(Db, Current.Id, piece);
        var passage = await Db.Passages.Include(p => p.Codings).FirstOrDefaultAsync(p => p.Id == passageId && p.ProcessId == Current.Id
            && Db.Transcripts.Any(t => t.Id == p.TranscriptId && Db.Interviews.Any(i => i.Id == t.InterviewId && i.Number == number))) ?? throw new NotFoundException();
        if (passage.LooseSinceUtc is null)
            throw new RuleException("Uddraget er ikke løsrevet. Løsn det, og fjern mærket på kodesiden.");
        Db.Entry(passage).Property(p => p.Version).OriginalValue = version;
        foreach (var pieceId in passage.Codings.Select(c => c.SolutionPieceId).OfType<long>())
            Db.Add(new PieceEvent
            {
                ProcessId = Current.Id, SolutionPieceId = pieceId, Kind = PieceEventKind.CodingRemoved, AtUtc = Db.UtcNow, ByUserId = Db.Actor.UserId,
                Details = "Uddraget var løsrevet, efter at interviewets tekst blev rettet.",
            });
        Db.Remove(passage);
        await Db.SaveChangesAsync();
    }
}
