using Loesningsbrikker.Accounts;
using Loesningsbrikker.Decisions;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Loesningsbrikker.Exchange;

/// <summary>The process as a REFI-QDA project.</summary>
[Route("dialogue-processes/{processId}/exchange/project"), Permit(Permission.ReadTestimony)]
public sealed class ProjectFileController(LoesningsbrikkerContext db, CurrentProcess current, ProjectExport export) : HouseController(db, current)
{
    /// <summary>Sends the file.</summary>
    [HttpGet]
    public async Task<IActionResult> Show(CancellationToken cancellation) => File(
        await export.MakeProjectAsync(cancellation), ProjectExport.ProjectMediaType,
        DownloadName.Of(Current.Process.Name, "projekt", Db.UtcNow, ".qdpx"));
}

/// <summary>Pieces, challenges and themes as a REFI-QDA codebook.</summary>
[Route("dialogue-processes/{processId}/exchange/codebook"), Permit(Permission.ReadTestimony)]
public sealed class CodebookFileController(LoesningsbrikkerContext db, CurrentProcess current, ProjectExport export) : HouseController(db, current)
{
    /// <summary>Sends the file.</summary>
    [HttpGet]
    public async Task<IActionResult> Show(CancellationToken cancellation) => File(
        await export.MakeCodebookAsync(cancellation), ProjectExport.CodebookMediaType,
        DownloadName.Of(Current.Process.Name, "kodebog", Db.UtcNow, ".qdc"));
}

/// <summary>Passages as a workbook, narrowed as the list is.</summary>
[Route("dialogue-processes/{processId}/exchange/passages/workbook"), Permit(Permission.ReadTestimony)]
public sealed class PassageWorkbookController(LoesningsbrikkerContext db, CurrentProcess current, PassageExport export) : HouseController(db, current)
{
    /// <summary>Sends the file.</summary>
    [HttpGet]
    public async Task<IActionResult> Show(PassageFilter filter, CancellationToken cancellation) => File(
        await export.MakeWorkbookAsync(filter, cancellation), WorkbookExport.MediaType,
        DownloadName.Of(Current.Process.Name, "uddrag", Db.UtcNow, ".xlsx"));
}

/// <summary>Passages as a text file, narrowed as the list is.</summary>
[Route("dialogue-processes/{processId}/exchange/passages/csv"), Permit(Permission.ReadTestimony)]
public sealed class PassageCsvController(LoesningsbrikkerContext db, CurrentProcess current, PassageExport export) : HouseController(db, current)
{
    /// <summary>Sends the file.</summary>
    [HttpGet]
    public async Task<IActionResult> Show(PassageFilter filter, CancellationToken cancellation) => File(
        await export.MakeCsvAsync(filter, cancellation), PassageExport.CsvMediaType,
        DownloadName.Of(Current.Process.Name, "uddrag", Db.UtcNow, ".csv"));
}
