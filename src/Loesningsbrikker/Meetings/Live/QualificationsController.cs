using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Meetings.Live;

/// <summary>What the tables of a meeting propose (kvalificering).</summary>
[Route("dialogue-processes/{processId}/validation-meetings/{id}/qualifications"), Permit(Permission.RunMeetings)]
public sealed class QualificationsController(LoesningsbrikkerContext db, CurrentProcess current) : HouseController(db, current)
{
    /// <summary>Shows the proposals, those that wait first.</summary>
    [HttpGet]
    public async Task<IActionResult> Index(long id, int page = 1)
    {
        var meeting = await Db.MeetingAsync(Current, id);
        var proposals = Db.Qualifications.Where(q => q.MeetingId == id).OrderBy(q => q.SettledAtUtc != null).ThenBy(q => q.Id);
        return View("Index", new QualificationList(meeting, await proposals.Rows(Db).ToPageAsync(page)));
    }

    /// <summary>Shows the empty form.</summary>
    [HttpGet("new")]
    public Task<IActionResult> New(long id) => ShowAgainAsync(new QualificationForm());

    /// <summary>Stores what a table proposes, and shows the form for the next.</summary>
    [HttpPost("new")]
    public async Task<IActionResult> Create(long id, QualificationForm form)
    {
        var meeting = await Db.ValidationMeetings.FirstOrDefaultAsync(m => m.Id == id && m.ProcessId == Current.Id) ?? throw new NotFoundException();
        var pieceId = form.Number is null ? null : await Db.PiecesForMeetings(Current).Where(p => p.Number == form.Number).Select(p => (long?)p.Id).FirstOrDefaultAsync();
        Db.Add(Qualification.Propose(meeting, form.Kind, pieceId, form.Table, form.Title, form.Text, Db.Actor.RequiredUserId, Db.UtcNow));
        await Db.SaveChangesAsync();
        Confirm("Forslaget er gemt.");
        return Redirect($"/dialogue-processes/{Current.Id}/validation-meetings/{id}/qualifications/new");
    }

    /// <inheritdoc />
    public override async Task<IActionResult> ShowAgainAsync(object form)
    {
        ViewData["Meeting"] = await Db.MeetingAsync(Current, long.TryParse(RouteData.Values["id"] as string, out var id) ? id : 0);
        ViewData["Pieces"] = await Db.PiecesForMeetings(Current).OrderBy(p => p.Number).Select(p => new MeetingPiece(p.Id, p.Number, p.Class, p.Title)).ToListAsync();
        return View("New", form);
    }
}

/// <summary>Reads proposals for pages.</summary>
internal static class QualificationRows
{
    /// <summary>The proposals as rows.</summary>
    public static IQueryable<QualificationRow> Rows(this IQueryable<Qualification> proposals, LoesningsbrikkerContext db) => proposals.Select(q => new QualificationRow(
        q.Id, q.Kind, db.SolutionPieces.Where(p => p.Id == q.SolutionPieceId).Select(p => (int?)p.Number).FirstOrDefault(), q.Table, q.Title, q.Text, q.SettledAtUtc,
        db.Users.Where(u => u.Id == q.SettledByUserId).Select(u => u.DisplayName).FirstOrDefault(), q.Reason,
        db.SolutionPieces.Where(p => p.Id == q.TakenIntoPieceId).Select(p => (int?)p.Number).FirstOrDefault()));
}
