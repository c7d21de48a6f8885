namespace Loesningsbrikker.SolutionPieces;

/// <summary>The Danish words for classes and stages, and the shape that goes with a class everywhere.</summary>
public static class PieceWords
{
    /// <summary>Politisk, Administrativ, Lokal.</summary>
    public static string ToDanish(this PieceClass pieceClass) => pieceClass switch
    {
        PieceClass.Political => "Politisk",
        PieceClass.Administrative => "Administrativ",
        PieceClass.Local => "Lokal",
        _ => throw new ArgumentOutOfRangeException(nameof(pieceClass)),
    };

    /// <summary>The shape that stands beside the word: triangle, square, circle.</summary>
    public static string Shape(this PieceClass pieceClass) => pieceClass switch
    {
        PieceClass.Political => "▲",
        PieceClass.Administrative => "■",
        _ => "●",
    };

    /// <summary>Kladde, Formuleret, Lagt sammen.</summary>
    public static string ToDanish(this PieceStage stage) => stage switch
    {
        PieceStage.Draft => "Kladde",
        PieceStage.Formulated => "Formuleret",
        PieceStage.Merged => "Lagt sammen",
        _ => throw new ArgumentOutOfRangeException(nameof(stage)),
    };
}
