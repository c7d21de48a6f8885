using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Interviews.Import;

/// <summary>Deletes the drafts that nobody confirmed in time. It knows no scheduler, and may run twice or in two places at once.</summary>
public sealed class DeleteExpiredDrafts(LoesningsbrikkerContext db, ILogger<DeleteExpiredDrafts> logger)
{
    /// <summary>Goes through all municipalities.</summary>
    /// <returns>How many drafts were deleted.</returns>
    public async Task<int> RunAsync(CancellationToken cancellation = default)
    {
        var (now, deleted) = (db.UtcNow, 0);
        foreach (var municipalityId in await db.Municipalities.OrderBy(m => m.Id).Select(m => m.Id).ToListAsync(cancellation))
        {
            // The scope is the job's own: nobody else acts through this actor.
            db.Actor.MunicipalityId = municipalityId;
            // Without the ciphers: nothing needs to be read to be deleted.
            var expired = await db.ImportDrafts.Where(d => d.ExpiresAtUtc <= now)
                .Select(d => new ImportDraft { Id = d.Id, MunicipalityId = d.MunicipalityId, ProcessId = d.ProcessId, OwnerUserId = d.OwnerUserId, Version = d.Version })
                .ToListAsync(cancellation);
            foreach (var draft in expired)
                deleted += await DeleteAsync(draft, cancellation);
        }
        if (deleted > 0)
            logger.LogInformation("Deleted {Count} import drafts that nobody confirmed in time", deleted);
        return deleted;
    }

    private async Task<int> DeleteAsync(ImportDraft draft, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        db.Remove(draft);
        try
        {
            await db.SaveChangesAsync(cancellation);
            return 1;
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another run deleted it in the same moment.
            return 0;
        }
    }
}
