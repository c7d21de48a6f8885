using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Loesningsbrikker.Tests.Shared;

/// <summary>A browser without scripts: keeps cookies, and sends the antiforgery token of the page it saw last.</summary>
public sealed partial class Site(HttpClient client)
{
    private string _token = "";

    /// <summary>The antiforgery token of the page seen last.</summary>
    public string Token => _token;

    /// <summary>Nobody is signed in. Redirects are not followed, so that tests see them.</summary>
    public static Site Anonymous(TestHost host)
    {
        // QueryCounter follows the test into the request.
        host.Server.PreserveExecutionContext = true;
        return new(host.CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = new Uri("https://localhost"), AllowAutoRedirect = false }));
    }

    public static async Task<Site> SignInAsync(TestHost host, string email, string password = TestCity.Password)
    {
        var site = Anonymous(host);
        await site.GetAsync("/sign-in");
        var answer = await site.PostAsync("/sign-in", ("Email", email), ("Password", password));
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Found), answer.Text);
        await site.GetAsync("/");
        return site;
    }

    public Task<Page> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>Sends a form with the token of the last page.</summary>
    public Task<Page> PostAsync(string path, params (string Name, string Value)[] fields) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(WithToken(fields)) });

    /// <summary>Sends a form with one file.</summary>
    public Task<Page> UploadAsync(string path, string field, string fileName, byte[] content, params (string Name, string Value)[] fields)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in WithToken(fields))
            form.Add(new StringContent(value), name);
        form.Add(new ByteArrayContent(content), field, fileName);
        return SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = form });
    }

    /// <summary>Sends a form with several files.</summary>
    public Task<Page> UploadFilesAsync(string path, string field, params (string Name, byte[] Content)[] files) => UploadFilesAsync(path, field, json: false, files);

    /// <summary>Sends a form with several files, asking for a page or for JSON.</summary>
    public Task<Page> UploadFilesAsync(string path, string field, bool json, params (string Name, byte[] Content)[] files)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in WithToken([]))
            form.Add(new StringContent(value), name);
        foreach (var (name, content) in files)
            form.Add(new ByteArrayContent(content), field, name);
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = form };
        if (json)
            request.Headers.Accept.ParseAdd("application/json");
        return SendAsync(request);
    }

    /// <summary>Sends JSON as the coding page does, with the token in the header.</summary>
    public Task<Page> SendJsonAsync(HttpMethod method, string path, object? body)
    {
        var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.Add("RequestVerificationToken", _token);
        request.Headers.Accept.ParseAdd("application/json");
        return SendAsync(request);
    }

    public async Task<Page> SendAsync(HttpRequestMessage request)
    {
        using var response = await client.SendAsync(request);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        var page = new Page(response.StatusCode, response.Headers.Location?.ToString(), bytes, response.Content.Headers.ContentType?.MediaType ?? "", response.Headers)
        {
            FileName = response.Content.Headers.ContentDisposition?.FileNameStar,
        };
        if (TokenPattern().Match(page.Html) is { Success: true } match)
            _token = match.Groups["token"].Value;
        return page;
    }

    private IEnumerable<KeyValuePair<string, string>> WithToken((string Name, string Value)[] fields) =>
        fields.Append((Name: "__RequestVerificationToken", Value: _token)).Select(f => KeyValuePair.Create(f.Name, f.Value));

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"(?<token>[^\"]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex TokenPattern();
}

/// <summary>What came back.</summary>
public sealed partial record Page(HttpStatusCode Status, string? Location, byte[] Bytes, string MediaType, System.Net.Http.Headers.HttpResponseHeaders Headers)
{
    /// <summary>The name a download is saved under; null for pages.</summary>
    public string? FileName { get; init; }

    /// <summary>The markup.</summary>
    public string Html => MediaType is "text/html" or "application/json" or "application/problem+json" or "text/plain" ? System.Text.Encoding.UTF8.GetString(Bytes) : "";

    /// <summary>What a person reads: the markup without tags, entities resolved, white space folded.</summary>
    public string Text => WebUtility.HtmlDecode(Spaces().Replace(Tags().Replace(Html, " "), " ")).Trim();

    private static readonly JsonSerializerOptions JsonOptions = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public T Json<T>() => JsonSerializer.Deserialize<T>(Bytes, JsonOptions)!;

    [GeneratedRegex("<(?<tag>script|style)[^>]*>.*?</\\k<tag>>|<[^>]+>", RegexOptions.Singleline, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Tags();

    [GeneratedRegex("\\s+", RegexOptions.None, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Spaces();
}
