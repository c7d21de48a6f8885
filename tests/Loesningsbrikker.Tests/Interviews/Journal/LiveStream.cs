using System.Net.ServerSentEvents;
using System.Text.Json;
using System.Text.Json.Serialization;
using Loesningsbrikker.Interviews.Journal;
using Loesningsbrikker.Tests.Shared;

namespace Loesningsbrikker.Tests.Interviews.Journal;

/// <summary>An open coding page's stream, read as a browser reads it.</summary>
internal sealed class LiveStream : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private readonly CancellationTokenSource _end = new(TimeSpan.FromMinutes(1));
    private readonly HttpResponseMessage _response;
    private readonly IAsyncEnumerator<SseItem<string>> _events;

    private LiveStream(HttpResponseMessage response, Stream body)
    {
        _response = response;
        _events = SseParser.Create(body).EnumerateAsync(_end.Token).GetAsyncEnumerator();
    }

    /// <summary>The id of the last event, which a browser sends when it comes again.</summary>
    public string? LastId { get; private set; }

    public static async Task<LiveStream> OpenAsync(Site site, string api, string? lastId = null, string query = "")
    {
        var request = new HttpRequestMessage(HttpMethod.Get, api + "/live" + query);
        request.Headers.Accept.ParseAdd("text/event-stream");
        if (lastId is not null)
            request.Headers.Add("Last-Event-ID", lastId);
        var response = await site.StreamAsync(request);
        Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo("text/event-stream"));
        return new LiveStream(response, await response.Content.ReadAsStreamAsync());
    }

    /// <summary>The next changes; null when the stream has ended.</summary>
    public async Task<CodingNews?> ChangesAsync() => await NextAsync("changes") is { } json ? JsonSerializer.Deserialize<CodingNews>(json, Options) : null;

    /// <summary>The names of the next list of who is here; null when the stream has ended.</summary>
    public async Task<IReadOnlyList<string>?> HereAsync() => await NextAsync("here") is { } json
        ? [.. JsonSerializer.Deserialize<List<CodingPerson>>(json, Options)!.Select(p => p.Name)] : null;

    /// <summary>Reads until the stream ends.</summary>
    public async Task EndAsync()
    {
        while (await NextAsync("none") is not null)
        {
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _response.Dispose();
        _end.Dispose();
    }

    private async Task<string?> NextAsync(string type)
    {
        while (await _events.MoveNextAsync())
        {
            LastId = _events.Current.EventId ?? LastId;
            if (_events.Current.EventType == type)
                return _events.Current.Data;
        }
        return null;
    }
}
