using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Interviews.Corrections;

/// <summary>Moves the passages of a text to the corrected one, and keeps where they lay. Call inside the transaction of the correction.</summary>
internal sealed class PassageMove(LoesningsbrikkerContext db, TranscriptCorrection correction, CorrectionForm form)
{
    /// <summary>Moves them as planned and as the user chose, and counts in the correction what became of them.</summary>
    /// <returns>Keys of the passages that lost their release as a quotation.</returns>
    public async Task<List<long>> CarryAsync(IReadOnlyList<PlannedPassage> planned)
    {
        var carries = planned.Select(p => (Planned: p, Carry: CorrectionChoices.After(form, p))).ToList();
        foreach (var (_, carry) in carries)
            Count(carry);
        await KeepAnchorsAsync(carries.ToLookup(c => c.Carry, c => c.Planned.Id));
        var withdrawn = await ChangeAsync(carries.Where(c => !c.Planned.OnlyShifts).ToDictionary(c => c.Planned.Id));
        await ShiftAsync([.. carries.Where(c => c.Planned.OnlyShifts).Select(c => c.Planned)]);
        return withdrawn;
    }

    private void Count(PassageCarry carry) => _ = carry switch
    {
        PassageCarry.Unchanged => correction.PassagesUnchanged++,
        PassageCarry.Loosened => correction.PassagesLoosened++,
        _ => correction.PassagesChanged++,
    };

    /// <summary>One statement for all and one per kind that is not the usual: an interview may have thousands of marks.</summary>
    private async Task KeepAnchorsAsync(ILookup<PassageCarry, long> kinds)
    {
        var (unchanged, old) = (nameof(PassageCarry.Unchanged), correction.FormerTranscriptId);
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO "PassageAnchors" ("MunicipalityId", "ProcessId", "PassageId", "TranscriptId", "StartUtf16", "EndUtf16", "Carry")
            SELECT "MunicipalityId", "ProcessId", "Id", "TranscriptId", "StartUtf16", "EndUtf16", {unchanged}
            FROM "Passages" WHERE "TranscriptId" = {old} AND "ProcessId" = {correction.ProcessId} AND "LooseSinceUtc" IS NULL
            """);
        foreach (var kind in kinds.Where(k => k.Key != PassageCarry.Unchanged))
        {
            List<long> ids = [.. kind];
            await db.PassageAnchors.Where(a => a.TranscriptId == old && ids.Contains(a.PassageId)).ExecuteUpdateAsync(s => s.SetProperty(a => a.Carry, kind.Key));
        }
    }

    /// <summary>Those whose words, or the words around them, are others now: each is a line in the change log.</summary>
    private async Task<List<long>> ChangeAsync(Dictionary<long, (PlannedPassage Planned, PassageCarry Carry)> changed)
    {
        var withdrawn = new List<long>();
        List<long> ids = [.. changed.Keys];
        foreach (var passage in await db.Passages.Where(p => ids.Contains(p.Id)).ToListAsync())
        {
            var (planned, carry) = changed[passage.Id];
            if (carry == PassageCarry.Loosened)
                passage.Loosen(db.UtcNow);
            else
                passage.CarryTo(correction.TranscriptId, planned.Carried.Range!);
            // Nobody released the new words, and those that were released no longer stand in the text.
            if (carry is PassageCarry.Reworded or PassageCarry.Loosened && passage.ReleasedAtUtc is not null)
            {
                passage.Withdraw();
                withdrawn.Add(passage.Id);
            }
        }
        correction.QuotationsWithdrawn = withdrawn.Count;
        await db.SaveChangesAsync();
        return withdrawn;
    }

    /// <summary>
    /// Those between two changes move by the same number, so that a statement moves them all. They go past the change log: nothing that
    /// a person wrote changes, the correction that moved them is logged, and where each lay before stands in its anchor. What is
    /// left of the old text by now are exactly these.
    /// </summary>
    private async Task ShiftAsync(List<PlannedPassage> shifted)
    {
        for (var i = 0; i < shifted.Count;)
        {
            var shift = shifted[i].Shift!.Value;
            var next = i;
            while (next < shifted.Count && shifted[next].Shift == shift)
                next++;
            var (first, last) = (shifted[i].Carried.From.StartUtf16, shifted[next - 1].Carried.From.StartUtf16);
            await db.Passages
                .Where(p => p.TranscriptId == correction.FormerTranscriptId && p.LooseSinceUtc == null && p.StartUtf16 >= first && p.StartUtf16 <= last)
                .ExecuteUpdateAsync(s => s.SetProperty(p => p.TranscriptId, correction.TranscriptId)
                    .SetProperty(p => p.StartUtf16, p => p.StartUtf16 + shift).SetProperty(p => p.EndUtf16, p => p.EndUtf16 + shift));
            i = next;
        }
    }
}
