using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Loesningsbrikker.Interviews.Guide;

/// <summary>Moves a question up or down in the guide.</summary>
[Route("dialogue-processes/{processId:long}/guide-questions/{id:long}/moves"), Permit(Permission.SetUpProcess)]
public sealed class GuideQuestionMovesController(LoesningsbrikkerContext db, CurrentProcess current) : HouseController(db, current)
{
    /// <summary>Changes places with the question before or after it; at the end of the list nothing happens.</summary>
    /// <param name="up">True for up.</param>
    [HttpPost]
    public async Task<IActionResult> Create(long id, bool up)
    {
        await Db.InTransactionAsync(async () =>
        {
            var guide = await GuideRows.TakeTurnAsync(Db, Current.Id);
            var questions = guide.Questions.OrderBy(q => q.Position).ThenBy(q => q.Id).ToList();
            var from = questions.FindIndex(q => q.Id == id);
            if (from < 0)
                throw new NotFoundException();
            var to = Math.Clamp(from + (up ? -1 : 1), 0, questions.Count - 1);
            (questions[from], questions[to]) = (questions[to], questions[from]);
            for (var i = 0; i < questions.Count; i++)
                questions[i].Position = i + 1;
            await Db.SaveChangesAsync();
        });
        return Redirect($"/dialogue-processes/{Current.Id}/guide#q{id}");
    }
}
