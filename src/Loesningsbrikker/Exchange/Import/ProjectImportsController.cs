using System.Globalization;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Interviews.Import;
using Loesningsbrikker.Privacy;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Loesningsbrikker.Exchange.Import;

/// <summary>A project or codebook from another tool: the preview with its choices, and "Læs ind", which stores it.</summary>
[Route("dialogue-processes/{processId}/exchange/imports/{id:long}"), Permit(Permission.WriteTestimony)]
public sealed class ProjectImportsController(
    LoesningsbrikkerContext db, CurrentProcess current, DraftCipher cipher, ProjectImport import, ProjectReadingTurn turn) : HouseController(db, current)
{
    private const int MostFields = 16_384;

    /// <summary>Shows it; every look is logged, as for a text that is stored.</summary>
    [HttpGet]
    public async Task<IActionResult> Show(long id)
    {
        var draft = await FindAsync(id);
        Db.Add(AccessLogEntry.Of(Db, AccessKind.ImportDraftRead, Current.Id, id));
        await Db.SaveChangesAsync();
        var plan = await PlanAsync(cipher.Read<ProjectDraft>(draft));
        return await ShowAsync(draft, plan, ProjectPreviewForm.Of(draft, plan));
    }

    /// <summary>Keeps the choices with the draft and shows what they would give.</summary>
    [HttpPost, RequestFormLimits(ValueCountLimit = MostFields)]
    public async Task<IActionResult> Update(long id, ProjectPreviewForm form)
    {
        var draft = await FindAsync(id);
        Db.Expect(draft, form.Version);
        var plan = await ApplyAsync(draft, form);
        cipher.Write(draft, plan.Draft.FileName, plan.Draft);
        await Db.SaveChangesAsync();
        return Redirect($"/dialogue-processes/{Current.Id}/exchange/imports/{id}");
    }

    /// <summary>Stores the project with the choices that were sent.</summary>
    [HttpPost("confirmation"), RequestFormLimits(ValueCountLimit = MostFields)]
    public async Task<IActionResult> Confirm(long id, ProjectPreviewForm form)
    {
        var draft = await FindAsync(id);
        Db.Expect(draft, form.Version);
        var stored = await import.StoreAsync(draft, await ApplyAsync(draft, form));
        Confirm($"Læst ind: {ImportWords.Counts(stored)}.");
        return Redirect($"/dialogue-processes/{Current.Id}/exchange");
    }

    /// <summary>Gives the project up.</summary>
    [HttpPost("delete")]
    public async Task<IActionResult> Delete(long id)
    {
        Db.Remove(await FindAsync(id));
        await Db.SaveChangesAsync();
        Confirm("Projektet er smidt væk. Der er ikke gemt noget af det.");
        return Redirect($"/dialogue-processes/{Current.Id}/exchange");
    }

    /// <inheritdoc />
    public override async Task<IActionResult> ShowAgainAsync(object form)
    {
        var draft = await FindAsync(long.Parse((string)RouteData.Values["id"]!, CultureInfo.InvariantCulture));
        var shown = (ProjectPreviewForm)form;
        // What was typed is shown again, but for the word that could not be added.
        (shown.AddWord, var added) = (null, shown.AddWord);
        var plan = await ApplyAsync(draft, shown);
        shown.AddWord = added;
        return await ShowAsync(draft, plan, shown);
    }

    private Task<ImportDraft> FindAsync(long id) => Db.FindOwnDraftAsync(Current.Id, id, DraftKind.Project);

    /// <summary>The plan with what was sent: what the choices change is worked out anew.</summary>
    private async Task<ImportPlan> ApplyAsync(ImportDraft draft, ProjectPreviewForm form)
    {
        var plan = await PlanAsync(cipher.Read<ProjectDraft>(draft));
        form.Apply(plan, Request.Form, await DraftChoices.ReadAsync(Db, Current.Process));
        return await ImportPlan.ReadAsync(Db, Current.Id, Current.Process.Prefix, plan.Draft, plan.Loaded);
    }

    private async Task<ImportPlan> PlanAsync(ProjectDraft content)
    {
        var loaded = await turn.TakeAsync(() => LoadedProject.Read(content.File), HttpContext.RequestAborted);
        return await ImportPlan.ReadAsync(Db, Current.Id, Current.Process.Prefix, content, loaded);
    }

    private async Task<IActionResult> ShowAsync(ImportDraft draft, ImportPlan plan, ProjectPreviewForm form)
    {
        form.Version = draft.Version;
        form.Page = ProjectPreviewPage.Of(draft, plan, await DraftChoices.ReadAsync(Db, Current.Process), Current.Can(Permission.ReadIdentities));
        (form.Page.Text.AddWord, form.Page.Text.AddReplacement, form.Page.Text.KeepNames) = (form.AddWord, form.AddReplacement, form.KeepNames);
        return View("Show", form);
    }
}
