using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Loesningsbrikker.Shared;

/// <summary>What the two databases refuse, told alike.</summary>
internal static class DatabaseErrors
{
    // SQLite's result codes (https://www.sqlite.org/rescode.html).
    private const int SqliteBusy = 5;
    private const int SqliteFull = 13;
    private const int SqliteForeignKey = 787;
    private const int SqlitePrimaryKey = 1555;
    private const int SqliteUnique = 2067;

    /// <summary>Status and Danish sentence; null for an error that nobody can do anything about at the page.</summary>
    public static (int Status, string Sentence)? Told(Exception exception)
    {
        var cause = CauseOf(exception);
        if (IsUnique(cause))
            return (StatusCodes.Status400BadRequest, "Der findes allerede en med samme navn eller kode.");
        if (cause is SqliteException { SqliteExtendedErrorCode: SqliteForeignKey } or PostgresException { SqlState: PostgresErrorCodes.ForeignKeyViolation })
            return (StatusCodes.Status409Conflict, "En kollega har imens slettet noget, som du valgte, eller taget det i brug. Din ændring er ikke gemt.");
        if (IsCrossing(cause))
            return (StatusCodes.Status409Conflict, "En kollega gemte det samme i samme øjeblik. Din ændring er ikke gemt. Prøv igen.");
        if (cause is SqliteException { SqliteErrorCode: SqliteFull } or PostgresException { SqlState: PostgresErrorCodes.DiskFull })
            return (StatusCodes.Status503ServiceUnavailable,
                "Der er ikke mere plads på systemets disk. Din ændring er ikke gemt. Skriv til din administrator.");
        return cause is SqliteException { SqliteErrorCode: SqliteBusy }
            ? (StatusCodes.Status503ServiceUnavailable, "Systemet har travlt. Din ændring er ikke gemt. Prøv igen om lidt.")
            : null;
    }

    /// <summary>Whether the same work may succeed when it is run again: what it collided with is stored by now.</summary>
    public static bool IsCollision(Exception exception) => CauseOf(exception) is var cause && (IsCrossing(cause) || IsUnique(cause));

    /// <summary>What the database said; Entity Framework wraps it once or twice.</summary>
    private static Exception? CauseOf(Exception? exception)
    {
        while (exception is not null and not DbException)
            exception = exception.InnerException;
        return exception;
    }

    private static bool IsUnique(Exception? cause) => cause
        is SqliteException { SqliteExtendedErrorCode: SqliteUnique or SqlitePrimaryKey }
        or PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    /// <summary>PostgreSQL ended this one of two transactions that waited for each other.</summary>
    private static bool IsCrossing(Exception? cause) => cause
        is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure };
}
