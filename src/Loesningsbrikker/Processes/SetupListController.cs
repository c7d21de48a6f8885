using System.Globalization;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Loesningsbrikker.Processes;

/// <summary>What every form of the setup carries.</summary>
public abstract class SetupForm
{
    /// <summary>The version that was shown; empty for a new row.</summary>
    public Guid Version { get; set; }

    /// <summary>Why the row cannot be deleted; null when it can, or when it is new. Never sent.</summary>
    [BindNever, ValidateNever]
    public string? InUse { get; set; }
}

/// <summary>What the lists of the setup share: one page, "Form", for a new row and for an existing one.</summary>
public abstract class SetupListController(LoesningsbrikkerContext db, CurrentProcess current) : HouseController(db, current)
{
    /// <summary>Key of the row in the address; null on the page for a new one.</summary>
    protected long? RowId =>
        long.TryParse(RouteData.Values["id"] as string, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    /// <summary>Says why a row cannot be deleted; null when it can.</summary>
    protected abstract Task<string?> InUseAsync(long id);

    /// <summary>Shows the form of a new or an existing row.</summary>
    protected async Task<IActionResult> ShowFormAsync(SetupForm form)
    {
        form.InUse = RowId is { } id ? await InUseAsync(id) : null;
        return View("Form", form);
    }

    /// <summary>Goes back to a list of the process and says what was done.</summary>
    protected IActionResult ToList(string path, string confirmation)
    {
        Confirm(confirmation);
        return Redirect($"/dialogue-processes/{Current.Id}/{path}");
    }

    /// <inheritdoc />
    public override Task<IActionResult> ShowAgainAsync(object form) => ShowFormAsync((SetupForm)form);
}
