using Loesningsbrikker.Accounts;
using Loesningsbrikker.Interviews.Import;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Exchange;

/// <summary>What can go out to other tools and come in from them.</summary>
[Route("dialogue-processes/{processId}/exchange"), Permit(Permission.ReadTestimony)]
public sealed class ExchangeController(LoesningsbrikkerContext db, CurrentProcess current, DraftCipher cipher) : HouseController(db, current)
{
    /// <summary>Shows the page.</summary>
    [HttpGet]
    public async Task<IActionResult> Show() => View("Show", new ExchangeUploadForm { Page = await ExchangePage.ReadAsync(Db, Current, cipher) });
}

/// <summary>A project that was brought in.</summary>
/// <param name="By">Name of who brought it in; null when the user is gone.</param>
public sealed record ImportedProject(ExchangeImport Import, string? By);

/// <summary>The page of exchange.</summary>
/// <param name="Interviews">Interviews with a text.</param>
/// <param name="Left">What a project file does not hold.</param>
/// <param name="Waiting">The own projects that wait to be looked at.</param>
/// <param name="Imported">What was brought in last, newest first.</param>
/// <param name="ImportedCount">How many there are in all.</param>
public sealed record ExchangePage(
    int Interviews, int Passages, int Pieces, int Challenges, ExportLosses Left, IReadOnlyList<WaitingDraft> Waiting, IReadOnlyList<ImportedProject> Imported, int ImportedCount)
{
    private const int ShownImports = 20;

    /// <summary>Reads it with a number of queries that does not grow.</summary>
    internal static async Task<ExchangePage> ReadAsync(LoesningsbrikkerContext db, CurrentProcess current, DraftCipher cipher)
    {
        var processId = current.Id;
        var waiting = current.Can(Permission.WriteTestimony)
            ? await db.OwnDrafts(processId, DraftKind.Project).Select(d => new { d.Id, d.NameCipher, d.CreatedAtUtc, d.ExpiresAtUtc }).ToListAsync() : [];
        var imports = db.ExchangeImports.Where(i => i.ProcessId == processId);
        return new ExchangePage(
            await db.Interviews.CountAsync(i => i.ProcessId == processId && i.Transcripts.Count > 0),
            await db.Passages.CountAsync(p => p.ProcessId == processId),
            await db.SolutionPieces.CountAsync(p => p.ProcessId == processId && p.Stage != PieceStage.Merged),
            await db.Challenges.CountAsync(c => c.ProcessId == processId),
            ExportLosses.Of(await ExportLosses.Counts(db, processId).SingleAsync()),
            [.. waiting.Select(d => new WaitingDraft(d.Id, cipher.ReadName(d.NameCipher), d.CreatedAtUtc, d.ExpiresAtUtc))],
            await imports.AsNoTracking().OrderByDescending(i => i.Id).Take(ShownImports)
                .Select(i => new ImportedProject(i, db.Users.Where(u => u.Id == i.ByUserId).Select(u => u.DisplayName).FirstOrDefault())).ToListAsync(),
            await imports.CountAsync());
    }
}
