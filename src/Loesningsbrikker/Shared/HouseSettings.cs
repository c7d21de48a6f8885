namespace Loesningsbrikker.Shared;

/// <summary>The settings an operations department may touch; section "Loesningsbrikker" (docs/operations.md).</summary>
public sealed class HouseSettings
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Loesningsbrikker";

    /// <summary>Folder of the SQLite database, the master key and drafts. Relative to the content root.</summary>
    public string DataFolder { get; set; } = "data";

    /// <summary>Connection string of PostgreSQL; null or empty means SQLite in the data folder.</summary>
    public string? PostgreSql { get; set; }

    /// <summary>The master key itself, e.g. from the environment; null means the file.</summary>
    public string? MasterKey { get; set; }

    /// <summary>File of the master key; null means master.key in the data folder.</summary>
    public string? MasterKeyFile { get; set; }

    /// <summary>Addresses of reverse proxies whose forwarded headers are believed, comma-separated; null means loopback only.</summary>
    public string? TrustedProxies { get; set; }

    /// <summary>Largest upload in megabytes (1,048,576 bytes).</summary>
    public int MaxUploadMegabytes { get; set; } = 20;

    /// <summary>True when PostgreSQL is chosen.</summary>
    public bool UsesPostgreSql => !string.IsNullOrWhiteSpace(PostgreSql);

    /// <summary>Path of the SQLite database file.</summary>
    public string SqliteFile => Path.Combine(DataFolder, "loesningsbrikker.db");

    /// <summary>Path of the master key file.</summary>
    public string MasterKeyPath => string.IsNullOrWhiteSpace(MasterKeyFile) ? Path.Combine(DataFolder, "master.key") : MasterKeyFile;
}
