using System.Diagnostics;

namespace Loesningsbrikker.Benchmarks;

/// <summary>What a load gave: requests per second and percentiles in milliseconds.</summary>
/// <param name="CpuMs">Processor time of the server per request; 0 where it was not asked for.</param>
public sealed record Figures(int Clients, int Requests, double PerSecond, double P50, double P95, double P99, double Worst, double CpuMs = 0)
{
    public override string ToString() =>
        FormattableString.Invariant($"{PerSecond,9:N0}/s   p50 {P50:N2} ms   p95 {P95:N2} ms   p99 {P99:N2} ms   worst {Worst:N1} ms   ({Requests} in all{(CpuMs > 0 ? FormattableString.Invariant($", {CpuMs:N2} ms of processor each") : "")})");
}

/// <summary>How long each request of a load took, in milliseconds, the load itself in seconds, and the server's processor time in it.</summary>
public sealed record LoadTimes(int Clients, List<double> Milliseconds, double Seconds, double ProcessorSeconds = 0);

/// <summary>Closed-loop load over loopback, bounded in time.</summary>
public static class Load
{
    /// <summary>Sends for <paramref name="seconds"/> from each of <paramref name="clients"/> connections.</summary>
    /// <param name="request">The bytes of a client's n-th request.</param>
    /// <exception cref="InvalidOperationException">An answer was not 200.</exception>
    public static LoadTimes Run(int port, int clients, double seconds, Func<int, int, byte[]> request)
    {
        var times = new List<double>[clients];
        using var ready = new Barrier(clients);
        var threads = Enumerable.Range(0, clients).Select(c => new Thread(() =>
        {
            times[c] = RunClient(port, c, seconds, request, ready);
        })).ToList();
        var clock = Stopwatch.StartNew();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
        return new LoadTimes(clients, [.. times.SelectMany(t => t)], clock.Elapsed.TotalSeconds);
    }

    /// <summary>The figures of several loads of the same kind.</summary>
    public static Figures Merge(IReadOnlyList<LoadTimes> loads)
    {
        var times = loads.SelectMany(l => l.Milliseconds).Order().ToList();
        double At(double share) => Math.Round(times[Math.Min(times.Count - 1, (int)(times.Count * share))], 3);
        return new Figures(loads[0].Clients, times.Count, Math.Round(times.Count / loads.Sum(l => l.Seconds), 1), At(0.5), At(0.95), At(0.99), At(1),
            Math.Round(loads.Sum(l => l.ProcessorSeconds) * 1000 / times.Count, 3));
    }

    private static List<double> RunClient(int port, int client, double seconds, Func<int, int, byte[]> request, Barrier ready)
    {
        using var connection = new RawClient(port);
        var times = new List<double>(100_000);
        ready.SignalAndWait();
        var clock = Stopwatch.StartNew();
        for (var n = 0; clock.Elapsed.TotalSeconds < seconds; n++)
        {
            var bytes = request(client, n);
            var before = clock.Elapsed.TotalMilliseconds;
            var (status, _) = connection.Send(bytes);
            times.Add(clock.Elapsed.TotalMilliseconds - before);
            if (status != 200)
                throw new InvalidOperationException($"Answer {status} after {n} requests.");
        }
        return times;
    }
}
