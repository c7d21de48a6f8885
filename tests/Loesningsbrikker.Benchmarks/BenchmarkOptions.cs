using System.Globalization;

namespace Loesningsbrikker.Benchmarks;

/// <summary>What to measure, against which published Host, on which database.</summary>
public sealed record BenchmarkOptions(string HostDll, string Work, string? PostgreSql, int Seconds)
{
    public static BenchmarkOptions Parse(string[] args)
    {
        string? Value(string name) => Array.IndexOf(args, name) is var i and >= 0 && i + 1 < args.Length ? args[i + 1] : null;
        return new BenchmarkOptions(Path.GetFullPath(args[0]), args[1], Value("--postgresql"), int.Parse(Value("--seconds") ?? "5", CultureInfo.InvariantCulture));
    }
}
