using Loesningsbrikker.Accounts;
using Loesningsbrikker.Interviews.Journal;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Loesningsbrikker.SolutionPieces;

/// <summary>Changing words and facts.</summary>
[Permit(Permission.WritePieces)]
public sealed class PieceEditsController(LoesningsbrikkerContext db, CurrentProcess current) : PieceController(db, current)
{
    /// <summary>Shows the form.</summary>
    [HttpGet("dialogue-processes/{processId}/solution-pieces/{number}/edit")]
    public async Task<IActionResult> Edit(int number)
    {
        var piece = await FindAsync(number);
        return piece.Stage == PieceStage.Merged ? Redirect(PathOf(number)) : await ShowAsync(piece, EditPieceForm.Of(piece));
    }

    /// <summary>Stores the changes.</summary>
    [HttpPost("dialogue-processes/{processId}/solution-pieces/{number}/edit")]
    public async Task<IActionResult> Update(int number, EditPieceForm form)
    {
        var piece = await FindAsync(number, form.Version);
        var facts = await form.FactsAsync(Db, Current.Id);
        var (by, before) = (Db.Actor.RequiredUserId, PieceImage.Of(piece));
        var reworded = piece.Reword(form.Title, form.Description ?? "", form.Reason, by, Db.UtcNow);
        var changed = piece.ChangeFacts(facts, form.Reason, by, Db.UtcNow);
        if (reworded || changed)
        {
            Touch(piece);
            await Db.InTransactionAsync(async () =>
            {
                await Db.SaveChangesAsync();
                var images = new StepImages { Pieces = [CodingJournal.Change(piece.Id, before, PieceImage.Of(piece))!] };
                await CodingJournal.AppendAsync(Db, CodingJournal.StepOf(CodingStepKind.PieceEdited, piece, other: null, images));
            });
            Confirm("Ændringerne er gemt.");
        }
        return Redirect(PathOf(number));
    }

    /// <inheritdoc />
    public override async Task<IActionResult> ShowAgainAsync(object form)
    {
        Db.ChangeTracker.Clear();
        return await ShowAsync(await FindAsync(NumberInAddress), (EditPieceForm)form);
    }

    private async Task<IActionResult> ShowAsync(SolutionPiece piece, EditPieceForm form)
    {
        ViewData["Piece"] = piece;
        ViewData["Choices"] = await PieceChoices.ReadAsync(Db, Current.Id, [.. piece.Institutions.Select(i => i.Id)]);
        return View("Edit", form);
    }
}
