namespace Loesningsbrikker.Shared;

/// <summary>
/// One writer at a time on SQLite, in fair order; no gate on PostgreSQL.
/// SQLite would let writers collide and back off, which costs tail latency (docs/performance.md).
/// </summary>
/// <param name="oneWriter">True for SQLite.</param>
public sealed class WriteGate(bool oneWriter) : IDisposable
{
    private readonly SemaphoreSlim? _semaphore = oneWriter ? new SemaphoreSlim(1, 1) : null;

    /// <summary>True where writes are serialised.</summary>
    public bool OneWriter => _semaphore is not null;

    /// <summary>Waits for the turn; dispose the result to give it on.</summary>
    public async ValueTask<Turn> EnterAsync(CancellationToken cancellation)
    {
        if (_semaphore is not null)
            await _semaphore.WaitAsync(cancellation);
        return new Turn(_semaphore);
    }

    /// <inheritdoc />
    public void Dispose() => _semaphore?.Dispose();

    /// <summary>The right to write until disposed.</summary>
    public readonly struct Turn(SemaphoreSlim? semaphore) : IDisposable
    {
        /// <inheritdoc />
        public void Dispose() => semaphore?.Release();
    }
}
