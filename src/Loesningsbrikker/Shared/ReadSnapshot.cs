using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Shared;

/// <summary>Long reads for a file that leaves the house.</summary>
internal static class ReadSnapshot
{
    /// <summary>Reads everything as it stood at one moment, so that counts and rows agree while colleagues go on working.</summary>
    public static T InSnapshot<T>(this LoesningsbrikkerContext db, Func<T> read)
    {
        db.Database.OpenConnection();
        try
        {
            using var transaction = BeginRead(db.Database.GetDbConnection());
            using var _ = db.Database.UseTransaction(transaction);
            return read();
        }
        finally
        {
            db.Database.CloseConnection();
        }
    }

    /// <summary>Deferred on SQLite: an ordinary transaction would take the right to write and make everybody wait.</summary>
    private static DbTransaction BeginRead(DbConnection connection) => connection is SqliteConnection sqlite
        ? sqlite.BeginTransaction(deferred: true)
        : connection.BeginTransaction(IsolationLevel.RepeatableRead);
}
