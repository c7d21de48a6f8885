using Loesningsbrikker.Shared;

namespace Loesningsbrikker.SolutionPieces;

/// <summary>Making a new piece of some of a piece's passages (del).</summary>
public sealed partial class SolutionPiece
{
    /// <summary>
    /// Tells both histories that <paramref name="part"/> came out of this piece. The codings are moved by the caller, as in a merge.
    /// </summary>
    /// <param name="part">The new draft, stored already.</param>
    /// <param name="passages">How many passages go with it.</param>
    /// <param name="left">How many stay.</param>
    /// <param name="reason">Why; required once this piece is formulated.</param>
    /// <exception cref="RuleException">The piece has come too far, one of the two would be left without passages, or the reason is missing.</exception>
    public void SplitOff(SolutionPiece part, int passages, int left, string? reason, long? by, DateTime utcNow)
    {
        EnsureMay(PieceStep.Split);
        if (passages == 0)
            throw new RuleException("Vælg mindst ét uddrag til den nye brik.");
        if (left == 0)
            throw new RuleException("Lad mindst ét uddrag blive. Skal alle uddrag med, så ret brikken i stedet.");
        if (Stage != PieceStage.Draft)
            EnsureReason(reason);
        var count = DanishText.Count(passages, "uddrag", "uddrag");
        Record(PieceEventKind.SplitOff, by, utcNow, reason, e => (e.OtherPieceId, e.Details) = (part.Id, $"{count} gik med."));
        part.Record(PieceEventKind.SplitFrom, by, utcNow, reason, e => (e.OtherPieceId, e.Details) = (Id, $"{count} fulgte med."));
    }
}
