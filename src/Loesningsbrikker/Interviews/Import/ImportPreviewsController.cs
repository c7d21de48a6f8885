using System.Globalization;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Privacy;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Interviews.Import;

/// <summary>The preview of a draft: what is replaced, who speaks, which interview it is for; and "Læs ind", which stores it.</summary>
[Route("dialogue-processes/{processId}/import-drafts/{id:long}"), Permit(Permission.WriteTestimony)]
public sealed class ImportPreviewsController(LoesningsbrikkerContext db, CurrentProcess current, DraftCipher cipher, DraftConfirmation confirmation)
    : HouseController(db, current)
{
    /// <summary>Shows it; every look is logged, as for a text that is stored.</summary>
    [HttpGet]
    public async Task<IActionResult> Show(long id)
    {
        var draft = await Db.FindOwnDraftAsync(Current.Id, id);
        Db.Add(AccessLogEntry.Of(Db, AccessKind.ImportDraftRead, Current.Id, id));
        await Db.SaveChangesAsync();
        var content = cipher.Read(draft);
        return await ShowAsync(draft, content, ImportPreviewForm.Of(draft, content), await DraftChoices.ReadAsync(Db, Current.Process));
    }

    /// <summary>Keeps the choices with the draft and shows the text as it then is.</summary>
    [HttpPost]
    public async Task<IActionResult> Update(long id, ImportPreviewForm form)
    {
        var draft = await Db.FindOwnDraftAsync(Current.Id, id);
        Db.Expect(draft, form.Version);
        var content = cipher.Read(draft);
        DraftEdits.Apply(content, form, Request.Form, await DraftChoices.ReadAsync(Db, Current.Process));
        cipher.Write(draft, content);
        await Db.SaveChangesAsync();
        return Redirect($"{PathOf(id)}#findings");
    }

    /// <summary>Stores the text with its replacements, and goes on to the next draft that waits.</summary>
    [HttpPost("confirmation")]
    public async Task<IActionResult> Confirm(long id, ImportPreviewForm form)
    {
        var draft = await Db.FindOwnDraftAsync(Current.Id, id);
        Db.Expect(draft, form.Version);
        var content = cipher.Read(draft);
        var choices = await DraftChoices.ReadAsync(Db, Current.Process);
        if (DraftEdits.Apply(content, form, Request.Form, choices))
            return await ShowNewCodesAsync(draft, content, choices);
        var (number, version) = await confirmation.StoreAsync(draft, content, choices);
        var interview = $"/dialogue-processes/{Current.Id}/interviews/{number}";
        var next = await Db.OwnDrafts(Current.Id).Select(d => (long?)d.Id).FirstOrDefaultAsync();
        Confirm(next is null
            ? "Teksten er læst ind. Se, om den ser rigtig ud, før I koder."
            : $"Teksten er læst ind som interview {number}. Her er den næste.");
        return Redirect(next is null ? $"{interview}/transcripts/{version}" : PathOf(next.Value));
    }

    /// <summary>The text would be another than the one that was looked at, so it is kept and shown once more instead of what was sent.</summary>
    private async Task<IActionResult> ShowNewCodesAsync(ImportDraft draft, DraftContent content, DraftChoices choices)
    {
        cipher.Write(draft, content);
        await Db.SaveChangesAsync();
        ModelState.Clear();
        ModelState.AddModelError("", "En kollega har brugt en af koderne i mellemtiden. De nye koder står nu i forhåndsvisningen. Se den igennem, og læs ind igen.");
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return await ShowAsync(draft, content, ImportPreviewForm.Of(draft, content), choices);
    }

    /// <inheritdoc />
    public override async Task<IActionResult> ShowAgainAsync(object form)
    {
        var draft = await Db.FindOwnDraftAsync(Current.Id, long.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture));
        var (content, shown) = (cipher.Read(draft), (ImportPreviewForm)form);
        var choices = await DraftChoices.ReadAsync(Db, Current.Process);
        // What was typed is shown again, but for the word that could not be added.
        (shown.AddWord, var added) = (null, shown.AddWord);
        DraftEdits.Apply(content, shown, Request.Form, choices);
        shown.AddWord = added;
        return await ShowAsync(draft, content, shown, choices);
    }

    private async Task<IActionResult> ShowAsync(ImportDraft draft, DraftContent content, ImportPreviewForm form, DraftChoices choices)
    {
        var queue = DraftQueue.Of(await Db.OwnDrafts(Current.Id).Select(d => d.Id).ToListAsync(), draft.Id);
        form.Version = draft.Version;
        form.Page = ImportPreviewPage.Of(draft, content, choices, queue, Current.Can(Permission.ReadIdentities));
        return View("Show", form);
    }

    private string PathOf(long id) => $"/dialogue-processes/{Current.Id}/import-drafts/{id}";
}
