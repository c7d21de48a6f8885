using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Meetings;

/// <summary>The joint meetings and what they said, small groups hidden.</summary>
[Route("dialogue-processes/{processId}/validation-meetings"), Permit(Permission.ReadMeetings)]
public sealed class MeetingsController(LoesningsbrikkerContext db, CurrentProcess current) : HouseController(db, current)
{
    /// <summary>Shows the list, the newest meeting first.</summary>
    [HttpGet]
    public async Task<IActionResult> Index(int page = 1)
    {
        var visible = Db.PiecesForMeetings(Current);
        return View("Index", await Db.ValidationMeetings.Where(m => m.ProcessId == Current.Id)
            .OrderByDescending(m => m.HeldOn).ThenByDescending(m => m.Id)
            .Select(m => new MeetingRow(
                m.Id, m.Title, m.HeldOn, m.Place, m.Attendances.Sum(a => a.Invited), m.Attendances.Sum(a => a.Present),
                visible.Count(p => Db.MeetingResults.Any(r => r.MeetingId == m.Id && r.SolutionPieceId == p.Id))))
            .ToPageAsync(page));
    }

    /// <summary>Shows who came and what was said about each piece.</summary>
    [HttpGet("{id}")]
    public async Task<IActionResult> Show(long id, ResultOrder sort, int page = 1) =>
        View("Show", await MeetingPage.ReadAsync(Db, Current, id, Known(sort), onlyDisagreements: false, page));

    /// <summary>Shows the pieces that the meeting disagreed about.</summary>
    [HttpGet("{id}/disagreements")]
    public async Task<IActionResult> Disagreements(long id, int page = 1) =>
        View("Disagreements", await MeetingPage.ReadAsync(Db, Current, id, ResultOrder.Disagreement, onlyDisagreements: true, page));

    /// <summary>Shows what the meeting said about one piece.</summary>
    [HttpGet("{id}/solution-pieces/{number}")]
    public async Task<IActionResult> Piece(long id, int number)
    {
        var meeting = await Db.MeetingAsync(Current, id);
        var piece = await Db.PiecesForMeetings(Current).Where(p => p.Number == number)
            .Select(p => new { Piece = new MeetingPiece(p.Id, p.Number, p.Class, p.Title), p.Conclusion })
            .FirstOrDefaultAsync() ?? throw new NotFoundException();
        var figures = await MeetingFigures.ReadOfMeetingAsync(Db, Current.Id, id, piece.Piece.Id);
        var others = Db.PiecesForMeetings(Current).Where(p => Db.MeetingResults.Any(r => r.MeetingId == id && r.SolutionPieceId == p.Id));
        var previous = await others.Where(p => p.Number < number).MaxAsync(p => (int?)p.Number);
        var next = await others.Where(p => p.Number > number).MinAsync(p => (int?)p.Number);
        return View("Piece", new MeetingPiecePage(meeting, piece.Piece, figures, piece.Conclusion, previous, next));
    }

    private static ResultOrder Known(ResultOrder sort) => Enum.IsDefined(sort) ? sort : ResultOrder.Number;
}
