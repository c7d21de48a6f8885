using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Loesningsbrikker.Reminders;
using Loesningsbrikker.Tests.Shared;

namespace Loesningsbrikker.Tests.Reminders;

/// <summary>What the mail server took.</summary>
public sealed record TakenMail(string From, string[] To, bool Secure, string? User, string Source)
{
    /// <summary>The value of a header, folded lines joined.</summary>
    public string Header(string name)
    {
        var head = Source[..Source.IndexOf("\r\n\r\n", StringComparison.Ordinal)].Replace("\r\n ", " ", StringComparison.Ordinal);
        return head.Split("\r\n").Single(l => l.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))[(name.Length + 1)..].Trim();
    }
}

/// <summary>A real mail server as a process of its own on a free loopback port (tests/mail-server), with a certificate made for the test.</summary>
public sealed class MailServerProcess : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;
    private readonly Process _process;
    private readonly List<TakenMail> _taken = [];
    private readonly TaskCompletionSource<int> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private MailServerProcess(TemporaryFolder folder, string mode)
    {
        _folder = folder;
        _process = new Process
        {
            StartInfo = new ProcessStartInfo("node", [Path.Combine(HouseRules.Root, "tests/mail-server/server.mjs"), folder.Path, mode])
            {
                RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false,
            },
            EnableRaisingEvents = true,
        };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.Exited += (_, _) => _listening.TrySetException(new InvalidOperationException("The mail server ended."));
        _process.Start();
        _process.BeginOutputReadLine();
    }

    /// <summary>The certificate that a client has to trust, as PEM.</summary>
    public string CertificateFile => _folder["certificate.pem"];

    /// <summary>The port it listens on.</summary>
    public int Port => _listening.Task.Result;

    /// <summary>What it took so far.</summary>
    public IReadOnlyList<TakenMail> Taken
    {
        get
        {
            lock (_taken)
                return [.. _taken];
        }
    }

    /// <summary>Demands STARTTLS and a sign-in.</summary>
    public static Task<MailServerProcess> StartAsync() => StartAsync("starttls");

    /// <summary>Offers neither STARTTLS nor a sign-in.</summary>
    public static Task<MailServerProcess> StartPlainAsync() => StartAsync("plain");

    /// <summary>The settings that fit a server with STARTTLS.</summary>
    public MailSettings Settings() => new()
    {
        Host = "localhost", Port = Port, User = "brikker", Password = "hemmeligt",
        From = "brikker@proeveby.example", PublicAddress = "https://brikker.proeveby.example",
    };

    /// <summary>Waits until it has taken what is asked for.</summary>
    public async Task UntilAsync(Func<IReadOnlyList<TakenMail>, bool> enough)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (true)
        {
            Task changed;
            lock (_taken)
                changed = _changed.Task;
            if (enough(Taken))
                return;
            await changed.WaitAsync(deadline.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Dispose();
    }

    private static async Task<MailServerProcess> StartAsync(string mode)
    {
        var folder = new TemporaryFolder();
        await WriteCertificateAsync(folder);
        var server = new MailServerProcess(folder, mode);
        await server._listening.Task.WaitAsync(TimeSpan.FromMinutes(1));
        return server;
    }

    private static async Task WriteCertificateAsync(TemporaryFolder folder)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        await File.WriteAllTextAsync(folder["certificate.pem"], certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(folder["key.pem"], key.ExportPkcs8PrivateKeyPem());
    }

    private void Read(string? line)
    {
        const string Listening = "listening ";
        if (line is null)
            return;
        if (line.StartsWith(Listening, StringComparison.Ordinal))
        {
            _listening.TrySetResult(int.Parse(line[Listening.Length..], CultureInfo.InvariantCulture));
            return;
        }
        lock (_taken)
        {
            _taken.Add(JsonSerializer.Deserialize<TakenMail>(line)!);
            _changed.TrySetResult();
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }
}
