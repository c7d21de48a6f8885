using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Interviews.Import;

/// <summary>The drafts that somebody may see: the own ones of the process that are not too old.</summary>
internal static class DraftAccess
{
    /// <summary>The own drafts of one kind in the process, oldest first.</summary>
    public static IQueryable<ImportDraft> OwnDrafts(this LoesningsbrikkerContext db, long processId, ImportDraftKind kind = ImportDraftKind.Text)
    {
        var (owner, now) = (db.Actor.RequiredUserId, db.UtcNow);
        return db.ImportDrafts.Where(d => d.ProcessId == processId && d.OwnerUserId == owner && d.Kind == kind && d.ExpiresAtUtc > now).OrderBy(d => d.Id);
    }

    /// <summary>One of them.</summary>
    /// <exception cref="NotFoundException">It is somebody else's, belongs elsewhere, was dealt with, or is too old.</exception>
    public static async Task<ImportDraft> FindOwnDraftAsync(
        this LoesningsbrikkerContext db, long processId, long id, ImportDraftKind kind = ImportDraftKind.Text) =>
        await db.OwnDrafts(processId, kind).FirstOrDefaultAsync(d => d.Id == id) ?? throw new NotFoundException();

    /// <summary>The draft as the user saw it: another version means that it was changed in another window.</summary>
    public static void Expect(this LoesningsbrikkerContext db, ImportDraft draft, Guid version) =>
        db.Entry(draft).Property(d => d.Version).OriginalValue = version;
}
