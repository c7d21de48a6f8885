using Loesningsbrikker.Privacy;
using Loesningsbrikker.Shared;

namespace Loesningsbrikker.Host.Backups;

/// <summary>What a backup says about itself; manifest.json in the archive, sealed under the master key.</summary>
/// <param name="FormatVersion">1.</param>
/// <param name="ProductVersion">Version of the Host that wrote it.</param>
/// <param name="Database">Sqlite or PostgreSql.</param>
/// <param name="CreatedUtc">When, in UTC.</param>
/// <param name="LastMigration">The newest migration in the database; empty when there was none.</param>
/// <param name="Bytes">Length of the database file.</param>
/// <param name="Sha256">Of the database file, hexadecimal.</param>
/// <param name="MasterKeys">The master keys that its rows need; never the keys themselves.</param>
/// <param name="Tables">Rows and contents of each table.</param>
internal sealed record BackupManifest(
    int FormatVersion, string ProductVersion, string Database, DateTime CreatedUtc, string LastMigration,
    long Bytes, string Sha256, IReadOnlyList<NeededKey> MasterKeys, IReadOnlyList<TableSum> Tables)
{
    /// <summary>The format that this version writes and reads.</summary>
    public const int CurrentFormat = 1;

    /// <summary>Version of this product.</summary>
    public static string Product { get; } = typeof(BackupManifest).Assembly.GetName().Version?.ToString(3) ?? "0";

    /// <exception cref="OperatorException">The backup cannot be used here.</exception>
    public void EnsureUsable(HouseSettings settings, MasterKey masterKey, IEnumerable<string> knownMigrations)
    {
        if (FormatVersion != CurrentFormat)
            throw new OperatorException($"Sikkerhedskopien har format {FormatVersion}; denne version læser format {CurrentFormat}.");
        var wanted = settings.UsesPostgreSql ? "PostgreSql" : "Sqlite";
        if (Database != wanted)
            throw new OperatorException($"Sikkerhedskopien er fra {Database}, men indstillingerne vælger {wanted}.");
        if (LastMigration.Length > 0 && !knownMigrations.Contains(LastMigration))
            throw new OperatorException($"Sikkerhedskopien er lavet af en nyere version ({ProductVersion}). Installér den, og prøv igen.");
        foreach (var key in MasterKeys)
            if (masterKey.FingerprintOf(key.Name) != key.Fingerprint)
                throw new OperatorException($"Sikkerhedskopien kræver hovednøglen »{key.Name}« ({key.Fingerprint}), og den står ikke i nøglefilen. Tilføj dens linje nederst i filen.");
    }
}

/// <summary>A master key that the backup needs.</summary>
/// <param name="Name">Its name in the key file.</param>
/// <param name="Fingerprint">Tells it from another key of that name.</param>
internal sealed record NeededKey(string Name, string Fingerprint);
