namespace Loesningsbrikker.Host.Backups;

/// <summary>A SQLite database with what may lie beside it: a write-ahead log and its index.</summary>
internal static class SqliteFiles
{
    private static readonly string[] Endings = ["-wal", "-shm", "-journal", ""];

    /// <summary>Deletes all of them; what is missing is no error.</summary>
    public static void Delete(string file)
    {
        foreach (var ending in Endings)
            File.Delete(file + ending);
    }

    /// <summary>Moves all of them, the log before the database: a log must never lie beside a database it is not of.</summary>
    public static void Move(string from, string to)
    {
        foreach (var ending in Endings.Where(e => File.Exists(from + e)))
            File.Move(from + ending, to + ending);
    }
}
