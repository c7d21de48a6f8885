using System.Data;
using System.Data.Common;
using Loesningsbrikker.Budget;
using Loesningsbrikker.Privacy;
using Loesningsbrikker.Shared;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

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
        var file = await lane.RunAsync(() => InSnapshot(() => Build(scope, cancellation)), cancellation);
        db.Add(AccessLogEntry.Of(db, AccessKind.TestimonyExported, current.Id, subjectId: null));
        await db.SaveChangesAsync(cancellation);
        return file;
    }

    /// <summary>How much the edition would hold now.</summary>
    public Task<WorkbookCounts> CountAsync(WorkbookEdition edition) =>
        new WorkbookSource(db, current, WorkbookScope.Of(edition, current)).CountAsync();

    /// <summary>E.g. Dialog-om-dagtilbud-løsningsbrikker-2026-11-21-udvalg.xlsx, dated in Danish time.</summary>
    public string FileName(WorkbookEdition edition)
    {
        var letters = current.Process.Name.Select(c => char.IsLetterOrDigit(c) ? c : '-').Take(100);
        var name = string.Join('-', new string([.. letters]).Split('-', StringSplitOptions.RemoveEmptyEntries));
        var day = TimeZoneInfo.ConvertTimeFromUtc(db.UtcNow, DanishText.Copenhagen);
        return $"{name}-løsningsbrikker-{day:yyyy-MM-dd}-{(edition == WorkbookEdition.Staff ? "administration" : "udvalg")}.xlsx".TrimStart('-');
    }

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

    /// <summary>Reads everything as it stood at one moment, so that counts and rows agree while colleagues go on working.</summary>
    private T InSnapshot<T>(Func<T> read)
    {
        db.Database.OpenConnection();
        try
        {
            using var transaction = BeginRead(db.Database.GetDbConnection());
            using var _ = db.Database.UseTransaction(transaction);
            return read();
        }
        finally
        {
            db.Database.CloseConnection();
        }
    }

    /// <summary>Deferred on SQLite: an ordinary transaction would take the right to write and make everybody wait.</summary>
    private static DbTransaction BeginRead(DbConnection connection) => connection is SqliteConnection sqlite
        ? sqlite.BeginTransaction(deferred: true)
        : connection.BeginTransaction(IsolationLevel.RepeatableRead);

    private static string Version { get; } = typeof(WorkbookExport).Assembly.GetName().Version!.ToString(3);
}
