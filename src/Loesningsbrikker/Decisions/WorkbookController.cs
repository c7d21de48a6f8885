using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Loesningsbrikker.Decisions;

/// <summary>Explains the two editions of the workbook and offers those that the person may take.</summary>
[Route("dialogue-processes/{processId}/workbook"), Permit(Permission.DownloadCommitteeWorkbook)]
public sealed class WorkbookController(LoesningsbrikkerContext db, CurrentProcess current, WorkbookExport workbook) : HouseController(db, current)
{
    /// <summary>Shows the page.</summary>
    [HttpGet]
    public async Task<IActionResult> Show() => View("Show", new WorkbookPage(
        Current.Can(Permission.DownloadStaffWorkbook) ? await OfferAsync(WorkbookEdition.Staff) : null,
        await OfferAsync(WorkbookEdition.Committee)));

    private async Task<WorkbookOffer> OfferAsync(WorkbookEdition edition) =>
        new(WorkbookScope.Of(edition, Current), await workbook.CountAsync(edition));
}

/// <summary>The administration's edition.</summary>
[Route("dialogue-processes/{processId}/workbook/staff"), Permit(Permission.DownloadStaffWorkbook)]
public sealed class StaffWorkbookController(LoesningsbrikkerContext db, CurrentProcess current, WorkbookExport workbook) : HouseController(db, current)
{
    /// <summary>Sends the file.</summary>
    [HttpGet]
    public async Task<IActionResult> Show(CancellationToken cancellation) =>
        File(await workbook.MakeAsync(WorkbookEdition.Staff, cancellation), WorkbookExport.MediaType, workbook.FileName(WorkbookEdition.Staff));
}

/// <summary>The committee's edition.</summary>
[Route("dialogue-processes/{processId}/workbook/committee"), Permit(Permission.DownloadCommitteeWorkbook)]
public sealed class CommitteeWorkbookController(LoesningsbrikkerContext db, CurrentProcess current, WorkbookExport workbook) : HouseController(db, current)
{
    /// <summary>Sends the file.</summary>
    [HttpGet]
    public async Task<IActionResult> Show(CancellationToken cancellation) =>
        File(await workbook.MakeAsync(WorkbookEdition.Committee, cancellation), WorkbookExport.MediaType, workbook.FileName(WorkbookEdition.Committee));
}

/// <summary>The page Excel.</summary>
/// <param name="Staff">Null when the person may not take it.</param>
public sealed record WorkbookPage(WorkbookOffer? Staff, WorkbookOffer Committee);

/// <summary>One edition as it would be now.</summary>
public sealed record WorkbookOffer(WorkbookScope Scope, WorkbookCounts Counts);
