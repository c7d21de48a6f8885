using Loesningsbrikker.Interviews.Import;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Interviews;

/// <summary>
/// Stores a marked stretch and what it is tied to. Sending the same again changes nothing: the same stretch is the
/// same passage, the same tie the same coding, the same title the same piece, so a page that lost the answer may resend.
/// </summary>
public static class PassageCoding
{
    // Asked at every coding, inside the lane where others wait; compiled once.
    private static readonly CompiledQuery<Func<LoesningsbrikkerContext, long, Task<bool>>> IsReplaced =
        new(() => EF.CompileAsyncQuery((LoesningsbrikkerContext db, long transcriptId) => db.Transcripts.Any(t => t.Id == transcriptId
            && db.Transcripts.Any(n => n.InterviewId == t.InterviewId && n.VersionNumber > t.VersionNumber))));

    private static readonly CompiledQuery<Func<LoesningsbrikkerContext, long, int, Task<CodedPiece?>>> PieceByNumber =
        new(() => EF.CompileAsyncQuery((LoesningsbrikkerContext db, long processId, int number) => db.SolutionPieces
            .Where(p => p.ProcessId == processId && p.Number == number)
            .Select(p => new CodedPiece(p.Id, p.Number, p.Class, p.Stage, p.Title, p.Theme == null ? "" : p.Theme.Name)).FirstOrDefault()));

    private static readonly CompiledQuery<Func<LoesningsbrikkerContext, long, int, int, Task<Passage?>>> PassageAt =
        new(() => EF.CompileAsyncQuery((LoesningsbrikkerContext db, long transcriptId, int start, int end) => db.Passages
            .Include(p => p.Codings).FirstOrDefault(p => p.TranscriptId == transcriptId && p.StartUtf16 == start && p.EndUtf16 == end)));

    /// <summary>Runs inside the write lane.</summary>
    /// <exception cref="RuleException">The piece, challenge or theme is not one of this process, or the piece is merged.</exception>
    /// <exception cref="ConflictException">A newer text of the interview came in, or the passage has a note of a colleague.</exception>
    public static async Task<PassageStored> StoreAsync(
        LoesningsbrikkerContext db, long processId, long transcriptId, PassageRange range, PassageRequest request)
    {
        await RowLocks.InterviewOfAsync(db, transcriptId);
        await EnsureNewestAsync(db, transcriptId);
        var piece = await FindPieceAsync(db, processId, request);
        if (request.ChallengeId is { } challenge && !await db.Challenges.AnyAsync(c => c.Id == challenge && c.ProcessId == processId))
            throw new RuleException("Udfordringen findes ikke længere. Indlæs siden igen.");
        var passage = await FindOrAddPassageAsync(db, processId, transcriptId, range);
        if (request.Note is not null)
            Annotate(db, passage, CanonicalText.Clean(request.Note).Trim());
        if (piece is not null && passage.Codings.All(c => c.SolutionPieceId != piece.Id))
            Tie(db, passage, piece.Id, challengeId: null);
        if (request.ChallengeId is not null && passage.Codings.All(c => c.ChallengeId != request.ChallengeId))
            Tie(db, passage, pieceId: null, request.ChallengeId);
        await db.SaveChangesAsync();
        // Counting the other transcripts would make every coding of a big piece slower; the page has that number already.
        return new PassageStored(
            await ViewAsync(db, passage, piece), piece is null ? null : new PieceView(piece.Number, piece.Class, piece.Title, piece.Theme, Elsewhere: 0));
    }

    /// <summary>A mark on a text that was replaced would be seen by nobody.</summary>
    private static async Task EnsureNewestAsync(LoesningsbrikkerContext db, long transcriptId)
    {
        if (await IsReplaced.For(db)(db, transcriptId))
            throw new ConflictException("Teksten er skiftet ud, mens du arbejdede. Indlæs siden igen, og markér stedet på ny.");
    }

    private static void Annotate(LoesningsbrikkerContext db, Passage passage, string note)
    {
        // The page sends a note with a mark it takes for new; a colleague may have marked the same words and written first.
        if (db.Entry(passage).State != EntityState.Added && passage.Note.Length > 0 && passage.Note != note)
            throw new ConflictException("En kollega har skrevet en note til det samme uddrag. Indlæs siden igen, før du skriver din.");
        passage.Note = note;
    }

