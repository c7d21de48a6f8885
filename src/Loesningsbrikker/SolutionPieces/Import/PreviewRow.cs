using Loesningsbrikker.Budget;

namespace Loesningsbrikker.SolutionPieces.Import;

/// <summary>What will become of a row as things stand.</summary>
public enum RowStatus
{
    /// <summary>It becomes a piece.</summary>
    New,
    /// <summary>It resembles something, and nobody has chosen yet.</summary>
    Resembles,
    /// <summary>Something must be corrected first.</summary>
    Unclear,
    /// <summary>Its text is added to another piece.</summary>
    Merged,
    /// <summary>It was brought in before.</summary>
    AlreadyIn,
    /// <summary>The user left it out.</summary>
    LeftOut,
    /// <summary>It is a headline, a sum or a repetition.</summary>
    NoPiece,
}

/// <summary>Something that a row may be the same as.</summary>
/// <param name="Piece">Number of the piece; null when it is a row.</param>
/// <param name="Row">Place of the row from 0; null when it is a piece.</param>
/// <param name="Name">How it is called, e.g. D-14 or "række 8".</param>
/// <param name="Degree">How much, 0 to 1.</param>
/// <param name="Why">Why, as Danish sentences.</param>
/// <param name="MayMerge">Whether text may be added to it.</param>
public sealed record Resemblance(int? Piece, int? Row, string Name, string Title, double Degree, string Why, bool MayMerge);

/// <summary>A row as the preview shows it, with everything that bringing it in needs.</summary>
public sealed record PreviewRow
{
    /// <summary>The row and what it was taken for.</summary>
    public required BodyRow Row { get; init; }
    /// <summary>What it says, corrections included.</summary>
    public RowValues Values { get; init; } = new();
    /// <summary>What the user chose and corrected.</summary>
    public RowCorrection Correction { get; init; } = new();
    /// <summary>What will become of it.</summary>
    public RowStatus Status { get; init; }
    /// <summary>What must be corrected, as Danish sentences.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];
    /// <summary>What one should know, as Danish sentences.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];
    /// <summary>What it resembles, most first.</summary>
    public IReadOnlyList<Resemblance> Resemblances { get; init; } = [];
    /// <summary>Who must act; null when unclear.</summary>
    public PieceClass? Class { get; init; }
    /// <summary>The stage that the table or the user names; null when unclear.</summary>
    public StageChoice? Wished { get; init; }
    /// <summary>Where it begins, with the facts; null when unclear.</summary>
    public PieceStart? Start { get; init; }
    /// <summary>The first fact whose lack lowered the stage, as a Danish sentence; null when none did.</summary>
    public string? Missing { get; init; }
    /// <summary>The theme; null for none.</summary>
    public NamedChoice? Theme { get; init; }
    /// <summary>The institutions.</summary>
    public IReadOnlyList<NamedChoice> Institutions { get; init; } = [];
    /// <summary>The lines of a rough estimate; empty for none.</summary>
    public IReadOnlyList<CostLine> Lines { get; init; } = [];
    /// <summary>Fingerprint of the row.</summary>
    public string Fingerprint { get; init; } = "";

    /// <summary>Its place among the table's rows, from 0.</summary>
    public int Index => Row.Index;

    /// <summary>Where it stands, e.g. "række 12".</summary>
    public string Place => Row.Row.Place;

    /// <summary>Whether it becomes a piece of its own.</summary>
    public bool BecomesPiece => Status == RowStatus.New;

    /// <summary>Whether something must be done before anything can be brought in.</summary>
    public bool Waits => Status is RowStatus.Unclear or RowStatus.Resembles;
}
