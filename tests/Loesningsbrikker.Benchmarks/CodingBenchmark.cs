using System.Text.Json;

namespace Loesningsbrikker.Benchmarks;

/// <summary>Adding a coded passage: signed in, with antiforgery, durable; by size of the text and by how much is there already.</summary>
public static class CodingBenchmark
{
    public static async Task<int> RunAsync(BenchmarkOptions options)
    {
        var references = await ReferencePoints.MeasureAsync(Math.Min(options.Seconds, 3));
        var folder = Directory.CreateTempSubdirectory("loesningsbrikker-bench-").FullName;
        try
        {
            await using var host = await ServerProcess.StartHostAsync(options.HostDll, folder, options.PostgreSql);
            var atRest = host.MemoryMiB;
            var seed = Seed.For(folder, options.PostgreSql);
            await seed.MunicipalityAsync();
            var session = await SignIn.AsAsync(host.Port, Seed.Email, Seed.Password);
            var small = await seed.TranscriptAsync(10, 0);
            var large = await seed.TranscriptAsync(1000, 0);
            var full = await seed.TranscriptAsync(1000, 20_000);

            Run(host, seed, session, small, 2, 2, "warm-up");
            var results = new Dictionary<string, Figures>
            {
                ["10kB_1"] = Run(host, seed, session, small, 1, options.Seconds, "10 kB"),
                ["10kB_8"] = Run(host, seed, session, small, 8, options.Seconds, "10 kB"),
                ["1MB_1"] = Run(host, seed, session, large, 1, options.Seconds, "1 MB"),
                ["1MB_8"] = Run(host, seed, session, large, 8, options.Seconds, "1 MB"),
                ["1MB_20000passages_1"] = Run(host, seed, session, full, 1, options.Seconds, "1 MB, 20,000 passages"),
            };
            Console.WriteLine(JsonSerializer.Serialize(new
            {
                bench = "coding", database = options.PostgreSql is null ? "SQLite" : "PostgreSQL", references, results,
                ratios = new
                {
                    p50_to_durable_commit = results["10kB_1"].P50 / references.DurableCommits.P50,
                    share_of_durable_commits_at_8 = results["10kB_8"].PerSecond / references.DurableCommits.PerSecond,
                    p50_1MB_to_10kB = results["1MB_1"].P50 / results["10kB_1"].P50,
                    p50_20000_to_0_passages = results["1MB_20000passages_1"].P50 / results["1MB_1"].P50,
                },
                start_seconds = host.StartTime.TotalSeconds, memory_at_rest_MiB = atRest, memory_after_MiB = host.MemoryMiB,
            }));
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Figures Run(ServerProcess host, Seed seed, Session session, SeededTranscript transcript, int clients, double seconds, string name)
    {
        var path = $"/dialogue-processes/{seed.ProcessId}/transcripts/{transcript.Id}/passages";
        var figures = Load.Run(host.Port, clients, seconds, (client, n) => RawClient.Request("POST", path, session, Body(transcript.Text, client, n)));
        Console.WriteLine($"  add coded passage, {name,-22} {figures}");
        return figures;
    }

    /// <summary>A stretch that nobody has sent before, somewhere in the text.</summary>
    internal static string Body(string text, int client, int n)
    {
        var length = 20 + n / 7 % 180;
        var start = (int)((n * 7919L + client * 104729L) % (text.Length - length - 1));
        while (char.IsWhiteSpace(text[start]) || char.IsWhiteSpace(text[start + length - 1]))
            start = (start + 1) % (text.Length - length - 1);
        return JsonSerializer.Serialize(new { start, end = start + length, quote = text.Substring(start, length), pieceNumber = 1 + n % 88 });
    }
}
