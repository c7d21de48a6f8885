using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Loesningsbrikker.Shared;

/// <summary>
/// The lane for writes that many people make at once (codings, ballots). On SQLite the writes that wait
/// share one durable commit; each stands or falls alone, behind its own savepoint, and nobody is told
/// "saved" before the commit. On PostgreSQL each write is its own transaction.
/// </summary>
/// <param name="options">Provider and connection of ordinary contexts.</param>
/// <param name="gate">The turn to write, shared with ordinary saves.</param>
/// <param name="clock">Time for the contexts.</param>
public sealed class WriteLane(
    DbContextOptions<LoesningsbrikkerContext> options, WriteGate gate, TimeProvider clock) : IAsyncDisposable
{
    private const int LargestGroup = 64;
    private const int Attempts = 3;

    private readonly Channel<Item> _waiting = Channel.CreateUnbounded<Item>(new() { SingleReader = true });
    private readonly Lock _start = new();
    private Task? _worker;

    /// <summary>Runs <paramref name="work"/> on a context of its own and returns when it is durable.</summary>
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
                await using var context = new LoesningsbrikkerContext(options, actor, gate, clock);
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
        SqliteConnection? connection = null;
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
                connection ??= await OpenAsync();
                await WriteGroupAsync(connection, group);
            }
            catch (Exception exception)
            {
                // The database did not open, or the commit itself failed: none of the group is stored, and everybody is told.
                foreach (var item in group)
                    item.Done.TrySetException(exception);
                connection?.Dispose();
                connection = null;
            }
        }
        connection?.Dispose();
    }

    private async Task WriteGroupAsync(SqliteConnection connection, List<Item> group)
    {
        await using var transaction = (SqliteTransaction)await connection.BeginTransactionAsync();
        var contextOptions = new DbContextOptionsBuilder<LoesningsbrikkerContext>(options).UseSqlite(connection).Options;
        var failures = new Dictionary<Item, Exception>();
        foreach (var item in group)
        {
            await transaction.SaveAsync("item");
            try
            {
                await using var context = new LoesningsbrikkerContext(contextOptions, item.Actor, gate, clock);
                context.Database.AutoSavepointsEnabled = false;
                await context.Database.UseTransactionAsync(transaction);
                await item.Work(context);
                await transaction.ReleaseAsync("item");
            }
            catch (Exception exception)
            {
                await transaction.RollbackAsync("item");
                failures[item] = exception;
            }
        }
        await transaction.CommitAsync();
        foreach (var item in group)
            if (failures.TryGetValue(item, out var failure))
                item.Done.TrySetException(failure);
            else
                item.Done.TrySetResult();
    }

    private async Task<SqliteConnection> OpenAsync()
    {
        var connectionString = options.Extensions.OfType<RelationalOptionsExtension>().Single().ConnectionString;
        var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync();
        await SqliteDurability.ApplyAsync(connection);
        return connection;
    }

    private sealed record Item(Actor Actor, Func<LoesningsbrikkerContext, Task> Work)
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
