using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Loesningsbrikker.Benchmarks;

/// <summary>What this machine gives right now, so that figures can be read as ratios.</summary>
public sealed record ReferencePoints(Figures Bare1, Figures Bare8, Figures DurableCommits)
{
    public static async Task<ReferencePoints> MeasureAsync(double seconds)
    {
        await using var bare = await ServerProcess.StartBareAsync();
        var request = RawClient.Request("GET", "/health", session: null);
        Load.Run(bare.Port, 2, 1, (_, _) => request);
        var points = new ReferencePoints(
            Load.Run(bare.Port, 1, seconds, (_, _) => request), Load.Run(bare.Port, 8, seconds, (_, _) => request), Commits(seconds));
        Console.WriteLine("Reference points of this run");
        Console.WriteLine("  bare endpoint          " + points.Bare1);
        Console.WriteLine("  bare endpoint          " + points.Bare8);
        Console.WriteLine("  durable SQLite commit  " + points.DurableCommits);
        return points;
    }

    /// <summary>One row per commit, WAL and synchronous=FULL.</summary>
    private static Figures Commits(double seconds)
    {
        var folder = Directory.CreateTempSubdirectory("loesningsbrikker-commits-").FullName;
        try
        {
            using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "raw.db")};Pooling=False");
            connection.Open();
            Execute(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE t (id INTEGER PRIMARY KEY, quote TEXT)");
            using var insert = connection.CreateCommand();
            insert.CommandText = "INSERT INTO t (quote) VALUES ($q)";
            insert.Parameters.AddWithValue("$q", new string('x', 120));
            insert.Prepare();
            var times = new List<double>(100_000);
            var clock = Stopwatch.StartNew();
            while (clock.Elapsed.TotalSeconds < seconds)
            {
                var before = clock.Elapsed.TotalMilliseconds;
                insert.ExecuteNonQuery();
                times.Add(clock.Elapsed.TotalMilliseconds - before);
            }
            return Load.Summarise(1, times, clock.Elapsed.TotalSeconds);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
