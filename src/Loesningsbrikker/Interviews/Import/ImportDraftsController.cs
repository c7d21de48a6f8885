using System.ComponentModel.DataAnnotations;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Interviews.Import;

/// <summary>What became of one uploaded file.</summary>
/// <param name="Id">Key of its draft; null when it could not be read.</param>
/// <param name="Error">Why not, in Danish; null when it was read.</param>
public sealed record ImportedFile(string Name, long? Id, string? Error);

/// <summary>A draft that waits.</summary>
public sealed record WaitingDraft(long Id, string Name, DateTime CreatedAtUtc, DateTime ExpiresAtUtc);

/// <summary>What the page "Læs filer ind" sends and shows.</summary>
public sealed class ImportFilesForm
{
    /// <summary>The files.</summary>
    [Display(Name = "Filer")]
    public IReadOnlyList<IFormFile> Files { get; set; } = [];

    /// <summary>What became of the files that were sent last; filled before the page is shown.</summary>
    [BindNever, ValidateNever]
    public IReadOnlyList<ImportedFile> Imported { get; set; } = [];

    /// <summary>The drafts that wait; filled before the page is shown.</summary>
    [BindNever, ValidateNever]
    public IReadOnlyList<WaitingDraft> Waiting { get; set; } = [];
}

/// <summary>The own drafts that wait: several files at once, and what becomes of each.</summary>
[Route("dialogue-processes/{processId}/import-drafts"), Permit(Permission.WriteTestimony)]
public sealed class ImportDraftsController(
    LoesningsbrikkerContext db, CurrentProcess current, TranscriptReader reader, DraftWriting drafts, DraftCipher cipher) : HouseController(db, current)
{
    private const int MostFiles = 50;

    /// <summary>Shows the form and what waits.</summary>
    [HttpGet]
    public Task<IActionResult> Index() => ShowAgainAsync(new ImportFilesForm());

    /// <summary>Reads files into drafts; one that cannot be read does not stop the others. A single one leads to its preview; a script gets the outcome as JSON.</summary>
    [HttpPost, UploadLimit]
    public async Task<IActionResult> Create(ImportFilesForm form)
    {
        if (form.Files.Count == 0)
            throw new RuleException("Vælg mindst én fil.", nameof(form.Files));
        if (form.Files.Count > MostFiles)
            throw new RuleException($"Vælg højst {MostFiles} filer ad gangen.", nameof(form.Files));
        var imported = new List<ImportedFile>();
        foreach (var file in form.Files)
            imported.Add(await ImportAsync(file));
        if (Request.WantsJson())
            return Json(imported);
        if (imported is [{ Id: { } only }])
            return Redirect($"/dialogue-processes/{Current.Id}/import-drafts/{only}");
        form.Imported = imported;
        return await ShowAgainAsync(form);
    }

    /// <summary>Gives a draft up.</summary>
    [HttpPost("{id:long}/delete")]
    public async Task<IActionResult> Delete(long id)
    {
        Db.Remove(await Db.FindOwnDraftAsync(Current.Id, id));
        await Db.SaveChangesAsync();
        Confirm("Teksten er smidt væk. Der er ikke gemt noget af den.");
        return Redirect($"/dialogue-processes/{Current.Id}/import-drafts");
    }

    /// <inheritdoc />
    public override async Task<IActionResult> ShowAgainAsync(object form)
    {
        var shown = (ImportFilesForm)form;
        var waiting = await Db.OwnDrafts(Current.Id).Select(d => new { d.Id, d.NameCipher, d.CreatedAtUtc, d.ExpiresAtUtc }).ToListAsync();
        shown.Waiting = [.. waiting.Select(d => new WaitingDraft(d.Id, cipher.ReadName(d.NameCipher), d.CreatedAtUtc, d.ExpiresAtUtc))];
        return View("Index", shown);
    }

    private async Task<ImportedFile> ImportAsync(IFormFile file)
    {
        var name = TranscriptFile.CleanName(file.FileName);
        try
        {
            var draft = await drafts.AddAsync(await reader.ReadAsync(file.FileName, await Uploads.BytesOfAsync(file), HttpContext.RequestAborted), interviewNumber: null);
            await Db.SaveChangesAsync();
            return new ImportedFile(name, draft.Id, null);
        }
        catch (RuleException exception)
        {
            return new ImportedFile(name, null, exception.Message);
        }
    }
}
