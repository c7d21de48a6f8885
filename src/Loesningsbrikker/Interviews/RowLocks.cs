using Loesningsbrikker.Shared;
using Microsoft.EntityFrameworkCore;

namespace Loesningsbrikker.Interviews;

/// <summary>
/// Who takes turns on PostgreSQL. SQLite has one writer, so nothing is locked there. Call inside a transaction, and always in this
/// order, so that nobody waits in a ring: interview, process, pieces; the change log comes last. What is read afterwards is new.
/// </summary>
internal static class RowLocks
{
    /// <summary>Marking, untying and a new text of the same interview take turns.</summary>
    public static Task InterviewOfAsync(LoesningsbrikkerContext db, long transcriptId) => db.Database.IsSqlite()
        ? Task.CompletedTask
        : db.Database.ExecuteSqlAsync($"""
            SELECT 1 FROM "Interviews" WHERE "Id" = (SELECT "InterviewId" FROM "Transcripts" WHERE "Id" = {transcriptId}) FOR NO KEY UPDATE
            """);

    /// <summary>Undoing in an interview takes turns with marking in it.</summary>
    public static Task InterviewByKeyAsync(LoesningsbrikkerContext db, long interviewId) => db.Database.IsSqlite()
        ? Task.CompletedTask
        : db.Database.ExecuteSqlAsync($"""SELECT 1 FROM "Interviews" WHERE "Id" = {interviewId} FOR NO KEY UPDATE""");

    /// <inheritdoc cref="InterviewOfAsync" />
    public static Task InterviewAsync(LoesningsbrikkerContext db, long processId, int number) => db.Database.IsSqlite()
        ? Task.CompletedTask
        : db.Database.ExecuteSqlAsync($"""SELECT 1 FROM "Interviews" WHERE "ProcessId" = {processId} AND "Number" = {number} FOR NO KEY UPDATE""");

    /// <summary>Two who write a new piece take turns, so that the second finds the first one's.</summary>
    public static Task NewPieceAsync(LoesningsbrikkerContext db, long processId) => db.Database.IsSqlite()
        ? Task.CompletedTask
        : db.Database.ExecuteSqlAsync($"""SELECT 1 FROM "DialogueProcesses" WHERE "Id" = {processId} FOR NO KEY UPDATE""");

    /// <summary>No merge ends the piece while something is tied to it or untied; others may do so at the same time.</summary>
    public static Task TieAsync(LoesningsbrikkerContext db, long processId, int number) => db.Database.IsSqlite()
        ? Task.CompletedTask
        : db.Database.ExecuteSqlAsync($"""SELECT 1 FROM "SolutionPieces" WHERE "ProcessId" = {processId} AND "Number" = {number} FOR SHARE""");

    /// <summary>Nothing is tied to either piece while they are merged.</summary>
    public static Task MergeAsync(LoesningsbrikkerContext db, long processId, int one, int other) => db.Database.IsSqlite()
        ? Task.CompletedTask
        : db.Database.ExecuteSqlAsync($"""
            SELECT 1 FROM "SolutionPieces" WHERE "ProcessId" = {processId} AND "Number" IN ({one}, {other}) ORDER BY "Id" FOR UPDATE
            """);

    /// <summary>Nothing is tied to these pieces, and nobody merges them, while something about them is undone.</summary>
    public static Task UndoAsync(LoesningsbrikkerContext db, IReadOnlyList<long> pieceIds) => db.Database.IsSqlite() || pieceIds.Count == 0
        ? Task.CompletedTask
        : db.Database.ExecuteSqlAsync($"""SELECT 1 FROM "SolutionPieces" WHERE "Id" = ANY({pieceIds.ToArray()}) ORDER BY "Id" FOR UPDATE""");

    /// <summary>Those who split the same piece, or tie something to it meanwhile, take turns.</summary>
    public static Task SplitAsync(LoesningsbrikkerContext db, long processId, int number) => MergeAsync(db, processId, number, number);

    /// <summary>Those who begin the same piece take turns.</summary>
    public static Task PieceAsync(LoesningsbrikkerContext db, long processId, int number) => db.Database.IsSqlite()
        ? Task.CompletedTask
        : db.Database.ExecuteSqlAsync($"""SELECT 1 FROM "SolutionPieces" WHERE "ProcessId" = {processId} AND "Number" = {number} FOR NO KEY UPDATE""");

    /// <summary>Those who write to the implementations of the same piece take turns.</summary>
    public static Task PieceOfImplementationAsync(LoesningsbrikkerContext db, long implementationId) => db.Database.IsSqlite()
        ? Task.CompletedTask
        : db.Database.ExecuteSqlAsync($"""
            SELECT 1 FROM "SolutionPieces" WHERE "Id" = (SELECT "SolutionPieceId" FROM "Implementations" WHERE "Id" = {implementationId}) FOR NO KEY UPDATE
            """);
}
