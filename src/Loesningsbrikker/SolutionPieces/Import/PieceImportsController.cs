using Loesningsbrikker.Accounts;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.Interviews.Import;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.SolutionPieces.Import;

/// <summary>A table that waits.</summary>
public sealed record WaitingImport(long Id, string Name, DateTime CreatedAtUtc, DateTime ExpiresAtUtc);

/// <summary>Taking a table of pieces in (Indlæs brikker): it waits encrypted until it is brought in, given up or too old.</summary>
[Permit(Permission.WritePieces)]
public sealed class PieceImportsController(LoesningsbrikkerContext db, CurrentProcess current, DraftCipher cipher) : PieceImportController(db, current, cipher)
{
    private const string Pasted = "Indsat tabel";

    /// <summary>Shows the form, and what waits.</summary>
    [HttpGet("dialogue-processes/{processId}/solution-pieces/imports")]
    public Task<IActionResult> New() => ShowAgainAsync(new NewPieceImportForm());

    /// <summary>Reads the file or the pasted cells into a draft.</summary>
    [HttpPost("dialogue-processes/{processId}/solution-pieces/imports"), UploadLimit]
    public async Task<IActionResult> Create(NewPieceImportForm form)
    {
        var (name, tables) = await ReadAsync(form);
        if (await Db.OwnDrafts(Current.Id, DraftKind.PieceTable).CountAsync() >= ImportDraft.MostPerOwner)
            throw new RuleException($"Du har {ImportDraft.MostPerOwner} tabeller, der venter. Gør nogle af dem færdige, eller smid dem væk.");
        if (tables.All(t => t.TooLarge is not null))
            throw new RuleException($"Tabellen kan ikke læses. {tables[0].TooLarge}", form.File is null ? nameof(form.Text) : nameof(form.File));
        var draft = ImportDraft.Begin(Current.Id, Db.Actor.RequiredUserId, Db.UtcNow, DraftKind.PieceTable);
        var state = ImportState.Of(name, tables, Current.Process.FirstYear);
        Db.Add(draft);
        await SaveAsync(draft, state);
        return Redirect(NextPath(draft.Id, state));
    }

    /// <summary>Gives a draft up.</summary>
    [HttpPost("dialogue-processes/{processId}/solution-pieces/imports/{tableDraftId:long}/removal")]
    public async Task<IActionResult> Delete(long tableDraftId)
    {
        Db.Remove(await FindAsync(tableDraftId));
        await Db.SaveChangesAsync();
        Confirm("Tabellen er smidt væk. Der er ikke gemt noget af den.");
        return Redirect(ListPath);
    }

    /// <inheritdoc />
    public override async Task<IActionResult> ShowAgainAsync(object form)
    {
        var waiting = await Db.OwnDrafts(Current.Id, DraftKind.PieceTable).Select(d => new { d.Id, d.NameCipher, d.CreatedAtUtc, d.ExpiresAtUtc }).ToListAsync();
        ViewData["Waiting"] = waiting.Select(d => new WaitingImport(d.Id, Cipher.ReadName(d.NameCipher), d.CreatedAtUtc, d.ExpiresAtUtc)).ToList();
        return View("New", form);
    }

    private static async Task<(string Name, IReadOnlyList<SourceTable> Tables)> ReadAsync(NewPieceImportForm form)
    {
        var isPasted = !string.IsNullOrWhiteSpace(form.Text);
        if (form.File is null)
            return isPasted
                ? (Pasted, TableFile.ReadPasted(form.Text!))
                : throw new RuleException("Vælg en fil, eller sæt tabellen ind.", nameof(form.File));
        if (isPasted)
            throw new RuleException("Du har både valgt en fil og sat en tabel ind. Brug kun det ene.", nameof(form.Text));
        var name = TranscriptFile.CleanName(form.File.FileName);
        return (name, TableFile.Read(name, await Uploads.BytesOfAsync(form.File)));
    }
}
