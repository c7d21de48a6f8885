namespace Loesningsbrikker.Decisions;

/// <summary>
/// One big export at a time, each on a thread of its own: the threads that answer other requests stay free,
/// and a second export waits without holding one.
/// </summary>
public sealed class ExportLane : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Waits for the turn and runs <paramref name="work"/>, which may block its thread.</summary>
    /// <param name="cancellation">Gives up waiting, and not starting; the work itself must watch it too.</param>
    public async Task<T> RunAsync<T>(Func<T> work, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            return await Task.Factory.StartNew(work, cancellation, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => _turn.Dispose();
}
