using Loesningsbrikker.Decisions;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Loesningsbrikker.SolutionPieces;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Meetings.Live;

/// <summary>Reads pieces as a question needs them: words, price tag, and the quotations that may be shown.</summary>
internal static class AskedPieces
{
    /// <summary>The pieces by key, with their price tags; two queries.</summary>
    public static async Task<IReadOnlyDictionary<long, AskedPiece>> ReadAsync(LoesningsbrikkerContext db, DialogueProcess process, IQueryable<SolutionPiece> pieces)
    {
        var rows = await pieces.Where(p => p.ProcessId == process.Id)
            .Select(p => new AskedPiece(p.Id, p.Number, p.Stage, p.Title, p.Description, null)).ToListAsync();
        var costs = await PieceCosts.ReadAsync(db, process);
        return rows.ToDictionary(r => r.Id, r => r with { Price = costs.GetValueOrDefault(r.Id) is { } cost ? PriceOf(process, cost) : null });
    }

    /// <summary>Adds up to three released quotations to each piece, from as many interviews as there are.</summary>
    public static async Task QuoteAsync(LoesningsbrikkerContext db, IReadOnlyList<RoundPiece> pieces)
    {
        var keys = pieces.Select(p => p.SolutionPieceId).ToList();
        var released = await db.Codings.Where(c => keys.Contains(c.SolutionPieceId!.Value) && c.Passage.ReleasedAtUtc != null)
            .OrderBy(c => c.PassageId).Select(c => new { PieceId = c.SolutionPieceId!.Value, c.PassageId, c.Passage.TranscriptId }).ToListAsync();
        foreach (var piece in pieces)
        {
            var spread = released.Where(r => r.PieceId == piece.SolutionPieceId)
                .GroupBy(r => r.TranscriptId).SelectMany(g => g.Select((r, turn) => (r.PassageId, turn))).OrderBy(r => r.turn).ThenBy(r => r.PassageId);
            piece.Quotations.AddRange(spread.Take(RoundQuotation.Most).Select((r, i) => new RoundQuotation
            {
                ProcessId = piece.ProcessId, PassageId = r.PassageId, Place = i + 1,
            }));
        }
    }

    private static string PriceOf(DialogueProcess process, PieceCost cost) => $"{DanishText.Millions(cost.Net)} {PieceCosts.InTotal(process, cost)}";
}
