using System.Text.Json;

namespace Loesningsbrikker.Benchmarks;

/// <summary>
/// Adding a coded passage: signed in, with antiforgery, durable. How it grows with the text (×1, ×5, ×20, ×100) and with the
/// passages that are there already (×1, ×5, ×20), and what eight at once get.
/// </summary>
public static class CodingBenchmark
{
    private const string Base = "10 kB, 1 client", Eight = "10 kB, 8 clients";

    public static async Task<int> RunAsync(BenchmarkOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("loesningsbrikker-bench-").FullName;
        try
        {
            await using var host = await ServerProcess.StartHostAsync(options.HostDll, folder, options.PostgreSql);
            var atRest = host.MemoryMiB;
            var seed = Seed.For(folder, options.PostgreSql);
            await seed.MunicipalityAsync();
            var session = await SignIn.AsAsync(host.Port, Seed.Email, Seed.Password);
            var cases = await CasesAsync(seed, options);
            // Long enough for the runtime to have compiled what is hot.
            Run(host, seed, session, cases[0].Transcript, clients: 2, round: 0, seconds: 8);
            await using var reference = await ReferencePoints.BeginAsync();
            for (var round = 0; round < BenchmarkOptions.Rounds; round++)
            {
                reference.Measure(0.7);
                foreach (var wanted in cases)
                    wanted.Loads.Add(Run(host, seed, session, wanted.Transcript, wanted.Clients, round + 1, options.Seconds / BenchmarkOptions.Rounds));
            }
            Report(options, reference, cases, host, atRest);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<List<CodingCase>> CasesAsync(Seed seed, BenchmarkOptions options)
    {
        var (small, large) = (await seed.TranscriptAsync(10, 0), await seed.TranscriptAsync(1000, 0));
        var cases = new List<CodingCase> { new(Base, small, 1), new(Eight, small, 8) };
        foreach (var kilobytes in new[] { 50, 200 })
            cases.Add(new($"{kilobytes} kB, 1 client", await seed.TranscriptAsync(kilobytes, 0), 1));
        cases.Add(new("1 MB, 1 client", large, 1));
        cases.Add(new("1 MB, 8 clients", large, 8));
        foreach (var passages in new[] { 1_000, 5_000, 20_000 })
            cases.Add(new($"1 MB with {passages} passages, 1 client", await seed.TranscriptAsync(1000, passages), 1));
        return options.Only is { } only ? [.. cases.Where(c => c.Name.Contains(only, StringComparison.Ordinal))] : cases;
    }

    private static void Report(BenchmarkOptions options, ReferencePoints reference, List<CodingCase> cases, ServerProcess host, double atRest)
    {
        Console.WriteLine($"Reference points, measured in every round ({options.Database} below)");
        reference.Print();
        var results = cases.ToDictionary(c => c.Name, c => Load.Merge(c.Loads));
        foreach (var (name, figures) in results)
            Console.WriteLine($"  add coded passage, {name,-37} {figures}");
        double? Ratio(string one, string other) =>
            results.TryGetValue(one, out var a) && results.TryGetValue(other, out var b) ? Math.Round(a.P50 / b.P50, 2) : null;
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            bench = "coding", database = options.Database, references = reference.Figures, results,
            ratios = new Dictionary<string, double?>
            {
                ["p50_to_durable_commit"] = results.TryGetValue(Base, out var one) ? Math.Round(one.P50 / reference.Commits.P50, 1) : null,
                ["share_of_durable_commits_at_8"] = results.TryGetValue(Eight, out var eight) ? Math.Round(eight.PerSecond / reference.Commits.PerSecond, 3) : null,
                ["text_x5"] = Ratio("50 kB, 1 client", Base),
                ["text_x20"] = Ratio("200 kB, 1 client", Base),
                ["text_x100"] = Ratio("1 MB, 1 client", Base),
                ["passages_x5"] = Ratio("1 MB with 5000 passages, 1 client", "1 MB with 1000 passages, 1 client"),
                ["passages_x20"] = Ratio("1 MB with 20000 passages, 1 client", "1 MB with 1000 passages, 1 client"),
                ["passages_20000_to_none"] = Ratio("1 MB with 20000 passages, 1 client", "1 MB, 1 client"),
            },
            start_seconds = host.StartTime.TotalSeconds, memory_at_rest_MiB = atRest, memory_after_MiB = host.MemoryMiB,
        }));
    }

    /// <summary>Adds passages to the transcript from so many connections; another round sends other stretches.</summary>
    internal static LoadTimes Run(
        ServerProcess host, Seed seed, Session session, SeededTranscript transcript, int clients, int round, double seconds)
    {
        var path = $"/dialogue-processes/{seed.ProcessId}/transcripts/{transcript.Id}/passages";
        var before = host.ProcessorSeconds;
        var times = Load.Run(host.Port, clients, seconds, (client, n) =>
            RawClient.Request("POST", path, session, Body(transcript.Text, round * 100 + clients * 10 + client, n)));
        return times with { ProcessorSeconds = host.ProcessorSeconds - before };
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

    private sealed record CodingCase(string Name, SeededTranscript Transcript, int Clients)
    {
        public List<LoadTimes> Loads { get; } = [];
    }
}
