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
internal sealed partial class StepReversal(LoesningsbrikkerContext db, long processId, CodingStepKind kind, StepImages changes, UndoLine line)
{
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
            await EnsureNewestAsync(passage.TranscriptId);
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
        // Added by name: a row with a key that is found in a list would be taken for one that is stored.
        db.Add(new Coding
        {
            Id = change.Id, ProcessId = processId, Passage = passage, SolutionPieceId = image.SolutionPieceId, ChallengeId = image.ChallengeId,
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

    private ConflictException Conflict(string why) =>
        new($"Det kan ikke {(line.Kind == PieceEventKind.StepUndone ? "fortrydes" : "gøres igen")}: {why}");
}
