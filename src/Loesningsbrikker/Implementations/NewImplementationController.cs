using System.Globalization;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Implementations;

/// <summary>Beginning a political or administrative piece, to which somebody said yes.</summary>
[Route("dialogue-processes/{processId}/solution-pieces/{number}/implementation/new"), Permit(Permission.WriteImplementations), WritesImplementation]
public sealed class NewImplementationController(LoesningsbrikkerContext db, CurrentProcess current) : HouseController(db, current)
{
    /// <summary>Asks who is responsible and until when.</summary>
    [HttpGet]
    public async Task<IActionResult> New(int number)
    {
        var piece = await FindAsync(number);
        return piece.Class == PieceClass.Local || !PieceLife.Allows(PieceStep.Begin, piece.Class, piece.Stage)
            ? Redirect($"/dialogue-processes/{Current.Id}/solution-pieces/{number}")
            : await ShowAsync(piece, new PlanForm { ResponsibleUserId = Db.Actor.UserId });
    }

    /// <summary>Begins.</summary>
    [HttpPost]
    public async Task<IActionResult> Create(int number, PlanForm form)
    {
        var begun = await Db.InTransactionAsync(async () =>
        {
            await RowLocks.PieceAsync(Db, Current.Id, number);
            var piece = await Db.SolutionPieces.Include(p => p.Implementations)
                .FirstOrDefaultAsync(p => p.ProcessId == Current.Id && p.Number == number) ?? throw new NotFoundException();
            await PlanQuery.EnsureOfferedAsync(Db, Current.Id, institutionId: null, chosen: null, form);
            var implementation = piece.Begin(form.ResponsibleRole, form.ResponsibleUserId, form.DueOn, Db.Actor.RequiredUserId, Db.UtcNow);
            await Db.SaveChangesAsync();
            return implementation;
        });
        Confirm($"{Current.Process.NumberOf(number)} er nu under udmøntning. Skriv gerne de første milepæle.");
        return Redirect($"/dialogue-processes/{Current.Id}/implementations/{begun.Id}");
    }

    /// <inheritdoc />
    public override async Task<IActionResult> ShowAgainAsync(object form)
    {
        Db.ChangeTracker.Clear();
        var number = int.TryParse(RouteData.Values["number"] as string, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : 0;
        return await ShowAsync(await FindAsync(number), (PlanForm)form);
    }

    private async Task<SolutionPiece> FindAsync(int number) =>
        await Db.SolutionPieces.VisibleTo(Current, Db).AsNoTracking().FirstOrDefaultAsync(p => p.Number == number) ?? throw new NotFoundException();

    private async Task<IActionResult> ShowAsync(SolutionPiece piece, PlanForm form)
    {
        form.Choices = await PlanQuery.ReadAsync(Db, Current.Id, institutionId: null, chosen: null);
        ViewData["Piece"] = piece;
        return View("New", form);
    }
}
