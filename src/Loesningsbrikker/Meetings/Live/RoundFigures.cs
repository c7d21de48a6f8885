using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Meetings.Live;

/// <summary>What was said about one piece in one question, small groups hidden.</summary>
/// <param name="Place">The piece's place in the question.</param>
/// <param name="PieceId">Key of the piece.</param>
/// <param name="Title">The title that people saw.</param>
/// <param name="Shown">
/// By kind: yes, no, can't say; priorities 1 to 5; those who laid coins and how many coins; chosen and not chosen.
/// </param>
public sealed record RoundPieceFigures(int Place, long PieceId, string Title, ShownCounts Shown);

/// <summary>The result of one question as it was concluded; a question that was asked again keeps its own.</summary>
/// <param name="People">How many answered.</param>
/// <param name="OnPaper">How many of them on paper.</param>
/// <param name="CountedAtUtc">When the count was concluded.</param>
/// <param name="CountedBy">Who concluded it; null when the user is gone.</param>
/// <param name="Pieces">The pieces in the order of the question.</param>
public sealed record RoundFigures(
    long RoundId, RoundKind Kind, string Title, bool IsRehearsal, int People, int OnPaper, DateTime CountedAtUtc, string? CountedBy, IReadOnlyList<RoundPieceFigures> Pieces)
{
    /// <summary>Reads the result of a question; null while it may not be shown to anybody.</summary>
    public static async Task<RoundFigures?> ReadAsync(LoesningsbrikkerContext db, long processId, long roundId)
    {
        var round = await db.MeetingRounds.AsNoTracking().Include(r => r.Pieces)
            .FirstOrDefaultAsync(r => r.Id == roundId && r.ProcessId == processId && r.CountedAtUtc != null);
        if (round is null)
            return null;
        var count = await db.RoundCounts.AsNoTracking().Include(c => c.Results).Where(c => c.RoundId == roundId).OrderByDescending(c => c.Number).FirstAsync();
        var names = await db.InformantGroups.Where(g => g.ProcessId == processId).ToDictionaryAsync(g => g.Id, g => g.Name);
        var earlier = await EarlierTimes.ReadAsync(db, [round.MeetingId]);
        var by = await db.Users.Where(u => u.Id == count.CountedByUserId).Select(u => u.DisplayName).FirstOrDefaultAsync();
        return new RoundFigures(
            round.Id, round.Kind, round.Title, round.IsRehearsal, count.People, count.OnPaper, count.CountedAtUtc, by,
            [.. round.Pieces.OrderBy(p => p.Place).Select(p => new RoundPieceFigures(p.Place, p.SolutionPieceId, p.Title, Shown(round, p, count, earlier, names)))]);
    }

    private static ShownCounts Shown(
        MeetingRound round, RoundPiece piece, RoundCount count, ILookup<Asked, AskedTime> earlier, IReadOnlyDictionary<long, string> names)
    {
        var own = new AskedTime(round.Id, round.ClosedAtUtc!.Value, [.. count.Results.Where(r => r.SolutionPieceId == piece.SolutionPieceId)]);
        var others = round.IsRehearsal ? [] : earlier[new Asked(round.MeetingId, piece.SolutionPieceId, round.Kind)].Where(t => t.RoundId != round.Id);
        return SmallGroups.HideAlike([.. others.Prepend(own).Select(t => t.Groups(round.Kind, names))])[0];
    }
}
