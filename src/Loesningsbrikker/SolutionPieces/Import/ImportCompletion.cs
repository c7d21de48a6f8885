using Loesningsbrikker.Budget;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.SolutionPieces.Import;

/// <summary>What was brought in.</summary>
/// <param name="Numbers">Numbers of the new pieces, in the order of the table.</param>
/// <param name="Merged">How many rows added their text to a piece.</param>
public sealed record ImportResult(IReadOnlyList<int> Numbers, int Merged);

/// <summary>Brings the rows of a confirmed preview in. Runs inside a transaction: all of it, or nothing.</summary>
/// <param name="db">The context of the request.</param>
/// <param name="process">The process that the pieces belong to.</param>
/// <param name="state">What was uploaded and chosen.</param>
public sealed class ImportCompletion(LoesningsbrikkerContext db, DialogueProcess process, ImportState state)
{
    private readonly Dictionary<string, Theme> _themes = [];
    private readonly Dictionary<string, Institution> _institutions = [];
    private readonly Dictionary<int, SolutionPiece> _pieces = [];

    /// <summary>Writes everything.</summary>
    /// <exception cref="RuleException">A row waits for a choice, also one that came up because a colleague wrote a piece in the meantime.</exception>
    public async Task<ImportResult> RunAsync()
    {
        // Two who bring in at once take turns, so that the second one's preview sees the first one's pieces.
        await RowLocks.NewPieceAsync(db, process.Id);
        var preview = ImportPreview.Of(state, await ImportContext.ReadAsync(db, process));
        if (preview.Waiting > 0)
            throw new RuleException($"{DanishText.Count(preview.Waiting, "række mangler", "rækker mangler")} et valg. Ret dem, eller udelad dem.");
        if (!preview.Rows.Any(r => r.Status is RowStatus.New or RowStatus.Merged))
            throw new RuleException("Der er ingen rækker at læse ind.");
        await PrepareAsync(preview.New);
        var first = preview.New.Count == 0 ? 0 : await ProcessNumbers.NextPiecesAsync(db, process.Id, preview.New.Count);
        foreach (var (row, i) in preview.New.Select((r, i) => (r, i)))
            Write(row, first + i);
        var merged = preview.Rows.Where(r => r.Status == RowStatus.Merged).ToList();
        foreach (var row in merged)
            await MergeAsync(row);
        foreach (var row in preview.Rows.Where(r => r is { Status: RowStatus.LeftOut, Correction.Choice: RowChoiceKind.Same }))
            Remember(row, await FindAsync(row.Correction.Other!.Value));
        await db.SaveChangesAsync();
        return new ImportResult([.. Enumerable.Range(first, preview.New.Count)], merged.Count);
    }

    /// <summary>Loads the themes and institutions that the rows name, and makes those that are missing.</summary>
    private async Task PrepareAsync(IReadOnlyList<PreviewRow> rows)
    {
        var themes = rows.Select(r => r.Theme).OfType<NamedChoice>().DistinctBy(t => Words.Plain(t.Name)).ToList();
        var institutions = rows.SelectMany(r => r.Institutions).DistinctBy(i => Words.Plain(i.Name)).ToList();
        var (themeIds, institutionIds) = (themes.Select(t => t.Id).OfType<long>().ToList(), institutions.Select(i => i.Id).OfType<long>().ToList());
        foreach (var theme in await db.Themes.Where(t => t.ProcessId == process.Id && themeIds.Contains(t.Id)).ToListAsync())
            _themes[Words.Plain(theme.Name)] = theme;
        foreach (var institution in await db.Institutions.Where(i => institutionIds.Contains(i.Id)).ToListAsync())
            _institutions[Words.Plain(institution.Name)] = institution;
        foreach (var theme in themes.Where(t => t.Id is null))
            db.Add(_themes[Words.Plain(theme.Name)] = new Theme { ProcessId = process.Id, Name = theme.Name });
        var kind = process.Area switch { ProcessArea.School => InstitutionKind.School, ProcessArea.Daycare => InstitutionKind.Daycare, _ => InstitutionKind.Other };
        foreach (var institution in institutions.Where(i => i.Id is null))
            db.Add(_institutions[Words.Plain(institution.Name)] = new Institution { Name = institution.Name, Kind = kind });
        // The database gives the keys that the pieces' lists compare by.
        await db.SaveChangesAsync();
    }

    private void Write(PreviewRow row, int number)
    {
        var facts = new PieceFacts(
            row.Theme is { } theme ? _themes[Words.Plain(theme.Name)] : null, [.. row.Institutions.Select(i => _institutions[Words.Plain(i.Name)])], [], []);
        var (by, now) = (db.Actor.RequiredUserId, db.UtcNow);
        var piece = SolutionPiece.BringIn(process.Id, number, row.Class!.Value, row.Values.Title, row.Values.Description, facts, row.Start!, by, now);
        if (row.Lines.Count > 0 && piece.Stage != PieceStage.Draft)
            piece.WriteEstimate(EstimateStatus.Rough, DanishText.Day(now).Year, $"Indlæst fra »{state.Source}«, {row.Place}.", row.Lines, by, now);
        db.Add(piece);
        _pieces[row.Index] = piece;
        Remember(row, piece);
    }

    /// <summary>Adds the row's text below that of the piece.</summary>
    private async Task MergeAsync(PreviewRow row)
    {
        var piece = row.Correction.Choice == RowChoiceKind.MergeIntoRow ? _pieces[row.Correction.Other!.Value] : await FindAsync(row.Correction.Other!.Value);
        var text = Words.Plain(row.Values.Title) == Words.Plain(piece.Title) ? row.Values.Description : $"{row.Values.Title}\n{row.Values.Description}".Trim();
        var description = string.Join("\n\n", new[] { piece.Description, text }.Where(t => t.Length > 0).Distinct());
        piece.Reword(piece.Title, description, $"Tekst lagt til fra »{state.Source}«, {row.Place}.", db.Actor.RequiredUserId, db.UtcNow);
        Remember(row, piece);
    }

    private async Task<SolutionPiece> FindAsync(int number) =>
        await db.SolutionPieces.FirstOrDefaultAsync(p => p.ProcessId == process.Id && p.Number == number) ?? throw new NotFoundException();

    /// <summary>The same row of a later upload is known by its fingerprint.</summary>
    private void Remember(PreviewRow row, SolutionPiece piece) => db.Add(new PieceOrigin
    {
        ProcessId = process.Id, SolutionPiece = piece, Source = state.Source, Place = DanishText.Cut(row.Place, PieceOrigin.MaxPlaceLength),
        Fingerprint = row.Fingerprint, AtUtc = db.UtcNow, ByUserId = db.Actor.UserId,
    });
}
