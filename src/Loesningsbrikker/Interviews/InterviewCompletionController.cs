using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Interviews;

/// <summary>"Kodning færdig" and "Genoptag kodning".</summary>
[Route("dialogue-processes/{processId}/interviews/{number:int}"), Permit(Permission.WriteTestimony)]
public sealed class InterviewCompletionController(LoesningsbrikkerContext db, CurrentProcess current) : HouseController(db, current)
{
    /// <summary>Calls the coding finished.</summary>
    [HttpPost("completion")]
    public async Task<IActionResult> Create(int number)
    {
        var interview = await FindAsync(number);
        var hasTranscript = await Db.Transcripts.AnyAsync(t => t.InterviewId == interview.Id);
        interview.FinishCoding(Db.Actor.RequiredUserId, hasTranscript, Db.UtcNow);
        return await SaveAsync(number, $"Kodningen af interview {number} er meldt færdig.");
    }

    /// <summary>Takes the coding up again.</summary>
    [HttpPost("reopening")]
    public async Task<IActionResult> Delete(int number)
    {
        (await FindAsync(number)).ResumeCoding();
        return await SaveAsync(number, $"Kodningen af interview {number} er genoptaget.");
    }

    private async Task<IActionResult> SaveAsync(int number, string sentence)
    {
        await Db.SaveChangesAsync();
        Confirm(sentence);
        return Redirect($"/dialogue-processes/{Current.Id}/interviews/{number}");
    }

    private async Task<Interview> FindAsync(int number) =>
        await Db.Interviews.FirstOrDefaultAsync(i => i.ProcessId == Current.Id && i.Number == number) ?? throw new NotFoundException();
}
