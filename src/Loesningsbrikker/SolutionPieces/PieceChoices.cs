using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.SolutionPieces;

/// <summary>Something that a piece can belong to.</summary>
public sealed record PieceChoice(long Id, string Name);

/// <summary>What the forms offer, each in Danish order.</summary>
public sealed record PieceChoices(
    IReadOnlyList<PieceChoice> Themes, IReadOnlyList<PieceChoice> Institutions,
    IReadOnlyList<PieceChoice> Strategies, IReadOnlyList<PieceChoice> Challenges)
{
    /// <summary>Everything the form of a piece offers.</summary>
    /// <param name="chosenInstitutions">Keys of institutions that stay on offer although they are closed.</param>
    public static async Task<PieceChoices> ReadAsync(LoesningsbrikkerContext db, long processId, IReadOnlyCollection<long> chosenInstitutions) => new(
        await SortedAsync(db.Themes.Where(t => t.ProcessId == processId).Select(t => new PieceChoice(t.Id, t.Name))),
        await SortedAsync(db.Institutions.Where(i => i.ClosedAtUtc == null || chosenInstitutions.Contains(i.Id)).Select(i => new PieceChoice(i.Id, i.Name))),
        await SortedAsync(db.Strategies.Where(s => s.ProcessId == processId).Select(s => new PieceChoice(s.Id, s.Name))),
        await SortedAsync(db.Challenges.Where(c => c.ProcessId == processId).Select(c => new PieceChoice(c.Id, c.Title))));

    /// <summary>Themes, and the institutions that some piece of the process concerns.</summary>
    public static async Task<PieceChoices> ReadForListAsync(LoesningsbrikkerContext db, long processId) => new(
        await SortedAsync(db.Themes.Where(t => t.ProcessId == processId).Select(t => new PieceChoice(t.Id, t.Name))),
        await SortedAsync(db.SolutionPieces.Where(p => p.ProcessId == processId).SelectMany(p => p.Institutions)
            .Select(i => new PieceChoice(i.Id, i.Name)).Distinct()),
        [], []);

    /// <summary>Themes, and the institutions that are open.</summary>
    public static async Task<PieceChoices> ReadForImportAsync(LoesningsbrikkerContext db, long processId) => new(
        await SortedAsync(db.Themes.Where(t => t.ProcessId == processId).Select(t => new PieceChoice(t.Id, t.Name))),
        await SortedAsync(db.Institutions.Where(i => i.ClosedAtUtc == null).Select(i => new PieceChoice(i.Id, i.Name))),
        [], []);

    private static async Task<IReadOnlyList<PieceChoice>> SortedAsync(IQueryable<PieceChoice> choices) =>
        [.. (await choices.ToListAsync()).OrderBy(c => c.Name, DanishText.Comparer)];
}
