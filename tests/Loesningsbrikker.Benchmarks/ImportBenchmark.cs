using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Loesningsbrikker.Benchmarks;

/// <summary>Bringing a text in, as a browser does it: upload (read, searched, encrypted), preview, "Læs ind" (replaced, stored); by size of the text.</summary>
public static partial class ImportBenchmark
{
    private const int Repeats = 9;
    private const int WarmUps = 5;

    /// <summary>×1, ×5, ×20, and the longest that is taken.</summary>
    private static readonly int[] Kilobytes = [50, 250, 1000, 4900];

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
            using var http = Client(host.Port, await SignIn.AsAsync(host.Port, Seed.Email, Seed.Password));
            var path = $"/dialogue-processes/{seed.ProcessId}/import-drafts";
            for (var n = 0; n < WarmUps; n++)
                await ImportAsync(http, path, Text(250_000));
            var results = new Dictionary<string, object>();
            foreach (var size in Kilobytes)
                results[size + " kB"] = await MeasureAsync(http, path, size);
            Console.WriteLine(JsonSerializer.Serialize(new
            {
                bench = "import", database = options.PostgreSql is null ? "SQLite" : "PostgreSQL", references = references.Figures, results,
                start_seconds = host.StartTime.TotalSeconds, memory_after_MiB = host.MemoryMiB,
            }));
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<object> MeasureAsync(HttpClient http, string path, int kilobytes)
    {
        var text = Text(kilobytes * 1000);
        var steps = new List<Steps>();
        for (var n = 0; n < Repeats; n++)
            steps.Add(await ImportAsync(http, path, text));
        var (read, preview, store) = (Median(steps.Select(s => s.Read)), Median(steps.Select(s => s.Preview)), Median(steps.Select(s => s.Store)));
        Console.WriteLine(FormattableString.Invariant(
            $"  import {kilobytes,5} kB: read {read,6:N1} ms + stored {store,6:N1} ms = {read + store,6:N1} ms; preview {preview,6:N1} ms ({steps[0].PreviewBytes / 1024} kB)"));
        return new { read_ms = read, store_ms = store, total_ms = read + store, preview_ms = preview, preview_bytes = steps[0].PreviewBytes };
    }

    private sealed record Steps(double Read, double Preview, double Store, int PreviewBytes);

    private static async Task<Steps> ImportAsync(HttpClient http, string path, byte[] text)
    {
        using var form = new MultipartFormDataContent();
        var file = new ByteArrayContent(text);
        file.Headers.ContentType = new MediaTypeHeaderValue("text/plain");
        form.Add(file, "Files", "referat.txt");
        var clock = Stopwatch.StartNew();
        using var uploaded = await http.SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = form, Headers = { { "Accept", "application/json" } } });
        var read = clock.Elapsed.TotalMilliseconds;
        using var outcome = JsonDocument.Parse(await uploaded.Content.ReadAsStringAsync());
        var draft = $"{path}/{outcome.RootElement[0].GetProperty("id").GetInt64()}";

        clock.Restart();
        var page = await http.GetStringAsync(draft);
        var preview = clock.Elapsed.TotalMilliseconds;
        var fields = new Dictionary<string, string>
        {
            ["Version"] = VersionPattern().Match(page).Groups["value"].Value, ["Target"] = "New", ["Title"] = "Måling", ["HeldOn"] = "2026-09-01", ["Kind"] = "Verbatim",
            ["SourceName"] = "referat.txt",
        };
        using var content = new FormUrlEncodedContent(fields);
        clock.Restart();
        using var stored = await http.PostAsync(draft + "/confirmation", content);
        return stored.StatusCode == HttpStatusCode.Found
            ? new Steps(read, preview, clock.Elapsed.TotalMilliseconds, Encoding.UTF8.GetByteCount(page))
            : throw new InvalidOperationException($"Answer {stored.StatusCode}.");
    }

    private static HttpClient Client(int port, Session session)
    {
        var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        http.DefaultRequestHeaders.Add("X-Forwarded-For", "127.0.0.1");
        http.DefaultRequestHeaders.Add("Cookie", session.Cookie);
        http.DefaultRequestHeaders.Add("RequestVerificationToken", session.Token);
        return http;
    }

    /// <summary>Turns of two people, as a transcription service writes them, with a name in every other turn and a number now and then.</summary>
    private static byte[] Text(int characters)
    {
        string[] names = ["Kirsten", "Nazrins", "pædagog Xhensila", "Mette Prøve", "Bo", "fru Eksempelgaard"];
        var text = new StringBuilder(characters + 300);
        for (var turn = 0; text.Length < characters; turn++)
        {
            text.Append(turn % 2 == 0 ? "Interviewer: " : "Karin Prøvesen: ").Append("Klokken halv fire er der én tilbage på stuen, og så hjælper det ikke, at ");
            text.Append(turn % 4 < 2 ? names[turn / 4 % names.Length] : "pædagogikken").Append(" er god om formiddagen. Det har vi sagt før");
            text.Append(turn % 40 == 0 ? ", og der kan ringes på 22 33 44 " + (10 + turn / 40 % 90) : "").Append(".\n");
        }
        return Encoding.UTF8.GetBytes(text.ToString(0, characters));
    }

    private static double Median(IEnumerable<double> times) => times.Order().ElementAt(Repeats / 2);

    [GeneratedRegex("name=\"Version\" value=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex VersionPattern();
}
