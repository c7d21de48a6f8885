using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Loesningsbrikker.Tests.Shared;

namespace Loesningsbrikker.Tests.Accounts;

/// <summary>An authenticator app (RFC 6238, SHA-1, 30 seconds, six digits).</summary>
public sealed partial class AuthenticatorApp(string key)
{
    private const string Base32 = "abcdefghijklmnopqrstuvwxyz234567";

    /// <summary>Turns the app on for who is signed in.</summary>
    public static async Task<(AuthenticatorApp App, IReadOnlyList<string> RecoveryCodes)> TurnOnAsync(Site site)
    {
        var app = await ScanAsync(site);
        var answer = await site.PostAsync("/account/authenticator", ("Code", app.Code()));
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Found), answer.Text);
        return (app, CodesOf(await site.GetAsync("/account/authenticator")));
    }

    /// <summary>Begins, and reads the key that the page shows.</summary>
    public static async Task<AuthenticatorApp> ScanAsync(Site site)
    {
        await site.GetAsync("/account/authenticator");
        await site.PostAsync("/account/authenticator/key");
        var page = await site.GetAsync("/account/authenticator");
        return new AuthenticatorApp(KeyPattern().Match(page.Html).Groups["key"].Value.Replace(" ", ""));
    }

    public static IReadOnlyList<string> CodesOf(Page page) => [.. CodePattern().Matches(page.Html).Select(m => m.Groups["code"].Value)];

    /// <summary>What the app shows now. The product checks against the real time, two steps either way.</summary>
    public string Code()
    {
        Span<byte> step = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(step, DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30);
#pragma warning disable CA5350 // RFC 6238 as all apps speak it.
        var hash = HMACSHA1.HashData(Secret(), step);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>Six digits that the app does not show.</summary>
    public string WrongCode() => ((int.Parse(Code(), CultureInfo.InvariantCulture) + 500_000) % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);

    private byte[] Secret()
    {
        var bits = string.Concat(key.Select(c => Convert.ToString(Base32.IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }

    [GeneratedRegex("<code class=\"account-key\">(?<key>[a-z2-7 ]+)</code>", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex KeyPattern();

    [GeneratedRegex("<code>(?<code>[A-Z0-9]{5}-[A-Z0-9]{5})</code>", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex CodePattern();
}
