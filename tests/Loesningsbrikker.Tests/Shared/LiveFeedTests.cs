using System.Collections.Concurrent;
using Loesningsbrikker.Shared;
using Microsoft.Extensions.Logging.Abstractions;

namespace Loesningsbrikker.Tests.Shared;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class LiveFeedTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly ConcurrentQueue<LiveQuestion<string>> _questions = new();
    private readonly ConcurrentQueue<(long Key, string Topic)> _table = new();
    private readonly CancellationTokenSource _end = new(Patience);
    private Exception? _trouble;

    [TearDown]
    public void Tidy() => _end.Dispose();

    [Test]
    public async Task One_look_tells_all_listeners_of_a_topic_and_no_others()
    {
        await using var feed = Feed();
        var listeners = new[] { "a", "a", "a", "b" };
        var heard = new ConcurrentQueue<string>();
        var all = await Task.WhenAll(listeners.Select(topic => feed.ListenAsync(topic, _end.Token)));
        var reading = all.Select((news, i) => FirstAsync(news, n => heard.Enqueue($"{listeners[i]}: {n.News} at {n.Cursor}"))).ToList();
        _table.Enqueue((1, "a"));
        await Task.WhenAll(reading[..3]).WaitAsync(Patience);
        Assert.That(heard, Is.EquivalentTo(Enumerable.Repeat("a: row 1 at 1", 3)));
        Assert.That(_questions.Select(q => q.After), Is.Ordered, "Each question goes on where the one before ended.");
        _table.Enqueue((2, "b"));
        await reading[3].WaitAsync(Patience);
    }

    [Test]
    public async Task Nothing_is_read_when_nobody_listens()
    {
        await using var feed = Feed();
        Assert.That((feed.IsAsleep, _questions.Count), Is.EqualTo((true, 0)));
        _table.Enqueue((1, "a"));
        using (var leaving = new CancellationTokenSource())
        {
            var news = await feed.ListenAsync("a", leaving.Token);
            var reading = FirstAsync(news, _ => { });
            Assert.That(feed.IsAsleep, Is.False);
            await leaving.CancelAsync();
            await reading.WaitAsync(Patience);
        }
        await UntilAsync(() => feed.IsAsleep);
        var asked = _questions.Count;
        _table.Enqueue((2, "a"));
        var heard = new List<long>();
        await FirstAsync(await feed.ListenAsync("a", _end.Token), n => heard.Add(n.Cursor), () => _table.Enqueue((3, "a"))).WaitAsync(Patience);
        Assert.That(heard, Is.EqualTo(new[] { 3 }), "It begins with what is stored from then on.");
        Assert.That(_questions.Skip(asked).First().After, Is.EqualTo(2));
    }

    [Test]
    public async Task It_goes_on_when_the_database_was_away()
    {
        await using var feed = Feed();
        var news = await feed.ListenAsync("a", _end.Token);
        _trouble = new InvalidOperationException("away");
        var asked = _questions.Count;
        await UntilAsync(() => _questions.Count > asked + 2);
        _trouble = null;
        _table.Enqueue((1, "a"));
        var heard = 0;
        await FirstAsync(news, _ => heard++).WaitAsync(Patience);
        Assert.That(heard, Is.EqualTo(1));
    }

    [Test]
    public async Task Who_is_too_slow_is_let_go_and_the_others_are_not_held_up()
    {
        await using var feed = Feed();
        var slow = await feed.ListenAsync("a", _end.Token);
        var quick = await feed.ListenAsync("a", _end.Token);
        var heard = 0;
        var reading = Task.Run(async () =>
        {
            await foreach (var _ in quick)
                if (++heard == 400)
                    return;
        });
        for (var key = 1; key <= 400; key++)
            _table.Enqueue((key, "a"));
        await reading.WaitAsync(Patience);
        var got = 0;
        await foreach (var _ in slow)
            got++;
        Assert.That(got, Is.LessThan(400), "It ends, and comes again with the cursor of what it got.");
    }

    [Test]
    public async Task Streams_end_when_the_Host_stops()
    {
        var feed = Feed();
        var reading = FirstAsync(await feed.ListenAsync("a", CancellationToken.None), _ => { });
        await feed.DisposeAsync();
        await reading.WaitAsync(Patience);
    }

    private LiveFeed<string, string> Feed() => new(
        _ => Task.FromResult<IReadOnlyList<long>>([.. _table.Select(r => r.Key)]),
        (question, _) =>
        {
            _questions.Enqueue(question);
            if (_trouble is { } trouble)
                throw trouble;
            // A few at a time, as they come.
            var rows = _table.Where(r => r.Key > question.After).Take(50).ToList();
            return Task.FromResult(new LiveLook<string, string>([.. rows.Select(r => r.Key)], [.. rows.Select(r => (r.Topic, $"row {r.Key}"))]));
        },
        TimeProvider.System, NullLogger.Instance) { Pace = TimeSpan.FromMilliseconds(1) };

    private static async Task FirstAsync(IAsyncEnumerable<LiveNews<string>> news, Action<LiveNews<string>> hear, Action? begin = null)
    {
        begin?.Invoke();
        await foreach (var one in news)
        {
            hear(one);
            return;
        }
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var deadline = new CancellationTokenSource(Patience);
        while (!condition())
        {
            deadline.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
