using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Privacy;

/// <summary>Triggers that refuse to change or delete log lines. Applied at every start; applying twice changes nothing.</summary>
public static class AppendOnly
{
    /// <summary>The tables whose rows only ever get more.</summary>
    public static IReadOnlyList<string> Tables { get; } = ["AuditEntries", "AccessLogEntries"];

    /// <summary>Creates the triggers where they are missing.</summary>
    public static async Task ApplyAsync(LoesningsbrikkerContext db)
    {
        if (!db.Database.IsSqlite())
            await db.Database.ExecuteSqlRawAsync(
                """
                CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
                'BEGIN RAISE EXCEPTION ''append-only''; END'
                """);
        foreach (var table in Tables)
            foreach (var verb in db.Database.IsSqlite() ? new[] { "UPDATE", "DELETE" } : ["UPDATE", "DELETE", "TRUNCATE"])
                await db.Database.ExecuteSqlRawAsync(db.Database.IsSqlite() ? SqliteTrigger(table, verb) : PostgreSqlTrigger(table, verb));
    }

    private static string SqliteTrigger(string table, string verb) =>
        $"""
        CREATE TRIGGER IF NOT EXISTS "{table}_no_{verb}" BEFORE {verb} ON "{table}"
        BEGIN SELECT RAISE(ABORT, 'append-only'); END
        """;

    private static string PostgreSqlTrigger(string table, string verb) =>
        $"""
        CREATE OR REPLACE TRIGGER "{table}_no_{verb}" BEFORE {verb} ON "{table}"
        FOR EACH {(verb == "TRUNCATE" ? "STATEMENT" : "ROW")} EXECUTE FUNCTION refuse_change()
        """;
}
