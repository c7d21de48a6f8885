using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Decisions;

/// <summary>A piece that can be ticked, as a line of the form.</summary>
public sealed record TickRow(int Number, Guid Version, string Title, string? Theme, PieceStage Stage);

/// <summary>Finding the pieces of a form that carries several.</summary>
internal static class SeveralPieces
{
    /// <summary>The pieces to which the step is open, by number.</summary>
    public static async Task<IReadOnlyList<TickRow>> OpenAsync(LoesningsbrikkerContext db, CurrentProcess current, PieceStep step)
    {
        var stages = PieceLife.StagesOf(step);
        return await db.SolutionPieces.VisibleTo(current, db)
            .Where(p => p.Class == PieceClass.Political && stages.Contains(p.Stage))
            .OrderBy(p => p.Number).Take(SeveralDecisionsForm.Most)
            .Select(p => new TickRow(p.Number, p.Version, p.Title, p.Theme!.Name, p.Stage)).ToListAsync();
    }

    /// <summary>The ticked pieces with their lines, by number.</summary>
    /// <exception cref="RuleException">None is ticked.</exception>
    /// <exception cref="NotFoundException">One is not here, or the user does not see it.</exception>
    /// <exception cref="ConflictException">A colleague has changed one since.</exception>
    public static async Task<IReadOnlyList<(SolutionPiece Piece, SeveralItem Item)>> ChosenAsync(
        LoesningsbrikkerContext db, CurrentProcess current, IEnumerable<SeveralItem> items)
    {
        var chosen = items.Where(i => i.Chosen).DistinctBy(i => i.Number).OrderBy(i => i.Number).ToList();
        if (chosen.Count == 0)
            throw new RuleException("Vælg mindst én brik.", "Items");
        var numbers = chosen.ConvertAll(i => i.Number);
        var pieces = await db.SolutionPieces.VisibleTo(current, db).Where(p => numbers.Contains(p.Number)).ToDictionaryAsync(p => p.Number);
        if (pieces.Count != chosen.Count)
            throw new NotFoundException();
        var changed = chosen.Where(i => pieces[i.Number].Version != i.Version).Select(i => current.Process.NumberOf(i.Number)).ToList();
        if (changed.Count > 0)
            throw new ConflictException($"En kollega har ændret {DanishText.List(changed)}, mens du arbejdede. Ingen af brikkerne er gemt.");
        return [.. chosen.Select(i => (pieces[i.Number], i))];
    }
}
