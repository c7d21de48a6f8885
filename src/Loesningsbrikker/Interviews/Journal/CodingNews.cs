using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Interviews.Journal;

/// <summary>What a coding page that is open must know about a step.</summary>
/// <param name="TranscriptId">Null for work on pieces, which concerns all texts of the process.</param>
internal sealed record StepHead(
    long Id, long ProcessId, long? TranscriptId, long? PassageId, long? SolutionPieceId, long? OtherPieceId, CodingStepKind Kind, long? ByUserId)
{
    /// <summary>Whether codings went from piece to piece, too many to tell one by one.</summary>
    public bool MovesMany => Kind is CodingStepKind.PiecesMerged or CodingStepKind.PieceSplit;

    /// <summary>Whether an open page of the text must know of it.</summary>
    public bool Concerns(CodingTopic topic) => TranscriptId is { } id ? id == topic.TranscriptId : ProcessId == topic.ProcessId;

    /// <summary>Only what a head holds.</summary>
    public static IQueryable<StepHead> Of(IQueryable<CodingStep> steps) => steps.Select(s => new StepHead(
        s.Id, s.ProcessId, s.TranscriptId, s.PassageId, s.SolutionPieceId, s.OtherPieceId, s.Kind, s.ByUserId));
}

/// <summary>What changed in one text, as an open coding page takes it in: everything as it is now, so that being told twice changes nothing.</summary>
/// <param name="Passages">Passages that changed or are new.</param>
/// <param name="Removed">Keys of passages that are not there any more.</param>
/// <param name="Pieces">Pieces that are new, were renamed or came back; <see cref="PieceView.Elsewhere"/> is not counted.</param>
/// <param name="GonePieces">Numbers of pieces that were merged away or withdrawn.</param>
/// <param name="Reload">True when all passages must be fetched, because many codings changed piece.</param>
/// <param name="Steps">The steps behind it: their keys, and who did them.</param>
public sealed record CodingNews(
    IReadOnlyList<PassageView> Passages, IReadOnlyList<long> Removed, IReadOnlyList<PieceView> Pieces, IReadOnlyList<int> GonePieces, bool Reload,
    IReadOnlyList<StepBy> Steps)
{
    /// <summary>Reads what the steps are about, for one text, with two queries however many they are.</summary>
    internal static async Task<CodingNews> ReadAsync(LoesningsbrikkerContext db, long processId, long transcriptId, IReadOnlyCollection<StepHead> steps)
    {
        var passageIds = steps.Where(s => s.TranscriptId == transcriptId).Select(s => s.PassageId).OfType<long>().Distinct().ToList();
        var passages = passageIds.Count == 0 ? [] : await db.Passages.AsNoTracking().Include(p => p.Codings)
            .Where(p => p.ProcessId == processId && p.TranscriptId == transcriptId && EF.Parameter(passageIds).Contains(p.Id)).ToListAsync();
        var pieceIds = passages.SelectMany(p => p.Codings).Select(c => c.SolutionPieceId)
            .Concat(steps.SelectMany(s => new[] { s.SolutionPieceId, s.OtherPieceId })).OfType<long>().Distinct().ToList();
        var pieces = pieceIds.Count == 0 ? [] : await db.SolutionPieces
            .Where(p => p.ProcessId == processId && EF.Parameter(pieceIds).Contains(p.Id))
            .Select(p => new CodedPiece(p.Id, p.Number, p.Class, p.Stage, p.Title, p.Theme == null ? "" : p.Theme.Name)).ToDictionaryAsync(p => p.Id);
        return new CodingNews(
            [.. passages.Select(p => View(p, pieces))], [.. passageIds.Except(passages.Select(p => p.Id))],
            [.. pieces.Values.Where(p => !HasEnded(p)).Select(p => new PieceView(p.Number, p.Class, p.Title, p.Theme, Elsewhere: 0))],
            [.. pieces.Values.Where(HasEnded).Select(p => p.Number)],
            steps.Any(s => s.MovesMany), [.. steps.Select(s => new StepBy(s.Id, s.ByUserId))]);
    }

    private static bool HasEnded(CodedPiece piece) => piece.Stage is PieceStage.Merged or PieceStage.Withdrawn;

    private static PassageView View(Passage passage, Dictionary<long, CodedPiece> pieces) =>
        new(passage.Id, passage.StartUtf16, passage.EndUtf16, passage.Note, passage.Version,
            [.. passage.Codings.OrderBy(c => c.Id).Select(c => new CodingView(c.Id, c.SolutionPieceId is { } id ? pieces[id].Number : null, c.ChallengeId, c.CodedByUserId))]);
}

/// <summary>Key of a step, and of who did it.</summary>
public sealed record StepBy(long Id, long? By);
