using System.Text.Json;

namespace Loesningsbrikker.Benchmarks;

/// <summary>Opening a 1 MB interview: the page and its marks, as the browser asks for them.</summary>
public static class OpenBenchmark
{
    private const int Repeats = 15;

    public static async Task<int> RunAsync(BenchmarkOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("loesningsbrikker-bench-").FullName;
        try
        {
            await using var host = await ServerProcess.StartHostAsync(options.HostDll, folder, options.PostgreSql);
            var seed = Seed.For(folder, options.PostgreSql);
            await seed.MunicipalityAsync();
            var session = await SignIn.AsAsync(host.Port, Seed.Email, Seed.Password);
            await using var reference = await ReferencePoints.BeginAsync();
            var results = new Dictionary<string, Opening>();
            foreach (var passages in new[] { 1_000, 5_000, 20_000 })
            {
                reference.Measure(0.7);
                results[passages + " passages"] = Measure(host, seed, session, await seed.TranscriptAsync(1000, passages), passages);
            }
            Console.WriteLine($"Reference points, measured between the sizes ({options.Database} above)");
            reference.Print();
            var first = results["1000 passages"].TotalMs;
            Console.WriteLine(JsonSerializer.Serialize(new
            {
                bench = "open", database = options.Database, references = reference.Figures, results,
                ratios = new { passages_x5 = Math.Round(results["5000 passages"].TotalMs / first, 2), passages_x20 = Math.Round(results["20000 passages"].TotalMs / first, 2) },
                start_seconds = host.StartTime.TotalSeconds, memory_after_MiB = host.MemoryMiB,
            }));
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Opening Measure(ServerProcess host, Seed seed, Session session, SeededTranscript transcript, int passages)
    {
        var process = $"/dialogue-processes/{seed.ProcessId}";
        var page = RawClient.Request("GET", $"{process}/interviews/{transcript.InterviewNumber}/coding", session);
        var marks = RawClient.Request("GET", $"{process}/transcripts/{transcript.Id}/passages", session);
        var (pageMs, pageBytes) = Median(host.Port, page);
        var (marksMs, marksBytes) = Median(host.Port, marks);
        Console.WriteLine(FormattableString.Invariant(
            $"  open 1 MB, {passages,6} passages: page {pageMs:N1} ms ({pageBytes / 1024} kB) + marks {marksMs:N1} ms ({marksBytes / 1024} kB) = {pageMs + marksMs:N1} ms"));
        return new Opening(Math.Round(pageMs, 1), Math.Round(marksMs, 1), Math.Round(pageMs + marksMs, 1), pageBytes, marksBytes);
    }

    private static (double Milliseconds, int Bytes) Median(int port, byte[] request)
    {
        using var connection = new RawClient(port);
        var times = new List<double>();
        var bytes = 0;
        for (var n = 0; n < Repeats + 3; n++)
        {
            var clock = System.Diagnostics.Stopwatch.StartNew();
            var (status, length) = connection.Send(request);
            if (status != 200)
                throw new InvalidOperationException($"Answer {status}.");
            bytes = length;
            if (n >= 3)
                times.Add(clock.Elapsed.TotalMilliseconds);
        }
        times.Sort();
        return (times[times.Count / 2], bytes);
    }

    /// <summary>Medians in milliseconds, sizes in bytes.</summary>
    private sealed record Opening(double PageMs, double MarksMs, double TotalMs, int PageBytes, int MarksBytes);
}
