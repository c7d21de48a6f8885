using Loesningsbrikker.Budget;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.SolutionPieces.Import;

/// <summary>A piece that is there already.</summary>
/// <param name="Name">How it is called, e.g. D-14.</param>
public sealed record ExistingPiece(
    long Id, int Number, string Name, string Title, string Description, string FormerNumber, PieceClass Class, PieceStage Stage);

/// <summary>What the process has already, to hold the rows against.</summary>
/// <param name="Pieces">By number, merged ones included.</param>
/// <param name="Origins">Number of the piece by the fingerprint of a row that was brought in before.</param>
/// <param name="Themes">The themes of the process.</param>
/// <param name="Institutions">The open institutions of the municipality.</param>
/// <param name="BudgetYears">The four years of the process's budget.</param>
/// <param name="Today">The day in Denmark.</param>
public sealed record ImportContext(
    IReadOnlyList<ExistingPiece> Pieces, IReadOnlyDictionary<string, int> Origins, IReadOnlyList<PieceChoice> Themes,
    IReadOnlyList<PieceChoice> Institutions, IReadOnlyList<int> BudgetYears, DateOnly Today)
{
    /// <summary>Reads it with four queries.</summary>
    public static async Task<ImportContext> ReadAsync(LoesningsbrikkerContext db, DialogueProcess process)
    {
        var pieces = await db.SolutionPieces.Where(p => p.ProcessId == process.Id).OrderBy(p => p.Number)
            .Select(p => new ExistingPiece(p.Id, p.Number, "", p.Title, p.Description, p.FormerNumber, p.Class, p.Stage)).ToListAsync();
        var origins = await db.PieceOrigins.Where(o => o.ProcessId == process.Id).Select(o => new { o.Fingerprint, o.SolutionPiece.Number }).ToListAsync();
        var choices = await PieceChoices.ReadForImportAsync(db, process.Id);
        return new ImportContext(
            [.. pieces.Select(p => p with { Name = process.NumberOf(p.Number) })],
            origins.GroupBy(o => o.Fingerprint).ToDictionary(g => g.Key, g => g.Min(o => o.Number)),
            choices.Themes, choices.Institutions, process.BudgetYears(), DanishText.Day(db.UtcNow));
    }

    /// <summary>The piece with that number; null when there is none.</summary>
    public ExistingPiece? Piece(int? number) => Pieces.FirstOrDefault(p => p.Number == number);
}
