using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Loesningsbrikker.Benchmarks;

/// <summary>What this machine gives right now, so that figures can be read as ratios; measured between the rounds of a run.</summary>
public sealed class ReferencePoints : IAsyncDisposable
{
    private readonly ServerProcess _bare;
    private readonly List<LoadTimes> _bare1 = [], _bare8 = [], _commits = [];

    private ReferencePoints(ServerProcess bare) => _bare = bare;

    /// <summary>Seconds from start to first answer of a bare ASP.NET Core application.</summary>
    public double BareStartSeconds => _bare.StartTime.TotalSeconds;

    /// <summary>Its resident memory in MiB.</summary>
    public double BareMemoryMiB => _bare.MemoryMiB;

    /// <summary>One row per commit, WAL and synchronous=FULL.</summary>
    public Figures Commits => Load.Merge(_commits);

    public object Figures => new { bare_1 = Load.Merge(_bare1), bare_8 = Load.Merge(_bare8), durable_commits = Commits };

    /// <summary>Starts the bare endpoint and warms it up.</summary>
    public static async Task<ReferencePoints> BeginAsync()
    {
        var points = new ReferencePoints(await ServerProcess.StartBareAsync());
        Load.Run(points._bare.Port, 2, 1, (_, _) => Request);
        return points;
    }

    /// <summary>Measures every point for so many seconds.</summary>
    public void Measure(double seconds)
    {
        _bare1.Add(Load.Run(_bare.Port, 1, seconds, (_, _) => Request));
        _bare8.Add(Load.Run(_bare.Port, 8, seconds, (_, _) => Request));
        _commits.Add(Commit(seconds));
    }

    public void Print()
    {
        Console.WriteLine("  bare endpoint, 1 client                                  " + Load.Merge(_bare1));
        Console.WriteLine("  bare endpoint, 8 clients                                 " + Load.Merge(_bare8));
        Console.WriteLine("  durable SQLite commit                                    " + Commits);
    }

    public ValueTask DisposeAsync() => _bare.DisposeAsync();

    private static byte[] Request { get; } = RawClient.Request("GET", "/health", session: null);

    private static LoadTimes Commit(double seconds)
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
            return new LoadTimes(1, times, clock.Elapsed.TotalSeconds);
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
