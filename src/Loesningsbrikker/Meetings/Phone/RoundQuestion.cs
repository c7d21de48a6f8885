using Loesningsbrikker.Meetings.Live;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Meetings.Phone;

/// <summary>A released quotation.</summary>
/// <param name="Groups">The groups of the interview, in Danish order; may be empty.</param>
public sealed record QuotedPassage(string Text, IReadOnlyList<string> Groups);

/// <summary>A piece as people are asked about it.</summary>
/// <param name="Name">Its number with prefix, e.g. D-14.</param>
/// <param name="Theme">Its theme; empty without one.</param>
/// <param name="Price">Its price tag; empty where none is shown.</param>
public sealed record QuestionPiece(
    int Place, long PieceId, string Name, PieceClass Class, string Theme, string Title, string Description, string Price, IReadOnlyList<QuotedPassage> Quotations);

/// <summary>A question as it is put, the same for everybody; phone and projector show it.</summary>
/// <param name="Number">Its place on the agenda.</param>
public sealed record RoundQuestion(
    long RoundId, int Number, RoundKind Kind, string Title, int? MaxChoices, bool IsRehearsal, bool IsSecret, DateTime? ClosesAtUtc, IReadOnlyList<QuestionPiece> Pieces)
{
    /// <summary>Reads a question that was opened; null when the meeting has none with that key. Three queries, four with quotations.</summary>
    public static async Task<RoundQuestion?> ReadAsync(LoesningsbrikkerContext db, long meetingId, long roundId)
    {
        var round = await db.MeetingRounds.AsNoTracking().FirstOrDefaultAsync(r => r.Id == roundId && r.MeetingId == meetingId && r.OpenedAtUtc != null);
        if (round is null)
            return null;
        var pieces = await (
            from asked in db.RoundPieces
            join piece in db.SolutionPieces on asked.SolutionPieceId equals piece.Id
            join process in db.DialogueProcesses on piece.ProcessId equals process.Id
            where asked.RoundId == roundId
            orderby asked.Place
            select new QuestionPiece(
                asked.Place, piece.Id, process.Prefix + "-" + piece.Number, piece.Class, piece.Theme!.Name ?? "", asked.Title, asked.Description, asked.Price,
                Array.Empty<QuotedPassage>())).ToListAsync();
        var quoted = await QuotedAsync(db, roundId);
        return new RoundQuestion(
            round.Id, round.Number, round.Kind, round.Title, round.MaxChoices, round.IsRehearsal, round.IsSecret, round.ClosesAtUtc,
            [.. pieces.Select(p => p with { Quotations = [.. quoted[p.PieceId]] })]);
    }

    /// <summary>The quotations by piece, as far as they are released now.</summary>
    private static async Task<ILookup<long, QuotedPassage>> QuotedAsync(LoesningsbrikkerContext db, long roundId)
    {
        var rows = await (
            from asked in db.RoundPieces.Where(p => p.RoundId == roundId)
            from quotation in asked.Quotations
            join passage in db.Passages on quotation.PassageId equals passage.Id
            join transcript in db.Transcripts on passage.TranscriptId equals transcript.Id
            where passage.ReleasedAtUtc != null
            orderby quotation.Place
            select new { asked.SolutionPieceId, passage.Quote, transcript.InterviewId }).ToListAsync();
        var interviews = rows.Select(r => r.InterviewId).Distinct().ToList();
        var groups = rows.Count == 0 ? [] : await db.Interviews.Where(i => interviews.Contains(i.Id))
            .SelectMany(i => i.Informants, (i, n) => new { i.Id, n.Group.Name }).Distinct().ToListAsync();
        return rows.ToLookup(
            r => r.SolutionPieceId,
            r => new QuotedPassage(r.Quote, [.. groups.Where(g => g.Id == r.InterviewId).Select(g => g.Name).Order(DanishText.Comparer)]));
    }
}
