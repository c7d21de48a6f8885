using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Interviews.Journal;

/// <summary>A text that somebody has open.</summary>
internal sealed record CodingTopic(long MunicipalityId, long ProcessId, long TranscriptId)
{
    /// <summary>How presence calls it.</summary>
    public string Name => $"transcript/{TranscriptId}";
}

/// <summary>One message to an open coding page.</summary>
/// <param name="Event">"changes" (<see cref="CodingNews"/>) or "here" (<see cref="CodingPerson"/>s).</param>
/// <param name="Json">The content, on one line; written once for all who get it.</param>
internal sealed record CodingMessage(string Event, string Json);

/// <summary>Somebody who has the same text open.</summary>
internal sealed record CodingPerson(long Id, string Name);

/// <summary>
/// Tells open coding pages what others do. Once a second one question for the whole Host: the steps since the last look. Only when a
/// text that somebody has open was touched, its changed passages are read too, once for all its readers; and every five seconds, or
/// when somebody came, who is here.
/// </summary>
public sealed class CodingLive : IAsyncDisposable
{
    private const int Recent = 200;

    private static readonly JsonSerializerOptions Options = CodingPageJson.Options;

    private readonly IServiceScopeFactory _scopes;
    private readonly TimeProvider _clock;
    private readonly LiveFeed<CodingTopic, CodingMessage> _feed;
    private readonly ConcurrentDictionary<Guid, (CodingTopic Topic, long UserId)> _here = new();
    private readonly Dictionary<string, string> _toldHere = [];
    private DateTimeOffset _renewed;
    private volatile bool _somebodyCame;

    /// <summary>One per Host.</summary>
    public CodingLive(IServiceScopeFactory scopes, TimeProvider clock, ILogger<CodingLive> logger)
    {
        (_scopes, _clock) = (scopes, clock);
        _feed = new LiveFeed<CodingTopic, CodingMessage>(RecentAsync, LookAsync, clock, logger);
    }

    /// <summary>True while no page is open.</summary>
    public bool IsAsleep => _feed.IsAsleep;

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _feed.DisposeAsync();

    /// <summary>Everything about a text from a step on: first what was missed, then what happens, until cancelled or the Host stops.</summary>
    /// <param name="after">Key of the last step that the page knows of; null when it knows none.</param>
    /// <param name="stays">False to hear what was missed and no more.</param>
    internal async IAsyncEnumerable<LiveNews<CodingMessage>> ListenAsync(
        LoesningsbrikkerContext db, CodingTopic topic, long? after, bool stays, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var visit = Guid.NewGuid();
        try
        {
            IAsyncEnumerable<LiveNews<CodingMessage>>? news = null;
            if (stays)
            {
                (_here[visit], _somebodyCame) = ((topic, db.Actor.RequiredUserId), true);
                news = await _feed.ListenAsync(topic, cancellation);
            }
            if (after is { } known && await MissedAsync(db, topic, known) is { } missed)
                yield return missed;
            if (news is not null)
                await foreach (var one in news)
                    yield return one;
        }
        finally
        {
            _here.TryRemove(visit, out _);
        }
    }

    /// <summary>What is new since the last look.</summary>
    internal async Task<LiveLook<CodingTopic, CodingMessage>> LookAsync(LiveQuestion<CodingTopic> question, CancellationToken cancellation)
    {
        await using var scope = _scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LoesningsbrikkerContext>();
        var (after, missing) = (question.After, question.Missing);
        // One question for all municipalities of the Host; who may hear what is decided by the topics that were let in.
        var steps = await StepHead.Of(db.CodingSteps.IgnoreQueryFilters().Where(s => s.Id > after || EF.Parameter(missing).Contains(s.Id)).OrderBy(s => s.Id))
            .ToListAsync(cancellation);
        List<(CodingTopic, CodingMessage)> news = [];
        foreach (var topic in steps.Count == 0 ? [] : question.Topics)
            if (await NewsAsync(db, topic, [.. steps.Where(s => s.Concerns(topic))]) is { } told)
                news.Add((topic, told));
        news.AddRange(await WhoIsHereAsync(db, question.Topics));
        return new LiveLook<CodingTopic, CodingMessage>([.. steps.Select(s => s.Id)], news);
    }

    private async Task<IReadOnlyList<long>> RecentAsync(CancellationToken cancellation)
    {
        await using var scope = _scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LoesningsbrikkerContext>();
        return await db.CodingSteps.IgnoreQueryFilters().OrderByDescending(s => s.Id).Take(Recent).Select(s => s.Id).ToListAsync(cancellation);
    }

    /// <summary>
    /// What happened since a page heard last; null when nothing did. Told from a little earlier on as well, because a step with a lower
    /// key may have been stored later; being told twice changes nothing.
    /// </summary>
    private static async Task<LiveNews<CodingMessage>?> MissedAsync(LoesningsbrikkerContext db, CodingTopic topic, long after)
    {
        var since = db.UtcNow - LiveCursor.Patience;
        var steps = await StepHead.Of(db.CodingSteps.Where(s => s.ProcessId == topic.ProcessId && (s.Id > after || s.AtUtc >= since)
            && (s.TranscriptId == topic.TranscriptId || s.TranscriptId == null)).OrderBy(s => s.Id)).ToListAsync();
        return await NewsAsync(db, topic, steps) is { } news ? new LiveNews<CodingMessage>(Math.Max(after, steps[^1].Id), news) : null;
    }

    private static async Task<CodingMessage?> NewsAsync(LoesningsbrikkerContext db, CodingTopic topic, IReadOnlyList<StepHead> steps)
    {
        if (steps.Count == 0)
            return null;
        db.Actor.MunicipalityId = topic.MunicipalityId;
        return new CodingMessage("changes", JsonSerializer.Serialize(await CodingNews.ReadAsync(db, topic.ProcessId, topic.TranscriptId, steps), Options));
    }

    private async Task<IReadOnlyList<(CodingTopic, CodingMessage)>> WhoIsHereAsync(LoesningsbrikkerContext db, IReadOnlyCollection<CodingTopic> topics)
    {
        var came = _somebodyCame;
        if (!came && _clock.GetUtcNow() - _renewed < LivePresence.Pace)
            return [];
        (_somebodyCame, _renewed) = (false, _clock.GetUtcNow());
        var people = (await LivePresence.RenewAsync(db, [.. _here.Values.Select(h => (h.Topic.MunicipalityId, h.Topic.Name, h.UserId))])).ToLookup(p => p.Topic);
        List<(CodingTopic, CodingMessage)> news = [];
        foreach (var topic in topics)
        {
            var json = JsonSerializer.Serialize(people[topic.Name].Select(p => new CodingPerson(p.UserId, p.Name)), Options);
            // Who just came has heard nothing yet; the others hear only what is new.
            if (came || _toldHere.GetValueOrDefault(topic.Name) != json)
                news.Add((topic, new CodingMessage("here", json)));
            _toldHere[topic.Name] = json;
        }
        return news;
    }
}
