using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Interviews.Journal;

/// <summary>
/// Puts rows back as an image says, with the same keys: all of them or none. Everything is compared with the image first, so that
/// nothing that somebody did since is lost; what was not touched by the step is left alone. Call inside a transaction, with the
/// interview and the pieces held (<see cref="RowLocks"/>).
/// </summary>
/// <param name="changes">What shall happen: "before" is how the rows must stand now, "after" how they shall stand.</param>
/// <param name="line">What the history of the pieces says.</param>
internal sealed class StepReversal(LoesningsbrikkerContext db, long processId, CodingStepKind kind, StepImages changes, UndoLine line)
{
    private const string Since = "Det kan ikke fortrydes: ";

    private readonly Dictionary<long, SolutionPiece> _pieces = [];
    private readonly List<RowChange<PassageImage>> _passages = [];
    private readonly List<RowChange<CodingImage>> _codings = [];
    private readonly List<RowChange<PieceImage>> _changedPieces = [];

    /// <summary>Does it, and gives what was really done, as the next undoing or redoing must know it.</summary>
    /// <exception cref="ConflictException">Something was changed since, by whomever.</exception>
    /// <exception cref="RuleException">A rule of the piece is broken, e.g. an empty description on a formulated piece.</exception>
    public async Task<StepImages> RunAsync()
    {
        await LoadPiecesAsync();
        foreach (var change in changes.Pieces ?? [])
            await RestorePieceAsync(change);
        foreach (var change in (changes.Passages ?? []).Where(c => c.Before is null))
            await AddPassageAsync(change);
        foreach (var change in changes.Codings ?? [])
            await (change.After is null ? RemoveCodingAsync(change) : AddCodingAsync(change));
        foreach (var change in (changes.Passages ?? []).Where(c => c.Before is not null))
            await (change.After is null ? RemovePassageAsync(change) : ChangePassageAsync(change));
        TellUnchangedPieces();
        await db.SaveChangesAsync();
        if (changes.Moved is { } moved)
            await MoveAsync(moved);
        await EnsureNothingStayedBehindAsync();
        return new StepImages
        {
            Passages = _passages.Count == 0 ? null : _passages, Codings = _codings.Count == 0 ? null : _codings,
            Pieces = _changedPieces.Count == 0 ? null : _changedPieces, Moved = changes.Moved,
        };
    }

    /// <summary>Keys of the pieces that changes touch.</summary>
    public static IReadOnlyList<long> PiecesOf(StepImages changes) =>
    [
        .. (changes.Pieces ?? []).Select(p => p.Id)
            .Concat((changes.Codings ?? []).Select(c => (c.Before ?? c.After)!.SolutionPieceId).OfType<long>())
            .Concat(changes.Moved is { } moved ? [moved.FromPieceId, moved.ToPieceId] : []).Distinct().Order(),
    ];

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

    private static async Task<IReadOnlyList<T>> AllAsync<T>(IReadOnlyList<long>? ids, List<T> own, IQueryable<T> rows, Func<T, long> key)
        where T : Entity
    {
        if (ids is null)
            return own;
        var missing = ids.Except(own.Select(key)).ToList();
        var added = missing.Count == 0 ? [] : await rows.Where(r => missing.Contains(r.Id)).ToListAsync();
        return added.Count == missing.Count ? [.. own.Where(o => ids.Contains(key(o))), .. added] : throw Conflict("noget, brikken hørte til, findes ikke længere.");
    }

    private async Task AddPassageAsync(RowChange<PassageImage> change)
    {
        var image = change.After!;
        await EnsureNewestAsync(image.TranscriptId!.Value);
        await EnsureFreeAsync(image, change.Id);
        var range = await PassageRange.RereadAsync(db, processId, image.TranscriptId.Value, image.StartUtf16!.Value, image.EndUtf16!.Value);
        db.Add(new Passage
        {
            Id = change.Id, ProcessId = processId, TranscriptId = image.TranscriptId.Value, StartUtf16 = range.StartUtf16, EndUtf16 = range.EndUtf16,
            Quote = range.Quote, Prefix = range.Prefix, Suffix = range.Suffix, Note = image.Note ?? "", CreatedAtUtc = image.CreatedAtUtc!.Value,
            CreatedByUserId = image.CreatedByUserId, ReleasedAtUtc = image.ReleasedAtUtc, ReleasedByUserId = image.ReleasedByUserId,
        });
        _passages.Add(change);
    }

    private async Task ChangePassageAsync(RowChange<PassageImage> change)
    {
        var passage = await PassageAsync(change.Id);
        var (from, to) = (change.Before!, change.After!);
        if (from.Note is not null && from.Note != passage.Note)
            throw Conflict("noten er ændret siden.");
        if (from.StartUtf16 is not null)
        {
            if (from != PassageImage.RangeOf(passage))
                throw Conflict(from.TranscriptId == passage.TranscriptId ? "grænsen er flyttet siden." : "teksten er rettet siden.");
            await EnsureFreeAsync(to, change.Id);
            passage.Move(to.TranscriptId!.Value, await PassageRange.RereadAsync(db, processId, to.TranscriptId.Value, to.StartUtf16!.Value, to.EndUtf16!.Value));
        }
        passage.Note = to.Note ?? passage.Note;
        _passages.Add(change);
    }

