using Loesningsbrikker.Interviews.Import;
using Loesningsbrikker.Interviews.Journal;
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
    private static readonly CompiledQuery<Func<LoesningsbrikkerContext, long, long, Task<CodedText?>>> TextOf =
        new(() => EF.CompileAsyncQuery((LoesningsbrikkerContext db, long processId, long transcriptId) => db.Transcripts
            .Where(t => t.Id == transcriptId && t.ProcessId == processId)
            .Select(t => new CodedText(t.InterviewId, db.Transcripts.Any(n => n.InterviewId == t.InterviewId && n.VersionNumber > t.VersionNumber)))
            .FirstOrDefault()));

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
        LoesningsbrikkerContext db, DialogueProcess process, long transcriptId, PassageRange range, PassageRequest request)
    {
        await RowLocks.InterviewOfAsync(db, transcriptId);
        var interviewId = await NewestAsync(db, process.Id, transcriptId);
        var (piece, drafted) = await FindPieceAsync(db, process.Id, request);
        if (request.ChallengeId is { } challenge && !await db.Challenges.AnyAsync(c => c.Id == challenge && c.ProcessId == process.Id))
            throw new RuleException("Udfordringen findes ikke længere. Indlæs siden igen.");
        var passage = await FindOrAddPassageAsync(db, process.Id, transcriptId, range);
        var (isNew, noteBefore, had) = (db.Entry(passage).State == EntityState.Added, passage.Note, passage.Codings.Count);
        if (request.Note is not null)
            Annotate(passage, isNew, CanonicalText.Clean(request.Note).Trim());
        if (piece is not null && passage.Codings.All(c => c.SolutionPieceId != piece.Id))
            Tie(db, passage, piece.Id, challengeId: null);
        if (request.ChallengeId is not null && passage.Codings.All(c => c.ChallengeId != request.ChallengeId))
            Tie(db, passage, pieceId: null, request.ChallengeId);
        await db.SaveChangesAsync();

        var images = ImagesOf(passage, isNew, noteBefore, passage.Codings[had..], drafted);
        var step = images is null ? null
            : CodingJournal.StepOf(CodingStepKind.Coded, interviewId, passage, images).With(passage.Codings.Count > had ? passage.Codings[^1] : null);
        // Counting the other transcripts would make every coding of a big piece slower; the page has that number already.
        return new PassageStored(
            await ViewAsync(db, passage, piece) with { Step = await AppendAsync(db, step, process, piece?.Number) },
            piece is null ? null : new PieceView(piece.Number, piece.Class, piece.Title, piece.Theme, Elsewhere: 0));
    }

    /// <summary>Stores a step about one passage, and says what it did; null when there is none.</summary>
    /// <param name="pieceNumber">Number of the piece it is about; null for none.</param>
    internal static async Task<StepView?> AppendAsync(LoesningsbrikkerContext db, CodingStep? step, DialogueProcess process, int? pieceNumber)
    {
        if (step is null)
            return null;
        var subject = new StepSubject(step.Kind, pieceNumber is { } number ? process.NumberOf(number) : null, IsChallenge: step.ChallengeId is not null);
        return new StepView(await CodingJournal.AppendAsync(db, step), subject.Short());
    }

    /// <summary>The text that the address names.</summary>
    /// <exception cref="NotFoundException">It is not in this process.</exception>
    internal static async Task<CodedText> TextAsync(LoesningsbrikkerContext db, long processId, long transcriptId) =>
        await TextOf.For(db)(db, processId, transcriptId) ?? throw new NotFoundException();

    /// <summary>Key of the text's interview. What is marked in a text that was replaced would be seen by nobody.</summary>
    /// <exception cref="NotFoundException">The text is not in this process.</exception>
    /// <exception cref="ConflictException">A newer text came in.</exception>
    internal static async Task<long> NewestAsync(LoesningsbrikkerContext db, long processId, long transcriptId)
    {
        var text = await TextAsync(db, processId, transcriptId);
        return !text.IsReplaced ? text.InterviewId
            : throw new ConflictException("Teksten er skiftet ud, mens du arbejdede. Indlæs siden igen, og markér stedet på ny.");
    }

    /// <summary>What the request changed; null when it was sent again and changed nothing.</summary>
    private static StepImages? ImagesOf(Passage passage, bool isNew, string noteBefore, List<Coding> tied, SolutionPiece? drafted)
    {
        RowChange<PassageImage>? change = isNew ? new(passage.Id, null, PassageImage.Of(passage))
            : passage.Note != noteBefore ? new(passage.Id, new PassageImage { Note = noteBefore }, new PassageImage { Note = passage.Note })
            : null;
        if (change is null && tied.Count == 0)
            return null;
        return new StepImages
        {
            Passages = change is null ? null : [change],
            Codings = tied.Count == 0 ? null : [.. tied.Select(c => new RowChange<CodingImage>(c.Id, null, CodingImage.Of(c)))],
            Pieces = drafted is null ? null : [new(drafted.Id, null, PieceImage.Of(drafted))],
        };
    }

    private static void Annotate(Passage passage, bool isNew, string note)
    {
        // The page sends a note with a mark it takes for new; a colleague may have marked the same words and written first.
        if (!isNew && passage.Note.Length > 0 && passage.Note != note)
            throw new ConflictException("En kollega har skrevet en note til det samme uddrag. Indlæs siden igen, før du skriver din.");
        passage.Note = note;
    }

    /// <summary>The piece to tie to, and the same once more when it was drafted just now.</summary>
    private static async Task<(CodedPiece? Piece, SolutionPiece? Drafted)> FindPieceAsync(LoesningsbrikkerContext db, long processId, PassageRequest request)
    {
        if (request.PieceNumber is { } number)
        {
            await RowLocks.TieAsync(db, processId, number);
            var piece = await PieceByNumber.For(db)(db, processId, number)
                ?? throw new RuleException("Brikken findes ikke længere. Indlæs siden igen.");
            return piece.Stage switch
            {
                PieceStage.Merged => throw new RuleException("Brikken er lagt sammen med en anden. Indlæs siden igen, og vælg den brik, den lever videre i."),
                PieceStage.Withdrawn => throw new RuleException("Brikken er trukket tilbage. Indlæs siden igen, og vælg en anden."),
                _ => (piece, null),
            };
        }
        return request.Piece is { } wanted ? await FindOrDraftAsync(db, processId, wanted) : (null, null);
    }

    private static async Task<(CodedPiece Piece, SolutionPiece? Drafted)> FindOrDraftAsync(LoesningsbrikkerContext db, long processId, NewPiece wanted)
    {
        // Cleaned as it will be stored; otherwise a title sent twice would become two pieces.
        var title = PieceText.Line(wanted.Title);
        await RowLocks.NewPieceAsync(db, processId);
        var same = db.SolutionPieces.InUse().Where(p => p.ProcessId == processId && p.Title == title).OrderBy(p => p.Number);
        if (await same.Select(p => (int?)p.Number).FirstOrDefaultAsync() is { } number)
        {
            await RowLocks.TieAsync(db, processId, number);
            if (await same.AnyAsync(p => p.Number == number))
                return ((await PieceByNumber.For(db)(db, processId, number))!, null);
        }
        if (wanted.ThemeId is { } theme && !await db.Themes.AnyAsync(t => t.Id == theme && t.ProcessId == processId))
            throw new RuleException("Temaet findes ikke længere. Indlæs siden igen.");
        var piece = SolutionPiece.Draft(
            processId, await ProcessNumbers.NextPieceAsync(db, processId), wanted.Class!.Value, title, db.Actor.UserId, db.UtcNow);
        piece.ThemeId = wanted.ThemeId;
        db.Add(piece);
        await db.SaveChangesAsync();
        return ((await PieceByNumber.For(db)(db, processId, piece.Number))!, piece);
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
                .Select(c => new CodingView(c.Id, c.SolutionPieceId is { } id ? numbers[id] : null, c.ChallengeId, c.CodedByUserId))],
            passage.LooseSinceUtc is not null);
    }
}

/// <summary>What coding needs to know of a text.</summary>
/// <param name="IsReplaced">Whether the interview has a newer one.</param>
internal sealed record CodedText(long InterviewId, bool IsReplaced);

/// <summary>What coding needs to know of a piece.</summary>
internal sealed record CodedPiece(long Id, int Number, PieceClass Class, PieceStage Stage, string Title, string Theme);
