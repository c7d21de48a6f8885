using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.AspNetCore.Mvc;

namespace Loesningsbrikker.FollowUps;

/// <summary>The list of follow-ups, and a new one on a piece.</summary>
[Permit(Permission.ReadFollowUps)]
public sealed class FollowUpsController(LoesningsbrikkerContext db, CurrentProcess current) : FollowUpController(db, current)
{
    /// <summary>Shows the list as the address asks for.</summary>
    [HttpGet("dialogue-processes/{processId}/follow-ups")]
    public async Task<IActionResult> Index([FromQuery] FollowUpFilter filter, int page = 1) =>
        View("Index", await FollowUpListPage.ReadAsync(Db, Current, filter, page));

    /// <summary>Shows the form for a new one.</summary>
    [HttpGet("dialogue-processes/{processId}/solution-pieces/{number}/follow-ups/new"), Permit(Permission.WriteFollowUps)]
    public async Task<IActionResult> New(int number)
    {
        var piece = await FindAsync(number);
        return piece.Stage == PieceStage.Merged
            ? Redirect(PathOf(number))
            : await ShowAsync(piece, new FollowUpForm { Recurrence = Recurrence.Once, AssignedToUserId = Db.Actor.UserId });
    }

    /// <summary>Sets it.</summary>
    [HttpPost("dialogue-processes/{processId}/solution-pieces/{number}/follow-ups"), Permit(Permission.WriteFollowUps)]
    public async Task<IActionResult> Create(int number, FollowUpForm form)
    {
        var piece = await FindAsync(number);
        var plan = await form.PlanAsync(Db, Current.Id, piece.Id);
        Db.Add(FollowUp.Set(piece, plan, Db.Actor.RequiredUserId, Db.UtcNow));
        await Db.SaveChangesAsync();
        Confirm($"{plan.AssigneeName} ser på {NameOf(piece)} {DanishText.Date(plan.DueOn)}.");
        return Redirect(PathOf(number));
    }

    /// <inheritdoc />
    public override async Task<IActionResult> ShowAgainAsync(object form)
    {
        Db.ChangeTracker.Clear();
        return await ShowAsync(await FindAsync(NumberInAddress), (FollowUpForm)form);
    }

    private async Task<ViewResult> ShowAsync(SolutionPiece piece, FollowUpForm form)
    {
        ViewData["Piece"] = piece;
        ViewData["Assignees"] = await Assignees.ChoicesAsync(Db, Current.Id, piece.Id);
        return View("New", form);
    }
}
