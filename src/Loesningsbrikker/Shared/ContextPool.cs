using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Loesningsbrikker.Shared;

/// <summary>
/// Contexts that are used again, because building one costs as much as a question to the database. On SQLite each keeps a
/// connection of its own open, with its statements prepared; on PostgreSQL the driver keeps both. Whoever rents one acts as
/// somebody else than the one before: nothing tracked and no actor stays in it.
/// </summary>
/// <param name="options">Provider and connection string.</param>
/// <param name="gate">The turn to write.</param>
/// <param name="clock">Time for the contexts.</param>
public sealed class ContextPool(DbContextOptions<LoesningsbrikkerContext> options, WriteGate gate, TimeProvider clock) : IDisposable
{
    /// <summary>How many connections stay open on SQLite; more are opened and closed again when many ask at once.</summary>
    internal const int MostKept = 16;

    private readonly ConcurrentStack<Seat> _free = new();
    private readonly Lock _start = new();
    private volatile PooledDbContextFactory<LoesningsbrikkerContext>? _postgreSql;
    private volatile bool _closed;

    /// <summary>A context for <paramref name="actor"/>, which may be filled in later; dispose it to give it back.</summary>
    public LoesningsbrikkerContext Rent(Actor actor)
    {
        if (!gate.OneWriter)
            return PostgreSql.CreateDbContext().For(actor, gate, clock);
        var seat = _free.TryPop(out var free) ? free : Seat.Make(options);
        return seat.Contexts.CreateDbContext().For(actor, gate, clock, giveBack: fit => GiveBack(seat, fit));
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _closed = true;
        while (_free.TryPop(out var seat))
            seat.Dispose();
    }

    private PooledDbContextFactory<LoesningsbrikkerContext> PostgreSql
    {
        get
        {
            if (_postgreSql is null)
                lock (_start)
                    _postgreSql ??= new PooledDbContextFactory<LoesningsbrikkerContext>(options);
            return _postgreSql;
        }
    }

    private void GiveBack(Seat seat, bool fit)
    {
        seat.Connection.Settle();
        if (!fit || _closed || _free.Count >= MostKept)
            seat.Dispose();
        else
            _free.Push(seat);
        // Closed in between: whoever comes last puts the light out.
        if (_closed)
            Dispose();
    }

    /// <summary>A SQLite connection, opened by the first question, and the one context that uses it.</summary>
    private sealed record Seat(PreparedConnection Connection, PooledDbContextFactory<LoesningsbrikkerContext> Contexts) : IDisposable
    {
        public static Seat Make(DbContextOptions<LoesningsbrikkerContext> options)
        {
            var connectionString = options.Extensions.OfType<RelationalOptionsExtension>().Single().ConnectionString;
            // The driver's own pool would unprepare its statements.
            var connection = new PreparedConnection(new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ToString());
            var own = new DbContextOptionsBuilder<LoesningsbrikkerContext>(options).UseSqlite(connection).Options;
            return new Seat(connection, new PooledDbContextFactory<LoesningsbrikkerContext>(own, poolSize: 1));
        }

        public void Dispose() => Connection.Dispose();
    }
}
