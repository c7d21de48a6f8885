using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Interviews;

/// <summary>Unties a passage from a piece or a challenge.</summary>
[Route("dialogue-processes/{processId:long}/transcripts/{transcriptId:long}/codings"), Permit(Permission.WriteTestimony)]
public sealed class CodingsController(LoesningsbrikkerContext db, CurrentProcess current) : HouseController(db, current)
{
    /// <summary>Unties; the passage stays marked. The piece's history tells who did it.</summary>
    [HttpDelete("{id:long}")]
    public async Task<IActionResult> Delete(long transcriptId, long id) =>
        Json(await Db.InTransactionAsync(() => UntieAsync(transcriptId, id)));

    private async Task<PassageView> UntieAsync(long transcriptId, long id)
    {
        await RowLocks.InterviewOfAsync(Db, transcriptId);
        // A merge moves codings from piece to piece, so the piece is held before the coding is read.
        if (await PieceNumberAsync(id) is { } number)
            await RowLocks.TieAsync(Db, Current.Id, number);
        var coding = await Db.Codings.Include(c => c.Passage).ThenInclude(p => p.Codings)
            .FirstOrDefaultAsync(c => c.Id == id && c.ProcessId == Current.Id && c.Passage.TranscriptId == transcriptId)
            ?? throw new NotFoundException();
        if (coding.SolutionPieceId is { } pieceId)
            Db.Add(new PieceEvent
            {
                ProcessId = Current.Id, SolutionPieceId = pieceId, Kind = PieceEventKind.CodingRemoved, AtUtc = Db.UtcNow, ByUserId = Db.Actor.UserId,
            });
        var passage = coding.Passage;
        passage.Codings.Remove(coding);
        Db.Remove(coding);
        await Db.SaveChangesAsync();
        return await PassageCoding.ViewAsync(Db, passage);
    }

    private Task<int?> PieceNumberAsync(long codingId) =>
        Db.Codings.Where(c => c.Id == codingId && c.ProcessId == Current.Id)
            .Select(c => Db.SolutionPieces.Where(p => p.Id == c.SolutionPieceId).Select(p => (int?)p.Number).FirstOrDefault())
            .FirstOrDefaultAsync();
}
