using System.Diagnostics;

namespace Loesningsbrikker.Benchmarks;

/// <summary>What a load gave: requests per second and percentiles in milliseconds.</summary>
public sealed record Figures(int Clients, int Requests, double PerSecond, double P50, double P95, double P99, double Worst)
{
    public override string ToString() =>
        FormattableString.Invariant($"{Clients} client(s): {PerSecond,9:N0}/s   p50 {P50:N2} ms   p95 {P95:N2} ms   p99 {P99:N2} ms   worst {Worst:N1} ms   ({Requests} requests)");
}

/// <summary>Closed-loop load over loopback, bounded in time.</summary>
public static class Load
{
    /// <summary>Sends for <paramref name="seconds"/> from each of <paramref name="clients"/> connections.</summary>
    /// <param name="request">The bytes of a client's n-th request.</param>
    /// <exception cref="InvalidOperationException">An answer was not 200.</exception>
    public static Figures Run(int port, int clients, double seconds, Func<int, int, byte[]> request)
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
        var elapsed = clock.Elapsed.TotalSeconds;
        return Summarise(clients, [.. times.SelectMany(t => t)], elapsed);
    }

    public static Figures Summarise(int clients, List<double> times, double elapsedSeconds)
    {
        times.Sort();
        double At(double share) => times[Math.Min(times.Count - 1, (int)(times.Count * share))];
        return new Figures(clients, times.Count, times.Count / elapsedSeconds, At(0.5), At(0.95), At(0.99), times[^1]);
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
