using System.Security.Cryptography;
using System.Text;
using Loesningsbrikker.Shared;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Accounts;

/// <summary>
/// The one-time link for the first administrator of an empty system. The token is kept in memory only:
/// a restart makes a new one, and it is void as soon as there is a user.
/// </summary>
public sealed class SetupLink(IServer server, IHostApplicationLifetime lifetime, ILogger<SetupLink> logger)
{
    private byte[]? _token;

    /// <summary>Address of the page below this site; null when there is no link.</summary>
    internal string? Path => _token is { } token ? "/setup/" + Encoding.ASCII.GetString(token) : null;

    /// <summary>Makes and announces a link when the system has no user. Called at start, after the database is prepared.</summary>
    public static async Task OfferAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        if (!await scope.ServiceProvider.GetRequiredService<LoesningsbrikkerContext>().Users.IgnoreQueryFilters().AnyAsync())
            services.GetRequiredService<SetupLink>().Open();
    }

    /// <summary>Whether <paramref name="token"/> is the one in the link; takes the same time for every wrong one.</summary>
    public bool Accepts(string? token) =>
        _token is { } expected && CryptographicOperations.FixedTimeEquals(expected, Encoding.UTF8.GetBytes(token ?? ""));

    /// <summary>Makes the link void.</summary>
    public void Close() => _token = null;

    private void Open()
    {
        _token = Encoding.ASCII.GetBytes(Convert.ToHexString(RandomNumberGenerator.GetBytes(32)).ToLowerInvariant());
        // The addresses are known once the server listens.
        lifetime.ApplicationStarted.Register(Announce);
    }

    private void Announce()
    {
        if (Path is not { } path)
            return;
        // Forms are only answered over HTTPS; behind a proxy the Host itself does not know the public address.
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault(a => a.StartsWith("https:", StringComparison.Ordinal))
            ?? "https://<your address>";
        var line = $"No users yet. Create the first administrator here: {address}{path} (works once, until the next restart)";
        // An operator must see it whatever the log is set to, and in the log when nobody watches the console.
        logger.LogWarning("{SetupLine}", line);
        Console.WriteLine(line);
    }
}
