using System.Diagnostics;
using System.Net;
using System.Text;
using Loesningsbrikker.Accounts;

namespace Loesningsbrikker.Tests.Shared;

/// <summary>The Host as a process of its own, on a free loopback port: for what only a real process shows, such as being killed.</summary>
public sealed class HostProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly List<(string Text, TaskCompletionSource Written)> _expected = [];
    private readonly TaskCompletionSource<Uri?> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HostProcess(IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        _process = new Process { StartInfo = StartInfo(arguments, environment), EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.Exited += (_, _) => _listening.TrySetResult(null);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>What the Host wrote so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    /// <summary>Starts with more in its environment and waits until it answers.</summary>
    public static async Task<HostProcess> StartAsync(string dataFolder, IReadOnlyDictionary<string, string> environment, params string[] settings)
    {
        var host = new HostProcess(Arguments(dataFolder, settings), environment);
        await host.ReadyAsync();
        return host;
    }

    /// <summary>Starts and returns at once; <see cref="ReadyAsync"/> waits.</summary>
    public static HostProcess Launch(string dataFolder, params string[] settings) =>
        new(Arguments(dataFolder, settings));

    /// <summary>Starts and waits until it answers.</summary>
    public static async Task<HostProcess> StartAsync(string dataFolder, params string[] settings)
    {
        var host = Launch(dataFolder, settings);
        try
        {
            await host.ReadyAsync();
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs a verb of the command line to its end.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(string dataFolder, params string[] arguments)
    {
        await using var host = new HostProcess([.. arguments, "--Loesningsbrikker:DataFolder=" + dataFolder]);
        return (await host.ExitAsync(), host.Output);
    }

    /// <summary>Waits until the Host answers, and gives its address.</summary>
    public async Task<Uri> ReadyAsync()
    {
        var address = await _listening.Task.WaitAsync(Patience) ?? throw new InvalidOperationException("The Host ended: " + Output);
        using var client = new HttpClient { BaseAddress = address };
        Assert.That(await client.GetStringAsync("/health"), Is.EqualTo("Healthy"));
        return address;
    }

    /// <summary>Waits until the Host has written something.</summary>
    public Task WrittenAsync(string text)
    {
        lock (_output)
        {
            if (_output.ToString().Contains(text, StringComparison.Ordinal))
                return Task.CompletedTask;
            var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _expected.Add((text, written));
            return written.Task.WaitAsync(Patience);
        }
    }

    /// <summary>Waits for the end of the process, and gives its exit code.</summary>
    public async Task<int> ExitAsync()
    {
        using var deadline = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(deadline.Token);
        return _process.ExitCode;
    }

    /// <summary>SIGKILL: the process gets no chance to tidy up.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await ExitAsync();
    }

    /// <summary>A browser without scripts on this Host.</summary>
    public async Task<Site> BrowseAsync(CookieJar? cookies = null) =>
        new(new HttpClient(cookies ?? new CookieJar()) { BaseAddress = await ReadyAsync() });

    /// <summary>Signs in as one of the users that Development has; gives the status.</summary>
    public async Task<HttpStatusCode> SignInAsync(Role role, CookieJar? cookies = null)
    {
        var site = await BrowseAsync(cookies);
        await site.GetAsync("/sign-in");
        var email = DevelopmentUsers.All.Single(u => u.Role == role).Email;
        return (await site.PostAsync("/sign-in", ("Email", email), ("Password", DevelopmentUsers.Password))).Status;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
    }

    /// <summary>The scheduler is off unless the settings turn it on: it would add to each start, and do what a test does not expect.</summary>
    private static string[] Arguments(string dataFolder, string[] settings) =>
        ["--urls=http://127.0.0.1:0", "--Loesningsbrikker:DataFolder=" + dataFolder, "--Loesningsbrikker:Scheduler:Enabled=false", .. settings];

    private static ProcessStartInfo StartInfo(IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? more)
    {
        var program = typeof(Program).Assembly.Location;
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            WorkingDirectory = Path.GetDirectoryName(program),
            RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development", ["Logging__LogLevel__Default"] = "Information",
                ["Logging__Console__FormatterName"] = "simple",
            },
        };
        foreach (var (name, value) in more ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        return start;
    }

    private void Read(string? line)
    {
        if (line is null)
            return;
        lock (_output)
        {
            _output.AppendLine(line);
            foreach (var (_, written) in _expected.Where(e => line.Contains(e.Text, StringComparison.Ordinal)))
                written.TrySetResult();
        }
        const string Listening = "Now listening on: ";
        if (line.IndexOf(Listening, StringComparison.Ordinal) is var at and >= 0)
            _listening.TrySetResult(new Uri(line[(at + Listening.Length)..].Trim()));
    }
}

/// <summary>Keeps cookies and sends them over plain http too, as browsers do with Secure cookies on loopback.</summary>
public sealed class CookieJar() : DelegatingHandler(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
{
    private readonly Dictionary<string, string> _cookies = [];

    /// <summary>A jar of its own with the same cookies.</summary>
    public CookieJar Copy()
    {
        var copy = new CookieJar();
        foreach (var (name, value) in _cookies)
            copy._cookies[name] = value;
        return copy;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (_cookies.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", _cookies.Select(c => c.Key + "=" + c.Value)));
        var response = await base.SendAsync(request, cancellationToken);
        if (response.Headers.TryGetValues("Set-Cookie", out var lines))
            foreach (var pair in lines.Select(l => l.Split(';')[0].Split('=', 2)))
                _cookies[pair[0]] = pair[1];
        return response;
    }
}
