using System.Net;
using Loesningsbrikker.Reminders;

namespace Loesningsbrikker.Shared;

/// <summary>The settings an operations department may touch; section "Loesningsbrikker" (docs/operations.md).</summary>
public sealed class HouseSettings
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Loesningsbrikker";

    /// <summary>Folder of the SQLite database and of the master key, unless that has a place of its own. Relative to the content root.</summary>
    public string DataFolder { get; set; } = "data";

    /// <summary>Connection string of PostgreSQL; null or empty means SQLite in the data folder.</summary>
    public string? PostgreSql { get; set; }

    /// <summary>The master key itself, e.g. from the environment; null means the file.</summary>
    public string? MasterKey { get; set; }

    /// <summary>File of the master key; null means master.key in the data folder.</summary>
    public string? MasterKeyFile { get; set; }

    /// <summary>Addresses of reverse proxies whose forwarded headers are believed, comma-separated; null means loopback only.</summary>
    public string? TrustedProxies { get; set; }

    /// <summary>The addresses in <see cref="TrustedProxies"/>.</summary>
    /// <exception cref="OperatorException">One of them is no address.</exception>
    public IReadOnlyList<IPAddress> Proxies =>
    [
        .. (TrustedProxies ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(text => IPAddress.TryParse(text, out var address) ? address
                : throw new OperatorException($"»{text}« i indstillingen Loesningsbrikker:TrustedProxies er ingen IP-adresse.")),
    ];

    /// <summary>Largest upload in megabytes (1,048,576 bytes), 1 to <see cref="LargestUpload"/>.</summary>
    public int MaxUploadMegabytes { get; set; } = 20;

    /// <summary>The most that <see cref="MaxUploadMegabytes"/> may say: a text is read in memory.</summary>
    public const int LargestUpload = 500;

    /// <summary>Path of pdftotext, which reads .pdf; null means that it is looked for in PATH.</summary>
    public string? PdfToText { get; set; }

    /// <summary>How mail leaves the house.</summary>
    public MailSettings Mail { get; } = new();

    /// <summary>When things happen by themselves.</summary>
    public SchedulerSettings Scheduler { get; } = new();

    /// <summary>Looks at the settings that a Host would otherwise stumble over later.</summary>
    /// <exception cref="OperatorException">One of them cannot be used.</exception>
    public void EnsureUsable()
    {
        _ = Proxies;
        if (MaxUploadMegabytes is < 1 or > LargestUpload)
            throw new OperatorException($"Indstillingen Loesningsbrikker:MaxUploadMegabytes skal være et tal fra 1 til {LargestUpload}.");
        Mail.EnsureUsable();
    }

    /// <summary>True when PostgreSQL is chosen.</summary>
    public bool UsesPostgreSql => !string.IsNullOrWhiteSpace(PostgreSql);

    /// <summary>Path of the SQLite database file.</summary>
    public string SqliteFile => Path.Combine(DataFolder, "loesningsbrikker.db");

    /// <summary>Path of the master key file.</summary>
    public string MasterKeyPath => string.IsNullOrWhiteSpace(MasterKeyFile) ? Path.Combine(DataFolder, "master.key") : MasterKeyFile;
}
