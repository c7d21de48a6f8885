using System.Diagnostics;
using System.Text.Json;

namespace Loesningsbrikker.Benchmarks;

/// <summary>Taking 20,000 passages out as a workbook, as text and as a project, and how long others wait meanwhile.</summary>
public static class ExportBenchmark
{
    private const int Passages = 20_000;
    private const int Repeats = 5;
    private static readonly string[] Files = ["passages/workbook", "passages/csv", "project"];

    public static async Task<int> RunAsync(BenchmarkOptions options)
    {
        await using var references = await ReferencePoints.BeginAsync();
        references.Measure(Math.Min(options.Seconds, 3));
        var folder = Directory.CreateTempSubdirectory("loesningsbrikker-bench-").FullName;
        try
        {
            await using var host = await ServerProcess.StartHostAsync(options.HostDll, folder, options.PostgreSql);
            var seed = Seed.For(folder, options.PostgreSql);
            await seed.MunicipalityAsync();
            await seed.TranscriptAsync(1000, Passages);
            var small = await seed.TranscriptAsync(10, 0);
            var session = await SignIn.AsAsync(host.Port, Seed.Email, Seed.Password);
            Probe(host.Port, seed, small, session, TimeSpan.FromSeconds(3));
            var alone = Probe(host.Port, seed, small, session, TimeSpan.FromSeconds(options.Seconds));
            Console.WriteLine($"  others, nobody exports          {alone}");
            var results = Files.ToDictionary(file => file, file => Measure(host.Port, seed, small, session, file));
            Console.WriteLine(JsonSerializer.Serialize(new
            {
                bench = "export", database = options.PostgreSql is null ? "SQLite" : "PostgreSQL", references = references.Figures, passages = Passages, others_alone = alone, results,
                memory_after_MiB = host.MemoryMiB,
            }));
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static object Measure(int port, Seed seed, SeededTranscript small, Session session, string file)
    {
        var request = RawClient.Request("GET", $"/dialogue-processes/{seed.ProcessId}/exchange/{file}", session);
        using var connection = new RawClient(port);
        var (cold, bytes) = Send(connection, request);
        var warm = new List<double>();
        for (var i = 0; i < Repeats; i++)
            warm.Add(Send(connection, request).Milliseconds);
        warm.Sort();
        // One export after the other while somebody else works.
        using var stop = new CancellationTokenSource();
        var exports = new Thread(() =>
        {
            using var own = new RawClient(port);
            while (!stop.IsCancellationRequested)
                Send(own, request);
        });
        exports.Start();
        var others = Probe(port, seed, small, session, TimeSpan.FromSeconds(6));
        stop.Cancel();
        exports.Join();
        Console.WriteLine(FormattableString.Invariant($"  {file,-20} cold {cold:N0} ms   warm {warm[Repeats / 2]:N0} ms (worst {warm[^1]:N0})   {bytes / 1024:N0} kB   others meanwhile: {others}"));
        return new { cold_ms = cold, warm_ms = warm[Repeats / 2], worst_ms = warm[^1], bytes, others };
    }

    /// <summary>Somebody at work: every 25 ms a page, or a passage that is stored. From when it was due, so that waiting counts.</summary>
    private static Figures Probe(int port, Seed seed, SeededTranscript small, Session session, TimeSpan time)
    {
        using var connection = new RawClient(port);
        var page = RawClient.Request("GET", $"/dialogue-processes/{seed.ProcessId}/solution-pieces?page=2", session);
        var times = new List<double>();
        var clock = Stopwatch.StartNew();
        for (var n = 0; clock.Elapsed < time; n++)
        {
            var due = n * 25.0;
            while (clock.Elapsed.TotalMilliseconds < due)
                Thread.Yield();
            var request = n % 2 == 0 ? page
                : RawClient.Request("POST", $"/dialogue-processes/{seed.ProcessId}/transcripts/{small.Id}/passages", session, CodingBenchmark.Body(small.Text, 1, n));
            var (status, _) = connection.Send(request);
            if (status != 200)
                throw new InvalidOperationException($"Answer {status} after {n} requests.");
            times.Add(clock.Elapsed.TotalMilliseconds - due);
        }
        return Load.Merge([new LoadTimes(1, times, clock.Elapsed.TotalSeconds)]);
    }

    private static (double Milliseconds, int Bytes) Send(RawClient connection, byte[] request)
    {
        var clock = Stopwatch.StartNew();
        var (status, length) = connection.Send(request);
        return status == 200 ? (clock.Elapsed.TotalMilliseconds, length) : throw new InvalidOperationException($"Answer {status}.");
    }
}
