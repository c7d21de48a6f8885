using Loesningsbrikker.Accounts;
using Loesningsbrikker.Interviews.Import;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Loesningsbrikker.SolutionPieces.Import;

/// <summary>The preview row by row: what becomes of each, corrections in place, and "Indlæs", which stores it all.</summary>
[Route("dialogue-processes/{processId}/solution-pieces/imports/{tableDraftId:long}"), Permit(Permission.WritePieces)]
public sealed class ImportRowsController(LoesningsbrikkerContext db, CurrentProcess current, DraftCipher cipher) : PieceImportController(db, current, cipher)
{
    /// <summary>Shows a page of the rows.</summary>
    [HttpGet("rows")]
    public async Task<IActionResult> Show(long tableDraftId, RowsShown show, int page = 1)
    {
        var draft = await FindAsync(tableDraftId);
        var state = Cipher.Read<ImportState>(draft);
        if (!state.WordsConfirmed)
            return Redirect(NextPath(tableDraftId, state));
        return Show(draft, state, await ImportContext.ReadAsync(Db, Current.Process), Enum.IsDefined(show) ? show : RowsShown.All, page);
    }

    /// <summary>Keeps the corrections of the page, and goes on.</summary>
    [HttpPost("rows")]
    public async Task<IActionResult> Update(long tableDraftId, ImportRowsForm form)
    {
        var (_, state) = await KeepAsync(tableDraftId, form);
        var (show, page) = form.Go switch
        {
            "next" => (form.Show, await NextPageAsync(form, state)),
            "previous" => (form.Show, form.Page - 1),
            _ when Enum.TryParse<RowsShown>(form.Go, out var other) && Enum.IsDefined(other) => (other, 1),
            _ => (form.Show, form.Page),
        };
        return Redirect($"{PathOf(tableDraftId, "rows")}?show={show}&page={page}");
    }

    /// <summary>Stores the pieces: all of them, or none; the draft is gone in the same transaction.</summary>
    [HttpPost("completion")]
    public async Task<IActionResult> Complete(long tableDraftId, ImportRowsForm form)
    {
        var (draft, state) = await KeepAsync(tableDraftId, form);
        var result = await Db.InTransactionAsync(async () =>
        {
            var done = await new ImportCompletion(Db, Current.Process, state).RunAsync();
            // Two confirmations at once: the second finds no draft to remove.
            Db.Remove(draft);
            await Db.SaveChangesAsync();
            return done;
        });
        Confirm(Sentence(result));
        return Redirect(ListPath);
    }

    /// <inheritdoc />
    public override async Task<IActionResult> ShowAgainAsync(object form)
    {
        // What was typed was kept before the rule broke, but for a version that is no more.
        var (draft, state) = await FindInAddressAsync();
        var typed = (ImportRowsForm)form;
        var context = await ImportContext.ReadAsync(Db, Current.Process);
        if (typed.Version == draft.Version)
            state = typed.Apply(state, ImportPreview.Of(state, context));
        return Show(draft, state, context, RowsShown.Waiting, 1);
    }

    private async Task<(ImportDraft Draft, ImportState State)> KeepAsync(long id, ImportRowsForm form)
    {
        var (draft, state) = await FindAsync(id, form.Version);
        if (!state.WordsConfirmed)
            throw new RuleException("Gå trinnene igennem, før du læser ind.");
        var changed = form.Apply(state, ImportPreview.Of(state, await ImportContext.ReadAsync(Db, Current.Process)));
        await SaveAsync(draft, changed);
        return (draft, changed);
    }

    /// <summary>Rows that no longer wait are gone from the list of those that do, and the others have moved up.</summary>
    private async Task<int> NextPageAsync(ImportRowsForm form, ImportState state)
    {
        if (form.Show != RowsShown.Waiting)
            return form.Page + 1;
        var waiting = ImportPreview.Of(state, await ImportContext.ReadAsync(Db, Current.Process)).Rows.Where(r => r.Waits).Select(r => r.Index).ToHashSet();
        return (form.Page * Paging.Size - form.Rows.Count(r => !waiting.Contains(r.Row))) / Paging.Size + 1;
    }

    private ViewResult Show(ImportDraft draft, ImportState state, ImportContext context, RowsShown show, int page)
    {
        ViewData["Head"] = HeadOf(draft, state);
        var preview = ImportPreview.Of(state, context);
        // "Mangler et valg" is where the page goes by itself; when nothing is left there, all rows are shown.
        return View("Rows", ImportRowsPage.Of(state, preview, context, show == RowsShown.Waiting && preview.Waiting == 0 ? RowsShown.All : show, page));
    }

    private string Sentence(ImportResult result)
    {
        var prefix = Current.Process.Prefix;
        var merged = result.Merged == 0 ? "" : $" {DanishText.Count(result.Merged, "brik har fået mere tekst", "brikker har fået mere tekst")}.";
        return result.Numbers.Count switch
        {
            0 => merged.Trim(),
            1 => $"Brikken er læst ind som {prefix}-{result.Numbers[0]}.{merged}",
            var count => $"{count} brikker er læst ind som {prefix}-{result.Numbers[0]} til {prefix}-{result.Numbers[^1]}.{merged}",
        };
    }
}
