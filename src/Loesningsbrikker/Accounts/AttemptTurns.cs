namespace Loesningsbrikker.Accounts;

/// <summary>
/// Lets attempts at one account come one after another. Identity counts wrong passwords that arrive at once as one,
/// because only one of them can store the new count, and so many could be tried before the account locks.
/// </summary>
public sealed class AttemptTurns
{
    private readonly SemaphoreSlim[] _turns = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1, 1))];

    /// <summary>Waits until nobody else tries at this account (accounts share 64 turns); dispose the result afterwards.</summary>
    public async Task<IDisposable> TakeAsync(long userId)
    {
        var turn = _turns[userId % _turns.Length];
        await turn.WaitAsync();
        return new Turn(turn);
    }

    private sealed class Turn(SemaphoreSlim semaphore) : IDisposable
    {
        public void Dispose() => semaphore.Release();
    }
}
