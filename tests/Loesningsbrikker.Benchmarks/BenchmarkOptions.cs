using System.Globalization;

namespace Loesningsbrikker.Benchmarks;

/// <summary>What to measure, against which published Host, on which database.</summary>
/// <param name="HostDll">The published Host.</param>
/// <param name="Work">coding, open or start.</param>
/// <param name="PostgreSql">Connection string of an empty database; null for SQLite in a folder of its own.</param>
/// <param name="Seconds">How long each case is loaded in all, over the rounds.</param>
/// <param name="Only">Measure only the cases whose name holds this; null for all.</param>
public sealed record BenchmarkOptions(string HostDll, string Work, string? PostgreSql, double Seconds, string? Only)
{
    /// <summary>The cases take turns so many times: what else runs on the machine meanwhile then meets all of them.</summary>
    public const int Rounds = 3;

    public string Database => PostgreSql is null ? "SQLite" : "PostgreSQL";

    public static BenchmarkOptions Parse(string[] args)
    {
        string? Value(string name) => Array.IndexOf(args, name) is var i and >= 0 && i + 1 < args.Length ? args[i + 1] : null;
        return new BenchmarkOptions(
            Path.GetFullPath(args[0]), args[1], Value("--postgresql"), double.Parse(Value("--seconds") ?? "6", CultureInfo.InvariantCulture), Value("--only"));
    }
}
