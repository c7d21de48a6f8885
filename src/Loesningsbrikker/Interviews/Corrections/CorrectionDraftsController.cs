using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Loesningsbrikker.Interviews.Corrections;

/// <summary>Correcting a transcript (Ret teksten), and looking at what that does to what is marked. Nothing is stored here.</summary>
[Route("dialogue-processes/{processId:long}/interviews/{number:int}/corrections"), Permit(Permission.WriteTestimony)]
public sealed class CorrectionDraftsController(LoesningsbrikkerContext db, CurrentProcess current) : CorrectionController(db, current)
{
    /// <summary>Shows the newest text to be corrected.</summary>
    [HttpGet("new")]
    public async Task<IActionResult> New(int number)
    {
        var from = await CorrectionBase.ReadAsync(Db, Current.Id, number);
        return await EditAsync(new CorrectionForm { Kind = from.Kind }, from);
    }

    /// <summary>Back from the preview to go on correcting.</summary>
    [HttpPost("new"), UploadLimit]
    public async Task<IActionResult> Edit(int number, CorrectionForm form) => await EditAsync(form, await BaseOfAsync(number, form));

    /// <summary>Shows what moves, what changes and what would come loose.</summary>
    [HttpPost("preview"), UploadLimit]
    public async Task<IActionResult> Preview(int number, CorrectionForm form)
    {
        var from = await BaseOfAsync(number, form);
        return from.VersionNumber < from.LastVersion ? Overtaken(form) : await PreviewAsync(form, from, await from.ReadCorrectedAsync(form));
    }

    /// <inheritdoc />
    public override async Task<IActionResult> ShowAgainAsync(object form)
    {
        var typed = (CorrectionForm)form;
        var number = int.Parse((string)RouteData.Values["number"]!);
        return await EditAsync(typed, await CorrectionBase.ReadAsync(Db, Current.Id, number, typed.BasedOnVersion > 0 ? typed.BasedOnVersion : null));
    }
}
