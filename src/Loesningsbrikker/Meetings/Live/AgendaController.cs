using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Loesningsbrikker.Meetings.Live;

/// <summary>What the verbs of the agenda have in common: they end on it, and a broken rule is told on it.</summary>
[Permit(Permission.RunMeetings)]
public abstract class AgendaVerbController(LoesningsbrikkerContext db, CurrentProcess current) : HouseController(db, current)
{
    /// <summary>Below this address stand the meetings.</summary>
    protected const string Meetings = "dialogue-processes/{processId}/validation-meetings";

    /// <inheritdoc />
    public override async Task<IActionResult> ShowAgainAsync(object form)
    {
        Db.ChangeTracker.Clear();
        var id = long.TryParse(RouteData.Values["id"] as string, out var key) ? key : 0;
        return View("Agenda", await AgendaPage.ReadAsync(Db, Current, id));
    }

    /// <summary>Back to the agenda, with a line that says what was done.</summary>
    protected IActionResult ToAgenda(long id, string sentence)
    {
        Confirm(sentence);
        return Redirect($"/dialogue-processes/{Current.Id}/validation-meetings/{id}/agenda");
    }
}

/// <summary>The agenda (dagsorden) of a live meeting.</summary>
[Route(Meetings + "/{id}/agenda")]
public sealed class AgendaController(LoesningsbrikkerContext db, CurrentProcess current) : AgendaVerbController(db, current)
{
    /// <summary>Shows it.</summary>
    [HttpGet]
    public async Task<IActionResult> Show(long id) => View("Agenda", await AgendaPage.ReadAsync(Db, Current, id));
}
