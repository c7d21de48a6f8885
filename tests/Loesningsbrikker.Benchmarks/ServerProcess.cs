using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Loesningsbrikker.Benchmarks;

/// <summary>A server in a process of its own on a free loopback port; ended by its id when disposed.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, int port, TimeSpan startTime)
    {
        (_process, Port, StartTime) = (process, port, startTime);
    }

    public int Port { get; }

    /// <summary>From start to the first answer.</summary>
    public TimeSpan StartTime { get; }

    /// <summary>Resident memory now, in MiB.</summary>
    public double MemoryMiB
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1048576.0;
        }
    }

    /// <summary>Processor time that it has used, in seconds: what a busy machine does not change.</summary>
    public double ProcessorSeconds
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime.TotalSeconds;
        }
    }

    public static Task<ServerProcess> StartBareAsync() =>
        StartAsync(url => [Environment.ProcessPath!, .. EntryPoint(), "bare", url], workingFolder: AppContext.BaseDirectory, []);

    /// <summary>The published Host with its own data folder.</summary>
    public static Task<ServerProcess> StartHostAsync(string hostDll, string dataFolder, string? postgreSql) =>
        StartAsync(url => ["dotnet", hostDll, "--urls", url], Path.GetDirectoryName(Path.GetFullPath(hostDll))!, new()
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["Loesningsbrikker__DataFolder"] = dataFolder,
            ["Loesningsbrikker__PostgreSql"] = postgreSql ?? "",
            ["Logging__LogLevel__Default"] = "Warning",
        });

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static string[] EntryPoint() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(ServerProcess).Assembly.Location] : [];

    private static async Task<ServerProcess> StartAsync(
        Func<string, string[]> command, string workingFolder, Dictionary<string, string> environment)
    {
        var port = FreePort();
        var words = command(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));
        var start = new ProcessStartInfo(words[0], words[1..]) { WorkingDirectory = workingFolder, RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        var clock = Stopwatch.StartNew();
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        await WaitAsync(process, port, clock);
        return new ServerProcess(process, port, clock.Elapsed);
    }

    private static async Task WaitAsync(Process process, int port, Stopwatch clock)
    {
        using var http = new HttpClient();
        while (clock.Elapsed < TimeSpan.FromSeconds(60))
        {
            if (process.HasExited)
                throw new InvalidOperationException($"The server ended with code {process.ExitCode}.");
            try
            {
                using var answer = await http.GetAsync(new Uri($"http://127.0.0.1:{port}/health"));
                if (answer.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(5);
            }
        }
        throw new TimeoutException("The server did not answer within 60 s.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
