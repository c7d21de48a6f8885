using System.Net;
using System.Text.RegularExpressions;

namespace Loesningsbrikker.Benchmarks;

/// <summary>Signs in through the sign-in page, as a person behind the HTTPS proxy would.</summary>
public static partial class SignIn
{
    public static async Task<Session> AsAsync(int port, string email, string password)
    {
        var jar = new Dictionary<string, string>();
        using var handler = new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false };
        using var http = new HttpClient(handler) { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        http.DefaultRequestHeaders.Add("X-Forwarded-For", "127.0.0.1");
        var form = await SendAsync(http, jar, new HttpRequestMessage(HttpMethod.Get, "/sign-in"));
        var answer = await SendAsync(http, jar, new HttpRequestMessage(HttpMethod.Post, "/sign-in")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["Email"] = email, ["Password"] = password, ["__RequestVerificationToken"] = TokenOf(form.Body),
            }),
        });
        if (answer.Status != HttpStatusCode.Found)
            throw new InvalidOperationException($"Sign-in answered {answer.Status}.");
        var page = await SendAsync(http, jar, new HttpRequestMessage(HttpMethod.Get, "/"));
        return new Session(string.Join("; ", jar.Select(c => c.Key + "=" + c.Value)), TokenOf(page.Body));
    }

    private static async Task<(HttpStatusCode Status, string Body)> SendAsync(HttpClient http, Dictionary<string, string> jar, HttpRequestMessage request)
    {
        if (jar.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", jar.Select(c => c.Key + "=" + c.Value)));
        using var response = await http.SendAsync(request);
        foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [])
        {
            var pair = cookie.Split(';')[0].Split('=', 2);
            jar[pair[0]] = pair[1];
        }
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private static string TokenOf(string html) => TokenPattern().Match(html).Groups["token"].Value;

    [GeneratedRegex("__RequestVerificationToken\" type=\"hidden\" value=\"(?<token>[^\"]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex TokenPattern();
}
