using Loesningsbrikker.Accounts;
using Loesningsbrikker.Privacy;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Loesningsbrikker.Interviews.Guide;

/// <summary>All answers to one question, read across the interviews.</summary>
[Route("dialogue-processes/{processId:long}/guide-questions/{id:long}/answers"), Permit(Permission.ReadTestimony)]
public sealed class GuideAnswersController(LoesningsbrikkerContext db, CurrentProcess current) : HouseController(db, current)
{
    /// <summary>Shows a page of them. For each transcript whose words are sent there is a line in the access log.</summary>
    /// <param name="groupId">Only interviews with this informant group; null for all.</param>
    [HttpGet]
    public async Task<IActionResult> Index(long id, long? groupId = null, int page = 1)
    {
        var shown = await GuideAnswers.ReadAsync(Db, Current.Id, id, groupId, page) ?? throw new NotFoundException();
        foreach (var transcriptId in shown.Answers.Rows.Select(a => a.TranscriptId).Distinct())
            Db.Add(AccessLogEntry.Of(Db, AccessKind.TranscriptRead, Current.Id, transcriptId));
        await Db.SaveChangesAsync();
        return View("Index", shown);
    }
}
