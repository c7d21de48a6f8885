using Loesningsbrikker.Accounts;
using Loesningsbrikker.Interviews.Journal;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Interviews;

/// <summary>Moves where a passage begins or ends; what it is tied to stays.</summary>
[Route("dialogue-processes/{processId:long}/transcripts/{transcriptId:long}/passages"), Permit(Permission.WriteTestimony)]
public sealed class PassageBoundariesController(LoesningsbrikkerContext db, CurrentProcess current) : HouseController(db, current)
{
    /// <summary>Moves the boundary, tidied up as a new mark is.</summary>
    /// <exception cref="RuleException">The passage is released as a quotation, or another one lies exactly there.</exception>
    /// <exception cref="ConflictException">A colleague moved the boundary first, or took the mark away.</exception>
    [HttpPut("{id:long}/range")]
    public async Task<IActionResult> Update(long transcriptId, long id, [FromBody] BoundaryRequest request)
    {
        var range = await PassageRange.ReadAsync(Db, Current.Id, transcriptId, request.Start, request.End, request.Quote);
        return Json(await Db.InTransactionAsync(() => MoveAsync(transcriptId, id, range, request)));
    }

    private async Task<PassageView> MoveAsync(long transcriptId, long id, PassageRange range, BoundaryRequest request)
    {
        await RowLocks.InterviewOfAsync(Db, transcriptId);
        var interviewId = await PassageCoding.NewestAsync(Db, Current.Id, transcriptId);
        var text = new CodedText(interviewId, IsReplaced: false);
        var passage = await Db.Passages.Include(p => p.Codings)
            .FirstOrDefaultAsync(p => p.Id == id && p.TranscriptId == transcriptId && p.ProcessId == Current.Id)
            ?? throw (await GoneRow.OfPassageAsync(Db, Current.Id, text, id)).Told("Grænsen er ikke flyttet.");
        var before = PassageImage.RangeOf(passage);
        // Sent again, or nothing left after the tidying: there is nothing to move.
        if (before == new PassageImage { TranscriptId = transcriptId, StartUtf16 = range.StartUtf16, EndUtf16 = range.EndUtf16 })
            return await PassageCoding.ViewAsync(Db, passage);
        if ((passage.StartUtf16, passage.EndUtf16) != (request.WasStart, request.WasEnd))
            throw new ConflictException("En kollega har flyttet grænsen, mens du arbejdede. Din ændring er ikke gemt.");
        await EnsureFreeAsync(passage, range);
        passage.Move(transcriptId, range);
        await Db.SaveChangesAsync();
        var images = new StepImages { Passages = [new(id, before, PassageImage.RangeOf(passage))] };
        var step = CodingJournal.StepOf(CodingStepKind.BoundaryMoved, interviewId, passage, images);
        return await PassageCoding.ViewAsync(Db, passage) with { Step = await PassageCoding.AppendAsync(Db, step, Current.Process, pieceNumber: null) };
    }

    private async Task EnsureFreeAsync(Passage passage, PassageRange range)
    {
        if (await Db.Passages.AnyAsync(p => p.TranscriptId == passage.TranscriptId && p.StartUtf16 == range.StartUtf16 && p.EndUtf16 == range.EndUtf16 && p.Id != passage.Id))
            throw new RuleException("Der er allerede et uddrag på præcis det sted. Knyt brikken til det i stedet.");
    }
}
