using Loesningsbrikker.Privacy;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Host.Backups;

/// <summary>Finds the master keys that a database needs.</summary>
internal static class NeededKeys
{
    /// <exception cref="OperatorException">A key that rows need is not in the key file; a backup of them would be of no use.</exception>
    public static async Task<IReadOnlyList<NeededKey>> ReadAsync(LoesningsbrikkerContext db, MasterKey masterKey)
    {
        var names = await KeyRotation.NamesInUseAsync(db);
        return
        [
            .. from name in names.Order(StringComparer.Ordinal)
               select new NeededKey(name, masterKey.FingerprintOf(name)
                   ?? throw new OperatorException($"Databasen kræver hovednøglen »{name}«, som ikke står i nøglefilen.")),
        ];
    }
}
