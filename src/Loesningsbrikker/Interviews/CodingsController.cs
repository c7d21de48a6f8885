using Loesningsbrikker.Accounts;
using Loesningsbrikker.Interviews.Journal;
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
        var text = await PassageCoding.TextAsync(Db, Current.Id, transcriptId);
        // A merge moves codings from piece to piece, so the piece is held before the coding is read.
        var number = await PieceNumberAsync(id);
        if (number is { } held)
            await RowLocks.TieAsync(Db, Current.Id, held);
        var coding = await Db.Codings.Include(c => c.Passage).ThenInclude(p => p.Codings)
            .FirstOrDefaultAsync(c => c.Id == id && c.ProcessId == Current.Id && c.Passage.TranscriptId == transcriptId);
        if (coding is null)
            return await ViewOfGoneAsync(text, id);
        if (coding.SolutionPieceId is { } pieceId)
            Db.Add(new PieceEvent
            {
                ProcessId = Current.Id, SolutionPieceId = pieceId, Kind = PieceEventKind.CodingRemoved, AtUtc = Db.UtcNow, ByUserId = Db.Actor.UserId,
            });
        var passage = coding.Passage;
        var images = new StepImages { Codings = [new(id, CodingImage.Of(coding), null)] };
        var step = CodingJournal.StepOf(CodingStepKind.Uncoded, text.InterviewId, passage, images).With(coding);
        passage.Codings.Remove(coding);
        Db.Remove(coding);
        await Db.SaveChangesAsync();
        return await PassageCoding.ViewAsync(Db, passage) with { Step = await PassageCoding.AppendAsync(Db, step, Current.Process, number) };
    }

    /// <summary>Who sends again because the answer was lost gets it now; who comes after a colleague is told.</summary>
    private async Task<PassageView> ViewOfGoneAsync(CodedText text, long codingId)
    {
        var gone = await GoneRow.OfCodingAsync(Db, Current.Id, text, codingId);
        var passage = await Db.Passages.Include(p => p.Codings).FirstOrDefaultAsync(p => p.ProcessId == Current.Id
            && Db.CodingSteps.Any(s => s.InterviewId == text.InterviewId && s.CodingId == codingId && s.PassageId == p.Id));
        return passage is not null && gone.IsOwn(Db.Actor, CodingStepKind.Uncoded) ? await PassageCoding.ViewAsync(Db, passage) : throw gone.Told("");
    }

    private Task<int?> PieceNumberAsync(long codingId) =>
        Db.Codings.Where(c => c.Id == codingId && c.ProcessId == Current.Id)
            .Select(c => Db.SolutionPieces.Where(p => p.Id == c.SolutionPieceId).Select(p => (int?)p.Number).FirstOrDefault())
            .FirstOrDefaultAsync();
}
