using Loesningsbrikker.Shared;

namespace Loesningsbrikker.SolutionPieces;

/// <summary>The pieces that one can be merged with.</summary>
/// <param name="Text">What was searched for; null for everything.</param>
public sealed record MergeChoicePage(SolutionPiece Piece, string? Text, PageOf<PieceRow> Page);

/// <summary>Both sides of a merge before it is done.</summary>
/// <param name="Piece">The piece that ends.</param>
/// <param name="Survivor">The piece that lives on.</param>
/// <param name="Counts">Evidence by key of the piece; one without any is missing.</param>
/// <param name="SharedPassages">How many passages are tied to both.</param>
public sealed record MergePreview(
    SolutionPiece Piece, SolutionPiece Survivor, IReadOnlyDictionary<long, EvidenceCount> Counts, int SharedPassages)
{
    /// <summary>Whether a reason is due.</summary>
    public bool ReasonDue => Piece.Stage != PieceStage.Draft || Survivor.Stage != PieceStage.Draft;

    /// <summary>Whether the other one may live on instead.</summary>
    public bool CanSwap => Survivor.Stage == PieceStage.Draft || Piece.Stage != PieceStage.Draft;

    /// <summary>How many passages the survivor will have.</summary>
    public int PassagesAfter => CountOf(Piece).Passages + CountOf(Survivor).Passages - SharedPassages;

    /// <summary>The evidence of one of the two.</summary>
    public EvidenceCount CountOf(SolutionPiece piece) => Counts.GetValueOrDefault(piece.Id) ?? new EvidenceCount(0, 0);

    /// <summary>The form with both descriptions below one another, for the user to tidy up.</summary>
    public static MergeForm FormFor(SolutionPiece piece, SolutionPiece survivor) => new()
    {
        Version = piece.Version, Into = survivor.Number, IntoVersion = survivor.Version, Description = Both(survivor.Description, piece.Description),
    };

    private static string Both(string first, string second)
    {
        var both = string.Join("\n\n", new[] { first, second }.Where(d => d.Length > 0).Distinct());
        return both.Length <= SolutionPiece.MaxDescriptionLength ? both : first;
    }
}
