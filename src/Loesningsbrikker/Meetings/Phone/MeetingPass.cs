using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Loesningsbrikker.Meetings.Phone;

/// <summary>
/// What a phone holds that has joined a meeting; the server keeps no copy. From <paramref name="Secret"/> the phone's ballot ids are
/// reckoned, so that a retry is the same ballot even after a reload and without script, and nobody without the phone can know them.
/// </summary>
/// <param name="Code">The meeting's code.</param>
/// <param name="Secret">16 random bytes, made when the phone joined.</param>
public sealed record MeetingPass(long MunicipalityId, long MeetingId, string Code, long ParticipantId, byte[] Secret)
{
    /// <summary>A pass with a fresh secret.</summary>
    public static MeetingPass New(long municipalityId, long meetingId, string code, long participantId) =>
        new(municipalityId, meetingId, code, participantId, RandomNumberGenerator.GetBytes(16));

    /// <summary>The phone's name for what it keeps in its own storage; tells nothing about ballots.</summary>
    public string Tag => Convert.ToHexStringLower(Derive("tag").AsSpan(0, 8));

    /// <summary>The id of this phone's ballot in a question.</summary>
    public Guid BallotId(long roundId) => new(Derive(string.Create(CultureInfo.InvariantCulture, $"ballot/{roundId}")).AsSpan(0, 16));

    private byte[] Derive(string purpose) => HMACSHA256.HashData(Secret, Encoding.ASCII.GetBytes(purpose));
}

/// <summary>Writes and reads the cookie with the pass. No account stands behind it.</summary>
public sealed class MeetingPasses(IDataProtectionProvider protection)
{
    /// <summary>Name of the cookie.</summary>
    public const string Cookie = "__Host-meeting";

    private static readonly TimeSpan Lasts = TimeSpan.FromDays(2);
    private readonly IDataProtector _protector = protection.CreateProtector("meeting pass");

    /// <summary>The pass of the phone that asks; null when it has none, or not a true one.</summary>
    public MeetingPass? Read(HttpRequest request)
    {
        if (request.Cookies[Cookie] is not { Length: > 0 and < 4096 } value)
            return null;
        try
        {
            return JsonSerializer.Deserialize<MeetingPass>(_protector.Unprotect(value));
        }
        catch (Exception exception) when (exception is CryptographicException or JsonException)
        {
            return null;
        }
    }

    /// <summary>The pass of the phone that asks, if it is for that meeting; null otherwise.</summary>
    public MeetingPass? Read(HttpRequest request, string code) => Read(request) is { } pass && pass.Code == code ? pass : null;

    /// <summary>Gives the phone its pass.</summary>
    public void Write(HttpResponse response, MeetingPass pass) => response.Cookies.Append(Cookie, _protector.Protect(JsonSerializer.Serialize(pass)), Options());

    /// <summary>Takes it away again.</summary>
    public static void Delete(HttpResponse response) => response.Cookies.Delete(Cookie, Options());

    /// <summary>
    /// A random name for the phone, by which wrong codes are counted and nobody joins twice without a slip; given at the first page.
    /// </summary>
    public static string Device(HttpContext http)
    {
        const string Name = "__Host-meeting-device";
        if (http.Request.Cookies[Name] is { Length: 32 } known)
            return known;
        if (http.Items[Name] is string given)
            return given;
        var fresh = RandomNumberGenerator.GetHexString(32, lowercase: true);
        http.Items[Name] = fresh;
        http.Response.Cookies.Append(Name, fresh, Options());
        return fresh;
    }

    // Lax: a link from a mail or a QR code leads here, and what changes anything asks for the form's token as well.
    private static CookieOptions Options() => new()
    {
        HttpOnly = true, Secure = true, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = Lasts, IsEssential = true,
    };
}
