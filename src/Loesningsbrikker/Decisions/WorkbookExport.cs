using Loesningsbrikker.Budget;
using Loesningsbrikker.Privacy;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Decisions;

/// <summary>Makes one edition of the workbook for the signed-in person, and leaves a line in the access log.</summary>
public sealed class WorkbookExport(LoesningsbrikkerContext db, CurrentProcess current, ExportLane lane)
{
    /// <summary>The media type of .xlsx.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The workbook, positioned at its beginning. The log line is stored before this returns.</summary>
    /// <param name="cancellation">The reader went away.</param>
    public async Task<MemoryStream> MakeAsync(WorkbookEdition edition, CancellationToken cancellation)
    {
        var scope = WorkbookScope.Of(edition, current);
        var file = await lane.RunAsync(() => db.InSnapshot(() => Build(scope, cancellation)), cancellation);
        db.Add(AccessLogEntry.Of(db, AccessKind.TestimonyExported, current.Id, subjectId: null));
        await db.SaveChangesAsync(cancellation);
        return file;
    }

    /// <summary>How much the edition would hold now.</summary>
    public Task<WorkbookCounts> CountAsync(WorkbookEdition edition) =>
        new WorkbookSource(db, current, WorkbookScope.Of(edition, current)).CountAsync();

    /// <summary>E.g. Dialog-om-dagtilbud-løsningsbrikker-2026-11-21-udvalg.xlsx, dated in Danish time.</summary>
    public string FileName(WorkbookEdition edition) => DownloadName.Of(
        current.Process.Name, "løsningsbrikker", db.UtcNow, edition == WorkbookEdition.Staff ? "-administration.xlsx" : "-udvalg.xlsx");

    private MemoryStream Build(WorkbookScope scope, CancellationToken cancellation)
    {
        var source = new WorkbookSource(db, current, scope);
        var municipality = db.Municipalities.Where(m => m.Id == db.Actor.MunicipalityId).Select(m => m.Name).Single();
        var voices = source.Voices();
        var (proposals, economy) = (source.Proposals(voices), source.Economy());
        var traces = source.CountTraces();
        SheetPlan[] sheets =
        [
            WorkbookSheets.Proposals(scope, proposals),
            EconomySheet.Plan(economy),
            PrioritySheet.Plan(source.Priorities()),
            // Without passages it would be a printed page with nothing on it; Læs mig tells why it is not there.
            .. traces == 0 ? Array.Empty<SheetPlan>() : [WorkbookSheets.Traces(scope, current.Process.Prefix, voices, traces, source.Traces())],
        ];
        var readMe = new ReadMe(
            municipality, current.Process.Name, current.Process.CaseNumber, scope, db.UtcNow, Version, proposals,
            current.Process.BudgetYears(), [.. economy.Select(r => r.PriceLevel).OfType<int>().Distinct().Order()]);
        var overview = new OverviewSheet(
            "Overblik: " + current.Process.Name, [readMe.AmountsSentence, readMe.PricesSentence, OverviewSheet.FrameSentence], readMe.BudgetYears, economy, proposals);
        using var shell = WorkbookShell.Make(readMe, sheets, overview);
        return TableRows.Fill(shell, sheets, overview, cancellation);
    }

    private static string Version { get; } = typeof(WorkbookExport).Assembly.GetName().Version!.ToString(3);
}
