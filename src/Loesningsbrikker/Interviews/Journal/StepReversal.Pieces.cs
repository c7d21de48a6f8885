using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Interviews.Journal;

/// <summary>The pieces of a step: their words, facts and stages, and what their histories say.</summary>
internal sealed partial class StepReversal
{
    private async Task LoadPiecesAsync()
    {
        var ids = PiecesOf(changes);
        foreach (var piece in await db.SolutionPieces.Where(p => p.ProcessId == processId && ids.Contains(p.Id)).WithFacts().ToListAsync())
            _pieces.Add(piece.Id, piece);
    }

    private async Task RestorePieceAsync(RowChange<PieceImage> change)
    {
        var piece = _pieces.GetValueOrDefault(change.Id) ?? throw Conflict("brikken findes ikke længere.");
        // A draft that the step wrote has nothing to go back to: it is withdrawn, and its number is not used again.
        var to = change.After ?? new PieceImage { Stage = PieceStage.Withdrawn };
        if (to.Stage == PieceStage.Withdrawn && !await HasNothingElseAsync(piece, change.Before!))
        {
            if (kind == CodingStepKind.PieceSplit)
                throw Conflict("den nye brik er siden ændret eller har fået flere uddrag. Læg brikkerne sammen i stedet.");
            return;
        }
        if (!change.Before!.IsTrueOf(piece))
            throw Conflict("brikken er ændret siden. Ret den på brikkens egen side.");
        EnsureStillOpen(piece, to);
        if (to.Stage == PieceStage.Merged)
            await EnsureLosesNothingAsync(piece);
        piece.Restore(to, await FactsAsync(piece, to), line);
        db.Entry(piece).Property(p => p.Version).IsModified = true;
        _changedPieces.Add(new RowChange<PieceImage>(change.Id, change.Before!, to));
    }

    /// <summary>Whether a draft still is what it was written as, and only this step's codings hang on it.</summary>
    private async Task<bool> HasNothingElseAsync(SolutionPiece piece, PieceImage written)
    {
        var own = (changes.Codings ?? []).Where(c => c.After is null).Select(c => c.Id).Concat(changes.Moved?.CodingIds ?? []).ToList();
        return written.IsTrueOf(piece)
            && !await db.Codings.AnyAsync(c => c.SolutionPieceId == piece.Id && !EF.Parameter(own).Contains(c.Id))
            && !await db.SolutionPieces.AnyAsync(p => p.MergedIntoId == piece.Id)
            && !await db.FollowUps.AnyAsync(f => f.SolutionPieceId == piece.Id);
    }

    /// <summary>Undoing is held to the rule of what is undone: a piece that is promised to somebody does not change behind their back.</summary>
    private void EnsureStillOpen(SolutionPiece piece, PieceImage to)
    {
        if (piece.Stage is PieceStage.Merged or PieceStage.Withdrawn || to.Stage is PieceStage.Withdrawn)
            return;
        var step = kind switch
        {
            CodingStepKind.PiecesMerged => PieceStep.Merge,
            CodingStepKind.PieceSplit => PieceStep.Split,
            _ => PieceStep.Reword,
        };
        if (PieceLife.Refusal(step, piece.Class, piece.Stage) is { } refusal)
            throw new ConflictException(refusal);
    }

    /// <summary>As when two pieces are merged the first time.</summary>
    private async Task EnsureLosesNothingAsync(SolutionPiece piece)
    {
        if (await db.CostEstimates.AnyAsync(e => e.SolutionPieceId == piece.Id) || await db.FollowUps.AnyAsync(f => f.SolutionPieceId == piece.Id && f.ClosedAtUtc == null))
            throw new ConflictException("Brikken har siden fået et prisskøn eller en opfølgning, som ville gå tabt.");
    }

    private async Task<PieceFacts> FactsAsync(SolutionPiece piece, PieceImage to)
    {
        var theme = to.ThemeId switch
        {
            null => piece.Theme,
            0 => null,
            { } id => await db.Themes.FirstOrDefaultAsync(t => t.Id == id && t.ProcessId == processId) ?? throw Conflict("temaet findes ikke længere."),
        };
        return new PieceFacts(
            theme,
            await AllAsync(to.Institutions, piece.Institutions, db.Institutions, i => i.Id),
            await AllAsync(to.Strategies, piece.Strategies, db.Strategies.Where(s => s.ProcessId == processId), s => s.Id),
            await AllAsync(to.Challenges, piece.Challenges, db.Challenges.Where(c => c.ProcessId == processId), c => c.Id));
    }

    private async Task<IReadOnlyList<T>> AllAsync<T>(IReadOnlyList<long>? ids, List<T> own, IQueryable<T> rows, Func<T, long> key)
        where T : Entity
    {
        if (ids is null)
            return own;
        var missing = ids.Except(own.Select(key)).ToList();
        var added = missing.Count == 0 ? [] : await rows.Where(r => missing.Contains(r.Id)).ToListAsync();
        return added.Count == missing.Count ? [.. own.Where(o => ids.Contains(key(o))), .. added] : throw Conflict("noget, brikken hørte til, findes ikke længere.");
    }

    /// <summary>A piece that only lost or got a coding: the history says so too.</summary>
    private void TellUnchangedPieces()
    {
        var untold = _codings.Select(c => (c.Before ?? c.After)!.SolutionPieceId).OfType<long>().Concat(changes.Moved is { } m ? [m.FromPieceId, m.ToPieceId] : [])
            .Distinct().Except(_changedPieces.Select(p => p.Id));
        foreach (var id in untold)
            _pieces.GetValueOrDefault(id)?.Tell(line);
    }

    private async Task EnsureNothingStayedBehindAsync()
    {
        var ended = _changedPieces.Where(p => p.After!.Stage is PieceStage.Merged or PieceStage.Withdrawn).Select(p => p.Id).ToList();
        if (ended.Count > 0 && await db.Codings.AnyAsync(c => ended.Contains(c.SolutionPieceId!.Value)))
            throw Conflict("brikken har siden fået flere uddrag.");
    }
}
