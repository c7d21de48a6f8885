using Loesningsbrikker.Accounts;
using Loesningsbrikker.Interviews.Import;
using Loesningsbrikker.Meetings.Live;
using Loesningsbrikker.Processes;
using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Privacy;

/// <summary>How many rows a rotation encrypted anew.</summary>
/// <param name="Identities">People behind informants' codes.</param>
/// <param name="ProtectionKeys">Keys of cookies and forms.</param>
/// <param name="UserTokens">Keys of authenticator apps and recovery codes.</param>
/// <param name="ImportDrafts">Texts that wait to be brought in.</param>
/// <param name="Slips">Codes of slips for joint meetings.</param>
public sealed record RotationResult(int Identities, int ProtectionKeys, int UserTokens, int ImportDrafts, int Slips);

/// <summary>
/// Encrypts everything anew under the first line of the key file. Every row names its key, so the work may be
/// killed anywhere and run again: what is done is skipped.
/// </summary>
public static class KeyRotation
{
    /// <summary>Rows per transaction.</summary>
    public const int BatchSize = 200;

    /// <summary>Renews all rows of all municipalities, one transaction per batch.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">A row's key is not in the key file.</exception>
    public static async Task<RotationResult> RunAsync(LoesningsbrikkerContext db, MasterKey masterKey, CancellationToken cancellation = default) =>
        new(await RenewIdentitiesAsync(db, new IdentityCipher(masterKey), cancellation), await RenewProtectionKeysAsync(db, masterKey, cancellation),
            await RenewUserTokensAsync(db, masterKey, cancellation), await RenewDraftsAsync(db, new DraftCipher(masterKey), cancellation),
            await RenewSlipsAsync(db, new Slips(masterKey), cancellation));

    /// <summary>Names of the master keys that the rows in a backup need; empty when nothing is encrypted. Import drafts are in none.</summary>
    public static async Task<IReadOnlySet<string>> NamesInUseAsync(LoesningsbrikkerContext db, CancellationToken cancellation = default)
    {
        var names = new HashSet<string>();
        await foreach (var cipher in AllIdentities(db).Select(i => i.NameCipher).AsAsyncEnumerable().WithCancellation(cancellation))
            names.Add(MasterKey.NameOf(cipher));
        await foreach (var cipher in AllSlips(db).Select(p => p.SlipCipher!).AsAsyncEnumerable().WithCancellation(cancellation))
            names.Add(MasterKey.NameOf(cipher));
        foreach (var xml in await db.ProtectionKeys.Select(k => k.Xml).ToListAsync(cancellation))
            names.UnionWith(ProtectionKeyCipher.MasterKeyNames(xml));
        foreach (var token in await db.UserTokens.Where(t => t.Value != null).Select(t => t.Value!).ToListAsync(cancellation))
            names.Add(ProtectedUserStore.MasterKeyName(token));
        return names;
    }

    private static async Task<int> RenewIdentitiesAsync(LoesningsbrikkerContext db, IdentityCipher cipher, CancellationToken cancellation)
    {
        var renewed = 0;
        var last = 0L;
        while (true)
        {
            var batch = await AllIdentities(db).Where(i => i.Id > last).OrderBy(i => i.Id).Take(BatchSize).ToListAsync(cancellation);
            if (batch.Count == 0)
                return renewed;
            renewed += batch.Count(cipher.Renew);
            await db.SaveChangesAsync(cancellation);
            last = batch[^1].Id;
            db.ChangeTracker.Clear();
        }
    }

    private static async Task<int> RenewProtectionKeysAsync(LoesningsbrikkerContext db, MasterKey masterKey, CancellationToken cancellation)
    {
        var renewed = 0;
        foreach (var key in await db.ProtectionKeys.ToListAsync(cancellation))
            if (ProtectionKeyCipher.Renew(key.Xml, masterKey) is { } xml)
            {
                key.Xml = xml;
                renewed++;
            }
        await db.SaveChangesAsync(cancellation);
        return renewed;
    }

    private static async Task<int> RenewUserTokensAsync(LoesningsbrikkerContext db, MasterKey masterKey, CancellationToken cancellation)
    {
        var tokens = await db.UserTokens.Where(t => t.Value != null).ToListAsync(cancellation);
        // A token carries no municipality of its own; the change log asks its user.
        await db.Users.Where(u => db.UserTokens.Any(t => t.UserId == u.Id)).LoadAsync(cancellation);
        var renewed = tokens.Count(t => ProtectedUserStore.Reprotect(t, masterKey));
        await db.SaveChangesAsync(cancellation);
        return renewed;
    }

    /// <summary>One at a time: each holds a whole text.</summary>
    private static async Task<int> RenewDraftsAsync(LoesningsbrikkerContext db, DraftCipher cipher, CancellationToken cancellation)
    {
        var renewed = 0;
        foreach (var id in await db.ImportDrafts.IgnoreQueryFilters().Select(d => d.Id).ToListAsync(cancellation))
        {
            if (await db.ImportDrafts.IgnoreQueryFilters().FirstOrDefaultAsync(d => d.Id == id, cancellation) is { } draft && cipher.Renew(draft))
                renewed++;
            await db.SaveChangesAsync(cancellation);
            db.ChangeTracker.Clear();
        }
        return renewed;
    }

    private static async Task<int> RenewSlipsAsync(LoesningsbrikkerContext db, Slips slips, CancellationToken cancellation)
    {
        var renewed = 0;
        var last = 0L;
        while (true)
        {
            var batch = await AllSlips(db).Where(p => p.Id > last).OrderBy(p => p.Id).Take(BatchSize).ToListAsync(cancellation);
            if (batch.Count == 0)
                return renewed;
            renewed += batch.Count(slips.Renew);
            await db.SaveChangesAsync(cancellation);
            last = batch[^1].Id;
            db.ChangeTracker.Clear();
        }
    }

    private static IQueryable<MeetingParticipant> AllSlips(LoesningsbrikkerContext db) =>
        db.MeetingParticipants.IgnoreQueryFilters().Where(p => p.SlipCipher != null);

    /// <summary>The keys of all municipalities are one matter; no actor is signed in.</summary>
    private static IQueryable<InformantIdentity> AllIdentities(LoesningsbrikkerContext db) => db.InformantIdentities.IgnoreQueryFilters();
}
