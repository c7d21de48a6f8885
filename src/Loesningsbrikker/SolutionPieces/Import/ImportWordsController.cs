using Loesningsbrikker.Accounts;
using Loesningsbrikker.Interviews.Import;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Loesningsbrikker.SolutionPieces.Import;

/// <summary>Saying what the words of the table mean.</summary>
[Route("dialogue-processes/{processId}/solution-pieces/imports/{tableDraftId:long}/words"), Permit(Permission.WritePieces)]
public sealed class ImportWordsController(LoesningsbrikkerContext db, CurrentProcess current, DraftCipher cipher) : PieceImportController(db, current, cipher)
{
    /// <summary>Shows the words with the guess.</summary>
    [HttpGet]
    public async Task<IActionResult> Show(long tableDraftId)
    {
        var draft = await FindAsync(tableDraftId);
        var state = Cipher.Read<ImportState>(draft);
        if (!state.ColumnsConfirmed)
            return Redirect(NextPath(tableDraftId, state));
        var page = ImportWordsPage.Of(state, await ImportContext.ReadAsync(Db, Current.Process));
        return Show(draft, state, page, ImportWordsForm.Of(state, page));
    }

    /// <summary>Takes the words as chosen.</summary>
    [HttpPost]
    public async Task<IActionResult> Update(long tableDraftId, ImportWordsForm form)
    {
        var (draft, state) = await FindAsync(tableDraftId, form.Version);
        await SaveAsync(draft, form.Apply(state, await ImportContext.ReadAsync(Db, Current.Process)));
        return Redirect(PathOf(tableDraftId, "rows"));
    }

    /// <inheritdoc />
    public override async Task<IActionResult> ShowAgainAsync(object form)
    {
        var (draft, state) = await FindInAddressAsync();
        var page = ImportWordsPage.Of(state, await ImportContext.ReadAsync(Db, Current.Process));
        var shown = (ImportWordsForm)form;
        return Show(draft, state, page, shown.Words.Count == page.Words.Count ? shown : ImportWordsForm.Of(state, page));
    }

    private ViewResult Show(ImportDraft draft, ImportState state, ImportWordsPage page, ImportWordsForm form)
    {
        form.Version = draft.Version;
        (ViewData["Head"], ViewData["Page"]) = (HeadOf(draft, state), page);
        return View("Words", form);
    }
}
