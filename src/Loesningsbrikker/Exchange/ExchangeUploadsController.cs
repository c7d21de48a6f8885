using System.ComponentModel.DataAnnotations;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Exchange.Import;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.Interviews.Import;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Loesningsbrikker.Exchange;

/// <summary>An uploaded project.</summary>
public sealed class ExchangeUploadForm
{
    /// <summary>The file.</summary>
    [Display(Name = "Fil")]
    public IFormFile? File { get; set; }

    /// <summary>What the page shows; filled before it is.</summary>
    [BindNever, ValidateNever]
    public ExchangePage Page { get; set; } = null!;
}

/// <summary>Takes a project or a codebook from another tool; nothing of it is stored but an encrypted draft.</summary>
[Route("dialogue-processes/{processId}/exchange/imports"), Permit(Permission.WriteTestimony)]
public sealed class ExchangeUploadsController(LoesningsbrikkerContext db, CurrentProcess current, ProjectUpload upload, DraftCipher cipher) : HouseController(db, current)
{
    /// <summary>Reads the file and goes on to its preview.</summary>
    [HttpPost, UploadLimit]
    public async Task<IActionResult> Create(ExchangeUploadForm form)
    {
        if (form.File is null)
            throw new RuleException("Vælg en fil.", nameof(form.File));
        try
        {
            var draft = await upload.AddAsync(form.File.FileName, await Uploads.BytesOfAsync(form.File), HttpContext.RequestAborted);
            return Redirect($"/dialogue-processes/{Current.Id}/exchange/imports/{draft.Id}");
        }
        catch (RuleException exception) when (exception.Field != nameof(form.File))
        {
            throw new RuleException(exception.Message, nameof(form.File));
        }
    }

    /// <inheritdoc />
    public override async Task<IActionResult> ShowAgainAsync(object form)
    {
        var shown = (ExchangeUploadForm)form;
        shown.Page = await ExchangePage.ReadAsync(Db, Current, cipher);
        return View("/Exchange/Views/Exchange/Show.cshtml", shown);
    }
}