    private async Task RemovePassageAsync(RowChange<PassageImage> change)
    {
        var passage = await PassageAsync(change.Id);
        if (change.Before!.Note != passage.Note)
            throw Conflict("uddraget har fået en anden note.");
        if (passage.ReleasedAtUtc is not null)
            throw Conflict("uddraget er frigivet som citat.");
        if (passage.Codings.Count > 0)
            throw Conflict("uddraget er siden knyttet til mere.");
        // Kept as it lies now: the text may have been corrected since, and redoing must find the same place.
        _passages.Add(new RowChange<PassageImage>(change.Id, PassageImage.Of(passage), null));
        db.Remove(passage);
    }

    private async Task AddCodingAsync(RowChange<CodingImage> change)
    {
        var image = change.After!;
        if (image.SolutionPieceId is { } pieceId && _pieces.GetValueOrDefault(pieceId)?.Stage is null or PieceStage.Merged or PieceStage.Withdrawn)
            throw Conflict("brikken er siden lagt sammen med en anden eller trukket tilbage.");
        if (image.ChallengeId is { } challengeId && !await db.Challenges.AnyAsync(c => c.Id == challengeId && c.ProcessId == processId))
            throw Conflict("udfordringen findes ikke længere.");
        var passage = await PassageAsync(image.PassageId);
        if (passage.Codings.Any(c => c.SolutionPieceId == image.SolutionPieceId && c.ChallengeId == image.ChallengeId))
            throw Conflict("en anden har siden knyttet det samme.");
        passage.Codings.Add(new Coding
        {
            Id = change.Id, ProcessId = processId, SolutionPieceId = image.SolutionPieceId, ChallengeId = image.ChallengeId,
            CodedAtUtc = image.CodedAtUtc, CodedByUserId = image.CodedByUserId,
        });
        _codings.Add(change);
    }

    private async Task RemoveCodingAsync(RowChange<CodingImage> change)
    {
        var image = change.Before!;
        var passage = await PassageAsync(image.PassageId);
        var coding = passage.Codings.Find(c => c.Id == change.Id) ?? throw Conflict("uddraget er siden løsnet.");
        if (coding.SolutionPieceId != image.SolutionPieceId)
            throw Conflict("brikken er siden delt eller lagt sammen med en anden.");
        passage.Codings.Remove(coding);
        db.Remove(coding);
        _codings.Add(change);
    }

    /// <summary>A piece that only lost or got a coding: the history says so too.</summary>
    private void TellUnchangedPieces()
    {
        var untold = _codings.Select(c => (c.Before ?? c.After)!.SolutionPieceId).OfType<long>().Concat(changes.Moved is { } m ? [m.FromPieceId, m.ToPieceId] : [])
            .Distinct().Except(_changedPieces.Select(p => p.Id));
        foreach (var id in untold)
            _pieces.GetValueOrDefault(id)?.Tell(line);
    }

    /// <summary>Past the change log as the merge itself: the lines on both pieces say what happened.</summary>
    private async Task MoveAsync(MovedCodings moved)
    {
        var ids = moved.CodingIds;
        var rows = db.Codings.Where(c => c.SolutionPieceId == moved.FromPieceId && EF.Parameter(ids).Contains(c.Id));
        if (await rows.AnyAsync(c => db.Codings.Any(k => k.SolutionPieceId == moved.ToPieceId && k.PassageId == c.PassageId)))
            throw Conflict("et af uddragene er siden knyttet til begge brikker.");
        if (await rows.ExecuteUpdateAsync(c => c.SetProperty(x => x.SolutionPieceId, moved.ToPieceId)) != ids.Count)
            throw Conflict("et af uddragene er siden løsnet.");
    }

    private async Task EnsureNothingStayedBehindAsync()
    {
        var ended = _changedPieces.Where(p => p.After!.Stage is PieceStage.Merged or PieceStage.Withdrawn).Select(p => p.Id).ToList();
        if (ended.Count > 0 && await db.Codings.AnyAsync(c => ended.Contains(c.SolutionPieceId!.Value)))
            throw Conflict("brikken har siden fået flere uddrag.");
    }

    private async Task<Passage> PassageAsync(long id) =>
        db.Passages.Local.FindEntry(id) is { State: not EntityState.Deleted } entry ? entry.Entity
        : await db.Passages.Include(p => p.Codings).FirstOrDefaultAsync(p => p.Id == id && p.ProcessId == processId)
          ?? throw Conflict("uddraget er siden fjernet.");

    private async Task EnsureNewestAsync(long transcriptId)
    {
        if (await db.Transcripts.AnyAsync(t => t.Id == transcriptId && db.Transcripts.Any(n => n.InterviewId == t.InterviewId && n.VersionNumber > t.VersionNumber)))
            throw Conflict("teksten er rettet siden. Markér stedet på ny.");
    }

    private async Task EnsureFreeAsync(PassageImage image, long passageId)
    {
        if (await db.Passages.AnyAsync(p => p.TranscriptId == image.TranscriptId && p.StartUtf16 == image.StartUtf16 && p.EndUtf16 == image.EndUtf16 && p.Id != passageId))
            throw Conflict("der er siden markeret præcis det samme sted.");
    }

    private static ConflictException Conflict(string why) => new(Since + why);
}
