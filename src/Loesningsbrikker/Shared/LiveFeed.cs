using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Loesningsbrikker.Shared;

/// <summary>What a look at the table asks: what is new, for the topics that somebody listens to.</summary>
/// <param name="After">Everything with a higher key is new.</param>
/// <param name="Missing">Keys at or below it that may have been stored since (<see cref="LiveCursor"/>).</param>
/// <param name="Topics">The topics that somebody listens to on this Host.</param>
public sealed record LiveQuestion<TTopic>(long After, IReadOnlyList<long> Missing, IReadOnlyCollection<TTopic> Topics);

/// <summary>What a look gave.</summary>
/// <param name="Keys">The keys of all new rows, of interest or not.</param>
/// <param name="News">What the listeners of a topic are told.</param>
public sealed record LiveLook<TTopic, TNews>(IReadOnlyList<long> Keys, IReadOnlyList<(TTopic Topic, TNews News)> News);

/// <summary>Something told to a listener.</summary>
/// <param name="Cursor">Where to go on after this, when the connection is lost.</param>
public sealed record LiveNews<TNews>(long Cursor, TNews News);

/// <summary>
/// Tells listeners what is new in a table that only grows: one look a second for all of them together, however many they are and
/// whatever they listen to, and none while nobody listens. Works over several Hosts, because each looks for itself.
/// </summary>
/// <param name="recent">Reads the keys of the newest rows, some hundred; asked when the first listener comes.</param>
/// <param name="look">Reads what is new.</param>
public sealed class LiveFeed<TTopic, TNews>(
    Func<CancellationToken, Task<IReadOnlyList<long>>> recent, Func<LiveQuestion<TTopic>, CancellationToken, Task<LiveLook<TTopic, TNews>>> look,
    TimeProvider clock, ILogger logger) : IAsyncDisposable
    where TTopic : notnull
{
    private const int LongestQueue = 256;

    private readonly Lock _lock = new();
    private readonly HashSet<Listener> _listeners = [];
    private readonly CancellationTokenSource _stop = new();
    private Task _worker = Task.CompletedTask;
    private TaskCompletionSource _begun = new();

    /// <summary>The time between two looks.</summary>
    public TimeSpan Pace { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>True while nobody listens, and then nothing is read.</summary>
    public bool IsAsleep => _worker.IsCompleted;

    /// <summary>
    /// Listens until cancelled, the Host stops, or the listener is too slow: then the sequence ends, and who comes again with the last
    /// cursor misses nothing. Returns when the feed has begun: what is stored from then on is told, and what was stored before can be
    /// read by then. The sequence must be read.
    /// </summary>
    public async Task<IAsyncEnumerable<LiveNews<TNews>>> ListenAsync(TTopic topic, CancellationToken cancellation)
    {
        var listener = new Listener(topic);
        Task begun;
        lock (_lock)
        {
            _listeners.Add(listener);
            if (_worker.IsCompleted && !_stop.IsCancellationRequested)
                Start();
            begun = _begun.Task;
        }
        try
        {
            await begun.WaitAsync(cancellation);
        }
        catch
        {
            Leave(listener);
            throw;
        }
        return ReadAsync(listener, cancellation);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _worker;
        _begun.TrySetCanceled();
        lock (_lock)
            foreach (var listener in _listeners)
                listener.Queue.Writer.TryComplete();
        _stop.Dispose();
    }

    private void Start()
    {
        _begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        // The first listener's request ends long before the worker does.
        using (ExecutionContext.SuppressFlow())
            _worker = Task.Run(WorkAsync);
    }

    private void Leave(Listener listener)
    {
        lock (_lock)
            _listeners.Remove(listener);
    }

    private async IAsyncEnumerable<LiveNews<TNews>> ReadAsync(Listener listener, [EnumeratorCancellation] CancellationToken cancellation)
    {
        try
        {
            while (await WaitAsync(listener, cancellation))
                while (listener.Queue.Reader.TryRead(out var news))
                    yield return news;
        }
        finally
        {
            Leave(listener);
        }
    }

    private static async Task<bool> WaitAsync(Listener listener, CancellationToken cancellation)
    {
        try
        {
            return await listener.Queue.Reader.WaitToReadAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task WorkAsync()
    {
        LiveCursor? cursor = null;
        while (TopicsOrSleep() is { Count: > 0 } topics)
        {
            try
            {
                cursor ??= new LiveCursor(await recent(_stop.Token), clock);
                _begun.TrySetResult();
                var seen = await look(new LiveQuestion<TTopic>(cursor.Newest, cursor.Missing, topics), _stop.Token);
                cursor.Take(seen.Keys);
                Tell(seen, cursor.Safe);
                await Task.Delay(Pace, clock, _stop.Token);
            }
            catch (OperationCanceledException) when (_stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                // The database may be away for a while; listeners hear on when it is back.
                logger.LogWarning(exception, "A look at what is new failed.");
                await Task.Delay(Pace, clock, CancellationToken.None);
            }
        }
    }

    /// <summary>The topics listened to; when there are none the worker ends, and the next listener starts another.</summary>
    private HashSet<TTopic> TopicsOrSleep()
    {
        lock (_lock)
        {
            if (_listeners.Count == 0)
                _worker = Task.CompletedTask;
            return [.. _listeners.Select(l => l.Topic)];
        }
    }

    private void Tell(LiveLook<TTopic, TNews> seen, long cursor)
    {
        if (seen.News.Count == 0)
            return;
        lock (_lock)
            foreach (var (topic, news) in seen.News)
                foreach (var listener in _listeners.Where(l => l.Topic.Equals(topic)))
                    if (!listener.Queue.Writer.TryWrite(new LiveNews<TNews>(cursor, news)))
                        listener.Queue.Writer.TryComplete();
    }

    private sealed class Listener(TTopic topic)
    {
        public TTopic Topic { get; } = topic;

        public Channel<LiveNews<TNews>> Queue { get; } = Channel.CreateBounded<LiveNews<TNews>>(LongestQueue);
    }
}
