namespace Loesningsbrikker.Shared;

/// <summary>
/// How far a growing table has been read. PostgreSQL gives keys before it commits, so a lower key may show up after a higher one:
/// keys that were passed over are asked for by name until it is certain that nothing will come (a write that was rolled back).
/// </summary>
public sealed class LiveCursor
{
    /// <summary>No write takes longer; what has not shown up by then never will.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private const int MostMissing = 1000;

    private readonly TimeProvider _clock;
    private readonly SortedDictionary<long, DateTimeOffset> _missing = [];

    /// <param name="recent">The keys of the newest rows; the gaps between them may be writes that are under way.</param>
    public LiveCursor(IReadOnlyCollection<long> recent, TimeProvider clock)
    {
        _clock = clock;
        Newest = recent.Count == 0 ? 0 : recent.Min() - 1;
        Take(recent);
    }

    /// <summary>The highest key read; everything above it is new.</summary>
    public long Newest { get; private set; }

    /// <summary>Keys below <see cref="Newest"/> that may still show up, lowest first.</summary>
    public IReadOnlyList<long> Missing => [.. _missing.Keys];

    /// <summary>Everything up to and including this key has been read: where somebody who was away goes on.</summary>
    public long Safe => _missing.Count == 0 ? Newest : _missing.Keys.First() - 1;

    /// <summary>Notes what a look at the table gave.</summary>
    /// <param name="keys">The keys found, whether new or missing before.</param>
    public void Take(IEnumerable<long> keys)
    {
        var now = _clock.GetUtcNow();
        foreach (var late in _missing.Where(m => now - m.Value >= Patience).Select(m => m.Key).ToList())
            _missing.Remove(late);
        foreach (var key in keys.Order())
        {
            for (var skipped = Math.Max(Newest + 1, key - MostMissing); skipped < key; skipped++)
                _missing[skipped] = now;
            _missing.Remove(key);
            Newest = Math.Max(Newest, key);
        }
        while (_missing.Count > MostMissing)
            _missing.Remove(_missing.Keys.First());
    }
}
