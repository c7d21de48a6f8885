using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Privacy;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Processes;

/// <summary>Who stands behind a code.</summary>
public sealed class IdentityForm
{
    /// <summary>Name.</summary>
    [Display(Name = "Navn"), Required, MaxLength(200)]
    public string Name { get; set; } = "";

    /// <summary>E-mail; may be empty.</summary>
    [Display(Name = "E-mail"), EmailAddress, DataType(DataType.EmailAddress), MaxLength(256)]
    public string? Email { get; set; }

    /// <summary>The version that was shown; null when none was stored.</summary>
    public Guid? Version { get; set; }

    /// <summary>The informant's code; never sent.</summary>
    [BindNever, ValidateNever]
    public string Code { get; set; } = "";
}

/// <summary>The person behind an informant's code (kodenøgle). Every reading is logged before it is shown.</summary>
[Route("dialogue-processes/{processId}/informants/{id}/identity"), Permit(Permission.ReadIdentities)]
public sealed class IdentitiesController(LoesningsbrikkerContext db, CurrentProcess current, IdentityCipher cipher) : HouseController(db, current)
{
    private IQueryable<Informant> Adults => Db.Informants.Where(i => i.ProcessId == Current.Id && !i.Group.AreChildren);

    /// <summary>Shows name and e-mail, or an empty form.</summary>
    [HttpGet]
    public async Task<IActionResult> Show(long id)
    {
        await FindAdultAsync(id);
        var form = new IdentityForm();
        if (await FindIdentityAsync(id) is { } identity)
        {
            Db.AccessLogEntries.Add(AccessLogEntry.Of(Db, AccessKind.IdentityRead, Current.Id, id));
            await Db.SaveChangesAsync();
            (form.Name, form.Email) = cipher.Read(identity);
            form.Version = identity.Version;
        }
        return await ShowAgainAsync(form);
    }

    /// <summary>Stores name and e-mail, encrypted.</summary>
    [HttpPost]
    public async Task<IActionResult> Update(long id, IdentityForm form)
    {
        var informant = await FindAdultAsync(id);
        var identity = await FindIdentityAsync(id);
        if (identity is null && form.Version is not null || identity is not null && form.Version is null)
            throw new ConflictException("En kollega har ændret kodenøglen, mens du arbejdede. Din ændring er ikke gemt.");
        identity ??= Db.Add(new InformantIdentity { ProcessId = Current.Id, InformantId = id }).Entity;
        if (form.Version is { } version)
            Db.Entry(identity).Property(i => i.Version).OriginalValue = version;
        cipher.Write(identity, TypedText.OneLine(form.Name), form.Email is null ? null : TypedText.OneLine(form.Email));
        await Db.SaveChangesAsync();
        return ToInformants($"Kodenøglen til {informant.Code} er gemt.");
    }

    /// <summary>Deletes name and e-mail; the code stays.</summary>
    [HttpPost("delete")]
    public async Task<IActionResult> Delete(long id)
    {
        var informant = await FindAdultAsync(id);
        Db.Remove(await FindIdentityAsync(id) ?? throw new NotFoundException());
        await Db.SaveChangesAsync();
        return ToInformants($"Kodenøglen til {informant.Code} er slettet.");
    }

    /// <inheritdoc />
    public override async Task<IActionResult> ShowAgainAsync(object form)
    {
        var page = (IdentityForm)form;
        var id = long.TryParse(RouteData.Values["id"] as string, NumberStyles.None, CultureInfo.InvariantCulture, out var key) ? key : 0;
        var code = await Adults.Where(i => i.Id == id).Select(i => i.Code).FirstOrDefaultAsync();
        // Called while an error is answered, so it must not throw another.
        if (code is null)
            return NotFound();
        page.Code = code;
        return View("Show", page);
    }

    /// <exception cref="NotFoundException">There is none in the process, or they are children, who have no identity.</exception>
    private async Task<Informant> FindAdultAsync(long id) =>
        await Adults.FirstOrDefaultAsync(i => i.Id == id) ?? throw new NotFoundException();

    private Task<InformantIdentity?> FindIdentityAsync(long informantId) =>
        Db.InformantIdentities.FirstOrDefaultAsync(i => i.InformantId == informantId && i.ProcessId == Current.Id);

    private RedirectResult ToInformants(string confirmation)
    {
        Confirm(confirmation);
        return Redirect($"/dialogue-processes/{Current.Id}/informants");
    }
}
