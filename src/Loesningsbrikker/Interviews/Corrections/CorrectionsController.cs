using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Loesningsbrikker.Interviews.Corrections;

/// <summary>Stores a corrected text once it has been seen what it does.</summary>
[Route("dialogue-processes/{processId:long}/interviews/{number:int}/corrections"), Permit(Permission.WriteTestimony)]
public sealed class CorrectionsController(LoesningsbrikkerContext db, CurrentProcess current) : CorrectionController(db, current)
{
    /// <summary>Stores the new version; passages, codings, notes and sections go along.</summary>
    [HttpPost, UploadLimit]
    public async Task<IActionResult> Create(int number, CorrectionForm form)
    {
        var from = await BaseOfAsync(number, form);
        var paragraphs = await from.ReadCorrectedAsync(form);
        CorrectionChoices.EnsureApprovedByNow(form, DanishText.Day(Db.UtcNow));
        // The texts are frozen, so they are compared before the write's turn comes.
        var plan = new CorrectionPlan(from.Paragraphs, paragraphs);
        TranscriptCorrection correction;
        try
        {
            correction = await new CorrectionStore(Db, from, plan, form).StoreAsync(Current.Id, paragraphs);
        }
        catch (ConflictException)
        {
            return Overtaken(form);
        }
        Confirm(CorrectionWords.Confirmation(correction));
        return Redirect($"/dialogue-processes/{Current.Id}/interviews/{number}");
    }

    /// <inheritdoc />
    public override async Task<IActionResult> ShowAgainAsync(object form)
    {
        var typed = (CorrectionForm)form;
        var number = int.Parse((string)RouteData.Values["number"]!);
        var from = await CorrectionBase.ReadAsync(Db, Current.Id, number, typed.BasedOnVersion > 0 ? typed.BasedOnVersion : null);
        try
        {
            return await PreviewAsync(typed, from, await from.ReadCorrectedAsync(typed));
        }
        catch (RuleException)
        {
            // What is wrong is the text itself.
            return await EditAsync(typed, from);
        }
    }
}
