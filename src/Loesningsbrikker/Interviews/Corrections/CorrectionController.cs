using Loesningsbrikker.Privacy;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Loesningsbrikker.Interviews.Corrections;

/// <summary>What the pages of a correction share: the text it begins from, the two pages, and the answer to who comes second.</summary>
public abstract class CorrectionController(LoesningsbrikkerContext db, CurrentProcess current) : HouseController(db, current)
{
    /// <summary>Shows the page where one corrects, with what was typed; that the text was read is logged before a word is sent.</summary>
    private protected async Task<IActionResult> EditAsync(CorrectionForm form, CorrectionBase from)
    {
        await LogAsync(from);
        if (form.Text is null)
            (form.Text, form.Speakers) = (CorrectionText.Write(from.Paragraphs), string.Join('\n', CorrectionText.Speakers(from.Paragraphs)));
        form.BasedOnVersion = from.VersionNumber;
        ViewData["Base"] = (from.Number, from.Title);
        return View("CorrectionEdit", form);
    }

    /// <summary>Shows what the correction would do.</summary>
    private protected async Task<IActionResult> PreviewAsync(CorrectionForm form, CorrectionBase from, IReadOnlyList<ParagraphText> paragraphs)
    {
        await LogAsync(from);
        ViewData["Preview"] = await CorrectionPreview.MakeAsync(Db, from, new CorrectionPlan(from.Paragraphs, paragraphs));
        (form.Text, form.Speakers) = (CorrectionText.Write(paragraphs), string.Join('\n', CorrectionText.Speakers(paragraphs)));
        // A field is filled from what was sent, not from the form; the text may have come from a file.
        ModelState.Remove(nameof(form.Text));
        ModelState.Remove(nameof(form.Speakers));
        return View("CorrectionPreview", form);
    }

    /// <summary>The text that the form was filled with.</summary>
    /// <exception cref="RuleException">The form does not say which, as when it was not sent from our page.</exception>
    /// <exception cref="NotFoundException">There is none.</exception>
    private protected Task<CorrectionBase> BaseOfAsync(int number, CorrectionForm form) => form.BasedOnVersion > 0
        ? CorrectionBase.ReadAsync(Db, Current.Id, number, form.BasedOnVersion)
        : throw new RuleException("Siden mangler noget. Begynd rettelsen forfra.");

    /// <summary>The page for who comes second, with the text to be copied.</summary>
    private protected ViewResult Overtaken(CorrectionForm form)
    {
        Response.StatusCode = StatusCodes.Status409Conflict;
        var typed = new Dictionary<string, string> { ["Den rettede tekst"] = form.Text ?? "", ["Begrundelse"] = form.Reason ?? "" };
        return View("Error", ErrorPage.Of(StatusCodes.Status409Conflict, CorrectionStore.Overtaken, typed.Where(t => t.Value.Length > 0).ToDictionary()));
    }

    private async Task LogAsync(CorrectionBase from)
    {
        Db.Add(AccessLogEntry.Of(Db, AccessKind.TranscriptRead, Current.Id, from.TranscriptId));
        await Db.SaveChangesAsync();
    }
}
