using Loesningsbrikker.Accounts;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.SolutionPieces;

/// <summary>One row of the list.</summary>
/// <param name="MergedIntoNumber">The number it lives on under; null when it is not merged.</param>
public sealed record PieceRow(long Id, int Number, PieceClass Class, string Title, string? Theme, PieceStage Stage, int? MergedIntoNumber)
{
    /// <summary>How much evidence it has.</summary>
    public EvidenceCount Evidence { get; init; } = new(0, 0);
}

/// <summary>What the list shows.</summary>
/// <param name="PerClass">How many pieces each class has with the other filters; a class without any is missing.</param>
/// <param name="HasAny">False when there is not one piece to see, whatever the filters.</param>
public sealed record PieceListPage(
    PieceFilter Filter, PageOf<PieceRow> Page, IReadOnlyDictionary<PieceClass, int> PerClass,
    IReadOnlyList<SelectListItem> Themes, IReadOnlyList<SelectListItem> Institutions, bool HasAny)
{
    /// <summary>How many pieces there are with the filters other than class.</summary>
    public int All => PerClass.Values.Sum();

    /// <summary>Reads the page with a number of queries that does not grow with the list.</summary>
    public static async Task<PieceListPage> ReadAsync(LoesningsbrikkerContext db, CurrentProcess current, PieceFilter filter, int number)
    {
        var visible = filter.Stage == PieceStage.Withdrawn ? db.SolutionPieces.FindableBy(current, db) : db.SolutionPieces.VisibleTo(current, db);
        // How well a piece is priced is read by those who read prices.
        if (filter.Status is PieceStatus.WithoutEstimate or PieceStatus.RoughEstimate && !current.Can(Permission.ReadEstimates))
            filter.Status = null;
        var found = filter.ApplyButClass(visible, current.Process.Prefix, db.UtcNow);
        var perClass = await found.GroupBy(p => p.Class).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
        var page = await Project(db, filter.ApplyClassAndOrder(found)).ToPageAsync(number);
        var evidence = await PieceEvidence.CountAsync(db, [.. page.Rows.Select(r => r.Id)]);
        var choices = await PieceChoices.ReadForListAsync(db, current.Id);
        var hasAny = perClass.Count > 0 || await visible.AnyAsync();
        var rows = page.Rows.Select(r => r with { Evidence = evidence.GetValueOrDefault(r.Id, r.Evidence) }).ToList();
        return new PieceListPage(filter, page with { Rows = rows }, perClass, Items(choices.Themes), Items(choices.Institutions), hasAny);
    }

    private static IQueryable<PieceRow> Project(LoesningsbrikkerContext db, IQueryable<SolutionPiece> pieces) =>
        pieces.Select(p => new PieceRow(
            p.Id, p.Number, p.Class, p.Title, p.Theme!.Name, p.Stage,
            db.SolutionPieces.Where(s => s.Id == p.MergedIntoId).Select(s => (int?)s.Number).FirstOrDefault()));

    private static List<SelectListItem> Items(IEnumerable<PieceChoice> choices) =>
        [.. choices.Select(c => new SelectListItem(c.Name, c.Id.ToString()))];
}
