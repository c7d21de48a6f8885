using System.Threading.Channels;
using Microsoft.EntityFrameworkCore.Storage;

namespace Loesningsbrikker.Shared;

/// <summary>
/// The lane for writes that many people make at once (codings, ballots). On SQLite the writes that wait
/// share one durable commit; each stands or falls alone, behind its own savepoint, and nobody is told
/// "saved" before the commit. On PostgreSQL each write is its own transaction.
/// </summary>
/// <param name="contexts">Where the contexts come from; on SQLite the writes of a group use one after the other.</param>
/// <param name="gate">The turn to write, shared with ordinary saves.</param>
public sealed class WriteLane(ContextPool contexts, WriteGate gate) : IAsyncDisposable
{
    private const int LargestGroup = 64;
    private const int Attempts = 3;

    private readonly Channel<Item> _waiting = Channel.CreateUnbounded<Item>(new() { SingleReader = true });
    private readonly Lock _start = new();
    private Task? _worker;

    /// <summary>Runs <paramref name="work"/> on a context that tracks nothing yet and returns when it is durable.</summary>
    /// <param name="actor">Who writes.</param>
    /// <param name="work">
    /// The write; it must call SaveChangesAsync itself and touch no other context. On PostgreSQL it is run again, on a fresh
    /// context, when it collided with another write.
    /// </param>
    /// <exception cref="RuleException">The work broke a rule; nothing of it is stored.</exception>
    public async Task<T> WriteAsync<T>(Actor actor, Func<LoesningsbrikkerContext, Task<T>> work)
    {
        if (!gate.OneWriter)
            return await WriteAloneAsync(actor, work);
        T result = default!;
        var item = new Item(actor, async context => result = await work(context));
        EnsureWorker();
        await _waiting.Writer.WriteAsync(item);
        await item.Done.Task;
        return result;
    }

    /// <summary>Lets the waiting writes finish, then stops.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        if (_worker is not null)
            await _worker;
    }

    private async Task<T> WriteAloneAsync<T>(Actor actor, Func<LoesningsbrikkerContext, Task<T>> work)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var context = contexts.Rent(actor);
                return await context.InTransactionAsync(() => work(context));
            }
            catch (Exception exception) when (attempt < Attempts && DatabaseErrors.IsCollision(exception))
            {
                // The other one's rows are stored by now, and the work finds them.
            }
        }
    }

    private void EnsureWorker()
    {
        if (_worker is not null)
            return;
        lock (_start)
            _worker ??= Task.Run(WorkAsync);
    }

    private async Task WorkAsync()
    {
        var group = new List<Item>(LargestGroup);
        while (await _waiting.Reader.WaitToReadAsync())
        {
            group.Clear();
            try
            {
                using var turn = await gate.EnterAsync(CancellationToken.None);
                // The group first: when the database does not open, somebody must be told.
                while (group.Count < LargestGroup && _waiting.Reader.TryRead(out var item))
                    group.Add(item);
                await WriteGroupAsync(group);
            }
            catch (Exception exception)
            {
                // The database did not open, or the commit itself failed: none of the group is stored, and everybody is told.
                foreach (var item in group)
                    item.Done.TrySetException(exception);
            }
        }
    }

    private async Task WriteGroupAsync(List<Item> group)
    {
        await using var context = contexts.Rent(new Actor());
        context.Database.AutoSavepointsEnabled = false;
        await using var transaction = await context.Database.BeginTransactionAsync();
        foreach (var item in group)
            item.Failure = await WriteItemAsync(context, transaction, item);
        await transaction.CommitAsync();
        foreach (var item in group)
            if (item.Failure is { } failure)
                item.Done.TrySetException(failure);
            else
                item.Done.TrySetResult();
    }

    private static async Task<Exception?> WriteItemAsync(LoesningsbrikkerContext context, IDbContextTransaction transaction, Item item)
    {
        await transaction.CreateSavepointAsync("item");
        try
        {
            context.HandTo(item.Actor);
            await item.Work(context);
            await transaction.ReleaseSavepointAsync("item");
            return null;
        }
        catch (Exception exception)
        {
            await transaction.RollbackToSavepointAsync("item");
            return exception;
        }
    }

    private sealed record Item(Actor Actor, Func<LoesningsbrikkerContext, Task> Work)
    {
        /// <summary>What went wrong with this one alone; null when it is stored.</summary>
        public Exception? Failure { get; set; }

        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
