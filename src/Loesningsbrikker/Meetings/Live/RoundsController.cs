using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Meetings.Live;

/// <summary>Putting questions on the agenda of a meeting.</summary>
[Route("dialogue-processes/{processId}/validation-meetings/{id}/rounds/new"), Permit(Permission.RunMeetings)]
public sealed class RoundsController(LoesningsbrikkerContext db, CurrentProcess current) : HouseController(db, current)
{
    /// <summary>Shows the pieces of a theme, a class, or all of them, ticked when they were filtered.</summary>
    [HttpGet]
    public async Task<IActionResult> New(long id, long? themeId, PieceClass? @class, RoundKind kind)
    {
        var form = new RoundForm { ThemeId = themeId, Class = @class, Kind = Enum.IsDefined(kind) ? kind : RoundKind.Validity };
        if (themeId is not null || @class is not null)
            form.Pieces = await Offered(form).Select(p => p.Number).ToListAsync();
        return await ShowAsync(id, form);
    }

    /// <summary>Puts one question about the ticked pieces on the agenda, or one about each.</summary>
    [HttpPost]
    public async Task<IActionResult> Create(long id, RoundForm form)
    {
        var plan = new RoundPlan(form.Kind, form.Title, form.MaxChoices, form.IsRehearsal);
        var added = await RoundPlanning.AddAsync(Db, Current.Process, id, plan, form.Pieces, form.OneEach);
        Confirm(added == 1 ? "Spørgsmålet er sat på dagsordenen." : $"{added} spørgsmål er sat på dagsordenen.");
        return Redirect($"/dialogue-processes/{Current.Id}/validation-meetings/{id}/agenda");
    }

    /// <inheritdoc />
    public override Task<IActionResult> ShowAgainAsync(object form)
    {
        Db.ChangeTracker.Clear();
        return ShowAsync(long.TryParse(RouteData.Values["id"] as string, out var id) ? id : 0, (RoundForm)form);
    }

    private async Task<IActionResult> ShowAsync(long id, RoundForm form)
    {
        var meeting = await Db.MeetingAsync(Current, id);
        var pieces = await Offered(form).OrderBy(p => p.Number)
            .Select(p => new OfferedPiece(p.Number, p.Title, p.Class, p.Theme!.Name, p.Estimate!.Lines.Any())).ToListAsync();
        var themes = (await Db.Themes.Where(t => t.ProcessId == Current.Id).Select(t => new PieceChoice(t.Id, t.Name)).ToListAsync()).OrderBy(t => t.Name, DanishText.Comparer);
        ViewData["Context"] = new RoundContext(meeting, pieces, [.. themes]);
        return View("New", form);
    }

    private IQueryable<SolutionPiece> Offered(RoundForm form) => Db.PiecesForMeetings(Current)
        .Where(p => (form.ThemeId == null || p.ThemeId == form.ThemeId) && (form.Class == null || p.Class == form.Class));
}
