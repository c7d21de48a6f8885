using System.Text.Json;

namespace Loesningsbrikker.Benchmarks;

/// <summary>From the start of the published Host to its first answer, and its memory: at rest, and after people have worked in it.</summary>
public static class StartBenchmark
{
    private const int Starts = 5;

    public static async Task<int> RunAsync(BenchmarkOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("loesningsbrikker-bench-").FullName;
        try
        {
            double first, atRest, afterLoad;
            await using (var host = await ServerProcess.StartHostAsync(options.HostDll, folder, options.PostgreSql))
                first = host.StartTime.TotalSeconds;
            var (starts, bareStarts, bareMemory) = (new List<double>(), new List<double>(), 0.0);
            for (var n = 0; n < Starts; n++)
            {
                await using var host = await ServerProcess.StartHostAsync(options.HostDll, folder, options.PostgreSql);
                starts.Add(host.StartTime.TotalSeconds);
                await using var bare = await ServerProcess.StartBareAsync();
                bareStarts.Add(bare.StartTime.TotalSeconds);
                bareMemory = bare.MemoryMiB;
            }
            await using (var host = await ServerProcess.StartHostAsync(options.HostDll, folder, options.PostgreSql))
            {
                await Task.Delay(TimeSpan.FromSeconds(5));
                atRest = host.MemoryMiB;
                await WorkAsync(host, Seed.For(folder, options.PostgreSql), options.Seconds);
                afterLoad = host.MemoryMiB;
            }
            Print("bare ASP.NET Core application", bareStarts, FormattableString.Invariant($"memory {bareMemory:N0} MiB"));
            Print("the Host on a database that is there", starts, FormattableString.Invariant(
                $"memory at rest {atRest:N0} MiB, after load {afterLoad:N0} MiB; the very first start, which makes the tables, {first:N2} s"));
            Console.WriteLine(JsonSerializer.Serialize(new
            {
                bench = "start", database = options.Database, bare_start_seconds = Median(bareStarts), bare_memory_MiB = bareMemory,
                first_start_seconds = first, start_seconds = Median(starts), all_starts = starts,
                memory_at_rest_MiB = atRest, memory_after_load_MiB = afterLoad,
            }));
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Eight people code a 1 MB interview, and four open it again and again.</summary>
    private static async Task WorkAsync(ServerProcess host, Seed seed, double seconds)
    {
        await seed.MunicipalityAsync();
        var session = await SignIn.AsAsync(host.Port, Seed.Email, Seed.Password);
        var transcript = await seed.TranscriptAsync(1000, 5_000);
        CodingBenchmark.Run(host, seed, session, transcript, clients: 8, round: 0, seconds);
        var page = RawClient.Request("GET", $"/dialogue-processes/{seed.ProcessId}/interviews/{transcript.InterviewNumber}/coding", session);
        var marks = RawClient.Request("GET", $"/dialogue-processes/{seed.ProcessId}/transcripts/{transcript.Id}/passages", session);
        Load.Run(host.Port, 4, seconds, (_, n) => n % 2 == 0 ? page : marks);
    }

    private static void Print(string name, List<double> starts, string memory) => Console.WriteLine(FormattableString.Invariant(
        $"  {name,-38} start to the first answer: median {Median(starts):N2} s of {starts.Count} ({starts.Min():N2} to {starts.Max():N2}); {memory}"));

    private static double Median(List<double> values) => Math.Round(values.Order().ElementAt(values.Count / 2), 3);
}
