using System.Collections.Concurrent;
using System.Globalization;
using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Meetings.Phone;

/// <summary>What a meeting asks now, the same for all its phones.</summary>
/// <param name="RoundId">Key of the open question; null when none is.</param>
/// <param name="ClosesAtUtc">Until when it takes answers; null without a countdown.</param>
/// <param name="HasEnded">Whether the meeting is over.</param>
public sealed record MeetingNow(long MeetingId, long? RoundId, DateTime? ClosesAtUtc, bool HasEnded)
{
    private readonly Lock _rendering = new();
    private Task<string>? _html;

    /// <summary>Changes with everything a phone has to learn of.</summary>
    public string Version => string.Create(CultureInfo.InvariantCulture, $"{RoundId ?? 0}-{ClosesAtUtc?.Ticks ?? 0}-{(HasEnded ? 1 : 0)}");

    /// <summary>Reads it.</summary>
    public static async Task<MeetingNow?> ReadAsync(LoesningsbrikkerContext db, long meetingId) =>
        (await ReadAsync(db, [meetingId])).FirstOrDefault();

    /// <summary>Reads several meetings, of whatever municipality, with one query.</summary>
    public static async Task<IReadOnlyList<MeetingNow>> ReadAsync(LoesningsbrikkerContext db, IReadOnlyCollection<long> meetings)
    {
        var rows = await db.ValidationMeetings.IgnoreQueryFilters().Where(m => meetings.Contains(m.Id))
            .Select(m => new
            {
                m.Id, m.EndedAtUtc,
                Open = db.MeetingRounds.IgnoreQueryFilters().Where(r => r.MeetingId == m.Id && r.OpenedAtUtc != null && r.ClosedAtUtc == null)
                    .Select(r => new { r.Id, r.ClosesAtUtc }).FirstOrDefault(),
            }).ToListAsync();
        return [.. rows.Select(r => new MeetingNow(r.Id, r.Open?.Id, r.Open?.ClosesAtUtc, r.EndedAtUtc is not null))];
    }

    /// <summary>The markup of this moment, made by whoever asks first and then the same for all.</summary>
    public Task<string> HtmlAsync(Func<Task<string>> render)
    {
        lock (_rendering)
            return _html is null or { IsFaulted: true } or { IsCanceled: true } ? _html = render() : _html;
    }
}

/// <summary>
/// Lets any number of phones wait for what a meeting asks next: this Host asks the database once a second for all of them, and only while
/// somebody waits. Nothing is sent where nothing changed.
/// </summary>
public sealed partial class MeetingWatch(IServiceScopeFactory scopes, TimeProvider clock, IHostApplicationLifetime host, ILogger<MeetingWatch> log) : BackgroundService
{
    /// <summary>How long a phone waits before it asks again; below what proxies allow.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(25);

    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<long, Watched> _watched = [];
    private readonly SemaphoreSlim _first = new(1, 1);

    /// <summary>What the meeting asks, as soon as it is something else than the phone has seen, or after <see cref="LongestWait"/>.</summary>
    /// <param name="seen">The version the phone shows; null or empty for none.</param>
    /// <returns>Null when there is no such meeting.</returns>
    public async Task<MeetingNow?> WaitAsync(long meetingId, string? seen, CancellationToken cancellation)
    {
        var arrived = clock.GetUtcNow();
        var watched = _watched.GetOrAdd(meetingId, _ => new Watched());
        watched.AskedAt = arrived;
        await ReadFirstAsync(meetingId, watched);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation, host.ApplicationStopping);
        stop.CancelAfter(LongestWait);
        try
        {
            while (true)
            {
                var (now, readAt, read, changed) = watched.Look();
                // A page that was just loaded may be newer than what was read before it asked.
                var isNews = now?.Version != seen;
                if (isNews && (string.IsNullOrEmpty(seen) || readAt >= arrived))
                    return now;
                await (isNews ? read : changed).WaitAsync(stop.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The phone is told that nothing changed, and asks again.
            return watched.Look().Now;
        }
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Beat);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var (id, watched) in _watched)
                if (watched.AskedAt + 2 * LongestWait < clock.GetUtcNow())
                    _watched.TryRemove(id, out _);
            if (_watched.IsEmpty)
                continue;
            try
            {
                await AskAsync([.. _watched.Keys]);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // A database that is away for a moment must not end the watch; the phones wait on.
                LogAway(log, exception);
            }
        }
    }

    /// <summary>A meeting that nobody watched is read at once, by the first of those who ask.</summary>
    private async Task ReadFirstAsync(long meetingId, Watched watched)
    {
        bool IsKnown() => watched.Look() is { Now: not null } known && known.ReadAt + 5 * Beat > clock.GetUtcNow();
        if (IsKnown())
            return;
        await _first.WaitAsync();
        try
        {
            if (!IsKnown())
                await AskAsync([meetingId]);
        }
        finally
        {
            _first.Release();
        }
    }

    private async Task AskAsync(IReadOnlyCollection<long> meetings)
    {
        var asked = clock.GetUtcNow();
        await using var scope = scopes.CreateAsyncScope();
        var found = await MeetingNow.ReadAsync(scope.ServiceProvider.GetRequiredService<LoesningsbrikkerContext>(), meetings);
        foreach (var now in found)
            if (_watched.TryGetValue(now.MeetingId, out var watched))
                watched.Tell(now, asked);
    }

    [LoggerMessage(LogLevel.Warning, "The phones of live meetings wait, because the database did not answer.")]
    private static partial void LogAway(ILogger log, Exception exception);

    /// <summary>What was read last about a meeting, and the signals for the next time.</summary>
    private sealed class Watched
    {
        private readonly Lock _telling = new();
        private (MeetingNow? Now, DateTimeOffset ReadAt) _last;
        private TaskCompletionSource _read = New();
        private TaskCompletionSource _changed = New();

        public DateTimeOffset AskedAt { get; set; }

        public (MeetingNow? Now, DateTimeOffset ReadAt, Task Read, Task Changed) Look()
        {
            lock (_telling)
                return (_last.Now, _last.ReadAt, _read.Task, _changed.Task);
        }

        public void Tell(MeetingNow now, DateTimeOffset readAt)
        {
            lock (_telling)
            {
                var isNews = _last.Now?.Version != now.Version;
                // What is the same keeps its markup.
                _last = (isNews ? now : _last.Now, readAt);
                _read.TrySetResult();
                _read = New();
                if (!isNews)
                    return;
                _changed.TrySetResult();
                _changed = New();
            }
        }

        private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
