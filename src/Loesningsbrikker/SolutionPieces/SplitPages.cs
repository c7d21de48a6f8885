using System.ComponentModel.DataAnnotations;
using Loesningsbrikker.Interviews;
using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.SolutionPieces;

/// <summary>Passages ticked for the new piece, kept while one turns the pages.</summary>
public class SplitChoiceForm : PieceVersionForm
{
    /// <summary>Keys of the passages ticked, on this page and on others.</summary>
    public List<long> PassageIds { get; set; } = [];

    /// <summary>Key of the passage before the first to show; null for the beginning.</summary>
    public long? After { get; set; }

    /// <summary>Key of the passage after the last to show; null when <see cref="After"/> decides.</summary>
    public long? Before { get; set; }
}

/// <summary>The confirmed preview of a split.</summary>
public sealed class SplitForm : SplitChoiceForm
{
    /// <summary>The title of the new piece.</summary>
    [Display(Name = "Titel på den nye brik"), Required(ErrorMessage = "Giv den nye brik en titel."), MaxLength(SolutionPiece.MaxTitleLength)]
    public string Title { get; set; } = "";

    /// <summary>Who must act on it.</summary>
    [Display(Name = "Hvem skal handle?"), Required(ErrorMessage = "Vælg, hvem der skal handle.")]
    public PieceClass? Class { get; set; }

    /// <summary>Key of its theme; null for none.</summary>
    [Display(Name = "Tema")]
    public long? ThemeId { get; set; }

    /// <summary>Why; due once the piece that is split is formulated.</summary>
    [Display(Name = "Begrundelse"), DataType(DataType.MultilineText), MaxLength(SolutionPiece.MaxReasonLength)]
    public string? Reason { get; set; }
}

/// <summary>The passages to tick.</summary>
/// <param name="Evidence">Those shown.</param>
/// <param name="Chosen">Those ticked, on this page and on others.</param>
public sealed record SplitChoicePage(SolutionPiece Piece, EvidencePage Evidence, IReadOnlySet<long> Chosen)
{
    /// <summary>Those ticked on other pages.</summary>
    public IEnumerable<long> ChosenElsewhere => Chosen.Except(Evidence.Rows.Select(r => r.PassageId));
}

/// <summary>Both sides of a split before it is done.</summary>
/// <param name="Passages">The first of the passages that go.</param>
/// <param name="Going">How many go.</param>
/// <param name="Staying">How many stay.</param>
public sealed record SplitPreview(SolutionPiece Piece, IReadOnlyList<string> Passages, int Going, int Staying, IReadOnlyList<PieceChoice> Themes)
{
    private const int Shown = 10;

    /// <summary>How many go that are not shown.</summary>
    public int More => Going - Passages.Count;

    /// <summary>Reads it with a number of queries that does not grow with the choice.</summary>
    public static async Task<SplitPreview> ReadAsync(LoesningsbrikkerContext db, SolutionPiece piece, IReadOnlyCollection<long> passageIds)
    {
        var total = await db.Codings.CountAsync(c => c.SolutionPieceId == piece.Id);
        var going = ChosenOf(db, piece.Id, passageIds);
        var count = await going.CountAsync();
        var quotes = await going.OrderBy(c => c.PassageId).Take(Shown).Select(c => c.Passage.Quote).ToListAsync();
        var choices = await PieceChoices.ReadAsync(db, piece.ProcessId, []);
        return new SplitPreview(piece, quotes, count, total - count, choices.Themes);
    }

    /// <summary>The codings of the piece that were ticked.</summary>
    internal static IQueryable<Coding> ChosenOf(LoesningsbrikkerContext db, long pieceId, IReadOnlyCollection<long> passageIds) =>
        db.Codings.Where(c => c.SolutionPieceId == pieceId && EF.Parameter(passageIds).Contains(c.PassageId));
}
