using System.Data.Common;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Meetings.Live;

/// <summary>
/// Takes away what ties a secret ballot to a participant although no column does: the order of rows, the transaction they were written
/// in, the write-ahead log, and the ballot's id, which the phone knows (docs/decisions/0021-ballots.md).
/// </summary>
public sealed partial class SecretTraces(WriteGate gate, ILogger<SecretTraces> log)
{
    private const int Chunk = 500;
    private const int Attempts = 40;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>
    /// Writes all ballots and voters of a question anew, each in an order of its own, the ballots under new ids. Call it last in the
    /// transaction that closes or counts the question: all rows then carry the same transaction.
    /// </summary>
    public static async Task ShuffleAsync(LoesningsbrikkerContext db, long roundId)
    {
        db.ChangeTracker.Clear();
        var voters = await db.RoundVoters.AsNoTracking().Where(v => v.RoundId == roundId).ToListAsync();
        var ballots = await db.Ballots.AsNoTracking().Include(b => b.Answers).Where(b => b.RoundId == roundId).ToListAsync();
        // Past the change log, which leaves these rows out.
        await db.BallotAnswers.Where(a => db.Ballots.Any(b => b.Id == a.BallotId && b.RoundId == roundId)).ExecuteDeleteAsync();
        await db.Ballots.Where(b => b.RoundId == roundId).ExecuteDeleteAsync();
        await db.RoundVoters.Where(v => v.RoundId == roundId).ExecuteDeleteAsync();
        await AddAsync(db, voters);
        await AddAsync(db, ballots.ConvertAll(b => b.Anew()));
    }

    /// <summary>
    /// Has the database forget the rows as they were before. SQLite: overwritten in the file (secure_delete), and the write-ahead log is
    /// emptied; PostgreSQL: dead rows are removed. Call it after the commit.
    /// </summary>
    public async Task WipeAsync(LoesningsbrikkerContext db)
    {
        if (!db.Database.IsSqlite())
        {
            await db.Database.ExecuteSqlRawAsync("""VACUUM "RoundVoters", "Ballots", "BallotAnswers" """);
            return;
        }
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            // No writer of ours meanwhile; a reader may still hold the log for some milliseconds.
            using (await gate.EnterAsync(CancellationToken.None))
                if (await IsTruncatedAsync(db))
                    return;
            await Task.Delay(Pause);
        }
        LogNotWiped(log);
    }

    private static async Task AddAsync<T>(LoesningsbrikkerContext db, List<T> rows)
        where T : class
    {
        RandomNumberGenerator.Shuffle(CollectionsMarshal.AsSpan(rows));
        foreach (var chunk in rows.Chunk(Chunk))
        {
            db.AddRange(chunk);
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>The first column is 0 when nothing was in the way (https://www.sqlite.org/pragma.html#pragma_wal_checkpoint).</summary>
    private static async Task<bool> IsTruncatedAsync(LoesningsbrikkerContext db)
    {
        await db.Database.OpenConnectionAsync();
        try
        {
            await using DbCommand command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture) == 0;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    [LoggerMessage(LogLevel.Warning, "The write-ahead log could not be emptied after a secret question, because somebody kept reading; the next secret question or the end of the meeting tries again.")]
    private static partial void LogNotWiped(ILogger log);
}
