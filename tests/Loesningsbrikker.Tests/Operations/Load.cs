using System.Collections.Concurrent;
using System.Net;
using Loesningsbrikker.Accounts;
using Loesningsbrikker.Tests.Shared;

namespace Loesningsbrikker.Tests.Operations;

/// <summary>Writes through HTTP without pause: every sign-in leaves a line in the access log before it is answered.</summary>
internal sealed class Load
{
    private const int Writers = 4;

    private readonly ConcurrentDictionary<Role, int> _acknowledged = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly Task[] _writers;
    private readonly HostProcess _host;
    private readonly int _enough;
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _total;

    private Load(HostProcess host, int enough)
    {
        (_host, _enough) = (host, enough);
        _writers = [.. Enum.GetValues<Role>().Take(Writers).Select(role => Task.Run(() => WriteAsync(role)))];
    }

    /// <summary>Starts, and returns when so many writes were acknowledged; it goes on writing.</summary>
    public static async Task<Load> StartAsync(HostProcess host, int enough)
    {
        var load = new Load(host, enough);
        await Task.WhenAny(load._reached.Task, Task.WhenAll(load._writers)).WaitAsync(TimeSpan.FromMinutes(3));
        Assert.That(load._reached.Task.IsCompleted, "The writers ended early: " + host.Output);
        return load;
    }

    /// <summary>Acknowledged writes by role, now.</summary>
    public IReadOnlyDictionary<Role, int> Acknowledged() => _acknowledged.ToDictionary();

    /// <summary>Stops the writers and waits for them.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await Task.WhenAll(_writers);
        _stop.Dispose();
    }

    /// <summary>Fails when an acknowledged write is not in the database of the folder.</summary>
    public static void AssertStored(string dataFolder, IReadOnlyDictionary<Role, int> acknowledged)
    {
        foreach (var (role, count) in acknowledged)
        {
            var email = DevelopmentUsers.All.Single(u => u.Role == role).Email;
            var stored = SqliteFile.Scalar(dataFolder,
                $"""SELECT COUNT(*) FROM "AccessLogEntries" a JOIN "AspNetUsers" u ON u."Id" = a."UserId" WHERE u."Email" = '{email}'""");
            Assert.That(int.Parse(stored!), Is.GreaterThanOrEqualTo(count), role.ToString());
        }
    }

    private async Task WriteAsync(Role role)
    {
        try
        {
            while (!_stop.IsCancellationRequested)
            {
                if (await _host.SignInAsync(role) != HttpStatusCode.Found)
                    return;
                _acknowledged.AddOrUpdate(role, 1, (_, count) => count + 1);
                if (Interlocked.Increment(ref _total) >= _enough)
                    _reached.TrySetResult();
            }
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            // The Host was killed under this write; it was not acknowledged, so it may be lost.
        }
    }
}
