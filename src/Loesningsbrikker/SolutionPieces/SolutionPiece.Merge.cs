using Loesningsbrikker.Shared;

namespace Loesningsbrikker.SolutionPieces;

/// <summary>Putting two pieces together (læg sammen).</summary>
public sealed partial class SolutionPiece
{
    /// <summary>
    /// Ends this piece and lets <paramref name="survivor"/> go on for both, with the facts of both. The lists of facts and the
    /// estimate must be loaded. The codings are moved by the caller (the merge controller), because they are too many to load.
    /// </summary>
    /// <param name="reason">Why; required when one of them is formulated.</param>
    /// <param name="description">The survivor's description afterwards; null to leave it as it is.</param>
    /// <exception cref="RuleException">
    /// The two are the same or of different processes, one has come too far, it has an estimate, a formulated piece would end in a draft,
    /// the description is empty on a formulated piece, or the reason is missing.
    /// </exception>
    public void MergeInto(SolutionPiece survivor, string? reason, long? by, DateTime utcNow, string? description = null)
    {
        EnsureMayMergeInto(survivor);
        if (Stage != PieceStage.Draft || survivor.Stage != PieceStage.Draft)
            EnsureReason(reason);
        var oldDescription = survivor.Description;
        survivor.SetTexts(survivor.Title, description ?? oldDescription);
        var gained = survivor.TakeOverFacts(this);
        survivor.Record(PieceEventKind.TookOver, by, utcNow, reason, e =>
        {
            (e.OtherPieceId, e.Details) = (Id, gained);
            e.OldDescription = oldDescription == survivor.Description ? null : oldDescription;
        });
        MoveTo(PieceStage.Merged, PieceEventKind.MergedInto, by, utcNow, reason, e => e.OtherPieceId = survivor.Id);
        MergedIntoId = survivor.Id;
    }

    /// <summary>Follows the piece that this one was merged into, when that was merged in its turn.</summary>
    /// <param name="survivor">The piece that goes on.</param>
    public void FollowInto(SolutionPiece survivor)
    {
        if (Stage != PieceStage.Merged)
            throw new InvalidOperationException("Only a merged piece lives on as another.");
        MergedIntoId = survivor.Id;
    }

    private void EnsureMayMergeInto(SolutionPiece survivor)
    {
        if (survivor.Id == Id || survivor.ProcessId != ProcessId)
            throw new RuleException("Vælg en anden brik i samme dialogproces at lægge sammen med.");
        EnsureMay(PieceStep.Merge);
        survivor.EnsureMay(PieceStep.Merge);
        if (Estimate is not null)
            throw new RuleException("Brikken har et prisskøn, som ville gå tabt. Lad den leve videre, eller fjern prisskønnet først.");
        if (Stage != PieceStage.Draft && survivor.Stage == PieceStage.Draft)
            throw new RuleException("En formuleret brik kan ikke ende i en kladde. Byt om, så den formulerede lever videre.");
    }
}
