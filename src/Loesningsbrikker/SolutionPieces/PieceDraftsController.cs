using Loesningsbrikker.Accounts;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Loesningsbrikker.SolutionPieces;

/// <summary>Writing a new piece (Ny brik).</summary>
[Permit(Permission.WritePieces)]
public sealed class PieceDraftsController(LoesningsbrikkerContext db, CurrentProcess current) : PieceController(db, current)
{
    /// <summary>Shows the empty form.</summary>
    [HttpGet("dialogue-processes/{processId}/solution-pieces/new")]
    public Task<IActionResult> New() => ShowAgainAsync(new NewPieceForm());

    /// <summary>Writes the draft under the next number.</summary>
    [HttpPost("dialogue-processes/{processId}/solution-pieces")]
    public async Task<IActionResult> Create(NewPieceForm form)
    {
        var facts = await form.FactsAsync(Db, Current.Id);
        var piece = await Db.InTransactionAsync(async () =>
        {
            var number = await ProcessNumbers.NextPieceAsync(Db, Current.Id);
            var draft = SolutionPiece.Draft(
                Current.Id, number, form.Class!.Value, form.Title, Db.Actor.RequiredUserId, Db.UtcNow, form.Description ?? "", facts);
            Db.Add(draft);
            await Db.SaveChangesAsync();
            return draft;
        });
        Confirm($"{NameOf(piece)} er gemt som kladde.");
        return Redirect(PathOf(piece.Number));
    }

    /// <inheritdoc />
    public override async Task<IActionResult> ShowAgainAsync(object form)
    {
        ViewData["Choices"] = await PieceChoices.ReadAsync(Db, Current.Id, ((NewPieceForm)form).InstitutionIds);
        return View("New", form);
    }
}
