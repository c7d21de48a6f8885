using Loesningsbrikker.Decisions;
using Loesningsbrikker.Privacy;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Exchange;

/// <summary>Makes a file of passages for the signed-in person, one passage a row, and leaves a line in the access log.</summary>
public sealed class PassageExport(LoesningsbrikkerContext db, CurrentProcess current, ExportLane lane)
{
    /// <summary>The media type of .csv.</summary>
    public const string CsvMediaType = "text/csv";

    /// <summary>The workbook, positioned at its beginning. The log line is stored before this returns.</summary>
    public Task<MemoryStream> MakeWorkbookAsync(PassageFilter filter, CancellationToken cancellation) => MakeAsync(filter, plan =>
    {
        using var shell = WorkbookShell.Make(new PrintedAs(current.Process.Name, "Uddrag fra interviews", db.UtcNow), plan);
        return TableRows.Fill(shell, [plan], overview: null, cancellation);
    }, cancellation);

    /// <summary>The text file, positioned at its beginning. The log line is stored before this returns.</summary>
    public Task<MemoryStream> MakeCsvAsync(PassageFilter filter, CancellationToken cancellation) =>
        MakeAsync(filter, plan => CsvRows.Fill(plan, cancellation), cancellation);

    private async Task<MemoryStream> MakeAsync(PassageFilter filter, Func<SheetPlan, MemoryStream> make, CancellationToken cancellation)
    {
        var file = await lane.RunAsync(() => db.InSnapshot(() => make(PassageRows.Sheet(db, current, filter))), cancellation);
        db.Add(AccessLogEntry.Of(db, AccessKind.TestimonyExported, current.Id, subjectId: null));
        await db.SaveChangesAsync(cancellation);
        return file;
    }
}