    private static async Task<CodedPiece?> FindPieceAsync(LoesningsbrikkerContext db, long processId, PassageRequest request)
    {
        if (request.PieceNumber is { } number)
        {
            await RowLocks.TieAsync(db, processId, number);
            var piece = await PieceByNumber.For(db)(db, processId, number)
                ?? throw new RuleException("Brikken findes ikke længere. Indlæs siden igen.");
            return piece.Stage != PieceStage.Merged ? piece
                : throw new RuleException("Brikken er lagt sammen med en anden. Indlæs siden igen, og vælg den brik, den lever videre i.");
        }
        return request.Piece is { } wanted ? await FindOrDraftAsync(db, processId, wanted) : null;
    }

    private static async Task<CodedPiece> FindOrDraftAsync(LoesningsbrikkerContext db, long processId, NewPiece wanted)
    {
        // Cleaned as it will be stored; otherwise a title sent twice would become two pieces.
        var title = PieceText.Line(wanted.Title);
        await RowLocks.NewPieceAsync(db, processId);
        var same = db.SolutionPieces.Where(p => p.ProcessId == processId && p.Title == title && p.Stage != PieceStage.Merged).OrderBy(p => p.Number);
        if (await same.Select(p => (int?)p.Number).FirstOrDefaultAsync() is { } number)
        {
            await RowLocks.TieAsync(db, processId, number);
            if (await same.AnyAsync(p => p.Number == number))
                return (await PieceByNumber.For(db)(db, processId, number))!;
        }
        if (wanted.ThemeId is { } theme && !await db.Themes.AnyAsync(t => t.Id == theme && t.ProcessId == processId))
            throw new RuleException("Temaet findes ikke længere. Indlæs siden igen.");
        var piece = SolutionPiece.Draft(
            processId, await ProcessNumbers.NextPieceAsync(db, processId), wanted.Class!.Value, title, db.Actor.UserId, db.UtcNow);
        piece.ThemeId = wanted.ThemeId;
        db.Add(piece);
        await db.SaveChangesAsync();
        return (await PieceByNumber.For(db)(db, processId, piece.Number))!;
    }

    private static async Task<Passage> FindOrAddPassageAsync(LoesningsbrikkerContext db, long processId, long transcriptId, PassageRange range)
    {
        var passage = await PassageAt.For(db)(db, transcriptId, range.StartUtf16, range.EndUtf16);
        if (passage is not null)
            return passage;
        passage = new Passage
        {
            ProcessId = processId, TranscriptId = transcriptId, StartUtf16 = range.StartUtf16, EndUtf16 = range.EndUtf16,
            Quote = range.Quote, Prefix = range.Prefix, Suffix = range.Suffix, CreatedAtUtc = db.UtcNow, CreatedByUserId = db.Actor.UserId,
        };
        db.Add(passage);
        return passage;
    }

    private static void Tie(LoesningsbrikkerContext db, Passage passage, long? pieceId, long? challengeId) =>
        passage.Codings.Add(new Coding
        {
            ProcessId = passage.ProcessId, SolutionPieceId = pieceId, ChallengeId = challengeId,
            CodedAtUtc = db.UtcNow, CodedByUserId = db.Actor.UserId,
        });

    /// <summary>The passage as the page keeps it; piece keys become numbers.</summary>
    /// <param name="known">A piece that need not be asked for again; null for none.</param>
    internal static async Task<PassageView> ViewAsync(LoesningsbrikkerContext db, Passage passage, CodedPiece? known = null)
    {
        var ids = passage.Codings.Select(c => c.SolutionPieceId).OfType<long>().Where(id => id != known?.Id).ToList();
        var numbers = ids.Count == 0 ? [] : await db.SolutionPieces.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Number);
        if (known is not null)
            numbers[known.Id] = known.Number;
        return new PassageView(passage.Id, passage.StartUtf16, passage.EndUtf16, passage.Note, passage.Version,
            [.. passage.Codings.OrderBy(c => c.Id)
                .Select(c => new CodingView(c.Id, c.SolutionPieceId is { } id ? numbers[id] : null, c.ChallengeId, c.CodedByUserId))]);
    }
}

/// <summary>What coding needs to know of a piece.</summary>
internal sealed record CodedPiece(long Id, int Number, PieceClass Class, PieceStage Stage, string Title, string Theme);
