using Loesningsbrikker.Accounts;
using Loesningsbrikker.Interviews.Import;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Loesningsbrikker.SolutionPieces.Import;

/// <summary>Saying what the columns hold.</summary>
[Route("dialogue-processes/{processId}/solution-pieces/imports/{tableDraftId:long}/columns"), Permit(Permission.WritePieces)]
public sealed class ImportColumnsController(LoesningsbrikkerContext db, CurrentProcess current, DraftCipher cipher) : PieceImportController(db, current, cipher)
{
    private const int MostWords = 150;

    /// <summary>Shows the guess.</summary>
    [HttpGet]
    public async Task<IActionResult> Show(long tableDraftId)
    {
        var draft = await FindAsync(tableDraftId);
        var state = Cipher.Read<ImportState>(draft);
        return state.Chosen is null ? Redirect(PathOf(tableDraftId, "table")) : Show(draft, state, ImportColumnsForm.Of(state));
    }

    /// <summary>Takes the columns as chosen, or guesses them anew below other headings.</summary>
    [HttpPost]
    public async Task<IActionResult> Update(long tableDraftId, ImportColumnsForm form)
    {
        var (draft, state) = await FindAsync(tableDraftId, form.Version);
        var header = form.Header(state.Table);
        if (form.Guess || header != state.Header)
        {
            await SaveAsync(draft, state.WithHeader(header, Current.Process.FirstYear));
            return Redirect(PathOf(tableDraftId, "columns"));
        }
        var headings = header.Headings(state.Table);
        var columns = form.Choices(headings, Current.Process.FirstYear);
        // Corrections belong to what the columns said; words keep what they mean.
        state = state with
        {
            Columns = columns, Unit = form.Unit, ColumnsConfirmed = true, Rows = columns.SequenceEqual(state.Columns) ? state.Rows : [],
        };
        EnsureWords(state, headings);
        await SaveAsync(draft, state);
        return Redirect(PathOf(tableDraftId, "words"));
    }

    /// <inheritdoc />
    public override async Task<IActionResult> ShowAgainAsync(object form)
    {
        var (draft, state) = await FindInAddressAsync();
        var shown = (ImportColumnsForm)form;
        return Show(draft, state, shown.Columns.Count == state.Columns.Count ? shown : ImportColumnsForm.Of(state));
    }

    /// <summary>A column of running text is no class and no theme.</summary>
    private static void EnsureWords(ImportState state, IReadOnlyList<string> headings)
    {
        for (var i = 0; i < state.Columns.Count; i++)
            if (state.Columns[i].Field is PieceField.Class or PieceField.Stage or PieceField.Theme or PieceField.Institutions
                && state.Table.Rows.Skip(state.Header.Body).Select(r => Words.Plain(r.Cells[i].Own)).Distinct().Count() is var count and > MostWords)
                throw new RuleException(
                    $"Kolonnen »{headings[i]}« har {count} forskellige tekster, så den er nok ikke {state.Columns[i].Field.ToDanish().ToLower(DanishText.Culture)}. Vælg noget andet.",
                    $"Columns[{i}].Field");
    }

    private ViewResult Show(ImportDraft draft, ImportState state, ImportColumnsForm form)
    {
        form.Version = draft.Version;
        ViewData["Head"] = HeadOf(draft, state);
        return View("Columns", form);
    }
}
