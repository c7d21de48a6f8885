using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.AspNetCore.Mvc;

namespace Loesningsbrikker.Meetings;

/// <summary>The administration concludes which pieces are recognised (Konkludér), all on one page.</summary>
[Route("dialogue-processes/{processId}/validation-meetings/conclusions"), Permit(Permission.ConcludePieces)]
public sealed class ConclusionsController(LoesningsbrikkerContext db, CurrentProcess current) : HouseController(db, current)
{
    private string Path => $"/dialogue-processes/{Current.Id}/validation-meetings/conclusions";

    /// <summary>Shows the pieces that wait, or with <paramref name="again"/> those that have a conclusion; a consultant prepares and reads only.</summary>
    [HttpGet, Permit(Permission.RunMeetings)]
    public async Task<IActionResult> Show(bool again = false, int page = 1)
    {
        var shown = await Concluding.ReadAsync(Db, Current, again, page);
        return View("Show", shown with { Rows = [.. shown.Page.Rows.Select(FormOf)] });
    }

    /// <summary>Concludes the ticked pieces. What cannot be concluded stays on the page with the reason.</summary>
    [HttpPost]
    public async Task<IActionResult> Create(ConclusionsForm form)
    {
        var ticked = form.Rows.Where(r => r.Chosen).DistinctBy(r => r.Number).ToList();
        var refused = ticked.Count > 0 ? await Concluding.RunAsync(Db, Current, ticked) : new Dictionary<int, string>();
        var done = ticked.Count - refused.Count;
        // A reason that somebody typed is not thrown away because the tick was forgotten.
        var forgotten = form.Rows.Where(r => !r.Chosen && !string.IsNullOrWhiteSpace(r.Reason)).ToList();
        if (done > 0)
            Confirm(done == 1 ? "1 brik er konkluderet." : $"{done} brikker er konkluderet.");
        if (ticked.Count > 0 && refused.Count == 0 && forgotten.Count == 0)
            return Redirect(Path + (form.Again ? "?again=true" : ""));

        form.Rows = [.. form.Rows.Where(r => refused.ContainsKey(r.Number) || !r.Chosen).DistinctBy(r => r.Number)];
        // The errors are told anew: the rows have other places now.
        ModelState.Clear();
        for (var i = 0; i < form.Rows.Count; i++)
        {
            if (refused.TryGetValue(form.Rows[i].Number, out var sentence))
                Refuse(i, nameof(ConclusionForm.Reason), form.Rows[i].Number, sentence);
            else if (forgotten.Contains(form.Rows[i]))
                Refuse(i, nameof(ConclusionForm.Chosen), form.Rows[i].Number, "Du har skrevet en begrundelse, men ikke sat kryds ved Konkludér denne.");
        }
        if (ticked.Count == 0 && forgotten.Count == 0)
            ModelState.AddModelError("", "Sæt kryds ved de brikker, du vil konkludere.");
        var view = (ViewResult)await ShowAgainAsync(form);
        view.StatusCode = StatusCodes.Status400BadRequest;
        return view;
    }

    /// <inheritdoc />
    public override async Task<IActionResult> ShowAgainAsync(object form)
    {
        // What a broken verb began must not be saved.
        Db.ChangeTracker.Clear();
        var typed = (ConclusionsForm)form;
        var page = await Concluding.ReadAsync(Db, Current, typed.Again, typed.Page);
        var rows = (await Concluding.ReadAsync(Db, Current, [.. typed.Rows.Select(r => r.Number)])).ToDictionary(r => r.Piece.Number);
        var known = typed.Rows.Where(r => rows.ContainsKey(r.Number)).DistinctBy(r => r.Number).ToList();
        foreach (var row in known)
        {
            // The page shows what is stored now: whoever ticked something else looks at it first.
            var (version, said) = (rows[row.Number].Version, rows[row.Number].Said);
            row.Chosen = row.Chosen && row.Version == version && (row.Said ?? "") == said;
            (row.Version, row.Said) = (version, said);
        }
        return View("Show", page with { Page = page.Page with { Rows = [.. known.Select(r => rows[r.Number])] }, Rows = known });
    }

    private void Refuse(int place, string field, int number, string sentence) =>
        ModelState.AddModelError($"Rows[{place}].{field}", $"{Current.Process.NumberOf(number)}: {sentence}");

    private static ConclusionForm FormOf(ConclusionRow row) => new()
    {
        Number = row.Piece.Number, Version = row.Version, Said = row.Said, Conclusion = row.Concluded is null ? row.Proposal : row.Concluded,
    };
}
