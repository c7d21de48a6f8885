using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Privacy;

/// <summary>What walking a municipality's chain showed.</summary>
/// <param name="FirstChecked">Sequence of the first line walked.</param>
/// <param name="LastChecked">Sequence of the last line of the chain; 0 when there is none.</param>
/// <param name="BrokenAt">Sequence of the first line that does not fit; null when the chain holds.</param>
/// <param name="LastHash">Hash of the last line; empty when there is none.</param>
public sealed record ChainReport(long FirstChecked, long LastChecked, long? BrokenAt, byte[] LastHash)
{
    /// <summary>True when every line walked follows from the one before, and the last is the head.</summary>
    public bool Holds => BrokenAt is null;

    /// <summary>How many lines were walked.</summary>
    public long Lines => Math.Max(0, LastChecked - FirstChecked + 1);
}

/// <summary>Walks the change log and computes every hash anew, one line in memory at a time.</summary>
public static class AuditChain
{
    /// <summary>Every municipality that has, or should have, a chain.</summary>
    public static async Task<IReadOnlyList<long>> MunicipalitiesAsync(LoesningsbrikkerContext db, CancellationToken cancellation = default) =>
        await db.Municipalities.Select(m => m.Id)
            .Union(db.AuditHeads.IgnoreQueryFilters().Select(h => h.MunicipalityId))
            .Union(db.AuditEntries.IgnoreQueryFilters().Select(e => e.MunicipalityId))
            .OrderBy(id => id).ToListAsync(cancellation);

    /// <summary>Walks one chain. Lines written meanwhile are left to the next walk.</summary>
    /// <param name="atMost">Walk only so many of the last lines, trusting the one before them; null walks all.</param>
    public static async Task<ChainReport> WalkAsync(
        LoesningsbrikkerContext db, long municipalityId, long? atMost = null, CancellationToken cancellation = default)
    {
        var head = await db.AuditHeads.IgnoreQueryFilters().AsNoTracking()
            .FirstOrDefaultAsync(h => h.MunicipalityId == municipalityId, cancellation) ?? new AuditHead();
        var lines = db.AuditEntries.IgnoreQueryFilters().AsNoTracking().Where(e => e.MunicipalityId == municipalityId);
        var first = atMost is { } most ? Math.Max(1, head.Sequence - most + 1) : 1;
        byte[] hash = first == 1 ? [] : await lines.Where(e => e.Sequence == first - 1).Select(e => e.Hash).FirstOrDefaultAsync(cancellation) ?? [];
        var next = first;
        var walk = lines.Where(e => e.Sequence >= first && e.Sequence <= head.Sequence).OrderBy(e => e.Sequence);
        await foreach (var line in walk.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            hash = AuditTrail.HashOf(hash, line);
            if (line.Sequence != next || !hash.AsSpan().SequenceEqual(line.Hash))
                return new ChainReport(first, head.Sequence, next, head.Hash);
            next++;
        }
        var ends = next == head.Sequence + 1 && hash.AsSpan().SequenceEqual(head.Hash);
        return new ChainReport(first, head.Sequence, ends ? await BeyondHeadAsync(db, lines, municipalityId, cancellation) : next, head.Hash);
    }

    /// <summary>The first line after the head, which no save of ours leaves; one statement, so that a save meanwhile does not matter.</summary>
    private static async Task<long?> BeyondHeadAsync(
        LoesningsbrikkerContext db, IQueryable<AuditEntry> lines, long municipalityId, CancellationToken cancellation)
    {
        var heads = db.AuditHeads.IgnoreQueryFilters().Where(h => h.MunicipalityId == municipalityId);
        return await lines.Where(e => !heads.Any(h => h.Sequence >= e.Sequence)).MinAsync(e => (long?)e.Sequence, cancellation);
    }
}
