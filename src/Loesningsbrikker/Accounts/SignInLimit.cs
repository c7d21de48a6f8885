using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace Loesningsbrikker.Accounts;

/// <summary>At most 60 attempts to sign in per minute from one address; the lockout of each account comes on top.</summary>
internal static class SignInLimit
{
    public const string Policy = "sign-in";
    public const int AttemptsPerMinute = 60;

    public static void AddSignInLimit(this IServiceCollection services) => services.AddRateLimiter(o =>
    {
        o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        o.AddPolicy(Policy, http => PartitionOf(http.Connection.RemoteIpAddress));
    });

    private static RateLimitPartition<string> PartitionOf(IPAddress? address)
    {
        // Somebody on the server itself needs no guessing; load tests and health tools come from there.
        if (address is null || IPAddress.IsLoopback(address))
            return RateLimitPartition.GetNoLimiter("");
        return RateLimitPartition.GetFixedWindowLimiter(KeyOf(address), _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = AttemptsPerMinute, Window = TimeSpan.FromMinutes(1),
        });
    }

    /// <summary>One IPv6 customer holds a whole /64 net and could otherwise change address for every attempt.</summary>
    private static string KeyOf(IPAddress address) =>
        address.AddressFamily == AddressFamily.InterNetworkV6 && !address.IsIPv4MappedToIPv6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address.MapToIPv4().ToString();
}
