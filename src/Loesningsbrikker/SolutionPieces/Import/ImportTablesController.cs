using System.ComponentModel.DataAnnotations;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Interviews.Import;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Loesningsbrikker.SolutionPieces.Import;

/// <summary>Which sheet or table is meant.</summary>
public sealed class ImportTableForm : ImportStepForm
{
    /// <summary>Its place among those of the file, from 0.</summary>
    [Required(ErrorMessage = "Vælg en tabel.")]
    public int? Table { get; set; }
}

/// <summary>Choosing the sheet or table.</summary>
[Route("dialogue-processes/{processId}/solution-pieces/imports/{tableDraftId:long}/table"), Permit(Permission.WritePieces)]
public sealed class ImportTablesController(LoesningsbrikkerContext db, CurrentProcess current, DraftCipher cipher) : PieceImportController(db, current, cipher)
{
    /// <summary>Shows what the file holds.</summary>
    [HttpGet]
    public Task<IActionResult> Show(long tableDraftId) => ShowAgainAsync(new ImportTableForm());

    /// <summary>Chooses, and guesses the columns.</summary>
    [HttpPost]
    public async Task<IActionResult> Update(long tableDraftId, ImportTableForm form)
    {
        var (draft, state) = await FindAsync(tableDraftId, form.Version);
        if (form.Table is not { } table || table < 0 || table >= state.Tables.Count || state.Tables[table].TooLarge is not null)
            throw new RuleException("Vælg en tabel, der kan læses.", nameof(form.Table));
        // The same one again keeps what was chosen on the way.
        if (state.Chosen != table)
            state = state.Choose(table, Current.Process.FirstYear);
        await SaveAsync(draft, state);
        return Redirect(PathOf(tableDraftId, "columns"));
    }

    /// <inheritdoc />
    public override async Task<IActionResult> ShowAgainAsync(object form)
    {
        var (draft, state) = await FindInAddressAsync();
        var shown = (ImportTableForm)form;
        shown.Table ??= state.Chosen ?? (state.Tables[0].TooLarge is null ? 0 : null);
        shown.Version = draft.Version;
        ViewData["Head"] = HeadOf(draft, state);
        return View("Table", shown);
    }
}
