using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Meetings.Live;

/// <summary>Moving a question on the agenda, and taking it off.</summary>
[Route(Meetings + "/{id}/rounds/{roundId}")]
public sealed class RoundPlacesController(LoesningsbrikkerContext db, CurrentProcess current) : AgendaVerbController(db, current)
{
    /// <summary>One place up or down.</summary>
    [HttpPost("move")]
    public async Task<IActionResult> Move(long id, long roundId, AgendaForm form)
    {
        await RoundPlanning.MoveAsync(Db, Current.Id, id, roundId, form.Up);
        return ToAgenda(id, form.Up ? "Spørgsmålet er flyttet op." : "Spørgsmålet er flyttet ned.");
    }

    /// <summary>Takes it off the agenda.</summary>
    [HttpPost("delete")]
    public async Task<IActionResult> Delete(long id, long roundId, AgendaForm form)
    {
        await RoundPlanning.DeleteAsync(Db, Current.Id, id, roundId);
        return ToAgenda(id, "Spørgsmålet er slettet.");
    }
}

/// <summary>Opening a question, and giving it more time.</summary>
[Route(Meetings + "/{id}/rounds/{roundId}")]
public sealed class RoundOpeningsController(LoesningsbrikkerContext db, CurrentProcess current) : AgendaVerbController(db, current)
{
    /// <summary>Opens it, with a countdown or without.</summary>
    [HttpPost("open")]
    public async Task<IActionResult> Create(long id, long roundId, AgendaForm form)
    {
        await RoundOpening.OpenAsync(Db, Current.Process, id, roundId, form.Countdown);
        return ToAgenda(id, "Spørgsmålet er åbent.");
    }

    /// <summary>Gives it more time, counted from now.</summary>
    [HttpPost("extend")]
    public async Task<IActionResult> Extend(long id, long roundId, AgendaForm form)
    {
        var round = await Db.MeetingRounds.FirstOrDefaultAsync(r => r.Id == roundId && r.MeetingId == id && r.ProcessId == Current.Id) ?? throw new NotFoundException();
        round.Extend(form.Countdown ?? TimeSpan.FromSeconds(30), Db.UtcNow);
        await Db.SaveChangesAsync();
        return ToAgenda(id, "Der er givet mere tid.");
    }
}

/// <summary>Closing a question and counting it.</summary>
[Route(Meetings + "/{id}/rounds/{roundId}")]
public sealed class RoundClosingsController(LoesningsbrikkerContext db, CurrentProcess current, RoundClosing closing) : AgendaVerbController(db, current)
{
    /// <summary>Closes it for phones.</summary>
    [HttpPost("close")]
    public async Task<IActionResult> Create(long id, long roundId, AgendaForm form)
    {
        await Db.MeetingAsync(Current, id);
        await closing.CloseAsync(Db, id, roundId, form.AwaitPaper);
        return ToAgenda(id, form.AwaitPaper ? "Spørgsmålet er lukket. Skriv papirsvarene ind, og afslut så optællingen." : "Spørgsmålet er lukket og talt op.");
    }

    /// <summary>Counts it with the answers on paper, and ends the count.</summary>
    [HttpPost("count")]
    public async Task<IActionResult> Conclude(long id, long roundId, AgendaForm form)
    {
        await Db.MeetingAsync(Current, id);
        await closing.ConcludeAsync(Db, id, roundId);
        return ToAgenda(id, "Optællingen er afsluttet.");
    }
}

/// <summary>Asking a question once more.</summary>
[Route(Meetings + "/{id}/rounds/{roundId}/repeat")]
public sealed class RoundRepeatsController(LoesningsbrikkerContext db, CurrentProcess current) : AgendaVerbController(db, current)
{
    /// <summary>Puts it on the agenda again; the first result stays.</summary>
    [HttpPost]
    public async Task<IActionResult> Create(long id, long roundId, AgendaForm form)
    {
        await RoundPlanning.RepeatAsync(Db, Current.Id, id, roundId);
        return ToAgenda(id, "Spørgsmålet er sat på dagsordenen igen. Det første resultat kan stadig ses.");
    }
}
